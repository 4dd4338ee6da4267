"""Text to nodes: the parser of plans, libraries and diaries.

Layout first (lines, depth, fragments), then each fragment by the grammar rule that the nesting
table selects, then assembly. See `layout`, `nesting`, `parser`, `reader` and `assemble`.
"""

from __future__ import annotations

from mesocycle.diagnostics import Outcome
from mesocycle.source import Source
from mesocycle.syntax.nodes import File

__all__ = ["parse", "parse_diary"]


def parse(source: Source) -> Outcome[File]:
    """A plan or a library: its statements, beside every mistake in it.

    A file is given even when there are errors: what could be read of it.
    """
    from mesocycle.syntax.assemble import assemble
    from mesocycle.syntax.parser import plan_grammar

    return assemble(source, plan_grammar())


def parse_diary(source: Source) -> Outcome[File]:
    """A diary: its profile and entries, beside every mistake in it; as `parse` otherwise."""
    from mesocycle.syntax.assemble import assemble
    from mesocycle.syntax.parser import diary_grammar

    return assemble(source, diary_grammar())
