"""Expected decisions and notices: why the programme is as it is."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.programme import Decision
from tests.spec.speckit.compile import Compiled

#: What a line of a `refused` block may come to: less than was asked for, or not at all.
_REFUSING = ("skipped", "held", "lowered", "regressed", "swapped", "stopped", "assessed")


def decisions(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """`date | exercise | outcome | rule | fragment | diary:3 | change`, fields may be empty.

    `change`: part of what would change it, or of the line to write.

    Each line must be met by one decision; a line that begins with `not` by none.
    """
    for line in lines:
        wanted = line.removeprefix("not ")
        met = any(_is(wanted, compiled, d) for d in compiled.programme.decisions)
        if met == (wanted != line):
            yield f"{'found' if met else 'missing'}: {line}{_near(wanted, compiled)}"


def refused(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """Decisions, all of which give less than the plan asked for."""
    for line in lines:
        outcome = _fields(line)[2]
        if outcome not in _REFUSING:
            yield f"{outcome or 'nothing'} refuses nothing: {line}"
    yield from decisions(lines, compiled)


def notices(lines: list[str], compiled: Compiled) -> Iterator[str]:
    """`CODE fragment`: each is among the notices; a line that begins with `not` is not."""
    given = [f"{notice.code} {notice.text}" for notice in compiled.programme.notices]
    for line in lines:
        code, _, fragment = line.removeprefix("not ").partition(" ")
        met = any(n.split()[0] == code and fragment.lower() in n.lower() for n in given)
        if met == line.startswith("not "):
            yield "\n    ".join((f"{'found' if met else 'missing'}: {line}", *given))


def _fields(line: str) -> list[str]:
    fields = [field.strip() for field in line.split("|")]
    return fields + [""] * (7 - len(fields))


def _is(line: str, compiled: Compiled, decision: Decision) -> bool:
    date, exercise, outcome, rule, fragment, because, change = _fields(line)
    lines = [compiled.because(b.file, b.line) for b in decision.because]
    return (
        date in ("", decision.date)
        and _same_exercise(exercise, decision, compiled)
        and outcome in ("", decision.outcome)
        and rule in ("", decision.rule)
        and fragment.lower() in decision.text.lower()
        and because in ("", *lines)
        and change.lower() in f"{decision.change or ''} {decision.write or ''}".lower()
    )


def _same_exercise(name: str, decision: Decision, compiled: Compiled) -> bool:
    """Whether the exercise has that name (decisions know it by its id); no name is any."""
    return not name or decision.exercise == compiled.exercise(name)


def _near(line: str, compiled: Compiled) -> str:
    """The decisions on the same date or exercise, to compare by eye."""
    date, exercise, *_ = _fields(line)
    near = [
        d
        for d in compiled.programme.decisions
        if date in ("", d.date) and _same_exercise(exercise, d, compiled)
    ]
    return "".join(f"\n    {_shown(d, compiled)}" for d in near[:12])


def _shown(decision: Decision, compiled: Compiled) -> str:
    lines = ", ".join(compiled.because(b.file, b.line) for b in decision.because)
    said = (decision.date, decision.exercise, decision.outcome, decision.rule, decision.text)
    change = " ".join(filter(None, (decision.change, decision.write)))
    return " | ".join((*(word or "" for word in said), lines, change))
