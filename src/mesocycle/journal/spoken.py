"""What somebody says of a day in short, as a line of a diary.

`Superman 10, 10, 9, pain 0` is `Superman; 10, 10, 9; pain 0`. Only marks between the parts
are added, and names get the case that they are written in: no word and no number changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Literal

import msgspec

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.model import fold
from mesocycle.syntax.layout import cut
from mesocycle.syntax.nesting import PLACES, first_word
from mesocycle.syntax.parser import Grammar, diary_grammar

#: `session`: a session as done. `exercise`: a line of it, or an entry of its own. `clause`:
#: something said of a session. `entry`: anything else that has a date.
Kind = Literal["session", "exercise", "clause", "entry"]

_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: +|$)")
_OPENED = re.compile(r"([0-9]{1,2}:[0-9]{2} +)?(unplanned +)?")
_QUOTED = re.compile(r'("[^"]*")')
_UNPLANNED = re.compile(r'([^\W\d_"][^0-9;,"]*)')
#: An exercise's name has no more words than this, and no line more parts between commas.
_WORDS, _PIECES = 12, 60

#: Entries are looked at with a date in front, whichever.
_SOME_DAY = "2026-01-01"

#: Inside double quotes, shells make single ones the easier ones to type.
_SINGLE = re.compile(r"(?<![\w\"])'([^'\"]*)'(?!\w)")
_BARE_SETS = re.compile(r"(?<![\w.])([0-9]+)(?: +(?=[0-9]+(?: |$|,|;)))")


#: Words that open a clause wherever they stand (but in quotes); and where a clause may end.
_OPENS = re.compile(r'"[^"]*"|(?<=\S) +((?:pain|not slow|(?<!not )slow|form|felt|skipped|note)\b)')
_BREAKS = re.compile(r" +(?=(?:left|right)\b|[0-9.]+ ?(?:min|h|km|mi)\b)")


class Known(msgspec.Struct, frozen=True):
    """What a line may name: sessions and questions of the plan, and exercises.

    `exercise` gives the name of an exercise as it is written, or None; it is None itself where
    nobody knows which exercises there are.
    """

    sessions: Sequence[str] = ()
    asks: Sequence[str] = ()
    exercise: Callable[[str], str | None] | None = None


class Said(msgspec.Struct, frozen=True):
    """A line for the diary without its date; `date`, if it begins with one.

    `exercise`: the name that a line of that kind begins with.
    """

    kind: Kind
    text: str
    date: str | None = None
    exercise: str = ""


def spoken(text: str, known: Known) -> Said:
    """The line that `text` means."""
    text = _SINGLE.sub(r'"\1"', text.strip())
    dated = _DATE.match(text)
    date = dated[1] if dated else None
    text = text[dated.end() :].strip() if dated else text
    return msgspec.structs.replace(_undated(text, known), date=date)


def _undated(text: str, known: Known) -> Said:
    grammar = diary_grammar()
    margin, logged = (PLACES["diary"][place].forms for place in ("margin", "logged"))
    word = first_word(text).word.lower()
    session = _session(grammar, text, known)
    if session is not None:
        return Said("session", session)
    if word in margin:
        entry = _with_marks(grammar, text)
        if entry is not None:
            return Said("entry", entry)
    name, clauses = _split(grammar, text, known)
    if known.exercise is not None and name and _named(name, known.exercise):
        return Said("exercise", "; ".join((name, *clauses)), exercise=name)
    if word in logged and word not in margin:
        return Said("clause", "; ".join(_clauses(grammar, text, "session_log") or (text,)))
    if word in margin or word in map(fold, known.asks) or not clauses or _a_place(name):
        return Said("entry", text)
    return Said("exercise", "; ".join((name, *clauses)), exercise=name)


def _a_place(name: str) -> bool:
    """Whether that is a part of the body: `left knee` of `left knee pain 3`."""
    return REGIONS.find(re.sub("^(?:left|right) ", "", fold(name))) is not None


def _session(grammar: Grammar, text: str, known: Known) -> str | None:
    """`Easy run 31min, pain 0` with its name in quotes, if it begins with a session's name.

    That is one of the plan's, or any in quotes, or behind `unplanned`.
    """
    opened = _OPENED.match(text)
    front = (opened[1] or "") + (opened[2] or "") if opened else ""
    rest = text[len(front) :]
    named = _QUOTED.match(rest) or (_UNPLANNED.match(rest) if opened and opened[2] else None)
    if named is not None and not front and _an_exercise(named[1], known):
        return None
    if named is not None:
        return front + _told(grammar, named[1].strip(' "'), rest[named.end() :], sure=True)
    for name in sorted(known.sessions, key=len, reverse=True):
        end = len(name)
        if fold(rest[:end]) == fold(name) and not rest[end : end + 1].isalnum():
            told = _told(grammar, name, rest[end:], sure=bool(front))
            if told:
                return front + told
    return None


def _an_exercise(quoted: str, known: Known) -> bool:
    """Whether that is an exercise in quotes, and no session of the plan."""
    name = quoted.strip(' "')
    return fold(name) not in map(fold, known.sessions) and bool(
        known.exercise and known.exercise(name)
    )


def _told(grammar: Grammar, name: str, rest: str, *, sure: bool) -> str:
    """A session with what is said of it; empty if that is nothing of a session, and not `sure`."""
    rest = rest.lstrip(" :;,")
    clauses = _clauses(grammar, rest, "session_log") if rest else ()
    if clauses is None and not sure:
        return ""
    return "; ".join((f'"{name}"', *((rest,) if clauses is None else clauses)))


def _split(grammar: Grammar, text: str, known: Known) -> tuple[str, tuple[str, ...]]:
    """The name that a line begins with, and what is said behind it (nothing: all is name)."""
    first, *others = [fragment.text for fragment in cut(text).fragments] or [text]
    rest = "; ".join(others)
    find = known.exercise or (lambda _: None)
    behind = _clauses(grammar, rest, "log") or ((rest.strip(),) if rest.strip() else ())
    whole = _named(first.strip(), find)
    if whole is not None:
        return whole, behind
    guessed = (first.strip(), behind)
    for space in islice(re.finditer(" +", first), _WORDS):
        clauses = _clauses(grammar, first[space.end() :], "log")
        head = first[: space.start()].rstrip(" :,-")
        if not clauses or not head:
            continue
        name = _named(head, find)
        if name is not None:
            return name, (*clauses, *behind)
        if guessed == (first.strip(), behind):
            guessed = (head, (*clauses, *behind))
    return guessed


def _named(head: str, find: Callable[[str], str | None]) -> str | None:
    """`heavy: bench press` with the exercise's name as it is written; None for no exercise."""
    label, colon, name = head.rpartition(": ")
    name, instead, planned = name.partition(" instead of ")
    found = find(name.strip(' "'))
    other = find(planned.strip(' "')) if instead else ""
    return f"{label}{colon}{found}{instead}{other}" if found and other is not None else None


