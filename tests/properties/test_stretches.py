"""What always holds of stretches: totals to the second, shares that never grow, no hard leg."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from mesocycle.compiler.checked import Leg, Repeats, Stretch
from mesocycle.compiler.checked.run import clock, each_leg
from mesocycle.compiler.endurance.easing import eased
from mesocycle.compiler.endurance.segments import Segments
from mesocycle.compiler.endurance.totals import stints
from mesocycle.compiler.endurance.volume import scaled
from mesocycle.compiler.safety.efforts import at_most_easy
from mesocycle.programme import Target
from mesocycle.syntax.nodes import Count, Effort, Word

IMPACT = {"run": 2, "walk": 1, "rest": 0}
EFFORTS = st.sampled_from(["easy", "steady", "tempo", "sprint"])


class Unknown:
    """An athlete of whom nobody knows any pace."""

    def target(self, node, activity, date):
        return Target(kind="word", text=node.word.text), None

    def speed(self, node, activity, date):
        return None


@st.composite
def legs(draw):
    activity = draw(st.sampled_from(["run", "walk", "rest"]))
    seconds = draw(st.integers(1, 900))
    target = Effort(Word(draw(EFFORTS))) if activity == "run" else None
    return Leg(activity, IMPACT[activity], Count(seconds, seconds), None, None, target)


def repeats(inner):
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(Repeats, several, st.integers(1, 6))


ONE = st.recursive(legs(), repeats, max_leaves=6)
SEVERAL = st.lists(ONE, min_size=1, max_size=4).map(tuple)


def seconds(*parts):
    made = Segments(Unknown()).of(Stretch("run", 2, parts), dt.date(2026, 12, 7))
    return sum(each.seconds[0] for each in stints(made.segments))


@given(SEVERAL)
def test_segments_last_as_long_as_the_legs(parts):
    assert seconds(*parts) == sum(map(clock, parts))


@given(SEVERAL, st.integers(1, 7200))
def test_a_total_is_met_to_the_second(parts, total):
    assert seconds(Repeats(parts, None, total)) == total


@given(ONE, st.integers(2, 6), st.integers(1, 120))
def test_rests_stand_between_only(one, times, rest):
    whole = Repeats((one,), times, None, Count(rest, rest))
    assert seconds(whole) == times * clock(one) + (times - 1) * rest


@given(SEVERAL, st.integers(1, 100))
def test_a_share_is_never_more_than_the_whole(parts, percent):
    whole = Stretch("run", 2, parts)
    share = scaled(whole, percent * 100)
    assert 0 < share.seconds <= whole.seconds


@given(SEVERAL, st.sampled_from(["easy", "walk"]))
def test_nothing_hard_is_left_and_it_takes_as_long(parts, to):
    whole = Stretch("run", 2, parts)
    held = eased(whole, lambda leg: leg.impact >= 2, to)
    assert held.seconds == whole.seconds
    left = [leg for leg in each_leg(held.legs) if leg.impact >= 2]
    assert all(at_most_easy(leg.target) for leg in left)
    assert to == "easy" or not left
