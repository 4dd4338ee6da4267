"""The JSON output."""
