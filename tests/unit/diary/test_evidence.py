"""What a diary proves, as of a date: yes, no, or nobody has said."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.diary.evidence import Evidence
from mesocycle.diary.health import Health
from mesocycle.diary.read import read
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary

LIBRARY = catalogue_of(
    parse(Source("p.plan", 'plan "P"\n  use runner-back\n')).value, Folder("-")
).value


CLEARED = '2026-12-09 cleared by "physio"'


def diary(*entries):
    """A diary of these entries."""
    text = 'athlete "Ana"\n\n' + "\n".join(entries) + "\n"
    return read(parse_diary(Source("ana.diary", text)).unwrap(), LIBRARY).unwrap()


def day(text):
    return dt.date.fromisoformat(text)


def asked(question, name, on, *entries, as_of=None):
    """What the evidence answers to `question` about an exercise on a date."""
    evidence = Evidence(diary(*entries), day(as_of or on))
    return getattr(evidence, question)(LIBRARY.find(name), day(on)).value


def superman(date, said):
    return f'{date} "Strength"\n  Superman; 8; {said}'


def bridge(date, said):
    return f'{date} "Strength"\n  Single Leg Bridge; left 8; right 8; {said}'


@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ([superman("2026-12-07", "pain 0")], True),
        ([superman("2026-12-07", "pain 1")], False),
        ([superman("2026-12-07", "slow")], None),
        ([], None),
        # pain after it counts as much as pain during it
        ([superman("2026-12-07", "pain 0; pain after 2")], False),
        # both sides
        ([bridge("2026-12-07", "pain 0")], None),  # of another exercise
        # the latest day wins …
        ([superman("2026-12-07", "pain 4"), superman("2026-12-08", "pain 0")], True),
        ([superman("2026-12-07", "pain 0"), superman("2026-12-08", "pain 1")], False),
        ([superman("2026-12-07", "pain 0"), superman("2026-12-08", "slow")], None),
        # … and of two entries on one day the worse
        ([superman("2026-12-08", "pain 0"), superman("2026-12-08", "pain 1")], False),
        ([superman("2026-12-08", "pain 1"), superman("2026-12-08", "pain 0")], False),
        # what is logged on the day itself is not known before it
        ([superman("2026-12-10", "pain 0")], None),
        # a skipped exercise proves nothing
        (['2026-12-07 "Strength"\n  Superman; skipped "no time"'], None),
        # a flare ends what was pain-free before it
        ([superman("2026-12-07", "pain 0"), "2026-12-08 pain 3 lower back"], None),
        ([superman("2026-12-07", "pain 0"), "2026-12-08 pain 1 calf"], None),
        ([superman("2026-12-07", "pain 0"), bridge("2026-12-08", "pain 3")], None),
        ([superman("2026-12-07", "pain 0"), "2026-12-08 pain 2 lower back"], True),
        (["2026-12-06 pain 3 lower back", superman("2026-12-07", "pain 0")], True),
        # never what hurt before it
        ([superman("2026-12-07", "pain 1"), "2026-12-08 pain 3 lower back"], False),
    ],
)
def test_painfree(entries, answer):
    assert asked("painfree", "Superman", "2026-12-10", *entries) is answer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("pain 0", True),
        ("pain left 0, right 0", True),
        ("pain left 0, right 4", False),
        ("pain left 2, right 0", False),
        ("slow", None),
    ],
)
def test_painfree_on_every_side(said, answer):
    found = asked("painfree", "Single Leg Bridge", "2026-12-10", bridge("2026-12-07", said))
    assert found is answer


@pytest.mark.parametrize(
    ("on", "as_of", "answer"),
    [
        ("2027-01-04", "2027-01-04", True),  # 28 days
        ("2027-01-05", "2027-01-05", None),  # one more
        ("2027-03-01", "2026-12-20", True),  # the future sees what was known on the last day
    ],
)
def test_evidence_counts_for_four_weeks(on, as_of, answer):
    entry = superman("2026-12-07", "pain 0")
    assert asked("painfree", "Superman", on, entry, as_of=as_of) is answer


@pytest.mark.parametrize(
    ("question", "said", "answer"),
    [
        ("slow", "slow", True),
        ("slow", "not slow", False),
        ("slow", "pain 0", None),
        ("form", "form good", True),
        ("form", 'form bad "arch"', False),
        ("form", "pain 0", None),
        ("helps", "felt better", True),
        ("helps", "felt same", False),
        ("helps", "felt worse", False),
        ("helps", "pain 0", None),
        ("tried", "pain 0", True),
    ],
)
def test_what_was_said(question, said, answer):
    assert asked(question, "Superman", "2026-12-10", superman("2026-12-07", said)) is answer


def test_tried_is_never_unknown():
    assert asked("tried", "Superman", "2026-12-10") is False


class TestRedFlags:
    """What stands on a day, and for what."""

    def standing(self, on, *entries, scope=None):
        return [f.symptom for f in Health(diary(*entries)).flags(day(on), scope)]

    def test_a_flag_stands_from_its_day_on(self):
        entries = ["2026-12-10 flag numbness left leg"]
        assert self.standing("2026-12-09", *entries) == []
        assert self.standing("2026-12-10", *entries) == ["numbness"]
        assert self.standing("2027-12-10", *entries) == ["numbness"]

    def test_a_later_pain_of_0_does_not_clear_it(self):
        entries = ["2026-12-10 flag numbness left leg", "2026-12-12 morning pain 0"]
        assert self.standing("2026-12-14", *entries) == ["numbness"]

    def test_who_clears_it_opens_it(self):
        entries = ["2026-12-10 flag numbness left leg", '2026-12-12 cleared by "physio"']
        assert self.standing("2026-12-11", *entries) == ["numbness"]
        assert self.standing("2026-12-12", *entries) == []

    def test_for_what_was_cleared_and_nothing_else(self):
        entries = ["2026-12-10 flag numbness", '2026-12-12 cleared by "physio" for walking']
        assert self.standing("2026-12-14", *entries, scope="walking") == []
        assert self.standing("2026-12-14", *entries, scope="strength") == ["numbness"]
        assert self.standing("2026-12-14", *entries) == ["numbness"]

    def test_a_clearance_of_before_clears_nothing(self):
        entries = ['2026-12-09 cleared by "physio"', "2026-12-10 flag numbness"]
        assert self.standing("2026-12-14", *entries) == ["numbness"]

    @pytest.mark.parametrize(
        ("entry", "symptoms"),
        [
            ("2026-12-10 pain 1 calf", ["leg pain"]),
            ("2026-12-10 pain 1 left foot", ["leg pain"]),
            ("2026-12-10 pain 6 lower back", []),
            ("2026-12-10 pain 6 knee", []),
            ("2026-12-10 pain 2 buttock", []),
            ("2026-12-10 pain 0 calf", []),
        ],
    )
    def test_the_place_of_pain_beats_its_number(self, entry, symptoms):
        assert self.standing("2026-12-10", entry) == symptoms

    def test_pain_that_moves_outward_is_a_flag(self):
        entries = ["2026-12-08 pain 4 lower back", "2026-12-10 pain 1 buttock"]
        assert self.standing("2026-12-10", *entries) == ["pain moving outward"]

    def test_pain_that_moves_back_to_the_spine_is_none(self):
        entries = ["2026-12-08 pain 1 buttock", "2026-12-10 pain 4 lower back"]
        assert self.standing("2026-12-10", *entries) == []


class TestTheDay:
    """What hurts on a day, and where."""

    def worst(self, on, *entries):
        ache = Health(diary(*entries)).day(day(on)).worst
        return None if ache is None else ache.value

    def at(self, region, on, *entries):
        ache = Health(diary(*entries)).day(day(on)).at(region, None)
        return None if ache is None else ache.value

    def test_nobody_has_said(self):
        assert self.worst("2026-12-10") is None

    def test_what_was_said_last_holds(self):
        entries = ["2026-12-08 morning pain 3", "2026-12-09 morning pain 0"]
        assert self.worst("2026-12-08", *entries) == 3
        assert self.worst("2026-12-20", *entries) == 0

    def test_of_two_on_a_day_the_worse(self):
        entries = ["2026-12-08 morning pain 3", "2026-12-08 pain 0"]
        assert self.worst("2026-12-08", *entries) == 3

    def test_a_place_speaks_for_itself(self):
        entries = ["2026-12-08 pain 3 lower back"]
        assert self.at("back", "2026-12-08", *entries) == 3
        assert self.at("knee", "2026-12-08", *entries) is None

    def test_no_pain_at_all_is_no_pain_anywhere(self):
        entries = ["2026-12-08 pain 3 lower back", "2026-12-09 morning pain 0"]
        assert self.at("lower back", "2026-12-09", *entries) == 0
        assert self.at("knee", "2026-12-09", *entries) == 0


@pytest.mark.parametrize(
    ("entries", "answer"),
    [
        ([], None),
        (["2026-12-05 brisk walk 30min; pain 0"], True),
        (["2026-12-05 brisk walk 20min; pain 0"], None),  # too short
        (["2026-12-05 brisk walk 30min"], None),  # nobody has said how it felt
        (["2026-12-05 brisk walk 30min; pain 2"], False),
        (["2026-12-05 brisk walk 30min; pain 0", "2026-12-07 pain 3 lower back"], None),
        (["2026-11-01 brisk walk 30min; pain 0"], None),  # too long ago …
        (
            ["2026-11-01 brisk walk 30min; pain 0", '2026-11-20 "Run"; 30min'],
            True,  # … unless running has carried it on
        ),
    ],
)
def test_the_gate_to_running(entries, answer):
    marked = [*entries, "2026-12-08 morning pain 0"]
    assert Health(diary(*marked)).brisk_walk(day("2026-12-10")).value is answer


def test_a_red_flag_ends_what_was_painfree_before_it():
    entries = [superman("2026-12-07", "pain 0"), "2026-12-08 flag numbness", CLEARED]
    assert asked("painfree", "Superman", "2026-12-10", *entries) is None


def test_a_strength_session_does_not_keep_the_gate_to_running_open():
    walked = "2026-11-01 brisk walk 30min; pain 0"
    entries = [walked, '2026-11-20 "Strength"; felt rpe 4, 30min', "2026-12-08 morning pain 0"]
    assert Health(diary(*entries)).brisk_walk(day("2026-12-10")).value is None


def test_who_writes_nothing_more_does_not_keep_the_gate_open():
    walked = diary("2026-11-01 brisk walk 30min; pain 0")
    later, much_later = day("2026-12-10"), day("2027-01-20")
    assert Health(walked, later).brisk_walk(later).value is None
    assert Health(walked, later).brisk_walk(much_later).value is None
    assert Health(walked).brisk_walk(much_later).value is True  # of days to come it is taken
