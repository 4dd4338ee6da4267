"""What a programme was made of, so that a decision can be looked up again years later."""

from __future__ import annotations

from typing import Literal

from mesocycle.programme.base import Frozen

#: The version of the language; a plan that means something else needs another one.
LANGUAGE = 1


class Input(Frozen):
    """A file that was read: its name, the SHA-256 of its text; of a library, its version."""

    kind: Literal["plan", "diary", "library"]
    file: str
    sha256: str | None = None
    version: int | None = None


class Audit(Frozen):
    """The version of the language, and every file; the lines of decisions are lines of these."""

    language: int = LANGUAGE
    inputs: tuple[Input, ...] = ()
