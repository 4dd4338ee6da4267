"""Where Lark's parsing tables come from.

Building them from the grammar's text takes most of a second start, so they ship as data beside
the grammar (JSON: it can hold no code) together with the hash of the text that they were made
from. When the hash does not match, the text wins and the tables are built anew.

`python -m mesocycle.syntax.tables` writes them.
"""

from __future__ import annotations

from typing import Any

from lark import Lark

from mesocycle import grammar


class WholeWords:
    """Tells Lark's contextual lexer to accept a word in every state.

    Without it `onmon` would be read as `on mon`; with it a word is always read whole, and a
    misspelt keyword arrives whole in the error.
    """

    always_accept = ("WORD",)

    def process(self, stream: Any) -> Any:
        """Nothing is changed."""
        return stream


def load(kind: str, start: list[str], builder: object) -> Lark:
    """A parser for the grammar of `kind` that calls `builder` back."""
    return Lark(
        grammar.text(kind), parser="lalr", start=start, postlex=WholeWords(), transformer=builder
    )
