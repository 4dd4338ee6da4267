"""Callbacks for runs, rides and swims: segments, repeats, and what stands in for them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from mesocycle.syntax.building.base import SETS_MOST, Parts, word
from mesocycle.syntax.building.extents import Extent, Extents
from mesocycle.syntax.building.targets import said_in_a_cue
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    Count,
    Course,
    EasyOnly,
    Effort,
    Leg,
    Node,
    Repeats,
    Stretch,
    SwapActivity,
    Until,
    Volume,
    Word,
)

#: Fewer metres than these are more likely minutes or miles, but for sprints and swims.
DOUBTFUL_METRES = 100
POOL_M = 25
SPRINT_LEAST_M = 10
VOLUME_MOST = 20_000

_ENDS = {"runs": "run", "walks": "walk", "bikes": "bike", "swims": "swim", "rows": "row",
         "skis": "ski", "hikes": "hike"}  # fmt: skip


class Mover(Node):
    """An activity within a leg; `easy` is what `jog` says."""

    activity: Word
    easy: Effort | None = None


class Terrain(Node):
    """`uphill`, `downhill`, `track`, `trail`."""

    word: Word


class Stretches(Extents):
    """`run 6x(1min at 5k pace, 2min jog)` and everything in it."""

    # --- lines ---

    def stretch(self, parts: Parts) -> Stretch:
        activity, leg = parts
        return self._stretch(None, Mover(word(activity)), leg)

    def prepared(self, parts: Parts) -> Stretch:
        role, mover, leg = parts
        return self._stretch(str(role), mover, leg)

    def _stretch(self, role: Any, mover: Mover | None, leg: Leg | Repeats) -> Stretch:
        course = self.course([mover, leg])
        return Stretch(course.legs, role, course.activity, course.word)

    def standing(self, parts: Parts) -> Stretch:
        """`rest 90s` as a line: standing still, for a time."""
        leg = self.standing_part(parts)
        return Stretch((leg,), None, leg.activity, leg.word)

    def course(self, parts: Parts) -> Course:
        """Legs and their activity; one leg's own activity is that of the whole."""
        mover, leg = parts
        activity = mover.activity if mover else None
        if isinstance(leg, Leg) and leg.activity:
            if activity:
                self.refuse(
                    "E133", "two activities for one stretch", leg.activity, "which one is it?",
                    hints=("write both in brackets: run (10min, 5min walk)",),
                )  # fmt: skip
            activity = activity or leg.activity
            leg = replace(leg, activity=None)
        if mover and mover.easy and isinstance(leg, Leg) and not leg.target:
            leg = replace(leg, target=mover.easy)
        self._doubted(leg, activity)
        return Course((leg,), activity, leg.word)

    def as_often(self, parts: Parts) -> Course:
        """`8x`: the repeats of the line, so many times."""
        return Course((Repeats((), self._times(parts[0]), word=word(parts[0])),))

    def _doubted(self, leg: Leg | Repeats, activity: Word | None) -> None:
        """`1m` and `30m` beside a run are asked about: a mile, a minute, a metre?"""
        if isinstance(leg, Repeats):
            for each in leg.legs:
                self._doubted(each, activity)
            return
        if leg.word is None or leg.metres is None or not _in_metres(leg.word.text):
            return
        moved = leg.activity or activity
        swims = moved is None or moved.text == "swim"
        sprint = isinstance(leg.target, Effort) and leg.target.word.text == "sprint"
        if leg.metres.high >= DOUBTFUL_METRES or sprint:
            return
        if swims and leg.metres.low % POOL_M == 0 == leg.metres.high % POOL_M:
            return
        number = leg.word.text[:-1]
        ways = [f"write {number}min for minutes, {number}mi for miles"]
        if leg.metres.low >= SPRINT_LEAST_M:
            ways.append(f"{number} metres are a sprint: {leg.word.text} sprint")
        self.refuse(
            "E109", f"`{leg.word.text}` could be minutes, miles or metres", leg.word,
            "m is metres",
            hints=tuple(ways),
        )  # fmt: skip

    # --- legs ---

    def leg(self, parts: Parts) -> Leg:
        """An extent and what is said of it: each thing once, in any order."""
        extent, *said = parts
        leg = Leg(word=extent.word)
        if isinstance(extent, Until):
            leg = replace(leg, until=extent)
        elif extent.timed:
            leg = replace(leg, seconds=extent.amount)
        else:
            leg = replace(leg, metres=extent.amount)
        for each in said:
            leg = self._with(leg, each)
        return leg

    def open_leg(self, parts: Parts) -> Leg:
        return self.leg(parts)

    def _with(self, leg: Leg, said: Any) -> Leg:
        if isinstance(said, Mover):
            target = leg.target or said.easy
            return self._once(leg, "activity", said.activity, "activity", target=target)
        if isinstance(said, Terrain):
            return self._once(leg, "terrain", said.word, "ground")
        if said.word and isinstance(leg.target, Effort) and _jogs(leg):
            return replace(leg, target=said)
        if leg.target is not None:
            self.refuse(
                "E133", "a leg has one target", said.word or Word(""), "this is one more",
                hints=(f"keep one, and say the other in a cue: {said_in_a_cue(said)}",),
            )  # fmt: skip
            return leg
        return replace(leg, target=said)

    def _once(self, leg: Leg, field: str, value: Any, called: str, **more: Any) -> Leg:
        if getattr(leg, field) is not None:
            where = value if isinstance(value, Word) else value.word
            self.refuse(
                "E133", f"one {called} at most", where or Word(""), "this is one more",
                hints=("write the other as a segment of its own",),
            )  # fmt: skip
            return leg
        return replace(leg, **{field: value}, **more)

    def mover(self, parts: Parts) -> Mover:
        return Mover(word(parts[0]))

    def jog(self, parts: Parts) -> Mover:
        """A jog is an easy run."""
        start, end = parts[0].start_pos, parts[0].end_pos
        return Mover(Word("run", start, end), Effort(Word("easy", start, end)))

    def terrain(self, parts: Parts) -> Terrain:
        return Terrain(word(parts[0]))

    def part(self, parts: Parts) -> Leg:
        mover, leg = parts
        return self._with(leg, mover) if mover else leg

    def standing_part(self, parts: Parts) -> Leg:
        extent = parts[-1]
        rest = Word("rest", max(0, extent.word.start - len("rest ")), extent.word.start - 1)
        if not extent.timed:
            self.refuse(
                "E133", "who rests gets nowhere", extent.word, "a rest is a time",
                hints=("write walk or jog for a distance: 200m jog",),
            )  # fmt: skip
            return Leg(activity=rest, seconds=Count(60, 60), word=extent.word)
        return Leg(activity=rest, seconds=extent.amount, word=extent.word)

    # --- repeats ---

    def repeats(self, parts: Parts) -> Repeats:
        times, leg = parts
        return Repeats((leg,), self._times(times), word=word(times))

    def block(self, parts: Parts) -> Repeats:
        times, *legs, total = parts
        first = word(times) if times else legs[0].word
        return Repeats(
            tuple(legs), self._times(times) if times else None,
            total.amount.low if total and total.timed else None, first,
            total.amount.low if total and not total.timed else None,
        )  # fmt: skip

    def for_total(self, parts: Parts) -> Extent:
        total: Extent = parts[0]
        if total.amount.low != total.amount.high:
            self.refuse(
                "E133", "a total is one number", total.word, "it ends at one of them",
                hints=("write one: for total 20min",),
            )  # fmt: skip
            return Extent(Count(60, 60), True, total.word)
        if not total.timed:
            self._doubted(Leg(metres=total.amount, word=total.word), Word("run"))
        return total

    def part_repeats(self, parts: Parts) -> Repeats:
        mover: Mover | None = parts[0]
        repeats: Repeats = parts[1]
        if mover is None:
            return repeats
        legs = tuple(
            self._with(each, mover) if isinstance(each, Leg) and not each.activity else each
            for each in repeats.legs
        )
        return replace(repeats, legs=legs)

    def _times(self, token: Token) -> Count:
        low, _, high = token[:-1].partition("-")
        if not 1 <= int(low) <= int(high or low) <= SETS_MOST:
            self.refuse(
                "E132", f"`{token}` is no number of repeats", word(token), f"1 to {SETS_MOST}"
            )
            return Count(1, 1)
        return Count(int(low), int(high or low))

    # --- what changes of it ---

    def volume(self, parts: Parts) -> Volume:
        percents = tuple(round(float(each.rstrip(" %")) * 100) for each in parts)
        where = Word("", parts[0].start_pos, parts[-1].end_pos)
        if not all(0 < each <= VOLUME_MOST for each in percents):
            self.refuse(
                "E132", "this cannot be a volume", where, "1% to 200%",
                hints=("to leave it out altogether, write skip",),
            )  # fmt: skip
            percents = (10_000,)
        return Volume(percents, where)

    def unsaid_volume(self, parts: Parts) -> Volume:
        return Volume((), word(parts[0]))

    def swap_activity(self, parts: Parts) -> SwapActivity:
        activity, other, percent = parts
        share = self.volume([percent]).percents[0] if percent else None
        if activity == other:
            self.refuse(
                "E133", "this swaps nothing", word(other), "the same activity",
                hints=("name another one: swap run for swim",),
            )  # fmt: skip
        return SwapActivity(word(activity), word(other), share, word(activity))

    def easy_only(self, parts: Parts) -> EasyOnly:
        token = parts[0]
        activity = Word(_ENDS[token], token.start_pos, token.end_pos)
        return EasyOnly(activity, activity)


def _in_metres(written: str) -> bool:
    return written.endswith("m") and not written.endswith("km")


def _jogs(leg: Leg) -> bool:
    """Whether a leg's target is only what `jog` said."""
    return (
        leg.activity is not None
        and isinstance(leg.target, Effort)
        and leg.target.word.start == leg.activity.start
    )
