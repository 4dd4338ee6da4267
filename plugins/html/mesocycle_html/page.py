"""The whole page: what comes first on a phone, and what is at the end of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.numbers import measures
from mesocycle.programme import Programme

from .assets import icon, policy, raw, script, style
from .body import body
from .charts import charts
from .exercises import exercises, runs
from .markup import Html, dots, el
from .notices import about, header
from .reasons import reasons_of
from .sessions import Page, session_id, session_part
from .tables import tables
from .weeks import next_up, weeks

_SCHEMES = {"auto": "light dark", "light": "light", "dark": "dark"}


class Wishes(NamedTuple):
    """What may be set about the page."""

    log: bool = True
    timer: bool = True
    theme: str = "auto"
    reasons: bool = False


def page(programme: Programme, wishes: Wishes) -> str:
    """The page as HTML."""
    css, js = style(wishes.theme), script(timer=wishes.timer)
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy(css, js)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content=_SCHEMES[wishes.theme]),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="robots", content="noindex, nofollow"),
        el("link", rel="icon", href=icon()),
        el("title", _title(programme)),
        raw("style", css),
    )
    whole = el(
        "html",
        Html("\n"),
        head,
        Html("\n"),
        el("body", list(_body(programme, wishes)), raw("script", js)),
        Html("\n"),
        lang="en",
    )
    return f"<!doctype html>\n{whole}\n"


def _title(programme: Programme) -> str:
    whose = f" · {programme.athlete.name}" if programme.athlete else ""
    return f"{programme.plan.name}{whose}"


def _body(programme: Programme, wishes: Wishes) -> Iterator[Html]:
    page_ = Page(
        log=wishes.log,
        timer=wishes.timer,
        told=_told(programme),
        abort=programme.abort,
        way=measures(programme).way,
        why=reasons_of(programme) if wishes.reasons else {},
    )
    parts = {
        "now": _now(programme),
        "weeks": weeks(programme, page_),
        "any": _any_time(programme, page_),
        "numbers": _numbers(programme),
        "how": exercises(programme),
        "change": runs(programme),
        "about": about(programme),
    }
    yield el("a", "To the sessions", href="#main", class_="skip")
    yield header(programme)
    yield _nav([key for key, part in parts.items() if part])
    whose = f"{programme.plan.id}/{programme.athlete.name if programme.athlete else ''}"
    yield el(
        "main",
        [Html("\n").join(filter(None, parts.values()))],
        id="main",
        data_plan=whose,
        data_stop=any(each.severity == "stop" for each in programme.notices),
    )
    yield _foot(programme, wishes)


def _nav(keys: list[str]) -> Html:
    names = {
        "now": "Next", "weeks": "Weeks", "any": "Any time", "numbers": "Numbers",
        "how": "Exercises",
    }  # fmt: skip
    links = [el("a", name, href=f"#{key}") for key, name in names.items() if key in keys]
    return el("nav", links, aria_label="On this page")


def _now(programme: Programme) -> Html:
    """What is next; the browser puts the sessions themselves here, by its own day."""
    if not programme.sessions:
        return Html()
    links = [
        el(
            "li",
            el("a", wording.day(each.date or ""), " · ", wording.title(each),
               href=f"#{session_id(each)}"),
        )
        for each in next_up(programme)
    ]  # fmt: skip
    return el(
        "section",
        el("h2", "Next", id="now-title"),
        el("div", el("ul", links) if links else el("p", "Nothing is left to do."), id="now-list"),
        id="now",
        aria_labelledby="now-title",
        data_starts=programme.starts,
        data_known=programme.as_of,
    )


def _any_time(programme: Programme, page_: Page) -> Html:
    page_ = page_._replace(level=3)
    parts = [session_part(session, page_) for session in programme.todo]
    return el("section", el("h2", "Any time"), parts, id="any") if parts else Html()


def _numbers(programme: Programme) -> Html:
    if not programme.statistics:
        return Html()
    told = measures(programme)
    return el(
        "section",
        el("h2", "The weeks in numbers"),
        charts(programme, told),
        body(programme),
        list(tables(programme, told)),
        id="numbers",
    )


def _foot(programme: Programme, wishes: Wishes) -> Html:
    provisional = any(session.provisional for session in programme.sessions)
    keeps = "What you tick and write stays in this browser, on this device. "
    forget = el("button", "Forget it", type="button", id="forget")
    return el(
        "footer",
        el("p", wording.PROVISIONAL) if provisional else None,
        el("p", keeps, forget, class_="js") if wishes.log and programme.sessions else None,
        el("p", dots(["Made by mesocycle from a plan in plain text", "asks the network nothing"])),
    )


def _told(programme: Programme) -> frozenset[str]:
    """What the notices at the top say already: why several sessions to come are stopped, too."""
    stops = [each.text for each in programme.notices if each.severity == "stop"]
    known = programme.as_of or programme.starts
    stopped = [s for s in programme.sessions if s.status == "stopped" and (s.date or "") >= known]
    reasons = [s.reason for s in stopped if s.reason]
    repeated = {reason for reason in reasons if reasons.count(reason) > 1}
    return frozenset((*stops, *(repeated if stops else ())))
