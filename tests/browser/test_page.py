"""The page comes up right: the day, the week, the charts, on every screen and on paper."""

from __future__ import annotations

import pytest

SAMPLES = (
    "ladder",
    "gym",
    "running",
    "every kind",
    "stopped",
    "hostile",
    "right to left",
    "numbers",
)


@pytest.mark.parametrize("width", [320, 390, 1200])
@pytest.mark.parametrize("name", SAMPLES)
def test_it_fits_the_screen_all_opened(visit, name, width):
    page = visit(name, width=width).page
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["ladder", "gym", "every kind", "running"])
def test_what_is_tapped_is_as_big_as_a_finger(visit, name):
    page = visit(name).page
    small = page.evaluate(
        """[...document.querySelectorAll("main button, main input, main select, summary, nav a")]
        .map(each => [each, each.type === "checkbox" ? each.parentElement : each])
        .filter(([, box]) => box.getClientRects().length)
        .filter(([, box]) => Math.min(box.offsetHeight, box.offsetWidth) < 44)
        .map(([each]) => each.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize(
    ("day", "title", "sessions"),
    [
        ("2026-12-01", "Next", ["Strength"]),
        ("2026-12-06", "Tomorrow", ["Strength"]),
        ("2026-12-07", "Today", ["Strength"]),
        ("2026-12-13", "Tomorrow", ["Strength"]),
        ("2027-02-01", "The last day", ["Easy run"]),
    ],
)
def test_the_day_that_is_next_comes_first(visit, day, title, sessions):
    page = visit("ladder", day=day).page
    assert page.text_content("#now-title") == title
    assert page.locator("#now-list .ses .title b").all_text_contents() == sessions


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Kiritimati", "2026-12-09"), ("America/Los_Angeles", "2026-12-08")],
)
def test_the_day_is_that_of_the_one_who_looks(visit, zone, day):
    """An hour before midnight in UTC, it is the next day at one end of the world."""
    page = visit("ladder", zone=zone).page
    page.clock.set_fixed_time("2026-12-08T23:00:00Z")
    page.reload()
    assert page.text_content("#now-title") == "Today"
    assert page.locator("#now-list .ses").get_attribute("data-day") == day


def test_other_days_are_a_tap_away_and_no_session_is_lost(visit):
    page = visit("ladder").page
    many = page.locator(".ses").count()
    page.get_by_role("button", name="The day after").click()
    assert page.text_content("#now h3") == "Tuesday 8 December"
    assert page.text_content("#now-title") == "Tomorrow"
    page.get_by_role("button", name="The day before").click()
    assert page.text_content("#now h3") == "Monday 7 December"
    assert page.locator(".ses").count() == many
    assert page.get_by_role("button", name="The day before").is_disabled()


def test_an_address_with_a_session_opens_it(visit):
    page = visit("ladder").page
    session = page.locator("#weeks .week").last.locator(".ses").last
    page.evaluate("id => (location.hash = id)", session.get_attribute("id"))
    page.wait_for_function(
        "id => document.getElementById(id).open", arg=session.get_attribute("id")
    )
    assert session.is_visible()


def test_an_exercise_is_explained_without_leaving_the_session(visit):
    page = visit("ladder").page
    page.locator("#now-list a.ex", has_text="Superman").click()
    shown = page.get_by_role("dialog")
    assert "Look at the floor." in shown.text_content()
    page.get_by_role("button", name="Close").click()
    assert not shown.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Superman"


def test_charts_and_the_body_are_drawn(visit):
    page = visit("numbers").page
    assert page.locator(".chart b").all_text_contents() == [
        "Longest run", "Training load", "Lifted", "Minutes",
    ]  # fmt: skip
    heights = page.evaluate(
        "[...document.querySelectorAll('.chart')].map(chart => [...chart.querySelectorAll('rect')]"
        ".map(bar => Math.round(bar.getBoundingClientRect().height)))"
    )
    assert [len(each) for each in heights] == [3, 2, 3, 3]
    assert all(min(each) > 10 for each in heights)
    quads = "[...document.querySelectorAll('#body .z')].find(z => /^Quads/.test(z.textContent))"
    fill = f"getComputedStyle({quads}).fill"
    first = page.evaluate(fill)
    page.select_option("#body-week", label="Week 3")
    assert page.evaluate(f"{quads}.textContent") == "Quads: 3 sets"
    assert page.evaluate(fill) != first
    rows = page.locator("#ranks tbody tr").all()
    cells = [each.locator("th, td").all_text_contents()[:2] for each in rows]
    assert cells == [["Core", "18"], ["Glutes", "9"], ["Quads", "3"]]


@pytest.mark.parametrize(
    ("scheme", "ground"), [("light", "rgb(246, 245, 241)"), ("dark", "rgb(20, 23, 29)")]
)
def test_light_and_dark_as_the_device_has_it(visit, scheme, ground):
    page = visit("ladder", scheme=scheme).page
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_all_is_open_and_in_its_week_in_ink_on_white(visit, scheme):
    page = visit("ladder", scheme=scheme).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#now").is_hidden()
    assert page.locator("nav").is_hidden()
    assert page.locator(".go:visible").count() == 0
    assert page.locator("#weeks .ses").count() == page.locator("#weeks .ses .abort:visible").count()
    days = page.evaluate("[...document.querySelectorAll('#weeks .ses')].map(s => s.dataset.day)")
    assert days == sorted(days)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 35, 48)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#now-list .ses").count() == 1
    assert page.locator(".week[open]").count() == 1


def test_without_scripts_it_can_be_read_and_nothing_is_there_that_does_nothing(visit):
    page = visit("ladder", scripts=False).page
    assert page.get_by_role("link", name="Monday 7 December · Strength").is_visible()
    assert page.locator("button:visible, select:visible").count() == 0
    page.locator(".week[open] .ses > summary").first.click()
    assert page.get_by_text("Stop the session on sharp pain").first.is_visible()


def test_after_a_stop_it_says_so_where_the_next_session_would_be(visit):
    page = visit("stopped").page
    assert "Read the notice at the top." in page.text_content("#now-list")


def test_a_year_is_there_at_once(visit):
    page = visit("large", day="2027-06-01").page
    assert page.locator("#now-list .ses").count() == 1
    assert page.locator(".ses").count() == 364
