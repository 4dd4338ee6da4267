"""Scenarios as they are written: `misses week 3; knee pain 5 from 2026-12-20`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.model import fold
from mesocycle.simulation.events import (
    Event,
    Hurts,
    InExercise,
    Misses,
    Scenario,
    When,
    Writes,
)
from mesocycle.simulation.known import Known, near
from mesocycle.simulation.misread import Misread
from mesocycle.simulation.whens import split_when

#: What can be said, for who says something else.
FORMS: Final = (
    "all done", "misses week 3", 'misses "Strength" in week 3', "misses every 3rd session",
    "nothing logged from 2026-12-14", "knee pain 5 from 2026-12-20 to 2026-12-24",
    "pain 3 in Superman from 2026-12-20", "form lost on rung 4", "form lost on Superman",
    "short on Squat in week 2", "flag numbness on 2026-12-20", "cleared on 2026-12-28 for strength",
)  # fmt: skip

_WORDS: Final = (
    "all", "done", "misses", "weeks", "every", "session", "nothing", "logged", "pain", "form",
    "lost", "rung", "short", "flag", "cleared", "brisk", "walk", "from", "until", "left", "right",
)  # fmt: skip

#: A clinician nobody has named.
_SOMEBODY: Final = "physiotherapist"

#: Entries that hold from their day on, so that one is enough; an answer is given every day.
_ONCE: Final = ("flag", "cleared", "brisk", "max", "bodyweight", "no", "best", "condition")

_CLEARED: Final = re.compile(r'^(cleared(?: by (?:"[^"]*"|\S+))?) on (\S+)(.*)$', re.IGNORECASE)

Maker = Callable[[Known, re.Match[str], When], Event | None]


def read(text: str, known: Known) -> Scenario | Misread:
    """The scenario that `text` describes for a plan, or what is wrong with it."""
    try:
        events = [_event(clause, known) for clause in _clauses(text)]
    except Misread as wrong:
        return wrong
    return Scenario(" ".join(text.split()), tuple(event for event in events if event is not None))


def _clauses(text: str) -> list[str]:
    """The parts between semicolons; one within quotes belongs to a name."""
    parts = re.findall(r'(?:"[^"]*"|[^;])+', text)
    clauses = [words for part in parts if (words := " ".join(part.split()))]
    if not clauses:
        raise Misread("a scenario that says nothing", f"write for instance: {FORMS[1]}")
    return clauses


def _event(clause: str, known: Known) -> Event | None:
    in_order = _CLEARED.sub(r"\1\3 on \2", clause)  # the day last, as everywhere
    rest, when = split_when(in_order, known)
    if re.search(r"\d{4}-\d", rest):
        hint = "a day is told as: on 2026-12-20, from 2026-12-20, from 2026-12-20 to 2026-12-24"
        raise Misread(f"{clause!r} does not say how its day is meant", hint)
    for pattern, make in _FORMS:
        if found := pattern.fullmatch(rest):
            return make(known, found, when)
    return _line(clause, rest, when, known)


def _line(clause: str, rest: str, when: When, known: Known) -> Event:
    """What is none of the words of scenarios is a line of the diary, if it is one."""
    text = re.sub(r"^cleared(?! by)", f'cleared by "{_SOMEBODY}"', rest, flags=re.IGNORECASE)
    word = text.split()[0].casefold() if text else ""
    if word not in _ONCE:
        _refuse_typo(clause, rest, known)
    try:
        entries = known.entries(text, when.first or known.first)
    except Misread as wrong:
        if word in _ONCE:
            raise
        asks = known.plan.asks and wrong.hint
        hint = asks or "\n  ".join(("what can be said:", *FORMS))
        raise Misread(f"{clause!r} is no scenario: {wrong.message}", hint) from None
    if when.first is None and word in _ONCE:
        raise Misread(f"on which day is {clause!r}?", f"{clause} on {known.first}")
    return Writes(when, text, entries, word in _ONCE)


def _refuse_typo(clause: str, rest: str, known: Known) -> None:
    """A word that is nearly a known one is told before anything else is tried."""
    from mesocycle.catalogue.suggest import closest

    asked = [word for ask in known.plan.asks for word in (ask.name, *ask.scale)]
    every = (*_WORDS, *(fold(word) for word in asked))
    words = re.findall(r"[a-z]+", re.sub(r'"[^"]*"', "", rest.casefold()))
    for word in words[:2]:
        if word not in every and len(word) > 2 and (meant := closest(word, every)):
            raise Misread(f"{clause!r} is no scenario", f"did you mean {meant} (for {word})?")


def _all_done(known: Known, found: re.Match[str], when: When) -> None:  # noqa: ARG001 - one of a table
    return None


def _misses(known: Known, found: re.Match[str], when: When) -> Event:
    name = found["quoted"] or found["bare"]
    session = known.session(name) if name else None
    every = int(found["every"] or 1)
    if not every:
        raise Misread("every 0th session is none", "misses every 3rd session")
    return Misses(when, session, every)


def _silent(known: Known, found: re.Match[str], when: When) -> Event:  # noqa: ARG001 - one of a table
    return Misses(when, silent=True)


def _pain(known: Known, found: re.Match[str], when: When) -> Event:
    value = int(found["value"])
    if value > 10:
        raise Misread(f"pain {value} is not on the scale", "pain goes from 0 to 10")
    if found["place"] and found["where"]:
        raise Misread(f"{found[0]!r} names two places", "knee pain 5, or: pain 5 in knee")
    place = (found["place"] or found["where"] or "").strip(' "')
    if not place:
        return Hurts(when, value)
    first, _, region = place.casefold().partition(" ")
    side: Literal["left", "right"] | None = (
        "left" if first == "left" else "right" if first == "right" else None
    )
    region = REGIONS.find(region if side else place) or ""
    if region:
        return Hurts(when, value, region, side)
    if found["place"]:
        raise Misread(f"{place!r} is no part of the body", near(place, REGIONS))
    return InExercise(when, frozenset({known.exercise(place)}), pain=value)


def _lost(known: Known, found: re.Match[str], when: When) -> Event:
    return InExercise(when, _which(known, found), form_lost=True)


def _short(known: Known, found: re.Match[str], when: When) -> Event:
    return InExercise(when, _which(known, found), short=True)


def _which(known: Known, found: re.Match[str]) -> frozenset[str]:
    if found["rung"]:
        return known.rung(int(found["rung"]), found["pool"])
    return frozenset({known.exercise(found["name"])})


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_WHICH = r'(?:rung (?P<rung>\d{1,3})(?: of "?(?P<pool>[^"]+?)"?)?|"?(?P<name>[^"]+?)"?)'

#: What is said of a clause without its days, and what it means.
_FORMS: Final[tuple[tuple[re.Pattern[str], Maker], ...]] = (
    (_pattern("(?:all|everything)(?: is)? done"), _all_done),
    (_pattern("nothing(?: is)? logged"), _silent),
    (
        _pattern(
            r'misses(?: all)?(?: "(?P<quoted>[^"]+)"| (?P<bare>(?!every\b).+?))?'
            r"(?: every (?P<every>\d{1,3})(?:st|nd|rd|th)?(?: sessions?)?)?"
        ),
        _misses,
    ),
    (
        _pattern(
            r"(?:(?P<place>[a-z][a-z ]*?) )?pain (?P<value>\d{1,3})(?: (?:in )?(?P<where>[^;]+))?"
        ),
        _pain,
    ),
    (_pattern(f"form lost (?:on|in) {_WHICH}"), _lost),
    (_pattern(f"short (?:on|in|of) {_WHICH}"), _short),
)
