"""Athletes of a few lines, as the diary's grammar reads them."""

from __future__ import annotations

import datetime as dt

from mesocycle.compiler.paces.bests import History
from mesocycle.diary.model import FitnessLog
from mesocycle.programme import Because
from mesocycle.syntax.diary_nodes import FitnessEntry
from mesocycle.syntax.parser import diary_grammar

DAY = dt.date(2026, 12, 7)


def logs(*lines):
    """The lines of a profile, or with a date in front of a diary."""
    return tuple(_log(line) for line in lines)


def _log(line):
    rule = "entry" if line[0].isdigit() else "profile"
    parsed = diary_grammar().parse(rule, line)
    assert not parsed.mistakes, parsed.mistakes
    (node,) = parsed.nodes
    because = Because("ana.diary", 1, line)
    if isinstance(node, FitnessEntry):
        return FitnessLog(node.line, because, dt.date.fromisoformat(node.date.text))
    return FitnessLog(node, because)


def known(*lines, date=DAY, plan=()):
    """What is known on a day of an athlete with these lines, after those of a plan."""
    return History(logs(*plan), logs(*lines)).on(date)
