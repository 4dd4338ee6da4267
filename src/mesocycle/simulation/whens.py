"""On which days: `on DATE`, `from DATE to DATE`, `in week 3`, `in weeks 3-4`, `from week 5`."""

from __future__ import annotations

import re
from typing import Final

from mesocycle.simulation.events import When
from mesocycle.simulation.known import Known
from mesocycle.simulation.misread import Misread

_TO: Final = r"(?: ?(?:-|–|to|until|and) ?)"
_DAY: Final = r"\d[\w-]*"
_WHEN: Final = re.compile(
    rf"(?:^| )(?:on (?P<on>{_DAY})"
    rf"|(?:from|since) (?P<first>{_DAY})(?: (?:to|until|till) (?P<last>{_DAY}))?"
    rf"|(?:to|until|till) (?P<until>{_DAY})"
    r"|(?P<since>from |since )?(?:in )?weeks? (?P<week>\d{1,3})"
    rf"(?:{_TO}(?:week )?(?P<end>\d{{1,3}}))?)$",
    re.IGNORECASE,
)


def split_when(clause: str, known: Known) -> tuple[str, When]:
    """The clause without its days, and these; with none, all the days there are."""
    found = _WHEN.search(clause)
    if found is None:
        return clause, When()
    rest = clause[: found.start()].strip()
    if found["on"]:
        day = known.day(found["on"])
        return rest, When(day, day)
    if found["until"]:
        return rest, When(None, known.date(found["until"]))
    if found["first"]:
        last = known.date(found["last"]) if found["last"] else None
        return rest, _in_order(When(known.date(found["first"]), last), clause)
    first, last = known.week(found["week"])
    if found["end"]:
        return rest, _in_order(When(first, known.week(found["end"])[1]), clause)
    return rest, When(first, None if found["since"] else last)


def _in_order(when: When, clause: str) -> When:
    if when.first and when.last and when.last < when.first:
        raise Misread(f"{clause!r} ends before it begins", "write the earlier day first")
    return when
