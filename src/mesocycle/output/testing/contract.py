"""What every output should keep to, as a class of tests to subclass.

An output may refuse a programme, but only with a reason, and not an ordinary one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import ClassVar
from unittest import SkipTest

import msgspec

from mesocycle.output.model import OptionValue, Output
from mesocycle.output.samples import MAKERS, samples
from mesocycle.output.testing import marks
from mesocycle.output.testing.elsewhere import NotThere, elsewhere
from mesocycle.output.testing.trying import content, offered, rendered, require, told
from mesocycle.programme import Programme

#: Long ones are made once, the others again and again.
_SHORT = tuple(name for name in MAKERS if name not in ("huge", "large"))
_ELSEWHERE = ("ladder", "running", "non-ASCII")


class OutputContract:
    """What the seam promises of an output, as tests. `output` is the one to test.

    `shows_disclaimer`: whether people read it, so that it must show the disclaimer; by default
    where the media type is a text. A table for other programs says False.
    `loses`: whether the format cannot hold all of a programme, and the output says so (W631).
    `reads` makes text of what the output made, for formats in which no text can be found.
    """

    output: ClassVar[Output]
    shows_disclaimer: ClassVar[bool | None] = None
    loses: ClassVar[bool] = False

    def reads(self, made: bytes) -> str:
        """What a reader finds in `made`; as it is, unless somebody knows better."""
        return made.decode("utf-8", errors="ignore")

    def test_it_is_an_output(self) -> None:
        """It has a name, a suffix, a media type, a summary, options, and can render."""
        offered(self.output)

    def test_an_ordinary_programme_is_made(self) -> None:
        """A plan of three weeks gives bytes and no complaints."""
        require(bool(self._made(samples()["ladder"])), "no bytes")

    def test_every_programme_is_made_or_refused(self) -> None:
        """Empty, stopped, in other scripts, hostile, a year long: never a failure."""
        for name, programme in samples().items():
            done = rendered(self.output, programme)
            wrong = [each for each in done.diagnostics if each.code not in ("E613", "W631")]
            require(not wrong, f"{name}: {told(done)}")
            require(bool(done.value) or not done.ok, f"{name}: neither made nor refused")

    def test_twice_is_the_same(self) -> None:
        """Equal programmes give equal bytes."""
        for name in _SHORT:
            first, second = (rendered(self.output, MAKERS[name]()).value for _ in range(2))
            require(first == second, f"{name}: two renderings differ")

    def test_nothing_is_kept_between_programmes(self) -> None:
        """What was rendered before does not show."""
        ladder = samples()["ladder"]
        before = self._made(ladder)
        for name in _SHORT:
            rendered(self.output, MAKERS[name]())
        require(self._made(ladder) == before, "it remembers another programme")

    def test_the_programme_stays_as_it_is(self) -> None:
        """Rendering changes nothing in the tree."""
        for name in _SHORT:
            programme = MAKERS[name]()
            before = msgspec.json.encode(programme)
            rendered(self.output, programme)
            require(msgspec.json.encode(programme) == before, f"{name} was changed")

    def test_it_knows_nothing_but_its_arguments(self) -> None:
        """No clock, no network, no file is written; another machine makes the same bytes.

        Tried in a process with another folder, home, time zone, locale and hash seed.
        """
        try:
            there = elsewhere(self.output, _ELSEWHERE)
        except NotThere as why:
            raise SkipTest(str(why)) from None
        require(not there.did, f"while it rendered: {'; '.join(there.did)}")
        for name, made in there.made.items():
            done = rendered(self.output, MAKERS[name]())
            here = b"".join(each.content for each in done.value or ())
            where = "in another folder, home, time zone, locale or with another hash seed"
            require(made == here, f"{name} differs {where}: {_first_difference(here, made)}")

    def test_it_prints_nothing(self) -> None:
        """Neither on standard output nor on the error output: those are the command's."""
        said = io.StringIO()
        for name in _SHORT:
            with redirect_stdout(said), redirect_stderr(said):
                done = rendered(self.output, MAKERS[name]())
            held_back = any(each.code == "W630" for each in done.diagnostics)
            require(not (held_back or said.getvalue()), f"{name}: it printed {said.getvalue()!r}")

    def test_what_it_made_before_is_no_trouble(self) -> None:
        """Neither its own last file, nor a damaged one, keeps it from making the next."""
        ladder = samples()["ladder"]
        for previous in (self._made(ladder), b"", b"\xff\0<html>"):
            done = rendered(self.output, ladder, previous=previous)
            require(bool(done.value), told(done))

    def test_an_unknown_option_is_refused(self) -> None:
        """A misspelt option is reported, not passed over."""
        done = rendered(self.output, samples()["ladder"], options={"no-such-option": "1"})
        require([each.code for each in done.diagnostics] == ["E622"], told(done))

    def test_every_option_can_be_set(self) -> None:
        """Flags both ways, every choice, off where that may be: made, or refused with a reason."""
        for name, value in self._settings():
            done = rendered(self.output, samples()["ladder"], options={name: value})
            wrong = [each for each in done.diagnostics if each.code not in ("E613", "W631")]
            require(not wrong, f"{name}={value}: {told(done)}")

    def test_a_stop_leaves_no_exercise(self) -> None:
        """After a red flag no output shows an exercise of what was stopped."""
        made = self._text(marks.stopped(samples()["stopped"]))
        how = "show blocks only where wording.takes_place(session)"
        require(marks.STOPPED not in made, f"it shows an exercise of a stopped session; {how}")

    def test_a_stop_is_told(self) -> None:
        """Whoever reads it reads why all is stopped: the notice, or the sessions' reason."""
        made = self._text(marks.stopped(samples()["stopped"]))
        missing = self._is_read() and marks.NOTICE not in made
        require(
            not missing,
            "it does not say why sessions are stopped: by a notice `stop`, or session.reason",
        )

    def test_pain_is_shown_on_request_only(self) -> None:
        """What decisions say of pain and of the diary is left out unless an option asks for it."""
        for name in _SHORT:
            made = self._text(marks.in_pain(MAKERS[name]()))
            require(marks.PAIN not in made, f"{name}: it shows what a decision says")

    def test_the_disclaimer_is_shown(self) -> None:
        """People read `programme.disclaimer`, and, where exercises are, `programme.abort`."""
        if not self._is_read():
            return
        made = self._text(marks.cautioned(samples()["ladder"]))
        out = "; one that people do not read says `shows_disclaimer = False`"
        require(marks.DISCLAIMER in made, f"it does not show programme.disclaimer{out}")
        unsaid = marks.EXERCISE in made and marks.ABORT not in made
        require(not unsaid, f"it shows exercises without programme.abort{out}")

    def _made(self, programme: Programme) -> bytes:
        """What it makes without a word, but for what the format cannot hold."""
        if not self.loses:
            return content(self.output, programme)
        done = rendered(self.output, programme)
        require({each.code for each in done.diagnostics} <= {"W631"}, told(done))
        return done.unwrap()[0].content

    def _is_read(self) -> bool:
        if self.shows_disclaimer is None:
            return self.output.media_type.startswith("text/")
        return self.shows_disclaimer

    def _text(self, programme: Programme) -> str:
        """What it makes, without white space, for long lines may be broken anywhere."""
        products = rendered(self.output, programme).value or ()
        return "".join("".join(self.reads(each.content) for each in products).split())

    def _settings(self) -> Iterator[tuple[str, OptionValue]]:
        for option in offered(self.output).options:
            values: list[OptionValue] = [option.default, *option.choices]
            values += [True, False] if option.type == "flag" else []
            values += [None] if option.may_be_off else []
            yield from ((option.name, value) for value in dict.fromkeys(values))


def _first_difference(here: bytes, there: bytes) -> str:
    pairs = enumerate(zip(here, there, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(here), len(there)))
    return f"{here[at : at + 60]!r} here, {there[at : at + 60]!r} there"
