"""Sessions and programmes of samples: the days on which they are, and their ids."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from mesocycle.programme import Block, PlanInfo, Programme, Session, Status

START = date(2026, 12, 7)


def session(
    name: str,
    day: int,
    *blocks: Block,
    start: str | None = "07:00:00+01:00",
    minutes: int | None = 40,
    status: Status = "planned",
    provisional: bool = False,
    reason: str | None = None,
    categories: tuple[str, ...] = ("strength",),
) -> Session:
    """A session `day` days after the start; its id stands for its slot, as the compiler's do."""
    on = (START + timedelta(days=day)).isoformat()
    return Session(
        id=str(uuid5(NAMESPACE_URL, f"mesocycle sample {name} {day}")),
        name=name,
        week=day // 7 + 1,
        date=on,
        start=f"{on}T{start}" if start else None,
        minutes=minutes,
        status=status,
        provisional=provisional,
        reason=reason,
        blocks=blocks,
        categories=categories,
    )


def programme(*sessions: Session, **changes: object) -> Programme:
    """A programme of these sessions over the weeks that they need."""
    days = [date.fromisoformat(each.date) for each in sessions if each.date]
    whole = {
        "plan": PlanInfo(name="A back that runs", id="a-back-that-runs"),
        "timezone": "Europe/Berlin",
        "starts": START.isoformat(),
        "ends": max([*days, START + timedelta(days=6)]).isoformat(),
        "sessions": sessions,
    }
    return Programme(**(whole | changes))  # type: ignore[arg-type]  # fields by name
