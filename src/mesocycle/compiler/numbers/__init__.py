"""Numbers: how long it takes, what it adds up to, how hard it was."""
