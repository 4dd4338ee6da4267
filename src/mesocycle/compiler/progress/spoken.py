"""Spoken: a progression as a coach would say it, and what comes next if all goes well."""

from __future__ import annotations

from collections.abc import Sequence

from mesocycle.compiler.checked import Move, Progression, Rule, Trigger
from mesocycle.compiler.progress.chain import usual
from mesocycle.compiler.progress.words import length, share, size
from mesocycle.mass import Mass
from mesocycle.programme import Set
from mesocycle.syntax.nodes import Change, Step, Word

_UNITS = {"hold": "s", "rest": "s", "distance": " m", "pace": "s"}

#: Of a run: what a good one is called, and a short one.
_OF_RUNS = {"hit": "done as asked", "miss": "a run that fell short", "top": "at its longest"}
_OPS = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "!=": "not"}


def spoken(progress: Progression, *, run: bool = False) -> str:
    """The progression in a coach's words; of a `run`, or of sets."""
    parts = []
    if progress.steps:
        steps = [_step(step, i, progress, run=run) for i, step in enumerate(progress.steps)]
        parts.append(", then ".join(steps))
    parts += [_rule(rule, progress, run=run) for rule in progress.rules]
    if progress.apart:
        parts.append(f"at most one stage in {progress.apart} days")
    if not parts and progress.plugin:
        parts = [progress.plugin]
    text = "; ".join(parts) or "stays as it is"
    return f"{progress.name}: {text}" if progress.name and parts else text


def _step(step: Step, index: int, progress: Progression, *, run: bool) -> str:
    if run:
        return _longer(step, progress)
    if step.what == "harder":
        return "a harder exercise"
    if step.what in ("load", "max"):
        when = "" if index else f" {_when(progress)}"
        limit = f", up to {size(step.limit)}" if step.limit else ""
        by = _change(step.change) if step.change else ""
        return f"{step.what} {by}{when}{limit}"
    unit = _UNITS.get(step.what, "")
    limit = f", up to {step.to}{unit}" if step.to is not None else ""
    return f"{step.what} +{usual(step)}{unit} {_when(progress)}{limit}"


def _longer(step: Step, progress: Progression) -> str:
    """`time +5 min when it goes well, up to 60 min`."""
    by = _change(step.change) if step.change else f"+{length(step.what, step.by or 0)}"
    limit = f", up to {length(step.what, step.to)}" if step.to is not None else ""
    return f"{step.what} {by} {_when(progress, 'when it goes well')}{limit}"


def _when(progress: Progression, good: str = "when every set goes well") -> str:
    every = progress.every
    if progress.sum is not None:
        good = f"when there are {progress.sum} reps in all"
    if every is None:
        return good
    if every.what == "weeks":
        return f"every {every.count} weeks" if every.count > 1 else "every week"
    return f"after {every.count} good sessions" if every.count > 1 else "after a good session"


def _change(change: Change) -> str:
    amount = change.amount
    if isinstance(amount, Word):
        return amount.text
    return _amount(Move("load", change.how, amount))


def _amount(move: Move) -> str:
    """`+2.5 kg`, `-10 kg`, `90 %`, `+2.5 %`, `= 60 kg`, `+1`."""
    amount, unit = move.amount, _UNITS.get(move.kind, "")
    if isinstance(amount, Mass):
        sign = "=" if move.how == "set" else "-" if amount.micro < 0 else "+"
        return f"{sign} {size(amount)}" if sign == "=" else f"{sign}{size(amount)}"
    number = amount or 0
    if move.how == "times":
        return f"+{share(number - 10_000)}" if number > 10_000 else share(number)
    return f"= {number}{unit}" if move.how == "set" else f"{number:+d}{unit}"


