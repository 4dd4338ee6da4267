"""Whether a diary stops training, read as far as it can be read.

For a feed that cannot be made: what was good last may say "train" though a red flag was
written since, and the line that keeps it from being made may be that of the flag itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mesocycle.catalogue import Catalogue
from mesocycle.diary.health import Health
from mesocycle.diary.model import Clearance, Diary
from mesocycle.diary.read import read
from mesocycle.diary.whole import whole
from mesocycle.source import Bound, Source

#: A line that was meant as a red flag, in whatever way it is misspelt.
_FLAG = re.compile(
    r"^[ \t]*([0-9]{4}-[0-9]{2}-[0-9]{2})[ \t]+(?:red[ \t]+)?(?:fl\w{0,2}g|flga|lfag|falg)\w*",
    re.MULTILINE | re.IGNORECASE,
)
_CLEARED = re.compile(
    r"^[ \t]*([0-9]{4}-[0-9]{2}-[0-9]{2})[ \t]+cleared +by\b", re.MULTILINE | re.IGNORECASE
)
_MOST_FILES = 200


def stopped_since(source: Source) -> date | None:
    """The day of the first red flag, or condition, that nobody has cleared; None without one.

    A clearance for some things (`for walking`) counts as one here: what was good last knows
    it. What the parser refuses still counts as a flag if it was meant as one.
    """
    parsed = whole(source).value
    diary = read(parsed, Catalogue()).value if parsed is not None else None
    if diary is None or diary.last is None:
        return flagged_since([each.text for each in texts(source)])
    found = [*_reported(diary), *_refused(source, diary)]
    return min(found, default=None)


def flagged_since(texts: list[str]) -> date | None:
    """The same of text that nobody can read any more than line by line."""
    flags = [day for text in texts for day in _days(_FLAG, text)]
    cleared = max((day for text in texts for day in _days(_CLEARED, text)), default=date.min)
    return min((day for day in flags if day >= cleared), default=None)


def _reported(diary: Diary) -> Iterator[date]:
    """What the parser understood."""
    today = diary.last
    assert today is not None
    health = Health(diary, today)
    for flag in health.flags(today):
        if not any(_speaks(each, None) and each.date >= flag.date for each in diary.clearances):
            yield flag.date
    for reason in health.outside(today):
        since = reason.date or date.min
        if not any(_speaks(c, reason.name) and c.date >= since for c in diary.clearances):
            yield since


def _speaks(clearance: Clearance, condition: str | None) -> bool:
    return clearance.condition == condition


def _refused(source: Source, diary: Diary) -> Iterator[date]:
    """What was meant as a flag, and is none that the parser knows."""
    known = {flag.because.text.strip() for flag in diary.flags}
    cleared = max((c.date for c in diary.clearances if c.condition is None), default=date.min)
    for each in texts(source):
        for line in _FLAG.finditer(each.text):
            end = each.text.find("\n", line.start())
            written = each.text[line.start() : end if end >= 0 else len(each.text)]
            day = _day(line[1])
            if day is not None and day >= cleared and not _is_known(written, known):
                yield day


def _is_known(written: str, known: set[str]) -> bool:
    return any(written.strip().startswith(each) for each in known if each)


def texts(source: Source) -> Iterator[Source]:
    """The files of a diary, each once."""
    seen, todo = {id(source)}, [source]
    while todo and len(seen) < _MOST_FILES:
        each = todo.pop()
        yield each
        for part in each.included.values() if isinstance(each, Bound) else ():
            if isinstance(part, Source) and id(part) not in seen:
                seen.add(id(part))
                todo.append(part)


def _days(form: re.Pattern[str], text: str) -> Iterator[date]:
    for found in form.finditer(text):
        day = _day(found[1])
        if day is not None:
            yield day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
