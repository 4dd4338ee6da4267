"""Every diagnostic code and what it means."""
