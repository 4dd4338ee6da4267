"""Choice: which exercise is done, and whether the athlete may do it."""
