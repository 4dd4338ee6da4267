"""The runner notices: each case here is wrong in one way, and is found to be."""

from __future__ import annotations

import msgspec
import pytest

from mesocycle.programme import (
    Block,
    Exercise,
    Item,
    Load,
    Range,
    Segment,
    SegmentEnd,
    Session,
    Set,
    Target,
    Total,
)
from tests.spec.speckit.case import read
from tests.spec.speckit.check import check
from tests.spec.speckit.render import lines, words

PLAN = "```session lasts 1 week\nSuperman; 3x8\n```"
FLAGGED = f"{PLAN}\n\n```diary\n2026-12-07 flag numbness left leg\n```"


def differences(*blocks: str) -> list[str]:
    (case,) = read("area", "## title (R1)\n\n" + "\n\n".join(blocks) + "\n")
    return check(case)


RIGHT = [
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  Superman 3x8"),
    (PLAN, "programme", "2026-12-07 07:00 Strength, week 1\n  Super…"),
    (PLAN, "programme", "2026-12-08 nothing"),
    (PLAN, "dates", "mon 2026-12-07 07:00 Strength\n…"),
    (FLAGGED, "refused", "2026-12-07 | | stopped | SR4 | numbness | diary:1"),
    (FLAGGED, "decisions", "not | Superman | picked"),
    (FLAGGED, "decisions", "2026-12-07 | | stopped | SR4 | | | cleared by"),
    (FLAGGED, "notices", "SR4 numbness"),
    (PLAN.replace("3x8", "3x"), "errors", "1:12 E102"),
    (PLAN.replace("3x8", "3x8 each side"), "warnings", "1 W509"),
    (PLAN, "weeks", "week 1: 3 sessions, starts 2026-12-07, no load"),
]

WRONG = [
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  Superman 3x9"),
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  Superman 3x8\n  Beetle 3x8"),
    (PLAN, "programme", "2026-12-07 07:00 Strength\n  nothing"),
    (PLAN, "programme", "2026-12-07 07:00 Strength, done\n  Superman 3x8"),
    (PLAN, "programme", '2026-12-07 07:00 Strength\n  Superman 3x8\n    cue "jump"'),
    (PLAN, "programme", '2026-12-07 07:00 Strength\n  note "jump"'),
    (PLAN, "programme", "2026-12-07 08:00 Strength"),
    (PLAN, "programme", "2026-12-07 nothing"),
    (PLAN, "dates", "mon 2026-12-07 07:00 Strength"),
    (PLAN, "dates", "tue 2026-12-07 07:00 Strength\n…"),
    (PLAN, "errors", "1 E102"),
    (PLAN, "warnings", "1 W509"),
    (FLAGGED, "programme", "2026-12-07 07:00 Strength\n  nothing"),
    (FLAGGED, "refused", "2026-12-07 | | stopped | SR4 | numbness | diary:2"),
    (FLAGGED, "refused", "2026-12-07 | Superman | picked | R2"),
    (FLAGGED, "decisions", "not 2026-12-07 | | stopped"),
    (FLAGGED, "decisions", "2026-12-07 | | stopped | SR4 | | | pain 0"),
    (FLAGGED, "notices", "SR14"),
    (PLAN, "weeks", "week 1: 4 sessions"),
    (PLAN, "weeks", "week 1: no starts"),
    (PLAN, "weeks", "week 2: 3 sessions"),
    (PLAN, "programme", '2026-12-07 note "travelling"'),
    (PLAN, "programme", "2026-12-07 07:00 Strength, race A\n  Superman 3x8"),
    (PLAN, "programme", "2026-12-07 07:00 Strength, total 40min\n  Superman 3x8"),
    (FLAGGED, "notices", "not SR4"),
    (PLAN.replace("3x8", "3x"), "errors", "2 E102"),
    (PLAN.replace("3x8", "3x"), "errors", "1 E100"),
    (PLAN.replace("3x8", "3x"), "errors", "1 E102 a unit"),
    (PLAN.replace("3x8", "3x"), "errors", "1 E102\n1 E102"),
    (PLAN.replace("3x8", "3x"), "dates", "nothing"),
]


