"""The sheet output."""
