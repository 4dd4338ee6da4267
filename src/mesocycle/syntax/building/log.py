"""The builder of what a diary says was done; `build_felt` has how it felt.

A clause may say several things (`pain left 0, right 4`): its callback then gives a tuple of
nodes, and each becomes a piece of its own.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec.structs import replace

from mesocycle.mass import Mass
from mesocycle.syntax.building.base import SETS_MOST, Parts, Quantity, Weighed, word
from mesocycle.syntax.building.felt import FeltBuilder
from mesocycle.syntax.diary_nodes import (
    DidEndurance,
    Done,
    DoneSet,
    DoneWith,
    ExerciseLog,
    Score,
)
from mesocycle.syntax.nodes import Word

#: The scale of a set's exertion, in tenths; a step of it is half a point.
EASIEST, HARDEST, HALF = 10, 100, 5


class SetsDone(NamedTuple):
    """One entry of a list of sets: how many alike, and on which side."""

    side: Any
    sets: int
    done: DoneSet
    word: Word


class Effort(NamedTuple):
    """How hard a set was, as RPE in tenths, and where that is written."""

    rpe: int
    word: Word


class Beyond(NamedTuple):
    """A load beyond bodyweight."""

    weighed: Weighed


class LogBuilder(FeltBuilder):
    """Callbacks for the lines and clauses of an entry."""

    # --- what was done ---

    def exercise_log(self, parts: Parts) -> ExerciseLog:
        label, exercise, *others = parts
        return ExerciseLog(exercise, label, tuple(others))

    def instead_log(self, parts: Parts) -> ExerciseLog:
        label, exercise, planned = parts
        return ExerciseLog(exercise, label, instead_of=planned)

    def done_reps(self, parts: Parts) -> SetsDone:
        side, sets, reps, *others = parts
        load, beyond, rpe = self._with(others)
        done = DoneSet(reps=int(reps), load=load, beyond=beyond, rpe=rpe)
        return SetsDone(side, self._sets(sets), done, word(reps))

    def links(self, parts: Parts) -> list[Any]:
        return parts

    def done_chain(self, parts: Parts) -> SetsDone:
        side, sets, links, *others = parts
        load, beyond, rpe = self._with(others)
        chain = tuple(int(link) for link in links)
        done = DoneSet(reps=sum(chain), load=load, beyond=beyond, rpe=rpe, chain=chain)
        written = Word("+".join(links), links[0].start_pos, links[-1].end_pos)
        return SetsDone(side, self._sets(sets), done, written)

    def done_hold(self, parts: Parts) -> SetsDone:
        side, sets, held, *others = parts
        load, beyond, rpe = self._with(others)
        done = DoneSet(seconds=held.value, load=load, beyond=beyond, rpe=rpe)
        return SetsDone(side, self._sets(sets), done, held.word)

    def done_distance(self, parts: Parts) -> SetsDone:
        side, sets, far, *others = parts
        load, beyond, rpe = self._with(others)
        done = DoneSet(load=load, beyond=beyond, rpe=rpe, metres=far.value)
        return SetsDone(side, self._sets(sets), done, far.word)

    def done_with(self, parts: Parts) -> DoneWith:
        load, beyond, rpe = self._with(parts)
        first, last = _written(parts[0]), _written(parts[-1])
        return DoneWith(load, rpe, Word("", first.start, last.end), beyond)

    def beyond(self, parts: Parts) -> Beyond:
        return Beyond(parts[0])

    def number(self, parts: Parts) -> Any:
        return parts[0]

    def effort(self, parts: Parts) -> Effort:
        return Effort(self._rpe(parts[0], tenths(parts[0])), word(parts[0]))

    def reserve(self, parts: Parts) -> Effort:
        return Effort(self._rpe(parts[0], HARDEST - tenths(parts[0])), word(parts[0]))

    def score(self, parts: Parts) -> Score:
        return Score(self.words(parts))

    def done(self, parts: Parts) -> tuple[Done, ...] | DidEndurance:
        """Sets in the order written; a side counts until the next one is named."""
        far = [part for part in parts if part.done.metres is not None]
        if far and (len(far) < len(parts) or (len(parts) == 1 and _plain(far[0]))):
            return self._stretch_of_sets(parts)
        groups: list[Done] = []
        for part in parts:
            sets = (part.done,) * part.sets
            if part.side or not groups:
                side = str(part.side) if part.side else None
                groups.append(Done(sets, side, part.word))  # type: ignore[arg-type]  # left or right
            else:
                groups[-1] = replace(groups[-1], sets=groups[-1].sets + sets)
        return tuple(groups)

    def endurance(self, parts: Parts) -> DidEndurance:
        """One time, one distance, in either order."""
        times = [part.value for part in parts if part.timed]
        distances = [part.value for part in parts if not part.timed]
        if len(times) > 1 or len(distances) > 1:
            self.refuse(
                "E132", "one time and one distance at most", parts[-1].word, "this is one more"
            )
        return DidEndurance(times[0] if times else None, distances[0] if distances else None)

    def _stretch_of_sets(self, parts: Parts) -> DidEndurance:
        lengths = []
        for part in parts:
            done = part.done
            if done.reps is not None or not _plain(part):
                self.refuse("E132", "sets and a distance in one list", part.word, "not a time")
                break
            if done.seconds is not None:
                lengths.append(Quantity(done.seconds, True, part.word))
            else:
                lengths.append(Quantity(done.metres, False, part.word))
        return self.endurance(lengths)

    def _with(self, parts: Parts) -> tuple[Mass | None, bool, int | None]:
        """The load behind a set, whether it is beyond bodyweight, and the RPE; one of each."""
        load: Mass | None = None
        rpe: int | None = None
        beyond = False
        for part in parts:
            if isinstance(part, Effort):
                if rpe is not None:
                    self._twice("two words on how hard it was", part)
                rpe = part.rpe
                continue
            if load is not None:
                self._twice("two loads for one set", part)
            beyond = isinstance(part, Beyond)
            load = (part.weighed if isinstance(part, Beyond) else part).mass
        return load, beyond, rpe

    def _twice(self, message: str, part: Any) -> None:
        self.refuse(
            "E421", message, _written(part), "which one holds?",
            hints=("each set has one load and one RPE: 8 60kg @8, 8 62.5kg @9",),
        )  # fmt: skip

    def _rpe(self, token: Any, rpe: int) -> int:
        if EASIEST <= rpe <= HARDEST and rpe % HALF == 0:
            return rpe
        self.refuse(
            "E422", f"`{token}` is not on the scale", word(token), "how hard a set was",
            hints=("RPE goes from 1 to 10 in halves: @8.5 is one or two repetitions left",),
        )  # fmt: skip
        return min(max(rpe, EASIEST), HARDEST)

    def _sets(self, token: Any) -> int:
        if token is None:
            return 1
        sets = int(token[:-1])
        if not 1 <= sets <= SETS_MOST:
            self.refuse("E132", f"`{token}` is no number of sets", word(token), f"1 to {SETS_MOST}")
        return max(1, min(sets, SETS_MOST))


def _plain(part: SetsDone) -> bool:
    """Whether it may be the length of a whole: one, of both sides, without a load."""
    return not part.side and part.sets == 1 and part.done.load is None and part.done.rpe is None


def tenths(token: str) -> int:
    """`8.5` as 85; digits beyond the first decimal make an odd number, which is on no scale."""
    whole, _, decimals = token.partition(".")
    return int(whole) * 10 + int(decimals[:1] or 0) + bool(decimals[1:].strip("0"))


def _written(part: Any) -> Word:
    """Where a load or an exertion is written."""
    found: Word = part.weighed.word if isinstance(part, Beyond) else part.word
    return found