@pytest.mark.parametrize(("given", "kind", "expected"), RIGHT)
def test_holds(given: str, kind: str, expected: str) -> None:
    assert differences(given, f"```{kind}\n{expected}\n```") == []


@pytest.mark.parametrize(("given", "kind", "expected"), WRONG)
def test_does_not_hold(given: str, kind: str, expected: str) -> None:
    assert differences(given, f"```{kind}\n{expected}\n```")


def load(shown: str, written: str = "") -> Load:
    kg = float(shown.partition(" ")[0])
    return Load(kg=kg, exact_kg=kg, shown=shown, written=written or shown)


def squat(*sets: Set, **more: object) -> Item:
    exercise = Exercise(id="squat", name="Squat", kind="strength")
    return Item(slot_id="a/squat", exercise=exercise, sets=sets, **more)


def reps(target: int, shown: str = "", **more: object) -> Set:
    weight = load(shown) if shown else None
    return Set(reps=Range(target=target), load=weight, **more)


BAR, WARM = reps(5, "20 kg", warmup=True), reps(3, "40 kg", warmup=True)
THREE, FIVE = Range(target=180), Range(target=300)

SETS = [
    ((reps(5, "60 kg"),) * 3, "3x5 60 kg"),
    ((reps(5), reps(3), reps(3)), "1x5, 2x3"),
    ((reps(5, "65 kg"), reps(5, "85 kg", amrap=True, rpe=8.0)), "1x5 65 kg, 1x5+ 85 kg @8"),
    ((BAR, BAR, WARM, reps(5, "60 kg")), "warmup 2x5 20 kg, 1x3 40 kg; 1x5 60 kg"),
    ((reps(9, "9 kg"), Set(amrap=True, drop=True)), "1x9 9 kg, drop 1xmax"),
    ((reps(5, rpe=7.0, rpe_max=8.0), reps(5, rir=2)), "1x5 @7-8, 1x5 2 rir"),
    ((reps(3, label="close"), reps(3, label="wide")), '1x3 "close", 1x3 "wide"'),
    ((Set(reps=Range(target=1, min=1, max=3), test=True),), "1x1 of 1-3 test"),
    ((reps(5, rest_s=THREE), reps(5, rest_s=THREE)), "2x5, rest 180s"),
    ((reps(5, rest_s=THREE), reps(5, rest_s=FIVE)), "1x5 rest 180s, 1x5 rest 300s"),
    ((reps(5, warmup=True), reps(5, rest_s=THREE)), "warmup 1x5; 1x5, rest 180s"),
    ((Set(hold_s=Range(target=30), amrap=True, side="each"),), "1x30s+ each side"),
]  # fmt: skip

GROUPS = [
    (Block(kind="superset", rounds=3, rest_s=90), "superset 3 rounds, rest 90s between rounds"),
    (Block(kind="circuit", rounds=1, rest_after_s=60), "circuit 1 round, rest 60s after"),
    (Block(kind="interleave", rounds=5), "interleave 5 rounds"),
    (Block(kind="emom", rounds=10, duration_s=600, interval_s=60), "emom 10min"),
    (Block(kind="every", duration_s=720, interval_s=90), "every 90s for 12min"),
    (Block(kind="emom", duration_s=600, alternating=True), "emom 10min alternating"),
    (Block(kind="amrap", duration_s=1200, title="Cindy"), 'amrap 20min "Cindy"'),
    (Block(kind="for_time", rounds=5, cap_s=720), "for time 5 rounds cap 12min"),
    (Block(kind="tabata", rounds=8, work_s=20, off_s=10), "tabata 8 rounds 20s/10s"),
]  # fmt: skip


@pytest.mark.parametrize(("sets", "expected"), SETS, ids=[expected for _, expected in SETS])
def test_sets_in_a_few_words(sets: tuple[Set, ...], expected: str) -> None:
    session = Session(id="a", name="A", week=1, date=None, blocks=(straight(squat(*sets)),))
    assert [line for line, _ in lines(session)] == [f"Squat {expected}"]


