from itertools import permutations

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Effect
from mesocycle.compiler.rules.order import ORDER, least_impact, merged, strictness

LOW = Exercise(id="low", name="Low", impact=0)
HIGH = Exercise(id="high", name="High", impact=2)


def test_the_documented_order_is_the_order():
    assert [kind.name for kind in ORDER] == [
        "stop until cleared", "stop", "skip", "skip part", "avoid", "swap", "easier", "intensity",
        "volume", "hold", "say",
    ]  # fmt: skip


def test_nothing_comes_to_nothing():
    assert merged([]) == Effect()
    assert strictness(Effect()) == len(ORDER)


def test_a_stop_leaves_only_what_is_said():
    effects = [Effect(volume=5_000, says=("a",)), Effect(stop=True, text="Rest.", says=("b",))]

    found = merged(effects)

    assert found == Effect(stop=True, text="Rest.", says=("a", "b"))


def test_a_skip_leaves_no_volume_but_gives_way_to_a_stop():
    skip, stop = Effect(skip=True), Effect(stop=True)

    assert merged([skip, Effect(volume=5_000)]) == Effect(skip=True)
    assert merged([skip, stop]) == merged([stop, skip]) == Effect(stop=True)


def test_the_least_share_holds_and_is_not_multiplied():
    found = merged([Effect(volume=8_000, intensity=9_000), Effect(volume=6_000, intensity=9_500)])

    assert (found.volume, found.intensity) == (6_000, 9_000)


def test_the_easiest_effort_holds():
    assert merged([Effect(effort="tempo"), Effect(effort="easy")]).effort == "easy"


def test_of_two_exchanges_the_one_with_the_least_impact_then_the_first():
    low, high = Effect(exchanges=(("x", LOW),)), Effect(exchanges=(("x", HIGH),))
    other = Effect(exchanges=(("x", Exercise(id="other", name="Other", impact=0)),))

    assert merged([high, low]).exchanges == merged([low, high]).exchanges == (("x", LOW),)
    assert merged([low, other]).exchanges == (("x", LOW),)


def test_one_swap_an_activity():
    swaps = [("run", "walk", None), ("run", "swim", 8_000), ("run", "bike", None)]

    assert least_impact(swaps) == (("run", "swim", 8_000),)


def test_what_takes_away_does_not_hang_on_the_order_in_which_rules_are_written():
    effects = [
        Effect(parts=frozenset({"run"}), hold=True),
        Effect(volume=7_000, easier=True),
        Effect(volume=9_000, intensity=8_000, effort="tempo"),
    ]

    assert len({repr(merged(list(each))) for each in permutations(effects)}) == 1
