"""Bytes become files: whole or not at all, under names that tell whose they are."""
