"""Whatever people write is text, and nothing but text."""

from __future__ import annotations

import pytest

from mesocycle.output import samples
from plugins.html.tests.reading import made

HARMLESS = "Plain words"
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "x onmouseover=alert(1) y",
    "<!-- --><b>",
    "]]></textarea><title>",
    "&lt;b&gt; &amp; &#60;i&#62; &#x3c;",
    "javascript:alert(1)",
    "a`b${alert(1)}\\u003c",
)


def skeleton(text, **options):
    return made(samples.hostile(text), reasons=True, **options).skeleton()


def test_a_line_that_ends_in_disguise_ends_and_is_nothing_more():
    hidden = "<a\u2028b>\u202e\u0000\u001b[31m"
    assert skeleton(hidden) == skeleton("Plain\nwords")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_builds_the_same_page_as_a_harmless_one(text):
    assert skeleton(text) == skeleton(HARMLESS)


@pytest.mark.parametrize("text", HOSTILE[:4])
def test_it_is_shown_as_it_was_written(text):
    page = made(samples.hostile(text))
    assert page.one("h1").text == text
    assert page.one("title").text.startswith(text)


def test_no_text_gets_into_the_script_or_its_numbers():
    marked = made(samples.hostile("Marked-by-somebody"))
    for each in (*marked.all("script"), *marked.all("style")):
        assert "Marked-by-somebody" not in "".join(each.words)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", '//x" onclick="y'])
def test_no_address_but_of_the_web(address):
    from msgspec.structs import replace

    from mesocycle.output.sample_parts import LADDER
    from mesocycle.programme import Block

    exercise = replace(LADDER[0].exercise, video=address)
    block = Block(kind="straight", items=(replace(LADDER[0], exercise=exercise),))
    page = made(samples.programme(samples.session("One", 0, block)))
    assert all(each.attributes["href"].startswith("#") for each in page.all("a"))
