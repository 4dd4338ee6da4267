"""The XML of a workout, with the elements and attributes of Zwift's own workouts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from xml.etree import ElementTree as ET

from mesocycle.output import wording
from mesocycle.output.text import one_line
from mesocycle.programme import Programme, Session

from .pieces import Intervals, Stretch
from .shares import Share

#: How long after one text the next one comes, in seconds or in metres.
_NEXT = 10


def document(
    programme: Programme,
    session: Session,
    sport: str,
    pieces: Sequence[Stretch | Intervals],
    ftp: int | None,
    *,
    far: bool,
) -> bytes:
    """The file; `far` if lengths are metres."""
    root = ET.Element("workout_file")
    day = f"{session.date} " if session.date else ""
    _add(root, "author", ", ".join(programme.plan.authors) or programme.plan.name)
    _add(root, "name", day + wording.title(session))
    _add(root, "description", _description(programme, session))
    _add(root, "category", programme.plan.name)
    _add(root, "sportType", sport)
    if sport == "run":
        _add(root, "durationType", "distance" if far else "time")
    if ftp:
        _add(root, "ftpOverride", str(ftp))
    workout = ET.SubElement(root, "workout")
    for piece in pieces:
        if isinstance(piece, Intervals):
            _intervals(workout, piece, far=far)
        else:
            _stretch(workout, piece, far=far)
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = one_line(text)


def _description(programme: Programme, session: Session) -> str:
    told = [
        f"{session.phase}." if session.phase else "",
        wording.PROVISIONAL if session.provisional else "",
        *session.notes,
        programme.abort,
        programme.disclaimer,
    ]
    return " ".join(filter(None, map(one_line, told)))


def _stretch(workout: ET.Element, piece: Stretch, *, far: bool) -> None:
    shown = {"Duration": str(piece.length)}
    share, last = piece.share, piece.share_end
    if share is None:
        name = "FreeRide"
        shown |= {"FlatRoad": "1"} if piece.cadence is None else {"Cadence": str(piece.cadence)}
    elif last is not None or piece.part in ("warmup", "cooldown"):
        name = {"warmup": "Warmup", "cooldown": "Cooldown"}.get(piece.part, "Ramp")
        # What it begins with is called low, and what it ends with high, also on the way down.
        shown |= {"PowerLow": _number(share), "PowerHigh": _number(last or share)} | _race(share)
    else:
        name = "SteadyState"
        shown |= {"Power": _number(share)} | _race(share)
    _texts(ET.SubElement(workout, name, shown), piece, 0, far=far)


def _intervals(workout: ET.Element, piece: Intervals, *, far: bool) -> None:
    on, off = piece.on, piece.off
    assert on.share is not None
    assert off.share is not None
    shown = {
        "Repeat": str(piece.repeat),
        "OnDuration": str(on.length),
        "OffDuration": str(off.length),
        "OnPower": _number(on.share),
        "OffPower": _number(off.share),
        **_race(on.share),
    }
    element = ET.SubElement(workout, "IntervalsT", shown)
    for time in range(piece.repeat):
        start = time * (on.length + off.length)
        _texts(element, on, start, far=far)
        _texts(element, off, start + on.length, far=far)


def _texts(element: ET.Element, piece: Stretch, start: int, *, far: bool) -> None:
    """One text after the other; those for which the stretch is too short in one with the last."""
    room = max(1, (piece.length - 1) // _NEXT)
    shown = [*piece.texts[: room - 1], " · ".join(piece.texts[room - 1 :])]
    for offset, message in zip(count(start, _NEXT), filter(None, shown), strict=False):
        where = "distoffset" if far else "timeoffset"
        ET.SubElement(element, "textevent", {where: str(offset), "message": message})


def _number(share: Share) -> str:
    return f"{share.value:.3f}"


def _race(share: Share) -> dict[str, str]:
    return {} if share.race is None else {"pace": str(share.race)}
