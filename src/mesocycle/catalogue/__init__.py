"""Exercises and pools."""
