"""Nothing that axe calls serious, in light and in dark, closed, opened, and with the timer."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def axe() -> str:
    """The program of axe-core, from where there is one; skipped where there is none."""
    found = find_spec("axe_playwright_python")
    for place in found.submodule_search_locations or () if found else ():
        for path in Path(place).glob("**/axe.min.js"):
            return path.read_text(encoding="utf-8")
    pytest.skip("axe is not installed")


def faults(page):
    page.evaluate(axe())
    done = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
    return [
        (each["id"], each["impact"], [node["html"][:200] for node in each["nodes"][:3]])
        for each in done["violations"]
    ]


def test_it_would_find_something(visit):
    page = visit("empty").page
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert ("label", "critical") in [(name, how) for name, how, _ in faults(page)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name", ["ladder", "gym", "running", "every kind", "stopped", "assessment", "numbers", "empty"]
)
def test_axe_finds_nothing(visit, name, scheme):
    page = visit(name, scheme=scheme, motion="reduce").page
    page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
    for box in page.locator("#now-list input[type=checkbox]").all()[:2]:
        box.check()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_timer(visit, scheme):
    page = visit("timed", scheme=scheme, motion="reduce").page
    page.locator("#now-list .go").click()
    page.get_by_role("button", name="Start", exact=True).click()
    assert faults(page) == []
    page.clock.run_for(40_000)
    assert faults(page) == []


def test_axe_finds_nothing_in_the_dialog(visit):
    page = visit("ladder", motion="reduce").page
    page.locator("#now-list a.ex").first.click()
    assert faults(page) == []


def test_the_first_key_leads_to_the_sessions(visit):
    page = visit("ladder").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the sessions"
    assert page.locator(".skip").bounding_box()["x"] >= 0
