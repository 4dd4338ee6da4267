"""Misread: a scenario that cannot be understood, or that the plan has no place for."""

from __future__ import annotations


class Misread(Exception):
    """What is wrong (`message`), and what to write instead (`hint`, perhaps empty)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
