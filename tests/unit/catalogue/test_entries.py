"""The lines of an exercise: what each means, and what each refuses."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Exercise
from tests.unit.catalogue.reading import catalogue, layers, places


def entry(*lines: str) -> Exercise:
    """The exercise that these lines make."""
    made = catalogue("\n  ".join(['exercise "Wall Sit"', *lines]))
    return made.exercises["wall-sit"]


def refused(*lines: str) -> list[str]:
    """What is wrong with them."""
    return places("\n  ".join(['exercise "Wall Sit"', *lines]))


def test_a_whole_entry() -> None:
    wall_sit = entry(
        "id wall-sit; aka chair hold, wall chair",
        "kind strength; level 3",
        "trains quadriceps, buttocks",
        "assists tummy",
        "position standing",
        "sides none; measure hold",
        "equipment wall",
        "place anywhere",
        "impact 0",
        "loads axial low, bending",
        "dose 3x20-30s",
        "rep 4s",
        "avoid knee pain, flexion",
        "not within 60min before a run",
        'cue "Thighs level."',
        'cue "Breathe."',
        'caution "Not into pain."',
        'note "A finisher."',
        'because "an old gym book"',
        'video "https://example.org/wall-sit"',
        "tag finisher",
    )
    assert wall_sit.aliases == ("chair hold", "wall chair")
    assert wall_sit.trains == ("quads", "glutes")
    assert wall_sit.assists == ("core",)
    assert wall_sit.equipment == ("wall",)
    assert wall_sit.loads == (("axial", "low"), ("flexion", "moderate"))
    assert wall_sit.avoid == ("knee", "flexion")
    assert wall_sit.cues == ("Thighs level.", "Breathe.")
    assert (wall_sit.level, wall_sit.impact, wall_sit.rep_s) == (3, 0, 4)
    assert wall_sit.not_before_run_s == 3600
    assert wall_sit.dose is not None
    assert wall_sit.dose.groups[0].unit == "seconds"
    assert wall_sit.reviewed


@pytest.mark.parametrize(
    "lines",
    [
        ("impact 0", "sides none"),
        ("impact 0", "loads none"),
        ("sides none", "loads none"),
        ("kind strength",),
        (),
    ],
)
def test_without_loads_impact_and_sides_nobody_has_reviewed_it(lines: tuple[str, ...]) -> None:
    assert not entry(*lines).reviewed


def test_no_load_said_is_a_review_too() -> None:
    assert entry("loads none", "impact 0", "sides none").reviewed


def test_impact_unsaid_is_unknown_not_none() -> None:
    assert entry("sides none").impact is None
    assert entry("impact 0").impact == 0


@pytest.mark.parametrize("written", ["each", "L/R", "R/L", "each side"])
def test_sides(written: str) -> None:
    assert entry(f"sides {written}").sides == "each"


@pytest.mark.parametrize("written", ["R/R", "L/L", "r/r"])
def test_one_side_twice_is_mended_by_a_fix(written: str) -> None:
    (mistake,) = layers(f'exercise "Wall Sit"\n  sides {written}').diagnostics
    assert mistake.code == "E211"
    assert [fix.text for fix in mistake.fixes] == ["L/R"]


@pytest.mark.parametrize(
    ("line", "mistake", "nearest"),
    [
        ("kind strenght", "E206: strenght", "strength"),
        ("position suppine", "E206: suppine", "supine"),
        ("sides eech", "E206: eech", "each"),
        ("measure rep", "E206: rep", "reps"),
        ("place outdors", "E206: outdors", "outdoors"),
        ("trains glutse", "E207: glutse", "glutes"),
        ("assists hamstring muscels", "E207: hamstring muscels", "hamstrings"),
        ("loads arcing high", "E208: arcing", "arching"),
        ("equipment mat, chiar", "E209: chiar", "chair"),
        ("avoid pregnacy", "E210: pregnacy", "pregnancy"),
    ],
)
def test_a_word_outside_its_list(line: str, mistake: str, nearest: str) -> None:
    (found,) = layers(f'exercise "Wall Sit"\n  {line}').diagnostics
    assert found.span is not None
    assert f"{found.code}: {found.span.text}" == mistake
    assert found.hints == (f"did you mean {nearest}?",)


@pytest.mark.parametrize("line", ["impact 4", "impact 99", "level 0", "level 100", "rep 200s"])
def test_numbers_have_bounds(line: str) -> None:
    assert refused(line) == [f"E217: {line.split()[1]}"]


@pytest.mark.parametrize(
    "lines",
    [
        ("kind strength", "kind stability"),
        ("impact 0", "impact 0"),
        ("trains glutes", "trains quads"),
        ("loads none", "loads flexion"),
        ("dose 3x8", "dose 3x10"),
    ],
)
def test_a_line_that_can_hold_once_is_said_once(lines: tuple[str, ...]) -> None:
    assert refused(*lines) == [f"E216: {lines[1]}"]


@pytest.mark.parametrize("line", ["not within 60min before a swim", "not within 60min after a run"])
def test_an_entry_keeps_clear_of_runs_only(line: str) -> None:
    assert refused(line) == [f"E219: {line}"]


def test_a_place_line_brings_in_what_the_lists_lack() -> None:
    made = catalogue(
        """
        place garage: prowler, anvil, mat
        exercise "Anvil Carry"
          equipment anvil, mat
          place garage
        """
    )
    assert made.exercises["anvil-carry"].equipment == ("anvil", "mat")
    assert made.exercises["anvil-carry"].place == "garage"


def test_without_it_they_are_unknown() -> None:
    assert refused("equipment anvil") == ["E209: anvil"]
    assert refused("place garage") == ["E206: garage"]


def test_a_slip_in_a_place_line_is_no_new_equipment() -> None:
    assert places("place home: mta, chair") == ["E209: mta"]


def test_every_mistake_of_a_file_is_reported() -> None:
    found = places(
        """
        exercise "Wall Sit"
          kind strenght
          trains glutse, quads, tigh
          impact 7
        exercise "Chair Sit"
          position seeted
          easier Nobody
        pool sits
          Wall Sit
          Sofa Sit
        """
    )
    assert [mistake[:4] for mistake in found] == [
        "E206", "E207", "E207", "E217", "E206", "E203", "E203",
    ]  # fmt: skip
