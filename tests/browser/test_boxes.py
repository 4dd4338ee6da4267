"""Boxes remember."""

from __future__ import annotations

from mesocycle_html import Html
from msgspec.structs import replace

from mesocycle.output import samples
from mesocycle.output.testing import content

BOX = "#now-list input[type=checkbox]"


def ticked(page):
    return page.evaluate(
        "[...document.querySelectorAll('input[type=checkbox]')].filter(b => b.checked).length"
    )


def test_ticks_and_words_are_there_after_a_reload(visit):
    seen = visit("ladder")
    seen.page.locator(BOX).nth(2).check()
    seen.page.locator(BOX).nth(4).check()
    seen.page.get_by_label("Felt, RPE 0–10").first.fill("6")
    seen.page.keyboard.press("Tab")
    assert seen.page.locator("#now-list .tally").text_content().startswith("2 of ")
    seen.page.reload()
    assert ticked(seen.page) == 2
    assert seen.page.locator(BOX).nth(4).is_checked()
    assert seen.page.get_by_label("Felt, RPE 0–10").first.input_value() == "6"
    assert seen.page.locator("#now-list .tally").text_content().startswith("2 of ")


def test_what_is_taken_back_is_gone(visit):
    seen = visit("ladder")
    seen.page.locator(BOX).first.check()
    seen.page.locator(BOX).first.uncheck()
    seen.page.reload()
    assert ticked(seen.page) == 0
    assert seen.page.evaluate("localStorage.length") == 0


def test_all_ticked_is_told(visit):
    page = visit("ladder", day="2026-12-08").page
    for box in page.locator(BOX).all():
        box.check()
    assert page.locator("#now-list .tally").text_content() == "all ticked"


def test_a_page_that_is_built_again_keeps_them(visit, tmp_path):
    """Moved by a day, and with another number of reps: the ticks stay with their sets."""
    seen = visit("ladder")
    seen.page.locator(BOX).nth(1).check()
    kept = seen.page.evaluate("Object.entries(localStorage)")
    ladder = samples.ladder()
    first, *others = ladder.sessions
    later = replace(first, date="2026-12-08", minutes=50)
    again = content(Html(), replace(ladder, sessions=(later, *others)))
    path = tmp_path / "again.html"
    path.write_bytes(again)
    seen.page.goto(path.as_uri())
    seen.page.evaluate("all => all.forEach(([k, v]) => localStorage.setItem(k, v))", kept)
    seen.page.reload()
    assert ticked(seen.page) == 1
    seen.asked = [seen.address]


def test_another_athlete_has_other_ticks(visit, tmp_path):
    seen = visit("ladder")
    seen.page.locator(BOX).first.check()
    kept = seen.page.evaluate("Object.entries(localStorage)")
    other = replace(samples.ladder(), athlete=None)
    path = tmp_path / "other.html"
    path.write_bytes(content(Html(), other))
    seen.page.goto(path.as_uri())
    seen.page.evaluate("all => all.forEach(([k, v]) => localStorage.setItem(k, v))", kept)
    seen.page.reload()
    assert ticked(seen.page) == 0
    seen.asked = [seen.address]


def test_two_tabs_show_the_same(visit):
    seen = visit("ladder")
    second = seen.open()
    second.locator(BOX).first.check()
    seen.page.wait_for_function("document.querySelector('#now-list input').checked")


def test_all_of_it_can_be_forgotten(visit):
    seen = visit("ladder")
    seen.page.locator(BOX).first.check()
    seen.page.evaluate("localStorage.setItem('somebody else', '1')")
    seen.page.on("dialog", lambda dialog: dialog.accept())
    seen.page.get_by_role("button", name="Forget it").click()
    assert ticked(seen.page) == 0
    assert seen.page.evaluate("Object.keys(localStorage)") == ["somebody else"]


def test_where_the_browser_keeps_nothing_the_page_works_all_the_same(visit):
    seen = visit("ladder")
    seen.page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('blocked', 'SecurityError'); } });"
    )
    seen.page.reload()
    seen.page.locator(BOX).first.check()
    assert seen.page.locator("#now-list .tally").is_visible()
    assert seen.page.get_by_role("button", name="The day after").is_enabled()


def test_what_is_kept_and_damaged_is_no_trouble(visit):
    seen = visit("ladder")
    seen.page.locator(BOX).first.check()
    for damaged in ('{"', "null", "7", '{"x":[1]}'):
        seen.page.evaluate(
            "text => Object.keys(localStorage).forEach(k => localStorage.setItem(k, text))", damaged
        )
        seen.page.reload()
        assert ticked(seen.page) == 0
        seen.page.locator(BOX).first.check()
