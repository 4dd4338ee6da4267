"""The calendar output."""
