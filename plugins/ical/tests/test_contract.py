"""The calendar keeps the contract, and every other reader agrees with what is in it."""

from __future__ import annotations

import pytest
from mesocycle_ical import Ical

from mesocycle.output.days import day_notes
from mesocycle.output.samples import ladder, samples
from mesocycle.output.testing import OutputContract, rendered
from plugins.ical.tests.reading import byte_faults, feed, read_by_all

SAMPLES = [name for name in samples() if name not in ("empty", "large")]


@pytest.mark.proves("C12")
class TestContract(OutputContract):
    output = Ical()


@pytest.mark.parametrize("detail", ["full", "title", "busy"])
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.proves("C47")
def test_every_reader_sees_every_session(name, detail):
    programme = samples()[name]
    data = feed(programme, detail=detail, alarm="30min")
    notes = day_notes(programme) if detail != "busy" else []
    assert read_by_all(data) == len(programme.sessions) + len(notes)
    assert byte_faults(data) == []


def test_a_year_of_daily_sessions():
    data = feed(samples()["large"])
    assert byte_faults(data) == []
    assert len(data) < 1_000_000


@pytest.mark.proves("C43")
def test_an_empty_feed_is_never_made():
    done = rendered(Ical(), samples()["empty"], previous=feed(ladder()))
    (refusal,) = done.diagnostics
    assert refusal.code == "E613"
    assert refusal.message == (
        "ical was not made: nothing is left to show: "
        "no session is left between 2026-12-07 and 2026-12-13"
    )
    assert done.value == ()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            {"as_of": "2026-12-20"},
            "it ended on 2026-12-13, and what was missed and dropped is not shown",
        ),
        ({"as_of": "2026-12-10"}, "no session is left between 2026-12-07 and 2026-12-13"),
    ],
)
def test_an_empty_feed_says_why_nothing_is_left(more, why):
    import msgspec

    programme = msgspec.structs.replace(samples()["empty"], **more)
    (refusal,) = rendered(Ical(), programme).diagnostics
    assert refusal.message.endswith(f"nothing is left to show: {why}")


def test_a_feed_of_sessions_without_days_says_so():
    import msgspec

    programme = ladder()
    todo = tuple(msgspec.structs.replace(each, date=None) for each in programme.sessions[:1])
    (refusal,) = rendered(
        Ical(), msgspec.structs.replace(programme, sessions=(), todo=todo)
    ).diagnostics
    assert refusal.message.endswith("its sessions have no days of their own")


@pytest.mark.proves("C45")
def test_a_feed_too_large_for_google_is_made_with_a_warning():
    from mesocycle.output.samples import large

    done = rendered(Ical(), large(weeks=110))
    assert [each.code for each in done.diagnostics] == ["W631"]
    assert "some calendars take 1 MB at most" in done.diagnostics[0].message
    assert done.value


@pytest.mark.parametrize(
    "zone", ["Mars/Olympus", "", "../../etc/passwd", "Europe", "\0", "x" * 300]
)
@pytest.mark.proves("C27")
def test_a_zone_that_does_not_exist_is_refused(zone):
    import msgspec

    done = rendered(Ical(), msgspec.structs.replace(ladder(), timezone=zone))
    assert [each.code for each in done.diagnostics] == ["E613"]
