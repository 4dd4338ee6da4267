"""The exercise libraries that ship with mesocycle, written in its own language."""
