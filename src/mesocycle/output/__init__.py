"""The seam between a programme and its output formats."""
