"""The page of a link in a real browser, under the policy that the server sends with it."""

from __future__ import annotations

import pytest

from tests.clients.chromium import Chromium
from tests.clients.plans import Plan
from tests.clients.served import ServedFeed
from tests.clients.waiting import until

WIDTHS = (320, 390, 1200)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if reason := Chromium.absent():
        pytest.skip(reason)
    with Chromium.started(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture(scope="module")
def address(browser, tmp_path_factory):
    """The page of a link to a plan that is served."""
    feed = ServedFeed(tmp_path_factory.mktemp("coach"))
    feed.publish(Plan())
    yield feed.url.removesuffix("/plan.ics")
    feed.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_asks_for_nothing_else_and_nothing_is_blocked(browser, address, width, scheme):
    browser.open(address, width, scheme=scheme)
    asked = [each["request"]["url"] for each in browser.told("Network.requestWillBeSent")]
    assert [url for url in asked if not url.endswith("/favicon.ico")] == [address]
    assert browser.told("Log.entryAdded", "Runtime.exceptionThrown") == []
    ground = browser.get("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(246, 245, 241)", "dark": "rgb(20, 23, 29)"}[scheme]


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_screen_and_fingers(browser, address, width):
    browser.open(address, width)
    assert browser.get("document.documentElement.scrollWidth") <= width
    assert browser.get("document.compatMode") == "CSS1Compat"
    heights = browser.get(
        "[...document.querySelectorAll('.way, button, input')].map(e => e.offsetHeight)"
    )
    assert min(heights) >= 44


def test_the_link_is_copied(browser, address):
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.open(address, 390)
    browser.click("#copy")
    told = "document.getElementById('copied').textContent"
    assert until(lambda: browser.get(told) == "Copied. Keep it to yourself.")
    assert browser.get("getSelection().toString()") == f"{address}/plan.ics"


def test_without_scripts_there_is_no_button_that_does_nothing(browser, address):
    browser.open(address, 390, scripts=False)
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    roles = {node.get("role", {}).get("value") for node in tree}
    assert "textbox" in roles
    assert "button" not in roles


def test_a_page_that_is_not_there_is_no_page(browser, address):
    browser.open(address[:-1] + ("A" if address[-1] != "A" else "B"), 390)
    assert browser.get("document.querySelectorAll('a, script, style').length") == 0
