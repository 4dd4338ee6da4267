"""The contract that outputs subclass: a good one passes, and each promise is really tested."""

from __future__ import annotations

from typing import ClassVar

import pytest
from coach_agenda import Agenda

from mesocycle.output import Rendered
from mesocycle.output.testing import OutputContract

PROMISES = [name for name in vars(OutputContract) if name.startswith("test_")]


class TestAgenda(OutputContract):
    """The example of somebody else's plugin keeps it."""

    output = Agenda()


def contract(output_type):
    return type("Contract", (OutputContract,), {"output": output_type()})()


class Counting(Agenda):
    """Not twice the same."""

    calls: ClassVar = []

    def render(self, programme, context):
        self.calls.append(programme)
        return Rendered(str(len(self.calls)).encode())


class Shouting(Agenda):
    """An exercise of every session, stopped or not."""

    def render(self, programme, context):
        names = [
            i.exercise.name
            for s in programme.sessions
            for b in s.blocks
            for i in b.items
            if i.exercise
        ]
        return Rendered(" ".join(["x", *names]).encode())


class Ascii(Agenda):
    """Fails on other scripts."""

    def render(self, programme, context):
        return Rendered(programme.plan.name.encode("ascii"))


class Reading(Agenda):
    """Trusts what it made before."""

    def render(self, programme, context):
        return Rendered((context.previous or b"x").decode().encode())


class Picky(Agenda):
    """Refuses everything."""

    def render(self, programme, context):
        return Rendered.refused("no")


class Nameless(Agenda):
    name = ""


@pytest.mark.parametrize(
    ("output", "promise"),
    [
        (Counting, "test_twice_is_the_same"),
        (Counting, "test_nothing_is_kept_between_programmes"),
        (Shouting, "test_a_stop_leaves_no_exercise"),
        (Ascii, "test_every_programme_is_made_or_refused"),
        (Reading, "test_what_it_made_before_is_no_trouble"),
        (Picky, "test_an_ordinary_programme_is_made"),
        (Nameless, "test_it_is_an_output"),
        (Nameless, "test_an_unknown_option_is_refused"),
    ],
)
def test_a_broken_promise_is_noticed(output, promise):
    with pytest.raises(AssertionError):
        getattr(contract(output), promise)()


@pytest.mark.parametrize("promise", PROMISES)
def test_each_promise_is_kept_by_the_bundled(promise):
    from mesocycle.bundled.ical import Ical
    from mesocycle.bundled.json import Json
    from mesocycle.bundled.markdown import Markdown

    for output in (Ical, Json, Markdown):
        getattr(contract(output), promise)()
