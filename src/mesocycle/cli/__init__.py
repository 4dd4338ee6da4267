"""The `meso` command."""
