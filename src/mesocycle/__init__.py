"""Training plans that coaches can read, compiled into programmes."""
