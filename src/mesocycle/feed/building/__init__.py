"""From a folder of plans and diaries to calendars: which there are, and their last good bytes."""
