"""Colour, or none: the roles that text can play on a terminal."""

from __future__ import annotations

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "gutter": "1;34",
    "strong": "1",
    "dim": "2",
    "good": "32",
}


class Paint:
    """Call it with text and a role; without colour it hands the text back."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def __call__(self, text: str, role: str) -> str:
        """`text` in the style of `role`."""
        return f"\x1b[{_STYLES[role]}m{text}\x1b[0m" if self.colour and text else text
