"""Parsing: line by line with a memo, beside one Lark LALR parse of the whole file.

Both read the same text by the same grammar and keep positions. Ours ends with the nodes that the
compiler takes; Lark with its tree, of which nodes would still have to be made.
"""

from __future__ import annotations

import sys

from lark import Lark
from lark.indenter import Indenter
from texts import corpus, everything
from timing import race, table

import mesocycle.grammar as grammar
from mesocycle.diagnostics import Outcome
from mesocycle.source import Source
from mesocycle.syntax.assemble import assemble
from mesocycle.syntax.nodes import File
from mesocycle.syntax.parser import plan_grammar

ROUNDS = 7
SIZES = (100_000, 1_000_000)


class Indentation(Indenter):
    """The tokens of indentation that the file-level rules of the grammar name."""

    NL_type = "_NL"
    OPEN_PAREN_types = ()
    CLOSE_PAREN_types = ()
    INDENT_type = "_INDENT"
    DEDENT_type = "_DEDENT"
    tab_len = 2

    @property
    def always_accept(self) -> tuple[str, ...]:
        """A word is always read whole, as the compiler does: `onmon` is not `on mon`."""
        return (self.NL_type, "WORD")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    lark = Lark(
        grammar.text("plan"),
        parser="lalr",
        start="plan_file",
        postlex=Indentation(),
        propagate_positions=True,
    )
    # Both build their scanners when they first need them: that is start-up, measured elsewhere.
    once = everything()
    ours(once)
    lark.parse(f"\n{once}\n")
    texts = {"our plans and libraries, each once": once}
    texts |= {"plans repeated": corpus(SIZES[0], renamed=False)}
    texts |= {"plans repeated, longer": corpus(SIZES[1], renamed=False)}
    texts |= {"all quoted text new in each copy": corpus(SIZES[0])}
    texts |= {"all quoted text new, longer": corpus(SIZES[1])}
    for title, text in texts.items():
        rivals = {
            "Lark, whole file, tree": lambda text=text: lark.parse(f"\n{text}\n"),
            "ours, first time": lambda text=text: ours(text),
            "ours, again": lambda text=text: ours(text),
        }
        times = race(rivals, rounds, prepare={"ours, first time": forget})
        peer = times["Lark, whole file, tree"]
        rows = [
            (
                name,
                f"{t.least * 1e3:.0f}",
                f"{len(text) / t.least / 1e6:.2f}",
                f"{peer.least / t.least:.1f}",
                f"{peer.middle / t.middle:.1f}",
            )
            for name, t in times.items()
        ]
        table(
            f"Parsing {len(text) / 1e3:.0f} kB: {title}, {rounds} rounds",
            ("parser", "least ms", "MB/s", "times Lark", "(median)"),
            rows,
        )


def ours(text: str) -> Outcome[File]:
    """Parse, and make sure that it was the language and not a list of mistakes."""
    outcome = assemble(Source("plans", text), plan_grammar())
    assert outcome.ok, outcome.diagnostics[:3]
    return outcome


def forget() -> None:
    """What the memos know from earlier rounds."""
    known = plan_grammar()
    known.lines.clear()
    known._pieces.clear()


if __name__ == "__main__":
    main()
