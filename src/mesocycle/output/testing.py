"""The tests that every output should pass; subclass `OutputContract` and run pytest.

    from mesocycle.output.testing import OutputContract
    from mesocycle_agenda import Agenda


    class TestAgenda(OutputContract):
        output = Agenda()

An output may refuse a programme, but only with a reason, and not an ordinary one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from mesocycle.diagnostics import Outcome
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.model import OptionValue, Output
from mesocycle.output.offers import Offer, read_offer
from mesocycle.output.registry import Registry
from mesocycle.output.rendering import Product, render
from mesocycle.output.samples import samples
from mesocycle.programme import Programme


def _who(output: Output) -> EntryPoint:
    """As whose a failure is reported: that of the module under test."""
    module = type(output).__module__
    return EntryPoint(name="contract", value=module, distribution="contract")


def rendered(
    output: Output,
    programme: Programme,
    *,
    options: Mapping[str, OptionValue] | None = None,
    previous: bytes | None = None,
) -> Outcome[tuple[Product, ...]]:
    """What `output` makes of the programme when it runs as it would in a build.

    Raises:
        AssertionError: it is no output; the message says why.
    """
    offer = read_offer(output, _who(output))
    if not isinstance(offer, Offer):
        raise AssertionError(offer)
    registry = Registry(outputs={offer.name: offer}, plugins=())
    return render(
        registry,
        programme,
        [offer.name],
        options={offer.name: options or {}},
        previous={} if previous is None else {offer.name: previous},
    )


def content(output: Output, programme: Programme, **options: OptionValue) -> bytes:
    """The bytes that `output` makes, which it must make without a word.

    Raises:
        AssertionError: there were diagnostics; the message lists them.
    """
    done = rendered(output, programme, options=options)
    _require(not done.diagnostics, _told(done))
    return done.unwrap()[0].content


class OutputContract:
    """What the seam promises of an output, as tests. `output` is the one to test."""

    output: ClassVar[Output]

    def test_it_is_an_output(self) -> None:
        """It keeps the protocol: names, types, options."""
        offer = read_offer(self.output, _who(self.output))
        _require(isinstance(offer, Offer), str(offer))

    def test_an_ordinary_programme_is_made(self) -> None:
        """A plan of three weeks gives bytes and no complaints."""
        _require(bool(content(self.output, samples()["ladder"])), "no bytes")

    def test_every_programme_is_made_or_refused(self) -> None:
        """Empty, stopped, in other scripts, hostile, a year long: never a failure."""
        for name, programme in samples().items():
            done = rendered(self.output, programme)
            wrong = [each for each in done.diagnostics if each.code not in ("E613", "W631")]
            _require(not wrong, f"{name}: {_told(done)}")
            _require(bool(done.value) or not done.ok, f"{name}: neither made nor refused")

    def test_twice_is_the_same(self) -> None:
        """Equal programmes give equal bytes."""
        for name in samples():
            first, second = (rendered(self.output, samples()[name]).value for _ in range(2))
            _require(first == second, f"{name}: two renderings differ")

    def test_nothing_is_kept_between_programmes(self) -> None:
        """What was rendered before does not show."""
        ladder = samples()["ladder"]
        before = content(self.output, ladder)
        for programme in samples().values():
            rendered(self.output, programme)
        _require(content(self.output, ladder) == before, "it remembers another programme")

    def test_the_programme_stays_as_it_is(self) -> None:
        """Rendering changes nothing in the tree."""
        for name, programme in samples().items():
            before = msgspec.json.encode(programme)
            rendered(self.output, programme)
            _require(msgspec.json.encode(programme) == before, f"{name} was changed")

    def test_what_it_made_before_is_no_trouble(self) -> None:
        """Neither its own last file, nor a damaged one, keeps it from making the next."""
        ladder = samples()["ladder"]
        for previous in (content(self.output, ladder), b"", b"\xff\0<html>"):
            done = rendered(self.output, ladder, previous=previous)
            _require(bool(done.value), _told(done))

    def test_an_unknown_option_is_refused(self) -> None:
        """A misspelt option is reported, not passed over."""
        done = rendered(self.output, samples()["ladder"], options={"no-such-option": "1"})
        _require([each.code for each in done.diagnostics] == ["E622"], _told(done))

    def test_a_stop_leaves_no_exercise(self) -> None:
        """After a red flag no output shows an exercise of what was stopped."""
        marked = _with_a_mark_in_stopped_sessions(samples()["stopped"])
        made = b"".join(product.content for product in rendered(self.output, marked).value or ())
        _require(_MARK.encode() not in made, "it shows an exercise of a stopped session")


_MARK = "Exercise-of-a-stopped-session"


def _with_a_mark_in_stopped_sessions(programme: Programme) -> Programme:
    replace = msgspec.structs.replace
    sessions = []
    for session in programme.sessions:
        blocks = session.blocks if session.status == "stopped" else ()
        marked = tuple(
            replace(
                block,
                items=tuple(
                    replace(item, exercise=item.exercise and replace(item.exercise, name=_MARK))
                    for item in block.items
                ),
            )
            for block in blocks
        )
        sessions.append(replace(session, blocks=marked) if marked else session)
    return replace(programme, sessions=tuple(sessions))


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise AssertionError(otherwise)


def _told(done: Outcome[tuple[Product, ...]]) -> str:
    return "; ".join(f"{each.code} {each.message} {each.hints}" for each in done.diagnostics)
