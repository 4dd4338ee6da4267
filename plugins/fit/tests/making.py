"""Sessions to make workouts of, and what became of them."""

from __future__ import annotations

from mesocycle_fit import Fit
from msgspec.structs import replace

from mesocycle.output.sample_parts import exercise
from mesocycle.output.samples import programme, session
from mesocycle.output.testing import rendered
from mesocycle.programme import Block, Item
from plugins.fit.tests.decoding import steps


def of(*segments, **changes):
    blocks = changes.pop("blocks", (Block(kind="endurance", segments=segments),))
    return programme(replace(session("Day", 0, *blocks), **changes))


def lifts(*sets, what="back-squat", **changes):
    work = Item(slot_id="x", exercise=exercise(what, what.replace("-", " ")), sets=sets)
    return of(blocks=(Block(kind="straight", items=(replace(work, **changes),)),))


def made(programme, **options):
    """The bytes, and what was warned of."""
    result = rendered(Fit(), programme, options=options)
    assert result.value, [each.message for each in result.diagnostics]
    return result.value[0].content, [each.message for each in result.diagnostics]


def only(programme, **options):
    data, _ = made(programme, **options)
    (step,) = steps(data)
    return step


def refused(programme, **options):
    result = rendered(Fit(), programme, options=options)
    assert not result.value
    assert [each.code for each in result.diagnostics] == ["E613"]
    return result.diagnostics[0]


# --- what should come out, from the programme by another way -------------------------------------


def ends(step):
    kind = step["duration_type"]
    return kind, step[f"duration_{kind}"]
