"""Safety: what keeps an exercise, a run or a session away. Always on."""
