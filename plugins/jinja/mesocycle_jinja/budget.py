"""How much one template may do: so many steps, so many letters.

A template that asks for more is wrong, or hostile; a year of training needs a hundredth of it.
Whatever makes something larger goes through here, so that it stops before there is no memory left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized

#: Turns of loops, and calls.
STEPS = 500_000
#: Letters written, those that are never shown as well.
LETTERS = 10_000_000
#: Letters of one text, and things in one list.
LARGEST = 1_000_000
#: The largest number a function or a filter is given: a width, a count.
WIDEST = 10_000


class TooMuch(Exception):
    """The template asks for more than it may; the message says of what."""


class Budget:
    """What is left for one template."""

    def __init__(self) -> None:
        self._steps, self._letters = STEPS, LETTERS

    def step(self) -> None:
        """A turn of a loop, or a call.

        Raises:
            TooMuch: there were too many.
        """
        self._steps -= 1
        if self._steps < 0:
            raise TooMuch(f"it does more than {STEPS:,} things")

    def write(self, letters: int) -> None:
        """So many letters are written.

        Raises:
            TooMuch: there were too many.
        """
        self._letters -= letters
        if self._letters < 0:
            raise TooMuch(f"it writes more than {LETTERS:,} letters")

    def turns(self, things: Iterable[object], letters: int) -> Iterator[object]:
        """The things of a loop, in each turn of which so many letters stand in the template."""
        for each in things:
            self.step()
            self.write(letters)
            yield each


def in_bounds(value: object) -> object:
    """The same value, unless it is too large.

    Raises:
        TooMuch: it is.
    """
    if isinstance(value, Sized) and len(value) > LARGEST:
        raise TooMuch(f"it makes one thing of more than {LARGEST:,} parts")
    if isinstance(value, int) and value.bit_length() > LARGEST:
        raise TooMuch("it makes a number that is too large")
    return value


def narrow(values: Iterable[object]) -> None:
    """Look at what a function is about to be given.

    Raises:
        TooMuch: a number among it is too large.
    """
    for value in values:
        if isinstance(value, int) and abs(value) > WIDEST:
            raise TooMuch(f"it gives a function a number above {WIDEST:,}")
