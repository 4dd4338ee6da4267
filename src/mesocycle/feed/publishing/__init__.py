"""Calendars put where others serve them: a folder, or a bucket of an object store."""
