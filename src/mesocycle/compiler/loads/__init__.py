"""Loads: what an athlete can lift, what there is to load, and what a set so weighs."""
