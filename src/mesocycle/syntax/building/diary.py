"""The builder of diaries: profile lines and dated entries; `build_log` has what is below them."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from mesocycle.mass import Mass, MassUnit, mass
from mesocycle.syntax.building.base import Parts, Weighed, word
from mesocycle.syntax.building.fitness import Fitness
from mesocycle.syntax.building.log import LogBuilder
from mesocycle.syntax.diary_nodes import (
    AnswersEntry,
    AthleteHead,
    AvoidLoads,
    BodyweightLine,
    ClearedEntry,
    ConditionEntry,
    ExerciseEntry,
    FitnessEntry,
    FlagEntry,
    Follows,
    GearLine,
    Include,
    MaxEntry,
    MorningEntry,
    NoteEntry,
    OnTrackLine,
    PainEntry,
    Profile,
    ProfileNumber,
    ScreenedEntry,
    SessionEntry,
    SideOf,
    WalkEntry,
)
from mesocycle.syntax.nodes import RoundTo, Word

#: The most weights that a range unfolds into.
STEPS_MOST = 200


class Bare(NamedTuple):
    """A weight whose unit stands elsewhere."""

    text: str
    word: Word


class Rung(NamedTuple):
    """A part of a list of weights: one, of which there are so many pairs, or a range of them."""

    weight: Weighed | Bare
    high: Weighed | None = None
    step: Weighed | None = None
    pairs: int | None = None


class DiaryBuilder(LogBuilder, Fitness):
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
        value, by = parts
        return ProfileNumber("pain limit", int(value), word(value), by)

    def age(self, parts: Parts) -> ProfileNumber:
        return ProfileNumber("age", int(parts[0]), word(parts[0]))

    def bodyweight(self, parts: Parts) -> BodyweightLine:
        return BodyweightLine(parts[0].mass, word=parts[0].word)

    def on_track(self, parts: Parts) -> OnTrackLine:
        return OnTrackLine(parts[0])

    # --- what there is to load ---

    def rounding_to(self, parts: Parts) -> RoundTo:
        return RoundTo(parts[0].mass, word=parts[0].word)

    def bar(self, parts: Parts) -> GearLine:
        name, weighed = parts
        return GearLine("bar", ((weighed.mass, None),), name, weighed.word)

    def bare_number(self, parts: Parts) -> Bare:
        return Bare(str(parts[0]), word(parts[0]))

    def gear_mass(self, parts: Parts) -> Rung:
        sets, weight = parts
        return Rung(weight, pairs=self._sets(sets) if sets else None)

    def gear_range(self, parts: Parts) -> Rung:
        low, high, step = parts
        return Rung(low, high, step)

    def rack(self, parts: Parts) -> GearLine:
        """Weights that are listed; a number without a unit has that of the next one."""
        key, *rungs = parts
        unit: MassUnit | None = None
        masses: list[tuple[Mass, int | None]] = []
        for rung in reversed(rungs):
            first = rung.high or rung.weight
            unit = first.mass.unit if isinstance(first, Weighed) else unit
            if unit is None:
                self.refuse(
                    "E423", "a weight without a unit", first.word, "kilograms or pounds?",
                    hints=(f"one unit is enough, behind the last: {first.text}kg",),
                )  # fmt: skip
                unit = "kg"
            masses[:0] = self._rung(rung, unit)
        return GearLine(str(key), tuple(masses), word=_across(rungs))  # type: ignore[arg-type]  # the rule lists them

    def _rung(self, rung: Rung, unit: MassUnit) -> list[tuple[Mass, int | None]]:
        """The weights of one part of a list: one, or those of a range."""
        low = _mass(rung.weight, unit)
        if rung.high is None or rung.step is None:
            return [(low, rung.pairs)]
        high, step = rung.high.mass, rung.step.mass.to(unit)
        steps = (high.to(unit).micro - low.to(unit).micro) // step.micro if step.micro else -1
        if not 0 <= steps <= STEPS_MOST:
            self.refuse(
                "E132", "this range of weights has no end", rung.high.word,
                f"one to {STEPS_MOST} steps, from the lightest up",
                hints=("write the lightest, the heaviest and the step: 2-30kg by 2kg",),
            )  # fmt: skip
            return [(high, None)]
        heights = range(low.micro, low.micro + steps * step.micro + 1, step.micro)
        return [(Mass(height, unit), None) for height in heights]

    def include(self, parts: Parts) -> Include:
        return Include(parts[0])

    # --- dated entries ---

    def session_entry(self, parts: Parts) -> SessionEntry:
        date, time, unplanned, session = parts
        return SessionEntry(word(date), session, time and word(time), unplanned is not None)

    def exercise_entry(self, parts: Parts) -> ExerciseEntry:
        return ExerciseEntry(word(parts[0]), parts[1])

    def answers_entry(self, parts: Parts) -> AnswersEntry:
        date, *answers = parts
        return AnswersEntry(word(date), tuple(answers))

    def morning_entry(self, parts: Parts) -> MorningEntry:
        date, value, sharp, side, region = parts
        self._check_sharp(value, sharp)
        side = _side(side)
        return MorningEntry(word(date), int(value), region, side, word(value), sharp is not None)

    def pain_entry(self, parts: Parts) -> PainEntry:
        date, value, sharp, side, region = parts
        self._check_sharp(value, sharp)
        side = _side(side)
        return PainEntry(word(date), int(value), region, side, word(value), sharp is not None)

    def danger(self, parts: Parts) -> Word:
        return self.symptom([part for part in parts if part is not None])

    def flag_entry(self, parts: Parts) -> FlagEntry:
        date, symptom, side, region = parts
        return FlagEntry(word(date), symptom, region, _side(side))

    def cleared_entry(self, parts: Parts) -> ClearedEntry:
        date, by, condition, scope = parts
        return ClearedEntry(word(date), by, scope or (), condition)

    def screened_entry(self, parts: Parts) -> ScreenedEntry:
        return ScreenedEntry(word(parts[0]))

    def symptom_free_entry(self, parts: Parts) -> ScreenedEntry:
        return ScreenedEntry(word(parts[0]), parts[1])

    def condition_entry(self, parts: Parts) -> ConditionEntry:
        return ConditionEntry(word(parts[0]), parts[1])

    def note_entry(self, parts: Parts) -> NoteEntry:
        return NoteEntry(word(parts[0]), parts[1].text)

    def walk_entry(self, parts: Parts) -> WalkEntry:
        return WalkEntry(word(parts[0]), parts[1].value)

    def max_entry(self, parts: Parts) -> MaxEntry:
        return MaxEntry(word(parts[0]), parts[1])

    def fitness_entry(self, parts: Parts) -> FitnessEntry:
        return FitnessEntry(word(parts[0]), parts[1])

    def bodyweight_entry(self, parts: Parts) -> BodyweightLine:
        date, weighed = parts
        return BodyweightLine(weighed.mass, word(date), weighed.word)


def _side(token: Any) -> SideOf | None:
    return cast(SideOf, str(token)) if token is not None else None


def _mass(weight: Weighed | Bare, unit: MassUnit) -> Mass:
    return mass(weight.text, unit) if isinstance(weight, Bare) else weight.mass


def _across(rungs: list[Rung]) -> Word:
    """All of a list, to blame."""
    last = rungs[-1].step or rungs[-1].weight
    return Word("", rungs[0].weight.word.start, last.word.end)
