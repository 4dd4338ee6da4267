"""The contract that outputs subclass: a good one passes, and each promise is really tested."""

from __future__ import annotations

import sys
from typing import ClassVar

import pytest
from coach_agenda import Agenda

from mesocycle.output import Option, Rendered
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


class Saying(Agenda):
    """Writes what `say` gives, behind what is good and right."""

    def render(self, programme, context):
        good = super().render(programme, context).content
        return Rendered(good + str(self.say(programme, context)).encode())

    def say(self, programme, context):
        return ""


class Chatty(Saying):
    def say(self, programme, context):
        print("made it")


class Muttering(Saying):
    def say(self, programme, context):
        print("made it", file=sys.stderr)


class Silent(Agenda):
    """Nobody is told that all is stopped, and why."""

    def render(self, programme, context):
        return Rendered(programme.disclaimer.encode())


class Careless(Saying):
    """What to do, and never when to stop."""

    def say(self, programme, context):
        items = [i for s in programme.sessions for b in s.blocks for i in b.items]
        return [item.exercise.name for item in items if item.exercise]


class Bold(Agenda):
    """No disclaimer."""

    def render(self, programme, context):
        return Rendered(programme.plan.name.encode())


class Telling(Saying):
    """Everything that the athlete wrote."""

    def say(self, programme, context):
        return [line.text for d in programme.decisions for line in d.because]


class Explaining(Saying):
    def say(self, programme, context):
        return [decision.change for decision in programme.decisions]


class Optional(Agenda):
    """An option that nobody has tried to set."""

    options = (Option(name="short", type="flag", default=False, help="less"),)

    def render(self, programme, context):
        return super().render(programme, {}[1] if context.flag("short") else context)


class NoWayBack(Agenda):
    """Says that it may be off, and is not."""

    options = (Option(name="days", type="number", default=7, help="", may_be_off=True),)

    def render(self, programme, context):
        return Rendered(str(context.number("days") + 1).encode())


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
        (Chatty, "test_it_prints_nothing"),
        (Muttering, "test_it_prints_nothing"),
        (Silent, "test_a_stop_is_told"),
        (Bold, "test_the_disclaimer_is_shown"),
        (Careless, "test_the_disclaimer_is_shown"),
        (Telling, "test_pain_is_shown_on_request_only"),
        (Explaining, "test_pain_is_shown_on_request_only"),
        (Optional, "test_every_option_can_be_set"),
        (NoWayBack, "test_every_option_can_be_set"),
    ],
)
def test_a_broken_promise_is_noticed(output, promise):
    with pytest.raises(AssertionError):
        getattr(contract(output), promise)()


class TestATable(OutputContract):
    """For programs: it says itself that nobody reads it, and need not caution anybody."""

    output = Bold()
    shows_disclaimer = False


class TestBytes(OutputContract):
    """Not a text by its type, and not looked into."""

    class Packed(Agenda):
        media_type = "application/x-agenda"

        def render(self, programme, context):
            return Rendered(bytes(255 - each for each in programme.plan.name.encode()))

    output = Packed()


def test_what_cannot_be_read_is_made_readable_by_its_own_test():
    class Contract(OutputContract):
        class Turned(Shouting):
            def render(self, programme, context):
                return Rendered(super().render(programme, context).content[::-1])

        output = Turned()

        def reads(self, made):
            return made[::-1].decode()

    with pytest.raises(AssertionError, match="an exercise of a stopped session"):
        Contract().test_a_stop_leaves_no_exercise()


@pytest.mark.parametrize("promise", PROMISES)
def test_each_promise_is_kept_by_the_bundled(promise):
    from mesocycle.bundled.ical import Ical
    from mesocycle.bundled.json import Json
    from mesocycle.bundled.markdown import Markdown

    for output in (Ical, Json, Markdown):
        getattr(contract(output), promise)()
