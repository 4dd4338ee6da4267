"""Callbacks for the items of a session and their clauses."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.nodes import (
    All,
    Allow,
    Avoid,
    Complex,
    Direct,
    Easier,
    ExerciseRef,
    Goal,
    Hold,
    Instead,
    Intensity,
    Manner,
    Not,
    OneOf,
    OnTrack,
    Pick,
    RuleWhen,
    Say,
    SessionId,
    Skip,
    SkipPart,
    StartAt,
    Stop,
    Task,
    Tempo,
    Text,
    Under,
)

# What a session's own `when …:` says as a line of its `rules` would.
_OF_RULES = (Hold, Easier, SkipPart, Avoid, Intensity, Stop, Say)


class Items(Builder):
    """Selections and what is said about them."""

    # --- selections ---

    def pick(self, parts: Parts) -> Pick:
        number, order, pool, where, rotate, otherwise = parts
        order = str(order) if order else "easiest"
        if int(number) == 0:
            self.refuse("E132", "picking none is no pick", word(number), "at least 1")
        return Pick(int(number), pool, order, where, rotate, otherwise, word(number))  # type: ignore[arg-type]  # the rule lists the orders

    def weekly(self, parts: Parts) -> str:
        return "weekly"

    def each_session(self, parts: Parts) -> str:
        return "each session"

    def all_from(self, parts: Parts) -> All:
        return All(parts[0], parts[1])

    def direct(self, parts: Parts) -> Direct:
        return Direct(tuple(parts))

    def labelled(self, parts: Parts) -> Direct:
        return Direct(tuple(parts[1:]), parts[0])

    def complex(self, parts: Parts) -> Complex:
        return Complex(tuple(part for part in parts if isinstance(part, ExerciseRef)))

    def labelled_complex(self, parts: Parts) -> Complex:
        return replace(self.complex(parts[1:]), label=parts[0])

    def task(self, parts: Parts) -> Task:
        return Task(parts[0])

    # --- how, and what to say ---

    def tempo(self, parts: Parts) -> Tempo:
        digits = str(parts[0]).replace("-", "").replace("X", "0")
        return Tempo(tuple(int(digit) for digit in digits), str(parts[0]))  # type: ignore[arg-type]  # the terminal has four

    def manner(self, parts: Parts) -> Manner:
        return Manner(str(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def note(self, parts: Parts) -> Text:
        return Text(str(parts[0]), parts[1])  # type: ignore[arg-type]  # the rule lists them

    def under(self, parts: Parts) -> Under | RuleWhen:
        key, condition, clause = parts
        if isinstance(clause, _OF_RULES):
            return RuleWhen(condition, clause)
        if isinstance(clause, Skip):
            self.refuse(
                "E133", "`skip` goes with weeks and tracks", word(key), "this is a condition",
                hints=(
                    "a pick leaves out what does not qualify: pick 1 from … where painfree",
                    "a run becomes a walk, or less of it is done: when hip pain > 2: swap run for "
                    "walk",
                ),
            )  # fmt: skip
        return Under(condition, clause, str(key))  # type: ignore[arg-type]  # if or when

    def on_track(self, parts: Parts) -> Under:
        _, track, clause = parts
        return Under(OnTrack(word(track)), clause, "if")

    def off_track(self, parts: Parts) -> Under:
        _, track, clause = parts
        return Under(Not(OnTrack(word(track))), clause, "if")

    def start_at(self, parts: Parts) -> StartAt:
        return StartAt(parts[0])

    def goal(self, parts: Parts) -> Goal:
        return Goal(parts[0])

    def allow(self, parts: Parts) -> Allow:
        return Allow(parts[0])

    def one_of(self, parts: Parts) -> OneOf:
        return OneOf(tuple(parts))

    def session_id(self, parts: Parts) -> SessionId:
        return SessionId(parts[0])

    # --- alternatives ---

    def other(self, parts: Parts) -> ExerciseRef:
        return ExerciseRef(parts[0])

    def other_modified(self, parts: Parts) -> ExerciseRef:
        return ExerciseRef(parts[0], True)

    def instead_to_start(self, parts: Parts) -> Instead:
        return Instead(parts[0], "start")

    def instead_for_form(self, parts: Parts) -> Instead:
        return Instead(parts[0], "form")

    def instead_for_goal(self, parts: Parts) -> Instead:
        return Instead(parts[0], "goal", parts[1])

    def instead_at(self, parts: Parts) -> Instead:
        return Instead(parts[0], "place", word(parts[1]))

    def instead_without(self, parts: Parts) -> Instead:
        return Instead(parts[0], "equipment", parts[1])
