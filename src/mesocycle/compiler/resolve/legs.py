"""Legs: the segments and repeats of one line, each checked; no line can be absurdly large."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Leg, Legs, Repeats
from mesocycle.compiler.checked.run import REST, clock, each_leg
from mesocycle.compiler.resolve import targets
from mesocycle.compiler.resolve.suited import fits
from mesocycle.compiler.resolve.timing import activity_of
from mesocycle.syntax import nodes as n

#: How often legs may be repeated, how deep repeats may stand in repeats, and how many legs a
#: line may come to. A hundred miles of run and walk stay far below.
MOST_TIMES: Final = 500
MOST_DEEP: Final = 4
MOST_LEGS: Final = 2_000

#: No stretch takes longer, or goes farther.
MOST_SECONDS: Final = 7 * 24 * 3600
MOST_METRES: Final = 1_000_000

#: To jog is to run easily.
EASY: Final = n.Effort(n.Word("easy"))


def find_activity(r: Lookup, piece: n.Piece[n.Node], word: n.Word) -> str | None:
    """The activity of a leg; to rest is one here. An unknown one is a mistake."""
    return REST if word.text.casefold() == REST else activity_of(r, piece, word)


class Reader:
    """The legs of one line; what is wrong with any of them is noted, and `bad` then."""

    def __init__(
        self, r: Lookup, piece: n.Piece[n.Node], activity: str, target: n.Target | None
    ) -> None:
        self.r = r
        self.piece = piece
        self.activity = activity
        self.target = target
        self.bad = False

    def all(self, nodes: n.Legs) -> Legs | None:
        """All legs of the line; None where one is wrong."""
        legs = self._legs(nodes, 1)
        if not self.bad:
            self._check_size(legs)
        return None if self.bad else legs

    def as_often(self, node: n.Repeats, before: Legs) -> Legs | None:
        """`8x` alone: the one repeat that stands there before, so many times."""
        repeats = before[0]
        if len(before) > 1 or not isinstance(repeats, Repeats) or repeats.times is None:
            self._error(
                "E456", "so often, and nothing that is done so often", node.word,
                "the line has no repeats that are counted",
                f"write what is repeated: {node.word.text if node.word else '8x'}(1min threshold, "
                "1min easy)",
            )  # fmt: skip
            return None
        often = self._repeats(replace(node, legs=()), 1).times
        legs = (replace(repeats, times=often),)
        if not self.bad and repeats.total is not None:
            self._error(
                "E450", "so many repeats, and a total for fewer", node.word,
                "the line says how long they take in all",
                "write them out, with their total: week 2: 8x(90s, 2min walk) for total 28min",
            )  # fmt: skip
        if not self.bad:
            self._check_size(legs)
        return None if self.bad else legs

    def _legs(self, nodes: n.Legs, deep: int) -> Legs:
        if deep > MOST_DEEP + 1:
            if not self.bad:
                self._error(
                    "E455", f"repeats nested more than {MOST_DEEP} deep", None, "too deep",
                    "write the innermost ones on a line of their own",
                )  # fmt: skip
            return ()
        found = (
            self._leg(node) if isinstance(node, n.Leg) else self._repeats(node, deep)
            for node in nodes
        )
        return tuple(leg for leg in found if leg is not None)

    def _leg(self, node: n.Leg) -> Leg | None:
        activity = self.activity
        if node.activity is not None:
            named = find_activity(self.r, self.piece, node.activity)
            if named is None:
                self.bad = True
                return None
            activity = named
        target = node.target or self._usual(node, activity)
        if any(length and length.low == 0 for length in (node.seconds, node.metres)):
            self._error(
                "E310", f"a {activity} of no length", node.word, "nothing to do",
                "write: run 30min easy",
            )  # fmt: skip
        if target is not None:
            at = (self.r, self.piece, node.word, target)
            if not targets.check(*at) or not fits(*at, activity):
                self.bad = True
        return Leg(
            activity, ACTIVITIES.get(activity, 0), node.seconds, node.metres, node.until, target,
            node.terrain.text if node.terrain else None,
        )  # fmt: skip

    def _usual(self, node: n.Leg, activity: str) -> n.Target | None:
        """To jog is to run easily."""
        if node.activity is None:
            return self.target
        return EASY if node.activity.text.casefold() == "jog" and activity == "run" else None

    def _repeats(self, node: n.Repeats, deep: int) -> Repeats:
        legs = self._legs(node.legs, deep + 1)
        times = node.times.low if node.times else None
        if node.times and node.times.low != node.times.high:
            self._error(
                "E453", "how many repeats?", node.word, "a number of repeats is no range",
                "write one number, and others in other weeks: week 3: 6x400m",
            )  # fmt: skip
        if 0 in (node.total, node.metres):
            self._error(
                "E310", "repeats that never begin", node.word, "nothing to do",
                "write: run 6x(1min tempo, 2min jog)",
            )  # fmt: skip
        elif node.metres is not None and times is not None:
            self._error(
                "E450", "so many repeats, and so far in all", node.word,
                "nobody knows how often it takes",
                "leave the number out: (2min walk, 3min) for total 1mi; or leave `for total` out",
            )  # fmt: skip
        elif node.total is not None and not self.bad:
            self._check_total(node, legs, times)
        return Repeats(legs, times, node.total, metres=node.metres)

    def _check_total(self, node: n.Repeats, legs: Legs, times: int | None) -> None:
        """`for total` counts by the clock, so every leg does; and what is written reaches it."""
        total = node.total or 0
        said = f"for total {_spoken(total)}"
        for leg in each_leg(legs):
            if leg.seconds is None or leg.seconds.low != leg.seconds.high:
                what = "a distance" if leg.metres else "a range" if leg.seconds else "no time"
                self._error(
                    "E451", f"nobody knows how often this fits into {_spoken(total)}", node.word,
                    f"a leg of it has {what}",
                    f"give every leg a time, or count the repeats without `{said}`: "
                    "6x(400m, 90s walk)",
                )  # fmt: skip
                return
        if _by_distance(legs):
            self._error(
                "E451", f"nobody knows how often this fits into {_spoken(total)}", node.word,
                "repeats in it go by a distance", f"leave one of the two totals out: `{said}`",
            )  # fmt: skip
            return
        once = sum(clock(leg) for leg in legs)
        if times is not None and once * times < total:
            fits = -(-total // once)
            self._error(
                "E450", f"{times} repeats do not reach {_spoken(total)}", node.word,
                f"they take {_spoken(once * times)}",
                (f"write {fits}x, or leave the number out: as often as fits", f"or leave `{said}` "
                 "out"),
            )  # fmt: skip
        elif total // once > MOST_TIMES:
            self._error(
                "E455", f"{total // once:,} repeats", node.word, f"{MOST_TIMES} at most",
                "look at the units: (60s, 90s walk) for total 20min",
            )  # fmt: skip

    def _check_size(self, legs: Legs) -> None:
        """A line that nobody could do is a slip of the pen."""
        if sum(map(_unfolded, legs)) > MOST_LEGS:
            self._error(
                "E455", f"more than {MOST_LEGS:,} legs on one line", None, "all repeats counted",
                "is a digit too many?",
            )  # fmt: skip
        elif sum(map(clock, legs)) > MOST_SECONDS or sum(map(_metres, legs)) > MOST_METRES:
            self._error(
                "E455", "longer than anybody goes", None, "a week, or 1000 km, at most",
                "look at the units: 30min, 10km",
            )  # fmt: skip

    def _error(
        self, code: str, text: str, word: n.Word | None, label: str, hint: str | tuple[str, ...]
    ) -> None:
        self.bad = True
        span = self.piece.at(word) if word is not None else self.piece.span
        self.r.notes.error(code, text, span, label, hint=hint)


def _unfolded(leg: Leg | Repeats) -> int:
    if isinstance(leg, Leg):
        return 1
    return (leg.times or 1) * sum(map(_unfolded, leg.legs))


def _by_distance(legs: Legs) -> bool:
    """Whether repeats among them are done until some distance is covered."""
    inner = [leg for leg in legs if isinstance(leg, Repeats)]
    return any(leg.metres is not None or _by_distance(leg.legs) for leg in inner)


def _metres(leg: Leg | Repeats) -> int:
    if isinstance(leg, Leg):
        return leg.metres.high if leg.metres else 0
    if leg.metres is not None:
        return leg.metres
    return (leg.times or 1) * sum(map(_metres, leg.legs))


def _spoken(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}min" if not rest else f"{minutes}:{rest:02}" if minutes else f"{rest}s"