def _rule(rule: Rule, progress: Progression, *, run: bool) -> str:
    trigger = rule.trigger
    moves = [text for move in rule.moves if (text := _move(move, progress, run=run))]
    guard = ""
    if trigger.stage is not None and trigger.stage < len(progress.stages):
        guard = f" with {progress.stages[trigger.stage].name}"
    if trigger.variable is not None:
        op = _OPS.get(trigger.op, "")
        guard += f", where {trigger.variable} is {f'{op} ' if op else ''}{trigger.value}"
    return f"{_event(trigger, run=run)}{guard}: {', '.join(moves) or 'nothing else'}"


def _event(t: Trigger, *, run: bool = False) -> str:
    last = "the last set" if t.number is None else f"set {t.number}"
    span = f"{t.count} or more" if t.most is None else f"{t.count} to {t.most}"
    plain = {
        "hit": "every set reached",
        "miss": "a miss",
        "misses": f"{t.count} misses" if t.count > 1 else "a miss",
        "top": "the top of the range",
        "reps": f"{t.count if t.most == t.count else span} reps in {last}",
        "sum": f"{t.count} or more reps in all",
        "form": "form lost",
        "pain": f"pain above {t.count}",
        "tested": "a test",
        "sessions": f"every {t.count} sessions" if t.count > 1 else "every session",
        "weeks": f"every {t.count} weeks" if t.count > 1 else "every week",
        "phase": "at the end of the phase",
        "week": f"week {t.count}",
        "off": f"{t.count} days off",
        **(_OF_RUNS if run else {}),
    }
    text = plain[t.kind]
    if t.times > 1:
        text += f" {t.times} times"
    return f"{text} in a row" if t.in_row else text


def _move(move: Move, progress: Progression, *, run: bool = False) -> str:
    kind = move.kind
    if kind == "stage":
        if move.back:
            return "the stage before" if move.back == 1 else f"back {move.back} stages"
        if move.to is None:
            return "the next stage"
        return f"on with {progress.stages[move.to].name}"
    if kind in ("harder", "easier"):
        return f"{'a harder' if kind == 'harder' else 'an easier'} exercise"
    if kind == "deload":
        return f"a deload to {move.amount} %" if move.amount else "a deload"
    if kind == "say":
        return f"“{move.text}”"
    if kind == "variable":
        return "" if move.kept else f"{move.name} {_amount(move)}"
    if run and move.how != "times" and isinstance(move.amount, int):
        sign = {"set": "= "}.get(move.how, "-" if move.amount < 0 else "+")
        return f"{kind} {sign}{length(kind, abs(move.amount))}"
    return "back to an earlier load" if move.kept else f"{kind} {_amount(move)}"


def coming(amount: Mass, sets: Sequence[Set]) -> str | None:
    """The load that comes next, by `amount` heavier; None where nobody can know."""
    top, shown = 0.0, ""
    for each in sets:
        load = each.load
        if load is not None and load.kg is not None and load.kg > top and not each.warmup:
            top, shown = load.kg, load.shown
    if not top or not shown.endswith(amount.unit):
        return None  # what a step in another unit comes to, only the rack can tell
    after = Mass(round(top * 1_000_000), "kg").to(amount.unit).plus(amount)
    beyond = "+" if shown.startswith("+") else ""
    return f"{beyond}{Mass(round(after.micro, -3), after.unit)}"


def on_hit(progress: Progression, stage: int) -> Mass | None:
    """By how much the load goes up after one good session; None where it stays."""
    steps = progress.steps
    if len(steps) == 1 and steps[0].what == "load" and not progress.every and steps[0].change:
        amount = steps[0].change.amount
        adds = steps[0].change.how == "add" and not steps[0].limit
        return amount if adds and isinstance(amount, Mass) else None
    for rule in progress.rules:
        t = rule.trigger
        if t.kind != "hit" or t.times > 1 or t.variable is not None or t.stage not in (None, stage):
            continue
        for move in rule.moves:
            if move.kind == "load" and move.how == "add" and isinstance(move.amount, Mass):
                return move.amount
    return None
