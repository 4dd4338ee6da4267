"""Reads the spec cases, runs them, and says how the result differs."""
