"""Options are checked before an output sees them."""

from __future__ import annotations

import pytest

from mesocycle.output import Option
from mesocycle.output.options import Unfit, as_typed, fill, read_value, wrong_default

FLAG = Option(name="x", type="flag", default=False, help="")
NUMBER = Option(name="x", type="number", default=2, help="")
TEXT = Option(name="x", type="text", default="", help="")
CHOICE = Option(name="x", type="choice", default="s", choices=("s", "m"), help="")
TIME = Option(name="x", type="duration", default=None, help="")
ALWAYS = Option(name="x", type="duration", default=60, help="")
DAYS = Option(name="x", type="duration", default=60 * 86400, help="", may_be_off=True)


@pytest.mark.parametrize(
    ("option", "typed", "value"),
    [
        (FLAG, "true", True), (FLAG, "Yes", True), (FLAG, "off", False), (FLAG, True, True),
        (NUMBER, "12", 12), (NUMBER, "-3", -3), (NUMBER, 4, 4), (NUMBER, " 5 ", 5),
        (TEXT, "off", "off"), (TEXT, " a ", " a "), (CHOICE, "m", "m"),
        (TIME, "30min", 1800), (TIME, "90 s", 90), (TIME, "2h", 7200), (TIME, "1d", 86400),
        (TIME, "off", None), (TIME, None, None), (TIME, 60, 60), (ALWAYS, "0s", 0),
        (DAYS, "off", None), (DAYS, None, None), (DAYS, "1d", 86400),
    ],
)  # fmt: skip
def test_it_fits(option, typed, value):
    assert read_value(option, typed) == value


@pytest.mark.parametrize(
    ("option", "typed", "wanted"),
    [
        (FLAG, "maybe", "true or false"), (FLAG, 1, "true or false"), (FLAG, None, "true or false"),
        (NUMBER, "1.5", "a whole number"), (NUMBER, "1e9", "a whole number"),
        (NUMBER, "١٢", "a whole number"), (NUMBER, "9" * 10, "a whole number"),
        (NUMBER, True, "a whole number"), (NUMBER, "off", "a whole number"),
        (TEXT, 3, "a text"), (CHOICE, "S", "one of s, m"), (CHOICE, "", "one of s, m"),
        (TIME, "30", "a time such as 90s, 30min, 2h or 1d, or off"),
        (TIME, "30 minutes", "a time such as 90s, 30min, 2h or 1d, or off"),
        (TIME, "-5min", "a time such as 90s, 30min, 2h or 1d, or off"),
        (ALWAYS, "off", "a time such as 90s, 30min, 2h or 1d"),
        (ALWAYS, None, "a time such as 90s, 30min, 2h or 1d"),
        (DAYS, "never", "a time such as 90s, 30min, 2h or 1d, or off"),
    ],
)  # fmt: skip
def test_it_does_not_fit(option, typed, wanted):
    with pytest.raises(Unfit) as unfit:
        read_value(option, typed)
    assert str(unfit.value) == wanted


def test_what_is_not_given_is_the_default():
    assert fill("o", [NUMBER], {}) == ({"x": 2}, [])


def test_every_mistake_is_told():
    values, wrong = fill("o", [NUMBER], {"y": "1", "x": "z", "w": "2"})
    assert values == {"x": 2}
    assert [each.code for each in wrong] == ["E622", "E623", "E622"]
    assert wrong[0].hints == ("its options: x",)


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        (FLAG, "false"), (NUMBER, "2"), (TEXT, ""), (CHOICE, "s"), (TIME, "off"),
        (ALWAYS, "1min"), (DAYS, "60d"),
        (Option(name="x", type="duration", default=5400, help=""), "90min"),
        (Option(name="x", type="duration", default=61, help=""), "61s"),
    ],
)  # fmt: skip
def test_a_default_is_shown_as_one_would_type_it(option, typed):
    assert as_typed(option) == typed
    assert wrong_default(option) is None
    assert read_value(option, typed) == option.default
