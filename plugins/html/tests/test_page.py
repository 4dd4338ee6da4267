"""What the page shows, in which order, and what it never shows."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from mesocycle_html import Html
from msgspec.structs import replace

from mesocycle.output import samples
from mesocycle.output.testing import content
from mesocycle.programme import ABORT, DISCLAIMER, EMERGENCY, Notice
from plugins.html.tests.reading import made, sample

#: One that is read again and again need not have a year's sessions.
SMALL = [name for name in samples.samples() if name not in ("large", "huge")]


@pytest.fixture(scope="module")
def ladder():
    return sample("ladder")


def test_it_is_one_page_with_its_landmarks_in_order(ladder):
    assert ladder.one("html").attributes["lang"] == "en"
    body = ladder.one("body")
    assert [each.name for each in body.inside] == [
        "a", "header", "nav", "main", "footer", "script",
    ]  # fmt: skip
    assert ladder.one("title").text == "A back that runs · Ana"
    assert [each.text for each in ladder.all("h1")] == ["A back that runs"]


@pytest.mark.parametrize("name", SMALL)
def test_headings_go_down_one_step_at_a_time(name):
    levels = [int(each.name[1]) for each in sample(name).all() if is_heading(each)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def is_heading(element):
    return re.fullmatch("h[1-6]", element.name)


@pytest.mark.parametrize("name", SMALL)
def test_every_identity_is_there_once_and_every_link_leads_somewhere(name):
    page = sample(name)
    found = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(found) == len(set(found))
    links = [each.attributes["href"] for each in page.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(found)


@pytest.mark.parametrize("name", SMALL)
def test_every_page_says_what_it_is_not_and_every_session_when_to_stop(name):
    page = sample(name)
    assert DISCLAIMER in page.one("header").text
    for session in page.all("details", "ses"):
        assert (ABORT in session.text) is ("data-log" in session.attributes)


def test_nothing_comes_from_anywhere_else(ladder):
    loud = {"src", "action", "style", "srcset", "background", "poster", "onclick", "onload"}
    assert not [each.name for each in ladder.all() if loud & set(each.attributes)]
    assert [each.attributes["href"][:10] for each in ladder.all("link")] == ["data:image"]
    outward = [each for each in ladder.all("a") if each.attributes["href"][0] != "#"]
    assert {each.attributes["rel"] for each in outward} == {"noopener noreferrer"}


@pytest.mark.parametrize("options", [{}, {"timer": False}, {"theme": "dark"}, {"theme": "light"}])
def test_the_policy_lets_in_this_style_and_this_script_and_nothing_else(options):
    page = made(samples.empty(), **options)
    policy = page.one("meta").inside or next(
        each.attributes["content"] for each in page.all("meta") if "http-equiv" in each.attributes
    )
    for kind, name in (("style", "style"), ("script", "script")):
        inside = "".join(page.one(name).words).encode()
        assert f"{kind}-src 'sha256-{b64encode(sha256(inside).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_a_stop_stands_before_all_else_and_is_said_once():
    page = made(samples.stopped())
    words = page.one("body").text
    assert words.count(EMERGENCY.removeprefix("Stop. ")) == 1
    assert words.index(EMERGENCY.removeprefix("Stop. ")) < words.index(DISCLAIMER)
    assert "data-stop" in page.one("main").attributes
    assert words.count("Do not do this session: read the notice at the top.") == 2


def test_after_a_stop_there_is_nothing_to_tick_to_time_or_to_look_up():
    page = made(samples.stopped())
    assert not list(page.all("input"))
    assert not list(page.all("button", "go"))
    assert not list(page.all("div", "card"))


def test_notices_come_stops_first_then_what_to_mind_and_questions():
    notices = [
        Notice(code="x", severity=severity, text=f"{severity} told", answer="back 0" * answers)
        for severity, answers in (("info", 0), ("question", 1), ("stop", 0), ("warning", 0))
    ]
    page = made(replace(samples.ladder(), notices=tuple(notices)))
    told = [each.text for each in page.all("div", "notice")]
    assert told == [
        "Stop. stop told", "Mind. warning told", "Question. question told To write: back 0",
        "Note. info told",
    ]  # fmt: skip


def test_states_are_told_as_the_sheet_tells_them():
    chips = [each.text for each in made(samples.every_kind()).all("span", "chip")]
    assert set(chips) == {"Done", "Missed", "Moved", "Skipped", "Assessment"}
    assert "Provisional" in [each.text for each in made(samples.ladder()).all("span", "chip")]
    assert "Race A" in [each.text for each in made(samples.hostile()).all("span", "chip")]


def test_what_was_done_is_told_and_cannot_be_ticked():
    page = made(samples.as_done())
    assert "3 × 8 reps (8–12), tempo 2‑0‑2‑0, rest 60 s; done 8, 6" in page.text
    assert not list(page.all("input"))


@pytest.mark.parametrize("name", ["ladder", "painful"])
def test_what_hurts_is_told_only_where_reasons_are_wanted(name):
    programme = samples.samples()[name]
    quiet = content(Html(), programme).decode()
    assert programme.decisions
    for decision in programme.decisions:
        assert decision.text not in quiet
        assert not [line for line in decision.because if line.text in quiet]


def test_reasons_are_told_where_they_are_wanted():
    ladder = samples.ladder()
    first = ladder.sessions[0]
    why = (replace(ladder.decisions[0], session=first.id),)
    asked = made(replace(ladder, decisions=why), reasons=True)
    assert [each.text for each in asked.all("details", "why")] == [
        "Why it is as it is Superman is in: no pain on 7 Dec, nor next morning. (painfree). "
        "ana.diary:8 Superman; 10, 10, 9; pain 0"
    ]
    assert not list(made(replace(ladder, decisions=why)).all("details", "why"))


def test_the_week_that_is_next_is_open_and_the_others_are_not():
    ladder = samples.ladder()
    for known, is_open in ((None, 0), ("2026-12-15", 1), ("2026-12-27", None)):
        page = made(replace(ladder, as_of=known))
        found = ["open" in week.attributes for week in page.all("details", "week")]
        assert found == [number == is_open for number in range(3)]


def test_without_a_script_the_next_day_is_a_link():
    page = made(replace(samples.ladder(), as_of="2026-12-08"))
    links = [each.text for each in page.known_as("now").all("a")]
    assert links == ["Tuesday 8 December · Easy run"]


def test_a_theme_may_be_chosen():
    for theme, scheme in (("auto", "light dark"), ("light", "light"), ("dark", "dark")):
        page = made(samples.empty(), theme=theme)
        metas = {each.attributes.get("name"): each for each in page.all("meta")}
        assert metas["color-scheme"].attributes["content"] == scheme
        css = "".join(page.one("style").words)
        assert ("prefers-color-scheme: dark" in css) is (theme == "auto")


def test_a_year_stays_small():
    assert len(content(Html(), samples.large())) < 1_500_000
    assert len(content(Html(), samples.empty())) < 60_000


def test_an_empty_plan_says_so():
    assert "Nothing is planned." in made(samples.empty()).text
