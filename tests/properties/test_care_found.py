"""The promises of `test_care` find what they are there to find: each rule taken away is noticed."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.compiler.athlete import View
from mesocycle.compiler.choice.qualify import Choice, Qualifier
from mesocycle.compiler.progress import chain, effects, judge
from mesocycle.compiler.safety import pace
from mesocycle.compiler.sessions import ruled
from mesocycle.diary.health import Health
from tests.properties.diaries import DAYS, LISTED, START, compiled, diary_of
from tests.properties.test_care import (
    EASIER,
    beyond,
    trained,
    unearned,
    unlisted,
)
from tests.properties.test_care_history import otherwise, shown
from tests.properties.test_care_worse import harder, worsened

KNOWN = LISTED | EASIER
END = START + dt.timedelta(days=DAYS)


def days_of(seed):
    return START + dt.timedelta(days=seed % (DAYS - 1) + 1)


def unlike(seed):
    diary, day = diary_of(seed), days_of(seed)
    early = tuple(each for each in diary if each.day < day)
    return shown(compiled(early), before=day) != shown(compiled(diary), before=day)


def gains(seed):
    day = days_of(seed)
    made = worsened(seed, day)
    return made and harder(compiled(made[0], day), compiled(made[1], day), day)


#: How each promise is asked of one athlete.
ASKED = {
    "beyond": lambda seed: beyond(diary_of(seed)),
    "unlisted": lambda seed: unlisted(diary_of(seed)),
    "unearned": lambda seed: unearned(diary_of(seed)),
    "trained": lambda seed: trained(diary_of(seed)),
    "harder": gains,
    "before": unlike,
    "otherwise": lambda seed: otherwise(diary_of(seed), days_of(seed)),
}


def no_limit(_now, move, _limit):
    return move


def anything(self, *_):
    return Choice(next(e for e in self.plan.catalogue.exercises.values() if e.name not in KNOWN))


def forgiven(self, date, _scope=None):
    if any(each.date <= date for each in self._clearances):
        return []
    return [flag for flag in self._flags if flag.date <= date]


def forgotten(self, date, _scope=None):
    return [flag for flag in self._flags if 0 <= (date - flag.date).days <= 3]


def by_the_last_day(self, _date, _state=Health.day):
    return _state(self, END)


def hard_in_pain(view, date, _care, _closed):
    worst = view.health.day(date).worst
    easy = pace.Pace("run", "easy", pace.Bar("R23", "planted", ()))
    return None if worst and worst.value else easy


def nothing(*_args, **_kwargs):
    return None


def as_it_is(self):
    return self


PLANTED = [
    ("beyond", chain, "within", no_limit),
    ("unlisted", Qualifier, "_after_form", anything),
    ("unlisted", Qualifier, "_after_pain", anything),
    ("unearned", judge, "_unsaid", nothing),
    ("unearned", judge, "hurts", lambda *_, **__: ""),
    ("unearned", judge, "morning", nothing),
    ("unearned", ruled, "hold", nothing),
    ("unearned", effects, "flared", nothing),
    ("trained", Health, "flags", lambda *_: []),
    ("trained", Health, "flags", forgiven),
    ("trained", Health, "flags", forgotten),
    ("harder", pace, "limit", hard_in_pain),
    ("before", Health, "day", by_the_last_day),
    ("otherwise", View, "before_sessions", as_it_is),
]


@pytest.mark.parametrize(("promise", "where", "rule", "planted"), PLANTED)
def test_without_its_rule_a_promise_is_broken(promise, where, rule, planted, monkeypatch):
    monkeypatch.setattr(where, rule, planted)
    if rule == "morning":
        monkeypatch.setattr(judge, "coloured", lambda *_: ())
    compiled.cache_clear()
    try:
        assert any(ASKED[promise](seed) for seed in range(150))
    finally:
        compiled.cache_clear()
