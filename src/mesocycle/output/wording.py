"""The programme in words: times, days, and whole schemes, as a sheet or a calendar says them.

Outputs need not use these; those that do speak alike. English, the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from mesocycle.programme import Block, Range, Segment, SegmentEnd, Session, Set

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_BLOCKS = {
    "superset": "Superset", "circuit": "Circuit", "interleave": "In turn",
    "emom": "Every minute", "every": "On the clock", "amrap": "As many rounds as possible",
    "for_time": "For time", "tabata": "Tabata", "warmup": "Warm-up", "cooldown": "Cool-down",
}  # fmt: skip
_STATUS = {
    "planned": "", "assessment": "Assessment", "done": "Done", "missed": "Missed",
    "moved": "Moved", "skipped": "Skipped", "stopped": "Stopped",
}  # fmt: skip

#: What it means that a session is provisional.
PROVISIONAL = "Provisional: the numbers assume that the sessions before it go as planned."

_LOG_SETS = (
    "To log: every set as done, left and right apart; pain 0-10; whether the form held; how hard "
    "it felt; pain next morning."
)
_LOG_DISTANCE = (
    "To log: time and distance as done; pain 0-10, and where; how hard it felt; pain next morning."
)


def duration(seconds: int) -> str:
    """`45 s`, `90 s`, `2 min`, `2 min 30 s`, `1 h 15 min`."""
    if seconds < 120 and seconds % 60:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    parts.append(f"{rest} s" if rest else "")
    return " ".join(filter(None, parts)) or "0 s"


def short_time(seconds: int) -> str:
    """A hold or a rest: like `duration`, but `60 s`, as it is counted."""
    return f"{seconds} s" if seconds < 120 else duration(seconds)


def distance(metres: int) -> str:
    """`400 m`, `5 km`, `21.1 km`."""
    return (
        f"{metres} m" if metres < 1000 else f"{metres / 1000:.2f}".rstrip("0").rstrip(".") + " km"
    )


def number(value: float) -> str:
    """`8`, `8.5`: no more digits than needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def count(how_many: int, one: str, many: str | None = None) -> str:
    """`1 session`, `3 sessions`."""
    return f"{how_many} {one if how_many == 1 else many or one + 's'}"


def day(iso: str, *, short: bool = False, year: bool = False) -> str:
    """`Monday 7 December`, short `Mon 7 Dec`, with the year `Monday 7 December 2026`."""
    when = date.fromisoformat(iso)
    weekday, month = _WEEKDAYS[when.weekday()], _MONTHS[when.month - 1]
    words = [weekday[:3], str(when.day), month[:3]] if short else [weekday, str(when.day), month]
    return " ".join([*words, str(when.year)] if year else words)


def time_of_day(session: Session) -> str:
    """`07:00`, or `before bed`, or nothing."""
    if session.start:
        return f"{datetime.fromisoformat(session.start):%H:%M}"
    return (session.slot or "").replace("_", " ")


def status(session: Session) -> str:
    """The session's status in a word; nothing for one that is simply planned."""
    return _STATUS[session.status]


def takes_place(session: Session) -> bool:
    """Whether there is anything to do: it was neither skipped nor stopped."""
    return session.status not in ("skipped", "stopped")


def to_do(session: Session) -> bool:
    """Whether it takes place and is not in the past."""
    return session.status in ("planned", "assessment", "moved")


def exercise_names(session: Session) -> list[str]:
    """The exercises of a session in order, each once."""
    items = (item for block in session.blocks for item in block.items)
    return list(dict.fromkeys(item.exercise.name for item in items if item.exercise))


def gist(session: Session, most: int = 3) -> str:
    """What a session is about, in a line: its exercises, or else its main stretch."""
    names = exercise_names(session)
    if names:
        more = f" and {len(names) - most} more" if len(names) > most else ""
        return ", ".join(names[:most]) + more
    main = [
        each for block in session.blocks if block.kind == "endurance" for each in block.segments
    ]
    return segment(main[0]) if main else ""


def to_log(session: Session) -> str:
    """What the next session is decided from; nothing if there is nothing to do."""
    if exercise_names(session):
        return _LOG_SETS
    return _LOG_DISTANCE if any(block.segments for block in session.blocks) else ""


