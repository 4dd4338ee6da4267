"""The diary: what an athlete did and felt, and what it proves as of a date."""

from mesocycle.diary.read import read

__all__ = ["read"]