def _clauses(grammar: Grammar, text: str, rule: str) -> tuple[str, ...] | None:
    """The clauses in `text`, between which may stand a comma; None if some of it is none."""
    found: list[str] = []
    for fragment in cut(text).fragments:
        parts = _parts(grammar, fragment.text, rule)
        if fragment.mistake is not None or parts is None:
            return None
        found += parts
    return tuple(found)


def _parts(grammar: Grammar, text: str, rule: str) -> list[str] | None:
    """`10, 10, pain 0` as the clauses it consists of: each as long as can be."""
    pieces = [part for piece in _split_commas(text) for part in _opened(piece)]
    found: list[str] = []
    if len(pieces) > _PIECES:
        return None
    while pieces:
        for end in range(len(pieces), 0, -1):
            clause = ", ".join(pieces[:end])
            spaced = _BARE_SETS.sub(r"\1, ", clause)
            taken = next((each for each in (clause, spaced) if grammar.takes(rule, each)), None)
            if taken is not None:
                found.append(taken)
                del pieces[:end]
                break
        else:
            if not _broken(grammar, rule, pieces):
                return None
    return found


def _opened(piece: str) -> Iterator[str]:
    """`8 pain 0 slow` as its parts, each from the word that opens a clause; quotes stay whole."""
    begun = 0
    for word in _OPENS.finditer(piece):
        if word[1]:
            yield piece[begun : word.start()].strip()
            begun = word.start()
    yield piece[begun:].strip()


def _broken(grammar: Grammar, rule: str, pieces: list[str]) -> bool:
    """Break the first piece before a side, or a time or a way, where its front is a clause."""
    piece = pieces[0]
    for place in reversed(list(_BREAKS.finditer(piece))):
        front = _BARE_SETS.sub(r"\1, ", piece[: place.start()])
        if grammar.takes(rule, front):
            pieces[:1] = [piece[: place.start()], piece[place.end() :]]
            return True
    return False


def _split_commas(text: str) -> Iterator[str]:
    """The parts between commas that are not in quotes."""
    yield from re.findall(r'(?:"[^"]*"|[^,"])+', text)


def _with_marks(grammar: Grammar, text: str) -> str | None:
    """An entry with a `;` where a comma was meant: `brisk walk 30min, pain 0`; None for none."""
    if any(grammar.takes("entry", f"{_SOME_DAY} {part.text}") for part in cut(text).fragments[:1]):
        return text
    first, *rest = _split_commas(text)
    clauses = _clauses(grammar, ",".join(rest), "log") if rest and ";" not in text else None
    if not clauses or not grammar.takes("entry", f"{_SOME_DAY} {first.strip()}"):
        return None
    return "; ".join((first.strip(), *clauses))
