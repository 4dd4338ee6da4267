"""Advice about loads: per cent of what nobody has said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mesocycle.compiler.checked import Item, Manner, Picked, Plan, Rungs, Session, Together
from mesocycle.compiler.loads.written import line_of, written
from mesocycle.diagnostics import Diagnostics
from mesocycle.diary.model import Diary, MaxLog
from mesocycle.programme import Because
from mesocycle.source import Source, Span
from mesocycle.syntax.nodes import LoadNode, Percent, Scheme

#: So many lines for the diary are proposed at once.
_MOST_HINTS = 4


def advise_loads(plan: Plan, diary: Diary | None, source: Source) -> Diagnostics:
    """W527, W528: what the plan takes per cent of, and neither it nor the diary says."""
    notes = Diagnostics()
    entries = (*plan.maxes, *(diary.maxes if diary else ()))
    tested = {e for e, manner, _ in _manners(plan) for s in _schemes(manner) if _tests(s)}
    lacking: dict[str, tuple[str, Percent, Because]] = {}
    for exercise, manner, line in _manners(plan):
        for node in _percents(manner):
            who = exercise
            if node.lift is not None:
                named = plan.catalogue.find(node.lift.text)
                who = named.id if named else exercise
            if node.of == "bw":
                if not (diary and diary.bodyweights):
                    lacking.setdefault("", (exercise, node, line))
            elif who not in tested and not _known(plan, entries, who, node):
                lacking.setdefault(who, (who, node, line))
    _tell_weight(notes, plan, lacking.pop("", None), source)
    _tell_maxes(notes, plan, list(lacking.values()), source)
    return notes


def _known(plan: Plan, entries: tuple[MaxLog, ...], exercise: str, node: Percent) -> bool:
    own = [entry for entry in entries if entry.exercise == exercise]
    if node.of == "max":
        return bool(own)
    one = any(not entry.training for entry in own)
    if node.of == "tm":
        return any(entry.training for entry in own) or (one and plan.training is not None)
    return one


def _tell_maxes(
    notes: Diagnostics, plan: Plan, lacking: list[tuple[str, Percent, Because]], source: Source
) -> None:
    if not lacking:
        return
    exercises = plan.catalogue.exercises
    named = [(exercises[who].name, node) for who, node, _ in lacking]
    names = ", ".join(name for name, _ in named[:_MOST_HINTS])
    more = f" and {len(named) - _MOST_HINTS} more" if len(named) > _MOST_HINTS else ""
    notes.warning(
        "W527", f"{written(lacking[0][1])} of what? Nobody has said the max: {names}{more}",
        _span(source, lacking[0][2]), "stays a per cent until somebody has",
        hint=[
            f"add a line to the athlete in the diary: {line_of(node, name)}"
            for name, node in named[:_MOST_HINTS]
        ],
    )  # fmt: skip


def _tell_weight(
    notes: Diagnostics, plan: Plan, found: tuple[str, Percent, Because] | None, source: Source
) -> None:
    if found is not None:
        name = plan.catalogue.exercises[found[0]].name
        notes.warning(
            "W528", f"{name}: {written(found[1])}, and nobody has said the bodyweight",
            _span(source, found[2]), "stays a per cent until somebody has",
            hint="add a line to the athlete in the diary: bodyweight 70kg",
        )  # fmt: skip


def _span(source: Source, line: Because) -> Span:
    """The line, as far as it stands in the plan itself."""
    if line.file != source.name.replace("\\", "/").rpartition("/")[2]:
        return Span(source, 0, 0)
    start = 0
    for _ in range(line.line - 1):
        start = source.text.find("\n", start) + 1
    end = source.text.find("\n", start)
    end = len(source.text) if end < 0 else end
    at = source.text.find(line.text, start, end)
    if at >= 0:
        return Span(source, at, at + len(line.text))
    whole = source.text[start:end]  # a template's line, which reads otherwise in the file
    return Span(source, end - len(whole.lstrip()), start + len(whole.rstrip()))


def _manners(plan: Plan) -> Iterator[tuple[str, Manner, Because]]:
    """Every exercise that is named, with everything that is said of how it is done."""
    for item in _items(plan.sessions):
        what = item.what
        if isinstance(what, Rungs | Together | Picked):
            manners = [item.manner, *(c.manner for c in item.conditionals)]
            manners += [weekly.manner for weekly in item.weekly]
            # A complex goes by the max of its first exercise.
            whose = what.exercises[:1] if isinstance(what, Together) else what.exercises
            for exercise in whose:
                own = [rung.manner for rung in item.rungs if rung.exercise == exercise.id]
                for manner in (*manners, *own):
                    yield exercise.id, manner, item.line


def _items(sessions: Iterable[Session]) -> Iterator[Item]:
    for session in sessions:
        yield from session.items
        yield from _items(session.options)


def _schemes(manner: Manner) -> Iterator[Scheme]:
    if manner.scheme is not None:
        yield manner.scheme
    if manner.progress is not None:
        yield from (stage.scheme for stage in manner.progress.stages if stage.scheme)


def _percents(manner: Manner) -> Iterator[Percent]:
    groups = [g for scheme in _schemes(manner) for g in scheme.groups]
    loads: list[LoadNode] = [*manner.loads, *(node for g in groups for node in g.loads)]
    ramp = (n for g in manner.warmup for n in g.loads if not _of_first(n))
    for node in (*loads, *ramp):
        if isinstance(node, Percent) and node.of in ("max", "tm", "1rm", "rm", "bw"):
            yield node


def _of_first(node: LoadNode) -> bool:
    """In a ramp a bare per cent is of the first working set."""
    return isinstance(node, Percent) and node.of == "max"


def _tests(scheme: Scheme) -> bool:
    return any(group.test for group in scheme.groups)