@pytest.mark.parametrize(("block", "expected"), GROUPS, ids=[expected for _, expected in GROUPS])
def test_a_group_has_a_line_and_its_items_below(block: Block, expected: str) -> None:
    full = msgspec.structs.replace(block, items=(squat(reps(5), label="heavy"),))
    session = Session(id="a", name="A", week=1, date=None, blocks=(full,))
    assert [line for line, _ in lines(session)] == [expected, "  heavy: Squat 1x5"]


def straight(*items: Item) -> Block:
    return Block(kind="straight", items=items)


def leg(seconds: int, target: str = "", activity: str = "run") -> Segment:
    word = Target(kind="word", text=target) if target else None
    return Segment(activity=activity, end=SegmentEnd(kind="time", seconds=seconds), target=word)


PACE = Target(kind="pace", text="4:54/km", low=294, high=294, unit="s/km", written="5k pace")
MILES = SegmentEnd(kind="distance", metres=8047, max_metres=9656)
SLOW_HEART = SegmentEnd(kind="condition", text="hr < 120")
SEGMENTS = [
    (leg(1800, "easy"), "run 30min easy"),
    (leg(90), "run 90s"),
    (Segment(activity="run", end=MILES, target=leg(0, "easy").target), "run 8047-9656m easy"),
    (Segment(activity="swim", end=SegmentEnd(kind="distance", metres=1500)), "swim 1.5km"),
    (Segment(activity="run", end=SegmentEnd(kind="lap"), terrain="trail"), "run until lap trail"),
    (Segment(activity="run", end=SLOW_HEART), "run until hr < 120"),
    (
        Segment(
            activity="bike", target=leg(0, "zone 1").target, target_end=leg(0, "zone 3").target
        ),
        "bike zone 1 to zone 3",
    ),
    (
        Segment(activity="run", repeat=6, segments=(leg(60, "hard"), leg(90, activity="walk"))),
        "6x(run 1min hard, walk 90s)",
    ),
    (
        Segment(
            activity="run",
            segments=(leg(600), Segment(activity="run", repeat=2, segments=(leg(30), leg(60)))),
        ),
        "(run 10min, 2x(run 30s, run 1min))",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "expected"), SEGMENTS, ids=[expected for _, expected in SEGMENTS])
def test_stretches_in_a_few_words(one: Segment, expected: str) -> None:
    session = Session(
        id="a", name="A", week=1, date=None, blocks=(Block(kind="endurance", segments=(one,)),)
    )
    assert [line for line, _ in lines(session)] == [expected]


def test_what_lies_behind_a_pace() -> None:
    fast = Segment(activity="run", end=SegmentEnd(kind="distance", metres=400), target=PACE)
    block = Block(
        kind="endurance", segments=(Segment(activity="run", repeat=6, segments=(fast, leg(90))),)
    )
    ((line, details),) = lines(Session(id="a", name="A", week=1, date=None, blocks=(block,)))
    assert line == "6x(run 400m 4:54/km, run 90s)"
    assert details == ("written 5k pace", "exactly 294-294 s/km")


def test_what_a_race_comes_to() -> None:
    total = Total(seconds=6720, metres=21_100, estimated=("seconds",), basis="best 10k 51:10")
    race = Session(id="a", name="A", week=1, date=None, race="A", total=total)
    assert words(race)[1:] == ("race A", "total about 112min", "total 21.1km")


def test_what_lies_behind_a_load() -> None:
    weight = Load(kg=108.9, exact_kg=109.8827, shown="240 lb", written="85%", percent=81.13)
    one = squat(Set(reps=Range(target=5), load=weight))
    session = Session(id="a", name="A", week=1, date=None, blocks=(straight(one),))
    ((line, details),) = lines(session)
    assert line == "Squat 1x5 240 lb"
    assert details == ("written 85%", "exact 109.88 kg", "percent 81.1")


@pytest.mark.parametrize(
    "text",
    [
        "```plan\n```",
        "## title\n\n```plan\n",
        "## title\n\n```plant\n```",
        "## title\n\n```plan\n```",
    ],
    ids=["no title", "not closed", "unknown block", "expects nothing"],
)
def test_a_page_that_cannot_be_read_is_no_page(text: str) -> None:
    with pytest.raises(ValueError, match=r"area\.md"):
        list(read("area", text))
