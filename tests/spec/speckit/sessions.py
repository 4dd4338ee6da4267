"""Expected sessions: their dates, their status, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import ndiff

from mesocycle.programme import Session
from tests.spec.speckit import render
from tests.spec.speckit.compile import Compiled


def programme(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """Each session listed, with all its items; sessions that are not listed do not matter."""
    made = compiled.programme
    every = (*made.sessions, *made.todo)
    notes = render.day_notes(made)
    for title, body in _sections(lines):
        if ' note "' in title:
            if title not in notes:
                yield "\n    ".join((f"no {title}", *notes))
            continue
        head = title.split(", ")[0]
        session = next((session for session in every if _is(head, session)), None)
        if head.endswith(" nothing"):
            day = head.removesuffix(" nothing")
            yield from (f"not nothing: {render.head(s)}" for s in every if s.date == day)
        elif session is None:
            yield "\n    ".join((f"no session: {title}", *render.full(made, items=False)))
        else:
            yield from _same_words(title, session)
            yield from _same_items(title, body, session, render.remarks(session, made))


def dates(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """Exactly these sessions, in this order; a final `…` allows more."""
    made = compiled.programme
    found = [*made.sessions, *made.todo]
    if lines[-1] == "…":
        lines, found = lines[:-1], found[: len(lines) - 1]
    if lines == ["nothing"]:
        lines = []
    same = len(lines) == len(found) and all(
        _is(line.split(", ")[0], session) and not list(_same_words(line, session))
        for line, session in zip(lines, found, strict=True)
    )
    if not same:
        actual = [_dated(session) for session in found]
        yield "\n    ".join(("", *(line.rstrip() for line in ndiff(lines, actual))))


def _sections(lines: Iterable[str]) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith(" "):
            found[-1][1].append(line)
        else:
            found.append((line, []))
    return found


def _is(head: str, session: Session) -> bool:
    """Whether `mon 2026-12-07 07:00 Strength` (the weekday may be left out) is this session."""
    return head in (render.head(session), f"{_weekday(session)} {render.head(session)}")


def _weekday(session: Session) -> str:
    return date.fromisoformat(session.date).strftime("%a").lower() if session.date else ""


def _dated(session: Session) -> str:
    return " ".join((_weekday(session), ", ".join((render.head(session), *render.words(session)))))


def _same_words(title: str, session: Session) -> Iterator[str]:
    """Every word said holds; a status other than `planned` must be said."""
    said, found = title.split(", ")[1:], render.words(session)
    unsaid = {session.status} - {"planned"} - set(said)
    if unsaid or not set(said) - {"planned"} <= set(found):
        yield f"{title} is: {', '.join((render.head(session), *found))}"


def _same_items(
    title: str, body: list[str], session: Session, said: tuple[str, ...]
) -> Iterator[str]:
    items: list[str] = []
    details: list[tuple[str, str]] = []
    for line, item in _levels(body):
        if item and line.startswith(('note "', 'reason "', 'basis "')):
            if not _among(line, said):
                yield f"{title}: no {line} in {said}"
        elif item:
            items.append(line)
        elif items:
            details.append((items[-1], line))
    found = list(render.lines(session))
    if items and not _all_match(items, [line for line, _ in found]):
        diff = ndiff(items, [line for line, _ in found])
        yield "\n    ".join((f"{title}:", *(line.rstrip() for line in diff)))
    for text, line in details:
        of = next((d for item, d in found if _matches(text, item)), ())
        if not _among(line, of):
            yield f"{title}: {text}: no {line} in {of}"


def _levels(body: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is an item; otherwise it is said of the item above it.

    Under the line of a group, items stand one level deeper.
    """
    grouped = False
    for line in body:
        text, depth = line.strip(), len(line) - len(line.lstrip())
        if depth <= 2:
            grouped = render.is_group(text)
            yield text, True
        elif grouped and depth <= 4:
            yield render.GROUPED + text, True
        else:
            yield text, False


def _all_match(expected: list[str], found: list[str]) -> bool:
    """Line by line; a final `…` allows whatever follows, `nothing` is an empty session."""
    if expected == ["nothing"]:
        return not found
    if expected[-1].strip() == "…":
        expected, found = expected[:-1], found[: len(expected) - 1]
    return len(expected) == len(found) and all(map(_matches, expected, found))


def _matches(expected: str, found: str) -> bool:
    """Equal, or equal up to a `…` at the end of the line."""
    if expected.endswith("…"):
        return found.startswith(expected[:-1].rstrip(" ,"))
    return expected == found


def _among(expected: str, found: Iterable[str]) -> bool:
    """`cue "…"` needs only a part of the text between the quotes."""
    key, _, quoted = expected.partition(' "')
    if not quoted:
        return expected in found
    part = quoted.rstrip('"').lower()
    return any(text.startswith(f'{key} "') and part in text.lower() for text in found)
