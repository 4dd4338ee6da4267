"""Progress: what a session earned, and what it moves: reps, holds, loads, maxes, stages, rungs."""
