"""What stands at the top: who and when, what to stop for, what to mind, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mesocycle.output import wording
from mesocycle.output.days import race, races
from mesocycle.output.text import one_line
from mesocycle.programme import Notice, Programme

from .markup import Html, dots, el, paragraph

_WORDS: Final = {"stop": "Stop.", "warning": "Mind.", "question": "Question.", "info": "Note."}


def header(programme: Programme) -> Html:
    """The name, the facts, stops before all else, and what this page is not."""
    stops = [each for each in programme.notices if each.severity == "stop"]
    return el(
        "header",
        el("h1", programme.plan.name),
        el("p", _facts(programme), class_="facts"),
        [el("p", el("b", "Race "), race(each), class_="facts") for each in races(programme)],
        map(_notice, stops),
        el("p", programme.disclaimer, class_="small"),
        _others(programme.notices),
        class_="top",
    )


def about(programme: Programme) -> Html:
    """What the plan says of itself, and when its files were made of what; nothing, of nothing."""
    plan, told = programme.plan, []
    if plan.about:
        told.append(paragraph(plan.about))
    facts = [f"by {', '.join(plan.authors)}" if plan.authors else ""]
    facts += [f"source: {plan.source}"] if plan.source else []
    if any(facts):
        told.append(el("p", dots(facts), class_="facts"))
    if not told:
        return Html()
    return el("section", el("h2", "About this plan"), told, id="about")


def _facts(programme: Programme) -> Html:
    starts, ends = (
        wording.day(day, short=True, year=True) for day in (programme.starts, programme.ends)
    )
    return dots(
        [
            el("b", programme.athlete.name) if programme.athlete else None,
            f"{starts} – {ends}",
            f"times in {programme.timezone}",
            f"as of {wording.day(programme.as_of, short=True)}" if programme.as_of else None,
        ]
    )


def _others(notices: Sequence[Notice]) -> Iterator[Html]:
    others = [each for each in notices if each.severity != "stop"]
    return map(_notice, sorted(others, key=lambda each: list(_WORDS).index(each.severity)))


def _notice(notice: Notice) -> Html:
    word = _WORDS[notice.severity]
    words = one_line(notice.text).removeprefix(word).lstrip()
    answer = None
    if notice.answer and notice.answer not in notice.text:
        answer = [" To write: ", el("code", notice.answer)]
    return el(
        "div",
        el("p", el("b", word), " ", words, answer),
        class_=f"notice {notice.severity}",
        role="note" if notice.severity != "stop" else "alert",
    )
