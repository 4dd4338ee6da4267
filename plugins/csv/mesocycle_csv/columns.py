"""The columns: their names, their order, and what stands in them.

Names stay as they are; a new column comes at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from types import MappingProxyType

#: Name to meaning, in the order of the file. What is not said is empty.
COLUMNS = MappingProxyType(
    {
        "row": "what the row is: `set`, `stretch`, `task`, `note`; `session` where there is "
        "nothing to do; `notice` at the end",
        "date": "the day, `2026-12-07`; empty for what may be done any time",
        "start": "the local time, `07:00`",
        "week": "the week of the plan, from 1",
        "phase": "the phase of the plan",
        "session": "the name of the session",
        "status": "`planned`, `assessment`, `done`, `missed`, `moved`, `skipped`, `stopped`",
        "provisional": "`yes`: rests on sessions that are not logged yet",
        "block": "the number of the block in its session, from 1",
        "kind": "the kind of the block: `straight`, `superset`, `emom`, `endurance`, …",
        "how": "how the block is done, in words",
        "exercise": "the exercise, the activity of a stretch, or the task",
        "label": "what the coach calls it here (`heavy`), and what happens within the set",
        "set": "the number of the set in its exercise, from 1; warm-up sets by themselves",
        "set_kind": "`warm-up`, `work`, `drop`, `test`, `besides` (done, but not asked for)",
        "round": "which time of a repeat, or which round",
        "round_within": "which time of the repeat within that repeat",
        "side": "`both`, `left`, `right`; `each`: this on the left, then on the right",
        "reps_min": "the lower end of a band of reps",
        "reps": "reps to do",
        "reps_max": "the upper end of the band",
        "amrap": "`yes`: as many as possible, from `reps` on",
        "hold_min_s": "the lower end of a band of seconds to hold",
        "hold_s": "seconds to hold",
        "hold_max_s": "the upper end of the band",
        "duration_s": "seconds of a stretch",
        "duration_max_s": "the upper end, where a range is written",
        "distance_m": "metres of a set or stretch",
        "distance_max_m": "the upper end, where a range is written",
        "load_kg": "the load in kilograms; empty while no max is known",
        "load_max_kg": "the upper end, where a range is written",
        "load": "the load as people read it: `82.5 kg`, `185 lb`",
        "load_written": "as the coach wrote it: `75%`",
        "percent": "of the max, where it is known",
        "rpe": "how hard, 10 less what is left",
        "rpe_max": "the upper end, where a range is written",
        "rir": "repetitions to leave in reserve",
        "tempo": "down, pause, up, pause, `2-0-2-0`; `X` is as fast as possible",
        "rest_s": "seconds of rest after the set",
        "rest_max_s": "the upper end, where a range is written",
        "target": "how hard a stretch is, in words",
        "target_low": "its lower number, in `target_unit` (of paces, the faster)",
        "target_high": "its higher number",
        "target_unit": "`s/km`, `km/h`, `zone`, `bpm`, `W`, `CR-10`, `rpm`",
        "in_words": "the stretch as the sheet says it",
        "notes": "cues and notes of this place",
        "done": "what was logged of it: `yes`, `no`; empty while nothing is",
        "done_reps": "reps as done",
        "done_hold_s": "seconds held as done",
        "done_distance_m": "metres as done",
        "done_load_kg": "the load as done, in kilograms",
        "done_load": "the load as done, as people read it",
        "done_rpe": "how hard it was",
        "reason": "why there is less to do, or nothing",
        "race": "the grade of a race",
        "moved_from": "the day on which it was before it moved",
        "minutes": "the minutes of the session as planned, in each of its rows",
        "exercise_id": "the exercise's name in its catalogue",
        "plan": "the name of the plan",
        "athlete": "who follows it",
        "session_id": "the same for one session of the plan, wherever it moves",
        "slot_id": "the same for one line of the plan, whichever exercise fills it",
    }
)


def unknown(names: Iterable[str]) -> tuple[str, str] | None:
    """Why a choice of columns cannot be made, and what to do; None if it can."""
    for name in names:
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"the columns are {', '.join(COLUMNS)}"
            return f"there is no column {name!r:.60}", hint
    return None
