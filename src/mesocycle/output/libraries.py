"""Libraries that plugins bring: exercises, pools, templates and progressions for plans to use."""

from __future__ import annotations

from mesocycle.programme import Frozen


class Library(Frozen):
    """A library for `use NAME`: its `text`, or the `path` of the file that holds it, whole.

    A distribution that has nothing but files needs no code for them: an entry point in the
    group `mesocycle.libraries` is enough.
    """

    name: str
    text: str = ""
    path: str = ""
