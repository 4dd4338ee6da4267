"""Charts and the body: the right numbers in the right places."""

from __future__ import annotations

import json

import pytest
from mesocycle_html.zones import BACK, FRONT, HEIGHT, WIDTH, outline
from msgspec.structs import replace

from mesocycle.output import samples
from mesocycle.programme import TrainingLoad, WeekStatistics
from plugins.html.tests.reading import made


def weeks(*changes, **common):
    plain = {"sessions": 3, "minutes": 120, "sets": {}, "reps": 0}
    return tuple(
        WeekStatistics(week=n, starts=f"2026-12-{7 * n:02}", **(plain | common | each))
        for n, each in enumerate(changes, 1)
    )


def page_of(statistics, **changes):
    return made(replace(samples.ladder(), statistics=statistics, **changes))


def titles(page):
    return [each.one("b").text for each in page.all("figure", "chart")]


def test_a_chart_for_what_differs_from_week_to_week():
    page = page_of(weeks({"longest_run_m": 8000}, {"longest_run_m": 10000}, {}))
    assert titles(page) == ["Longest run"]
    chart = page.one("figure", "chart")
    assert [bar.text for bar in chart.all("rect")] == ["Week 1: 8 km", "Week 2: 10 km"]
    assert chart.one("svg").attributes["aria-label"] == (
        "Longest run of each week. Most: 10 km in week 2. "
        "Week 1: 8 km; Week 2: 10 km; Week 3: none."
    )
    first, second = (float(bar.attributes["height"]) for bar in chart.all("rect"))
    assert first / second == pytest.approx(0.8, abs=0.01)


def test_no_chart_where_all_weeks_are_alike():
    assert titles(page_of(weeks({}, {}, {}))) == []
    assert titles(page_of(weeks({"minutes": 90}))) == []


def test_load_and_tonnage_have_charts():
    logged = {"training_load": TrainingLoad(load=640)}
    page = page_of(weeks(logged | {"tonnage_kg": 9000.0}, {"tonnage_kg": 12340.0}))
    assert titles(page) == ["Training load", "Lifted"]
    assert "12,340 kg" in page.one("main").text


def test_the_longest_run_goes_by_the_clock_where_that_is_what_is_known():
    page = page_of(weeks({"longest_run_s": 1800}, {"longest_run_s": 2400}))
    assert "Most: 40 min in week 2" in page.one("svg").attributes["aria-label"]


def shades(page):
    found = {}
    for path in page.known_as("body").all("path", "z"):
        part, _, told = path.one("title").text.partition(": ")
        found[part] = (told, max(path.classes - {"z"}))
    return found


REGIONS = {"quads": "thigh", "hamstrings": "thigh", "thigh": "legs", "legs": "", "core": ""}


def test_parts_of_the_body_are_shaded_by_their_sets():
    counted = {"sets": {"quads": 20, "hamstrings": 4, "thigh": 24, "legs": 24}}
    found = shades(page_of(weeks(counted), regions=REGIONS))
    assert found["Quads"] == ("20 sets", "z5")
    assert found["Hamstrings"] == ("4 sets", "z1")
    assert found["Calf"] == ("none", "z0")
    assert found["Chest"] == ("none", "z0")


def test_what_only_helps_is_told_apart():
    helped = {"sets": {"core": 1}, "sets_indirect": {"quads": 3, "thigh": 3, "legs": 3}}
    found = shades(page_of(weeks(helped), regions=REGIONS))
    assert found["Quads"] == ("helps in 3", "zh")


def test_sets_of_which_only_the_larger_part_is_told_colour_all_of_it():
    found = shades(page_of(weeks({"sets": {"core": 8}}), regions=REGIONS))
    assert found["Obliques"] == found["Rectus abdominis"] == ("8 sets", "z5")


def test_another_week_may_be_chosen():
    page = page_of(weeks({"sets": {"core": 8}}, {"sets": {"core": 4}}), as_of="2026-12-15")
    choice = page.known_as("body-week").all("option")
    assert [each.text for each in choice if "selected" in each.attributes] == ["Week 2"]
    data = json.loads("".join(page.known_as("body-data").words))
    assert data["rows"] == [[[8, 0]], [[4, 0]]]
    assert {len(each) for each in data["zones"]} == {len(FRONT) + len(BACK)}


def test_no_body_without_sets():
    assert not [e for e in page_of(weeks({}, {})).all() if e.attributes.get("id") == "body"]


def test_the_drawing_fits_its_frame():
    for points in (points for _, points in (*FRONT, *BACK)):
        assert all(0 <= x < WIDTH / 2 and 0 <= y <= HEIGHT for x, y in points)
    assert outline().startswith("M")
    assert outline().endswith("Z")
