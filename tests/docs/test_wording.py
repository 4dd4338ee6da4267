"""What docs/ says about health is what the programme says, and promises nothing."""

from __future__ import annotations

import re

import pytest

from mesocycle.programme import DISCLAIMER, EMERGENCY
from tests.docs.pages import DOCS, pages

#: Words that claim an effect on a body; so does no page, and no text of an output.
CLAIMS = re.compile(
    r"\b(cures?|prevents? injur\w+|treats?|heals?|guaranteed?|(?<!fail-)safe(ly)?)\b", re.IGNORECASE
)


def flat(text: str) -> str:
    return " ".join(text.replace("\n> ", " ").split())


@pytest.mark.parametrize("text", [DISCLAIMER, EMERGENCY], ids=["disclaimer", "emergency"])
def test_the_page_on_intended_use_quotes_the_programme(text):
    page = (DOCS / "explanation" / "intended-use.md").read_text(encoding="utf-8")
    assert flat(text) in flat(page)


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(DOCS).as_posix())
def test_no_page_claims_an_effect(path):
    found = CLAIMS.findall(path.read_text(encoding="utf-8"))
    assert not found


def test_every_page_can_be_reached_from_the_index():
    """By links, one after the other."""
    seen, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in seen or not page.is_file() or DOCS not in page.parents:
            continue
        seen.add(page)
        links = re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8"))
        waiting += [page.parent / link for link in links]
    assert set(pages()) <= seen


def test_links_to_headings_lead_to_one():
    dead = [
        f"{path.relative_to(DOCS)}: {link}"
        for path in pages()
        for link, target in _anchors(path)
        if target not in _headings(path.parent / link.partition("#")[0] if link[0] != "#" else path)
    ]
    assert dead == []


def _anchors(path):
    for link in re.findall(r"\]\(([^)\s]*#[^)\s]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in link:
            yield link, link.partition("#")[2]


def _headings(path):
    """The anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
