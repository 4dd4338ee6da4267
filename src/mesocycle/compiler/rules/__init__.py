"""Rules: the coach's rules on how the athlete is; which hold on a day, and what they come to."""
