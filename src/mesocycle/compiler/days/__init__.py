"""Days: on which of them every session is."""
