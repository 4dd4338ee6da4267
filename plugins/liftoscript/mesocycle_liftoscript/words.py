"""What people wrote, as names and comments that Liftosaur reads as just that."""

from __future__ import annotations

import re

from mesocycle.output.text import one_line

#: What ends a name in Liftoscript, or begins something else.
_ENDS = re.compile(r"[/{}()#\[\]|!:,\\]+")
#: Comments are Markdown.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#]|&(?=[#A-Za-z])|(?<=!)(?=\[)")
#: A set's label has at most so many letters.
_LABEL = 8


def name(text: str) -> str:
    """`text` as the name of an exercise; what would end the name is left out."""
    return (
        " ".join(_ENDS.sub(" ", one_line(text)).split()).removeprefix("...").strip() or "Exercise"
    )


def label(text: str) -> str:
    """`text` as the label of an exercise: `main: Squat`; nothing if nothing is left of it."""
    return " ".join(_ENDS.sub(" ", one_line(text)).split()).lstrip(".")


def set_label(text: str) -> str:
    """`text` as the label of a set, or nothing if it is too long for one."""
    words = label(text)
    return f"({words})" if words and len(words) <= _LABEL else ""


def heading(text: str) -> str:
    """`text` as the name of a week or a day."""
    return one_line(text).lstrip("#").strip() or "Day"


def comment(text: str) -> str:
    """`text` as a line of a description: an item of a list, so that nothing in it comes first.

    A comment that begins with `...` would be read as another's, one with `!` as the current one.
    """
    return f"// - {_MARKUP.sub(lambda found: chr(92) + found[0], one_line(text))}"
