"""Advice: what is allowed in a plan, and ought to be looked at."""
