"""The libraries barbell and bodyweight: complete, and found by the words that coaches use."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Exercise
from mesocycle.catalogue.resolved import ALWAYS_SAID
from mesocycle.catalogue.words import loading
from tests.unit.catalogue.bundled import ALL, entry, file, library

GYM = ("barbell", "bodyweight")
ENTRIES = [(name, e) for name in GYM for e in library(name).exercises.values()]
each_entry = pytest.mark.parametrize(("name", "e"), ENTRIES, ids=lambda v: getattr(v, "id", v))


def said(name: str) -> dict[str, set[str]]:
    """By exercise: the first words of its lines."""
    lines: dict[str, set[str]] = {}
    for statement in file(name).statements:
        pieces = [p for child in statement.children for p in (child.head, *child.clauses)]
        node = statement.head.node
        if hasattr(node, "name") and not hasattr(node, "base"):
            lines[node.name.text] = {piece.span.text.split()[0] for piece in pieces}
    return lines


def test_there_are_hundreds() -> None:
    together = library(*GYM).exercises
    assert len(library("barbell").exercises) >= 200
    assert len(library("bodyweight").exercises) >= 120
    assert len(together) >= 350


@pytest.mark.parametrize("name", ALL)
def test_every_entry_says_what_an_earlier_one_may_not_decide(name: str) -> None:
    """An entry on top of another takes its place in these, be it by `none`."""
    for exercise, words in said(name).items():
        assert words >= ALWAYS_SAID | {"id", "trains", "cue"}, exercise


@each_entry
def test_every_entry_is_complete(name: str, e: Exercise) -> None:
    assert e.reviewed
    assert e.trains
    assert e.dose
    assert e.impact is not None
    assert len(e.cues) == 2
    assert not set(e.trains) & set(e.assists)
    assert (e.measure == "reps") == bool(e.rep_s)
    shared = library("runner-back").exercises.get(e.id)
    assert e.level in range(1, 6) or (shared is not None and shared.level)


@each_entry
def test_the_dose_fits_the_entry(name: str, e: Exercise) -> None:
    units = {"reps": "reps", "hold": "seconds", "time": "seconds", "distance": "metres"}
    for group in e.dose.groups if e.dose else ():
        assert group.unit == units[e.measure]
        assert group.side == ("both" if e.sides == "none" else "each")


@each_entry
def test_links_go_both_ways(name: str, e: Exercise) -> None:
    exercises = library(name).exercises
    for other in e.easier:
        assert e.id in exercises[other].harder
    for other in e.harder:
        assert e.id in exercises[other].easier


@each_entry
def test_what_loads_the_back_hard_is_kept_from_whom_it_hurts(name: str, e: Exercise) -> None:
    for direction, much in e.loads:
        if much == "high" and direction in ("flexion", "extension", "axial", "rotation"):
            assert direction in e.avoid
    assert (e.impact == 3) <= ("impact" in e.avoid)
    assert (e.kind == "plyometric") <= (e.impact == 3)


@each_entry
def test_cues_are_short_and_say_it_once(name: str, e: Exercise) -> None:
    assert len(set(e.cues)) == len(e.cues)
    assert all(10 <= len(cue) <= 100 for cue in (*e.cues, *e.cautions))


@pytest.mark.parametrize("name", GYM)
def test_no_two_entries_are_cued_alike(name: str) -> None:
    cues = [e.cues for e in library(name).exercises.values()]
    assert len(set(cues)) == len(cues)


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("Squat", "back-squat"), ("Back Squat", "back-squat"), ("BS", "back-squat"),
        ("front squats", "front-squat"), ("SSB Squat", "safety-bar-squat"),
        ("Bench", "bench-press"), ("CGBP", "close-grip-bench-press"),
        ("close grip bench press", "close-grip-bench-press"), ("DL", "deadlift"),
        ("Rack Pull", "block-pull"), ("Deadlift to Knees", "deadlift-to-knees"),
        ("RDL", "romanian-deadlift"), ("SLDL", "stiff-leg-deadlift"), ("GM", "good-morning"),
        ("Hex Bar Deadlift", "trap-bar-deadlift"), ("SGDL", "snatch-grip-deadlift"),
        ("OHP", "overhead-press"), ("Press", "overhead-press"),
        ("Military Press", "overhead-press"), ("Strict Press", "overhead-press"),
        ("Jerk", "split-jerk"), ("S2OH", "push-jerk"), ("C&J", "clean-and-jerk"),
        ("Clean & Jerk", "clean-and-jerk"), ("HPC", "hang-power-clean"),
        ("BB Row", "barbell-row"), ("bent over row", "barbell-row"),
        ("Pendlay Row", "pendlay-row"), ("DB Row", "dumbbell-row"), ("LPD", "lat-pulldown"),
        ("Lat Pull-Down", "lat-pulldown"), ("GHR", "glute-ham-raise"),
        ("BSS", "bulgarian-split-squat"), ("DB BSS", "dumbbell-bulgarian-split-squat"),
        ("KB Swing", "kettlebell-swing"), ("TGU", "turkish-get-up"), ("WB", "wall-ball"),
        ("SDHP", "sumo-deadlift-high-pull"), ("OHS", "overhead-squat"),
        ("Farmer's Carry", "farmers-walk"), ("Skull Crusher", "skullcrusher"),
        ("Dumbbell Flyes", "dumbbell-fly"), ("pull-ups", "pull-up"), ("pullup", "pull-up"),
        ("Chin-Ups", "chin-up"), ("push ups", "push-up"), ("dips", "dip"),
    ],
)  # fmt: skip
def test_barbell_knows_the_words_of_coaches(written: str, identity: str) -> None:
    assert entry(written, "barbell").id == identity


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("Squat", "squat"), ("Air Squat", "squat"), ("T2B", "toes-to-bar"),
        ("HSPU", "handstand-push-up"), ("DU", "double-under"), ("double unders", "double-under"),
        ("MU", "bar-muscle-up"), ("RMU", "ring-muscle-up"), ("C2B", "chest-to-bar-pull-up"),
        ("K2E", "knees-to-elbows"), ("PPPU", "pseudo-planche-push-up"),
        ("Negative Pull-Up", "pull-up-negative"), ("Australian Pull-Up", "inverted-row"),
        ("Ring Ab Rollouts", "kneeling-ring-rollout"), ("Vertical Push-Up", "wall-push-up"),
        ("dead bug", "beetle"), ("side plank", "side-bridge"), ("RFESS", "bulgarian-split-squat"),
    ],
)  # fmt: skip
def test_bodyweight_knows_the_words_of_coaches(written: str, identity: str) -> None:
    assert entry(written, "bodyweight").id == identity


@pytest.mark.parametrize("written", ["RDLs and rows", "Squatt", "B", "Front", "Pres"])
def test_what_is_no_name_finds_nothing(written: str) -> None:
    assert library(*GYM).find(written) is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Squat", "bar"), ("Trap Bar Deadlift", "bar"), ("EZ Bar Curl", "bar"),
        ("Incline Dumbbell Press", "dumbbells"), ("Goblet Squat", "dumbbells"),
        ("Kettlebell Swing", "kettlebells"), ("Lat Pulldown", "stack"),
        ("Leg Extension", "stack"), ("Leg Press", "plates"), ("Weighted Dip", "plates"),
        ("Push Up", None), ("Plank", None), ("Box Jump", None),
    ],
)  # fmt: skip
def test_what_holds_a_weight_says_how(written: str, kind: str | None) -> None:
    assert loading(entry(written, "barbell").equipment) == kind


@pytest.mark.parametrize(
    "ladder",
    ["pull-up-ladder", "squat-ladder", "dip-ladder", "hinge-ladder", "row-ladder",
     "push-up-ladder"],
)  # fmt: skip
def test_a_ladder_is_climbed_rung_by_rung(ladder: str) -> None:
    found = library("bodyweight")
    pool = found.pool(ladder)
    assert pool is not None
    for rung, above in zip(pool.exercises, pool.exercises[1:], strict=False):
        assert found.exercises[rung].harder[0] == above


@pytest.mark.parametrize("name", GYM)
def test_a_variant_has_other_equipment_than_what_it_varies(name: str) -> None:
    exercises = library(name).exercises
    for e in exercises.values():
        if e.variant_of is not None:
            assert set(e.equipment) - set(exercises[e.variant_of].equipment), e.name


@pytest.mark.parametrize("written", ["Bench Press", "Squat", "Pull Up", "Dip"])
def test_other_equipment_is_no_modified_form(written: str) -> None:
    assert library(*GYM).find_mod(written) is None
