"""The builder of diaries: profile lines, dated entries, what was done and how it felt.

A clause may say several things (`pain left 0, right 4`): its callback then gives a tuple of
nodes, and each becomes a piece of its own.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec.structs import replace

from mesocycle.syntax.build import SETS_MOST, Builder, Parts, Quantity, word
from mesocycle.syntax.diary_nodes import (
    AthleteHead,
    AvoidLoads,
    Best,
    ClearedEntry,
    Corrects,
    DiaryNote,
    DidEndurance,
    Done,
    DoneSet,
    ExerciseEntry,
    ExerciseLog,
    Felt,
    FeltAfter,
    FlagEntry,
    Follows,
    MannerLog,
    MorningEntry,
    PainEntry,
    PainLog,
    Profile,
    ProfileNumber,
    SessionEntry,
    Skipped,
    WalkEntry,
)
from mesocycle.syntax.nodes import Count, Word


class Hurt(NamedTuple):
    """A side (or None) and the region, as in `left knee`."""

    side: Any
    region: Word | None


class SetsDone(NamedTuple):
    """One entry of a list of sets: how many alike, and on which side."""

    side: Any
    sets: int
    done: DoneSet
    word: Word


class DiaryBuilder(Builder):
    """A callback for every rule of diary.lark."""

    # --- the athlete ---

    def athlete_head(self, parts: Parts) -> AthleteHead:
        return AthleteHead(parts[0])

    def profile_words(self, parts: Parts) -> Profile:
        return Profile(str(parts[0]), parts[1])  # type: ignore[arg-type]  # the rule lists them

    def sex(self, parts: Parts) -> Profile:
        return Profile("sex", (word(parts[0]),))

    def follows(self, parts: Parts) -> Follows:
        return Follows(parts[0], parts[1] and word(parts[1]))

    def avoid_loads(self, parts: Parts) -> AvoidLoads:
        return AvoidLoads(*parts)

    def pain_limit(self, parts: Parts) -> ProfileNumber:
        return ProfileNumber("pain limit", int(parts[0]), word(parts[0]))

    def age(self, parts: Parts) -> ProfileNumber:
        return ProfileNumber("age", int(parts[0]), word(parts[0]))

    def best(self, parts: Parts) -> Best:
        key, *name, value = parts
        if not name:
            self.refuse(
                "E102", f"`{key}` needs a name and a figure", word(value), "as in Squat 100kg"
            )
            name = [value]
        return Best(str(key), self.words(name), word(value))  # type: ignore[arg-type]  # max or best

    # --- dated entries ---

    def session_entry(self, parts: Parts) -> SessionEntry:
        date, time, session = parts
        return SessionEntry(word(date), session, time and word(time))

    def exercise_entry(self, parts: Parts) -> ExerciseEntry:
        return ExerciseEntry(word(parts[0]), parts[1])

    def morning_entry(self, parts: Parts) -> MorningEntry:
        date, value, side, region = parts
        return MorningEntry(word(date), int(value), region, side and str(side), word(value))  # type: ignore[arg-type]  # left or right

    def pain_entry(self, parts: Parts) -> PainEntry:
        date, value, side, region = parts
        return PainEntry(word(date), int(value), region, side and str(side), word(value))  # type: ignore[arg-type]  # left or right

    def danger(self, parts: Parts) -> Word:
        return self.symptom([part for part in parts if part is not None])

    def flag_entry(self, parts: Parts) -> FlagEntry:
        date, symptom, side, region = parts
        return FlagEntry(word(date), symptom, region, side and str(side))  # type: ignore[arg-type]  # left or right

    def cleared_entry(self, parts: Parts) -> ClearedEntry:
        return ClearedEntry(word(parts[0]), parts[1], parts[2] or ())

    def walk_entry(self, parts: Parts) -> WalkEntry:
        return WalkEntry(word(parts[0]), parts[1].value)

    # --- what was done ---

    def exercise_log(self, parts: Parts) -> ExerciseLog:
        return ExerciseLog(parts[0])

    def done_reps(self, parts: Parts) -> SetsDone:
        side, sets, reps = parts
        return SetsDone(side, self._sets(sets), DoneSet(reps=int(reps)), word(reps))

    def done_hold(self, parts: Parts) -> SetsDone:
        side, sets, held = parts
        return SetsDone(side, self._sets(sets), DoneSet(seconds=held.value), held.word)

    def done(self, parts: Parts) -> tuple[Done, ...] | DidEndurance:
        """Sets in the order written; a side counts until the next one is named."""
        if any(isinstance(part, Quantity) for part in parts):
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
            if isinstance(part, Quantity):
                lengths.append(part)
            elif part.done.seconds is None or part.side or part.sets != 1:
                self.refuse("E132", "sets and a distance in one list", part.word, "not a time")
            else:
                lengths.append(Quantity(part.done.seconds, True, part.word))
        return self.endurance(lengths)

    def _sets(self, token: Any) -> int:
        if token is None:
            return 1
        sets = int(token[:-1])
        if not 1 <= sets <= SETS_MOST:
            self.refuse("E132", f"`{token}` is no number of sets", word(token), f"1 to {SETS_MOST}")
        return max(1, min(sets, SETS_MOST))

    # --- how it felt ---

    def pain_log(self, parts: Parts) -> tuple[PainLog, ...]:
        when, *logs = parts
        return tuple(replace(log, when=str(when)) for log in logs) if when else tuple(logs)

    def pain_value(self, parts: Parts) -> PainLog:
        side, value, where = parts
        where = where or Hurt(None, None)
        side = side or where.side
        return PainLog(int(value), side and str(side), region=where.region, word=word(value))  # type: ignore[arg-type]  # left or right

    def middle(self, parts: Parts) -> Hurt:
        return Hurt(None, parts[0])

    def one_sided(self, parts: Parts) -> Hurt:
        return Hurt(*parts)

    def slow(self, parts: Parts) -> MannerLog:
        return MannerLog("slow", True, parts[0] and str(parts[0]))  # type: ignore[arg-type]  # left or right

    def not_slow(self, parts: Parts) -> MannerLog:
        return MannerLog("slow", False, parts[0] and str(parts[0]))  # type: ignore[arg-type]  # left or right

    def form(self, parts: Parts) -> tuple[MannerLog, ...]:
        return tuple(parts)

    def form_value(self, parts: Parts) -> MannerLog:
        before, how, after, reason = parts
        side = before or after
        return MannerLog("form", how == "good", side and str(side), reason)  # type: ignore[arg-type]  # left or right

    def skipped(self, parts: Parts) -> Skipped:
        return Skipped(parts[0])

    def felt(self, parts: Parts) -> Felt:
        rpe, length = parts
        return Felt(int(rpe), length and length.value)

    def felt_length(self, parts: Parts) -> Felt:
        return Felt(None, parts[0].value)

    def felt_after(self, parts: Parts) -> FeltAfter:
        return FeltAfter(str(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def note(self, parts: Parts) -> DiaryNote:
        return DiaryNote(parts[0])

    def corrects(self, parts: Parts) -> Corrects:
        return Corrects(Count(int(parts[0]), int(parts[0])))