def scheme(sets: Sequence[Set]) -> str:
    """All sets in one phrase: `3 × 8 reps (8–12) each side, tempo 2-0-2-0, rest 60 s`."""
    groups = Counter(_set(each) for each in sets)
    parts = [phrase.replace("×", f"{times} ×", 1) for phrase, times in groups.items()]
    tempos = {f"tempo {'-'.join(map(str, each.tempo))}": None for each in sets if each.tempo}
    rests = {f"rest {_range(each.rest_s)}": None for each in sets if each.rest_s}
    return ", ".join([*parts, *tempos, *rests])


def segment(stretch: Segment) -> str:
    """`run 30 min, easy`; `6 × (run 1 min, 5k pace; jog 2 min)`."""
    if stretch.segments:
        inner = "; ".join(segment(each) for each in stretch.segments)
        return f"{stretch.repeat} × ({inner})" if stretch.repeat > 1 else inner
    words = f"{stretch.activity} {_end(stretch.end)}".strip()
    words = f"{words}, {stretch.target.text}" if stretch.target else words
    return f"{stretch.repeat} × {words}" if stretch.repeat > 1 else words


def segment_cues(stretch: Segment) -> list[str]:
    """What the coach says of a stretch and of those inside it, each thing once."""
    inner = (text for each in stretch.segments for text in segment_cues(each))
    return list(dict.fromkeys([*stretch.cues, *stretch.notes, *inner]))


def heading(block: Block) -> str:
    """How a block is done: `Circuit, 4 rounds, rest 60 s between rounds`; nothing if plainly."""
    words = [block.title or _BLOCKS.get(block.kind, "")]
    if block.rounds:
        words.append(count(block.rounds, "round"))
    if block.duration_s:
        words.append(duration(block.duration_s))
    if block.cap_s:
        words.append(f"at most {duration(block.cap_s)}")
    if block.rest_s:
        words.append(f"rest {short_time(block.rest_s)} between rounds")
    line = ", ".join(filter(None, words))
    return line[:1].upper() + line[1:]


def _set(one: Set) -> str:
    """One set with a bare `×` where the number of such sets goes."""
    before = [name for name, is_so in (("warm-up", one.warmup), ("test", one.test)) if is_so]
    before += [one.side] if one.side in ("left", "right") else []
    after = ["each side"] if one.side == "each" else []
    if one.load:
        written = f" ({one.load.written})" if one.load.written not in ("", one.load.shown) else ""
        after.append(f"at {one.load.shown}{written}")
    if one.rpe is not None:
        after.append(f"at RPE {number(one.rpe)}")
    if one.rir is not None:
        after.append(f"with {count(one.rir, 'rep')} in reserve")
    if one.label:
        after.append(f"({one.label})")
    return " ".join([*before, "×", _work(one), *after])


def _work(one: Set) -> str:
    parts = []
    if one.reps:
        or_more = " or more" if one.amrap else ""
        parts.append(f"{one.reps.target}{or_more} {'rep' if one.reps.target == 1 else 'reps'}")
        parts += _band(one.reps.min, one.reps.max, str)
    if one.hold_s:
        or_more = " or more" if one.amrap and not one.reps else ""
        parts.append(f"{short_time(one.hold_s.target)}{or_more}")
        parts += _band(one.hold_s.min, one.hold_s.max, short_time)
    if one.distance_m is not None:
        parts.append(distance(one.distance_m))
    if not parts and one.amrap:
        parts.append("as many as possible")
    return " ".join(parts) or "set"


def _band(low: int | None, high: int | None, say: Callable[[int], str]) -> list[str]:
    """The band to work up through, if it is one: `(8–12)`, `(30–60 s)`."""
    if low is None or high is None or low == high:
        return []
    return [f"({_between(low, high, say)})"]


def _between(low: int, high: int, say: Callable[[int], str]) -> str:
    first, second = say(low), say(high)
    number_of_first, _, unit = first.partition(" ")
    same_unit = unit and second.endswith(f" {unit}") and second.count(" ") == first.count(" ") == 1
    return f"{number_of_first if same_unit else first}–{second}"


def _range(band: Range) -> str:
    if band.min is None or band.max is None or band.min == band.max:
        return short_time(band.target)
    return _between(band.min, band.max, short_time)


def _end(end: SegmentEnd | None) -> str:
    if end is None:
        return ""
    if end.kind == "time" and end.seconds is not None:
        return duration(end.seconds)
    if end.kind == "distance" and end.metres is not None:
        return distance(end.metres)
    return end.text or "until you press lap"
