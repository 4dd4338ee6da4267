"""Paused: what is said to somebody with a red flag that nobody has cleared (SR4)."""

from __future__ import annotations

from collections.abc import Callable

from mesocycle.civil import spoken
from mesocycle.diary.model import Flag
from mesocycle.programme import EMERGENCY


def refer(flags: list[Flag], *, in_part: bool = False) -> str:
    """The block for the reader: what to do now, in the words that go with every red flag.

    `in_part`: some of the training has been cleared, so there are sessions to do.
    """
    levels = {flag.level for flag in flags}
    lines = [EMERGENCY] if "emergency" in levels and not in_part else []
    lines += ["Call a doctor today."] if "urgent" in levels and not in_part else []
    lines += [_reported(first, last) for first, last in repeated(flags)]
    what = "Training that is not cleared" if in_part else "Training"
    lines.append(
        f"{what} is paused until a doctor or physiotherapist has said you may go on. Record it, "
        'with the day on which they said so, as: YYYY-MM-DD cleared by "…"'
    )
    return " ".join(lines)


def repeated(
    flags: list[Flag], raised: Callable[[Flag], object] = lambda _: None
) -> list[tuple[Flag, Flag]]:
    """Flags that say the same, and that the same rule raised: the first and the last of them."""
    found: dict[tuple[str, str, int], tuple[Flag, Flag]] = {}
    for flag in sorted(flags, key=lambda flag: flag.date):
        key = (flag.text, flag.level, id(raised(flag)))
        found[key] = (found[key][0] if key in found else flag, flag)
    return list(found.values())


def _reported(first: Flag, last: Flag) -> str:
    again = f", and last on {spoken(last.date)}" if last.date > first.date else ""
    return f"You reported {first.text} on {spoken(first.date)}{again}."


def paused(flags: list[Flag]) -> str:
    """The reason a session is stopped, without saying what hurt."""
    since = spoken(min(flag.date for flag in flags))
    first = EMERGENCY + " " if any(flag.level == "emergency" for flag in flags) else ""
    return (
        f"{first}Training is paused since {since} until a doctor or physiotherapist has said you "
        "may go on. Record it in the diary as: cleared by …"
    )
