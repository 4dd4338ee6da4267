"""Words: amounts and shares as a coach would say them."""

from __future__ import annotations

from typing import Final

from mesocycle.compiler.checked import Move, Trigger
from mesocycle.mass import Mass
from mesocycle.miles import in_words, is_in_miles
from mesocycle.syntax.nodes import Count, Scheme, SetGroup


def share(hundredths: int) -> str:
    """`90 %` of hundredths of a per cent."""
    return f"{hundredths / 100:g} %"


def size(mass: Mass) -> str:
    """A mass without its sign: `2.5 kg`."""
    return str(Mass(abs(mass.micro), mass.unit))


def by_how_much(move: Move) -> str:
    """`up by 2.5 kg`, `down to 90 % of what it was`, `up by 2.5 %`, `to 60 kg`."""
    amount = move.amount
    if isinstance(amount, Mass):
        if move.how == "set":
            return f"to {size(amount)}"
        return f"{'down' if amount.micro < 0 else 'up'} by {size(amount)}"
    number = amount or 0
    if move.how == "times":
        if number < 10_000:
            return f"down to {share(number)} of what it was"
        return f"up by {share(number - 10_000)}"
    return f"to {number}" if move.how == "set" else f"by {number:+d}"


def reason(trigger: Trigger, fallback: str = "") -> str:
    """Why a rule fired, in words; `fallback` for what the session's own verdict says best."""
    kind, count = trigger.kind, trigger.count
    if kind == "misses":
        row = " in a row" if trigger.in_row else ""
        return f"the {ordinal(count)} miss{row} ({fallback})" if count > 1 else fallback
    text = fallback if kind in _JUDGED else _came_about(trigger)
    if trigger.times > 1:
        text = f"{text}, for the {ordinal(trigger.times)} time"
        text += " in a row" if trigger.in_row else ""
    return text


#: Of these the session's own verdict says best what was.
_JUDGED: Final = frozenset({"hit", "miss", "form", "pain"})


def _came_about(trigger: Trigger) -> str:
    count = trigger.count
    return {
        "top": "every set at the top of its range",
        "tested": "a new test",
        "phase": "the end of the phase",
        "week": f"week {count}",
        "off": f"{count} days off",
        "weeks": f"{count} weeks of training" if count > 1 else "a week of training",
        "sessions": f"{count} sessions" if count > 1 else "a session",
        "sum": f"{count} repetitions or more in all",
        "reps": _reps(trigger),
    }[trigger.kind]


def _reps(trigger: Trigger) -> str:
    low, high = trigger.count, trigger.most
    many = f"{low} or more" if high is None else str(low) if high == low else f"{low} to {high}"
    which = "the last set" if trigger.number is None else f"set {trigger.number}"
    return f"{many} repetitions in {which}"


def ordinal(number: int) -> str:
    """`3rd`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def spoken_scheme(scheme: Scheme) -> str:
    """Sets and reps as they are written, without loads: `5x3+`, `4x3, 1x3+`, `3x20-30s`."""
    return ", ".join(_spoken_group(group) for group in scheme.groups)


def _spoken_group(group: SetGroup) -> str:
    sets = f"{_count(group.sets)}x" if group.sets else ""
    if group.most:
        return f"{sets}max"
    unit = {"seconds": "s", "metres": "m"}.get(group.unit, "")
    return f"{sets}{_count(group.amount)}{unit}{'+' if group.plus else ''}"


def _count(count: Count) -> str:
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def length(what: str, value: int) -> str:
    """How long a run is: `35 min`, `1:30 min`, `5.5 km`, `3 mi`; `what` is time or distance."""
    if what == "distance":
        if is_in_miles(value):
            return in_words(value)
        return f"{value / 1000:g} km" if value >= 1000 else f"{value} m"
    minutes, seconds = divmod(value, 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes}:{seconds:02} min" if seconds else f"{minutes} min"
