"""From a checked plan to a programme."""
