"""What an athlete can lift, weighs and has to load: of the profile, and of a day."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.diary.model import Gear
from mesocycle.mass import Mass, mass
from tests.unit.diary.reading import codes, entries, profile


def kg(figure: str) -> Mass:
    return mass(figure, "kg")


def maxes(*lines):
    """Each max as exercise, mass, reps, training, date."""
    return [
        (each.exercise, str(each.mass), each.reps, each.training, each.date)
        for each in profile(*lines).unwrap().maxes
    ]


def test_maxes_of_the_profile_hold_from_the_beginning():
    assert maxes("max Squat 100kg", "max squat 5rm 85kg", "training max Squat 198lb") == [
        ("squat", "100 kg", 1, False, None),
        ("squat", "85 kg", 5, False, None),
        ("squat", "198 lb", 1, True, None),
    ]


def test_a_max_may_be_of_a_variant():
    assert maxes("max Bench Press with dumbbells 30kg")[0][0] == "dumbbell-bench-press"


def test_dated_maxes_follow_in_the_order_of_their_dates():
    diary = entries(
        "  max Squat 100kg",
        "2027-02-01 max Squat 110kg",
        "2027-01-10 training max Squat 95kg",
        "2027-02-01 max Squat 112.5kg",
    ).unwrap()
    assert [(each.date and each.date.isoformat(), each.mass.kg) for each in diary.maxes] == [
        (None, 100),
        ("2027-01-10", 95),
        ("2027-02-01", 110),
        ("2027-02-01", 112.5),
    ]
    assert diary.last == dt.date(2027, 2, 1)


def test_a_max_of_a_later_day_is_a_mistake():
    found = entries("2027-02-01 max Squat 110kg", as_of=dt.date(2027, 1, 31))
    assert codes(found) == ["E402"]


def test_bodyweights():
    diary = entries("  bodyweight 70kg", "2027-01-10 bodyweight 156lb").unwrap()
    assert [(each.date, str(each.mass)) for each in diary.bodyweights] == [
        (None, "70 kg"),
        (dt.date(2027, 1, 10), "156 lb"),
    ]
    assert diary.bodyweights[1].because.line == 3


def test_what_there_is_to_load():
    lines = (
        "plates 2x25, 20, 2.5, 1.25kg",
        "bar 20kg",
        "bar Trap Bar Deadlift 25kg",
        "dumbbells 10-14kg by 2kg, 8kg",
        "kettlebells 16, 8kg",
        "rounding 2.5kg",
    )
    assert profile(*lines).unwrap().athlete.gear == Gear(
        plates=((kg("25"), 2), (kg("20"), None), (kg("2.5"), None), (kg("1.25"), None)),
        bars=(("", kg("20")), ("trap-bar-deadlift", kg("25"))),
        dumbbells=(kg("8"), kg("10"), kg("12"), kg("14")),
        kettlebells=(kg("8"), kg("16")),
        rounding=kg("2.5"),
    )


def test_without_a_word_nothing_is_known():
    diary = profile().unwrap()
    assert diary.athlete.gear == Gear()
    assert diary.maxes == diary.bodyweights == ()
    assert diary.athlete.track is None


def test_a_track_is_one_of_the_plans():
    known = {"tracks": ["Scaled", "rx"]}
    assert profile("track scaled", **known).unwrap().athlete.track == "Scaled"
    assert profile("track beginner").unwrap().athlete.track == "beginner"
    for tracks in (known, {"tracks": []}):
        assert codes(profile("track beginner", **tracks)) == ["E432"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("max Sqat 100kg", "E203"),
        ("max Squat with kettlebell 100kg", "E221"),
        ("max Squat 0kg", "E424"),
        ("max Squat 1001kg", "E424"),
        ("training max Squat 0kg", "E424"),
        ("max Calf Stretch 10kg", "E427"),
        ("max Rowing 10kg", "E427"),
        ("bodyweight 7kg", "E425"),
        ("bodyweight 700kg", "E425"),
        ("plates 20, 20kg", "E426"),
        ("plates 0, 20kg", "E426"),
        ("plates 200kg", "E426"),
        ("dumbbells 10, 5-20kg by 5kg", "E426"),
        ("kettlebells 8, 8kg", "E426"),
        ("bar 0kg", "E426"),
        ("bar Squt 20kg", "E203"),
        ("rounding 0kg", "E426"),
    ],
)
def test_what_cannot_be(line, code):
    assert codes(profile(line)) == [code]


@pytest.mark.parametrize(
    "lines",
    [
        ("max Squat 100kg", "max Squat 110kg"),
        ("training max Squat 100kg", "training max squat 110kg"),
        ("bodyweight 70kg", "bodyweight 71kg"),
        ("plates 20kg", "plates 10kg"),
        ("bar 20kg", "bar 15kg"),
        ("bar Squat 20kg", "bar squat 15kg"),
        ("rounding 2.5kg", "rounding 5kg"),
        ("track scaled", "track rx"),
    ],
)
def test_what_is_said_once(lines):
    assert codes(profile(*lines)) == ["E415"]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("2027-01-10 max Squat 1100kg", ), None),
        (("2027-01-10 max Squat 110kg", "2027-01-11 max Squat 100kg; corrects line 2"), ["100 kg"]),
        (("2027-01-10 bodyweight 71kg", "2027-01-10 max Squat 90kg; corrects line 2"), None),
        (("2027-01-10 max Squat 90kg", "2027-01-10 max Deadlift 90kg; corrects line 2"), None),
        (("2027-01-10 max Squat 9kg", "2027-01-10 training max Squat 9kg; corrects line 2"), None),
    ],
)  # fmt: skip
def test_a_max_is_corrected_by_its_like(lines, left):
    found = entries(*lines)
    assert (left is None) == bool(found.diagnostics)
    if left is not None:
        assert [str(each.mass) for each in found.unwrap().maxes] == left


def test_a_bodyweight_is_corrected_too():
    found = entries("2027-01-10 bodyweight 17kg", "2027-01-10 bodyweight 71kg; corrects line 2")
    assert [each.mass.kg for each in found.unwrap().bodyweights] == [71]
