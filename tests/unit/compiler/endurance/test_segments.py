"""Segments: repeats kept, totals cut, estimates where a pace is known."""

from __future__ import annotations

from mesocycle.compiler.endurance.segments import cut
from mesocycle.compiler.endurance.totals import total
from mesocycle.programme import Block
from tests.unit.compiler.endurance.legs import band, leg, segments, times, word

RUN, WALK = leg("run", 90), leg("walk", 120)


def plain(segment):
    """A segment as nested pairs: how often, and of what."""
    inner = tuple(map(plain, segment.segments))
    own = (segment.activity, segment.end.seconds or segment.end.metres) if segment.end else inner
    return (segment.repeat, *own) if segment.repeat > 1 or segment.segments else own


def shape(*legs):
    return [plain(each) for each in segments(*legs).segments]


def test_repeats_are_kept():
    inner = times(2, leg("run", 30))
    assert shape(times(3, RUN, inner)) == [(3, ("run", 90), (2, ("run", 30)))]


def test_a_rest_stands_between_them():
    four = times(4, leg("run", None, 400), rest=band(90))
    assert shape(four) == [(3, ("run", 400), ("rest", 90)), ("run", 400)]
    two = times(2, leg("run", None, 400), rest=band(90))
    assert shape(two) == [("run", 400), ("rest", 90), ("run", 400)]
    assert shape(times(1, RUN, rest=band(90))) == [("run", 90)]


def test_a_total_that_divides_has_nothing_cut():
    made = segments(times(None, leg("run", 60), leg("walk", 90), total=1200)).segments
    assert [plain(each) for each in made] == [(8, ("run", 60), ("walk", 90))]
    assert made[0].notes == ()


def test_the_last_repeat_is_cut_to_the_second():
    made = segments(times(None, RUN, WALK, total=1200)).segments
    assert [plain(each) for each in made] == [
        (5, ("run", 90), ("walk", 120)),
        (1, ("run", 90), ("walk", 60)),
    ]
    assert made[1].notes == ("The last repeat is cut at 20:00.",)


def test_a_total_within_the_first_leg():
    assert shape(times(None, RUN, WALK, total=60)) == [("run", 60)]


def test_no_more_repeats_than_are_written():
    assert shape(times(5, RUN, WALK, total=1050)) == [(5, ("run", 90), ("walk", 120))]


def test_a_cut_goes_into_inner_repeats():
    short, walk = leg("run", 30), leg("walk", 30)
    legs = (leg("run", 240), times(3, short, walk))
    assert list(cut(legs, 300)) == [leg("run", 240), times(1, short, walk)]
    assert list(cut(legs, 370)) == [leg("run", 240), times(2, short, walk), leg("run", 10)]
    assert list(cut(legs, 260)) == [leg("run", 240), leg("run", 20)]


def test_a_total_within_repeats_has_its_own_cut():
    inner = times(None, RUN, WALK, total=300)
    made = segments(times(2, inner, leg("walk", 60))).segments
    assert [plain(each) for each in made] == [
        (2, ("run", 90), ("walk", 120), ("run", 90), ("walk", 60))
    ]
    assert made[0].segments[2].notes == ("The last repeat is cut at 5:00.",)


def test_what_is_not_written_follows_from_the_pace():
    timed, far = segments(
        leg("run", 600, target=word("easy")), leg("run", None, 1500, target=word("easy"))
    ).segments
    assert (timed.estimated_s, timed.estimated_m) == (None, 2400)
    assert (far.estimated_s, far.estimated_m) == (400, None)


def in_all(*legs):
    made = segments(*legs)
    return total([Block(kind="endurance", segments=made.segments)], made.basis)


def test_totals_say_what_they_rest_on():
    whole = in_all(times(2, leg("run", 600, target=word("easy"))), leg("rest", 60))
    assert (whole.seconds, whole.metres) == (1260, 4800)
    assert (whole.estimated, whole.basis) == (("metres",), "what Ana runs")


def test_one_leg_unknown_is_all_unknown():
    whole = in_all(leg("run", 600, target=word("easy")), leg("walk", 300))
    assert (whole.seconds, whole.metres, whole.estimated) == (900, None, ())
    assert in_all(leg("run", None, 5000), leg("walk", 300)) is None


def test_ranges_stay_ranges():
    whole = in_all(leg("run", (5400, 6000), target=word("easy")))
    assert (whole.seconds, whole.max_seconds) == (5400, 6000)
    assert (whole.metres, whole.max_metres) == (21_600, 24_000)


def test_nothing_adds_up_to_nothing():
    assert total([]) is None
