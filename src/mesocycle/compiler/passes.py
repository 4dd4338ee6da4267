"""The passes that make a programme of a checked plan, in the order in which they run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.athlete import View
from mesocycle.compiler.calendar.changes import arrange
from mesocycle.compiler.calendar.logs import Logs, match
from mesocycle.compiler.calendar.missed import lengthened, settle
from mesocycle.compiler.calendar.notes import day_notes
from mesocycle.compiler.calendar.volumes import with_volumes
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.choice.settled import for_athlete
from mesocycle.compiler.days import phases
from mesocycle.compiler.days.place import place
from mesocycle.compiler.days.schedule import schedule
from mesocycle.compiler.draft import Draft
from mesocycle.compiler.ledger import Ledger
from mesocycle.compiler.numbers.ahead import tell_of_spikes
from mesocycle.compiler.numbers.statistics import regions, weeks
from mesocycle.compiler.numbers.weekly_load import with_load
from mesocycle.compiler.questions import ask_what_is_open
from mesocycle.compiler.rules.rulebook import Rulebook
from mesocycle.compiler.sessions.replay import Replay
from mesocycle.compiler.why import explained
from mesocycle.diary.model import Diary
from mesocycle.programme import Athlete, PlanInfo, Programme


def _tell_of_phases(draft: Draft) -> None:
    phases.tell(draft.settled, draft.ledger)


def _schedule(draft: Draft) -> None:
    draft.slots = phases.hold_back(draft.settled, schedule(draft.plan))
    draft.planned = {slot.key: slot for slot in draft.slots}


def _arrange(draft: Draft) -> None:
    draft.slots = arrange(draft.plan, draft.slots)


def _match(draft: Draft) -> None:
    draft.slots = match(draft.logs, draft.slots, place(draft.slots), draft.planned)


def _settle(draft: Draft) -> None:
    draft.slots = settle(draft.plan, draft.slots, draft.view, draft.logs, draft.rulebook)
    draft.plan = lengthened(draft.plan, draft.slots)
    draft.slots = with_volumes(draft.plan, draft.slots)


def _place(draft: Draft) -> None:
    draft.slots = place(draft.slots)


def _replay(draft: Draft) -> None:
    replay = Replay(draft.plan, draft.view, draft.ledger, draft.logs, draft.rulebook)
    made = replay.sessions(draft.slots)
    if replay.entries or draft.logs.beside or draft.logs.left():
        from mesocycle.compiler.sessions.record import as_done  # without a diary there is none

        made = as_done(draft, replay, made)
    draft.sessions = phases.marked(draft.settled, made)
    draft.todo = replay.todo(partial(phases.why_it_waits, draft.settled))
    draft.counted = replay.counted
    replay.tracks.ask(draft.ledger)


def _question(draft: Draft) -> None:
    ask_what_is_open(draft.plan, draft.view, draft.rulebook, draft.ledger)


def _count(draft: Draft) -> None:
    sessions = [
        replace(s, blocks=draft.counted[s.id]) if s.id in draft.counted else s
        for s in draft.sessions
    ]
    done = weeks(draft.plan, sessions)
    plan, view = draft.plan, draft.view
    draft.statistics = with_load(done, view.sessions, plan.starts, view.as_of, plan.first_day(1))


def _look_ahead(draft: Draft) -> None:
    tell_of_spikes(draft.plan, draft.view, draft.sessions, draft.ledger)


#: The order of things: how long phases were, days, exceptions to them, what was done and what
#: was missed, forbidden windows, what to do, what to ask, what it adds up to, what is ahead.
PASSES: Final[tuple[Callable[[Draft], None], ...]] = (
    _tell_of_phases,
    _schedule,
    _arrange,
    _match,
    _settle,
    _place,
    _replay,
    _question,
    _count,
    _look_ahead,
)


def compile_programme(
    plan: Plan, diary: Diary | None = None, as_of: dt.date | None = None
) -> Programme:
    """The programme of `plan` for the athlete of `diary`, as known on `as_of`.

    `as_of` defaults to the diary's last day, else to the plan's first: never to the clock.
    """
    day = as_of or (diary.last if diary else None) or plan.starts
    view = View(plan, diary, day)
    settled = phases.settle(for_athlete(plan, view), view)
    view.plan = settled.plan
    rulebook = Rulebook(settled.plan, view, diary)
    logs = Logs(view.sessions)
    draft = Draft(settled.plan, view, Ledger(), logs, settled, rulebook)
    for run in PASSES:
        run(draft)
    return Programme(
        plan=PlanInfo(
            name=plan.name,
            id=plan.identity,
            about=plan.about,
            authors=plan.authors,
            source=plan.source,
        ),
        athlete=Athlete(name=diary.athlete.name) if diary else None,
        timezone=plan.zone.key,
        units=plan.units,
        starts=plan.starts.isoformat(),
        ends=draft.plan.ends.isoformat(),
        as_of=day.isoformat(),
        sessions=tuple(draft.sessions),
        todo=tuple(draft.todo),
        decisions=explained(draft, diary),
        notices=tuple(draft.ledger.notices.values()),
        day_notes=day_notes(draft.plan),
        statistics=draft.statistics,
        regions=regions(draft.statistics),
    )
