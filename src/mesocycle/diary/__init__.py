"""The athlete's diary, and what it says as of a date."""
