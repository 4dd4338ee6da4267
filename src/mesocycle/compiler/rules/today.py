"""Today: the coach's rules that hold in a session on its day, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.query import leaves, truth
from mesocycle.compiler.checked import Effect, Frozen, StateRule
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.rules.order import merged, strictness
from mesocycle.compiler.safety.scopes import scope_of
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because
from mesocycle.syntax import nodes as n


class Held(Frozen):
    """A rule that holds (or, in `Today.open`, that nobody can answer), and why."""

    rule: StateRule
    verdict: Verdict

    @property
    def lines(self) -> tuple[Because, ...]:
        """The rule's line, and those of the diary."""
        return tuple(dict.fromkeys((self.rule.because, *self.verdict.because)))

    @property
    def why(self) -> str:
        """What made it hold, in words: `knee pain 4`."""
        return self.verdict.text or "the coach's rule for such a day"


class Today(Frozen):
    """What the rules of a day come to: `held` hold, strictest first; `open` would stop it all.

    An open rule is one with `stop` to which nobody has given the answer: it is asked, and until
    then nothing progresses.
    """

    effect: Effect
    held: tuple[Held, ...] = ()
    open: tuple[Held, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether nothing of the session is left."""
        return self.effect.stop or self.effect.skip

    @property
    def leaves_out(self) -> bool:
        """Whether it leaves out parts of the session."""
        return bool(self.effect.parts or self.effect.avoid)

    @property
    def chooses(self) -> bool:
        """Whether it changes which exercises are done."""
        effect = self.effect
        return self.leaves_out or bool(effect.exchanges or effect.easier)

    def because(self, says: Callable[[Effect], bool]) -> tuple[Because, ...]:
        """The lines of the rules that say so, and of the diary that make them hold."""
        found = (each for each in self.held if says(each.rule.effect))
        return tuple(dict.fromkeys(line for each in found for line in each.lines))

    def why(self, says: Callable[[Effect], bool]) -> str:
        """The same in words."""
        found = (each.why for each in self.held if says(each.rule.effect))
        return ", ".join(dict.fromkeys(found))

    def exchange(self, exercise: Exercise) -> Exercise | None:
        """What is done in the exercise's place."""
        return next((to for what, to in self.effect.exchanges if what == exercise.id), None)

    def without(self, exercise: Exercise, *, picked: bool) -> Held | None:
        """The rule that leaves the exercise out, if one does."""
        return next((h for h in self.held if _takes_out(h.rule.effect, exercise, picked)), None)

    def closes(self, activities: Iterable[str], impact: int) -> Held | None:
        """The rule that leaves out a stretch of those activities and that impact, if one does."""
        names = frozenset(activities)
        for each in self.held:
            effect = each.rule.effect
            if names & effect.parts or any(_is_so_hard(c, impact) for c in effect.avoid):
                return each
        return None


def today(rules: Sequence[StateRule], question: Question) -> Today | None:
    """What `rules` come to on a day; None where none of them has anything to say.

    Stops that wait for a clearance are no matter of the day: see `latched`.
    """
    held: list[Held] = []
    unknown: list[Held] = []
    for rule in rules:
        verdict = ask(rule.condition, question)
        if verdict.value and not rule.effect.latched:
            held.append(Held(rule, verdict))
        elif verdict.value is None and rule.effect.stop:
            unknown.append(Held(rule, verdict))
    if not held and not unknown:
        return None
    effect = merged([each.rule.effect for each in held])
    held.sort(key=lambda each: strictness(each.rule.effect))
    return Today(effect, tuple(held), tuple(unknown))


def _takes_out(effect: Effect, exercise: Exercise, picked: bool) -> bool:
    """Whether it leaves the exercise out; of what nobody has reviewed, only what is picked."""
    if effect.parts & {exercise.id, exercise.kind, scope_of(exercise)}:
        return True
    answers = [truth(condition, exercise) for condition in effect.avoid]
    return True in answers or (picked and None in answers)


def _is_so_hard(condition: n.Condition, impact: int) -> bool:
    """Whether a condition on impact, and nothing else, is true of a stretch."""
    asked = list(leaves(condition))
    if not all(isinstance(leaf, n.Compare) and leaf.field == "impact" for leaf in asked):
        return False
    leg = Exercise(id="", name="", kind="cardio", impact=impact)
    return truth(condition, leg) is True
