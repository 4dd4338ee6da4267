"""Whole files, put together by chance from right lines."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.unit.syntax.samples import (
    CALENDAR,
    CLAUSES,
    EXERCISE_LINES,
    GROUP_CLAUSES,
    GROUPS,
    HEADER,
    ITEMS,
    PHASE_CLAUSES,
    POOL_ENTRIES,
    PROGRESSION_LINES,
    RACE_CLAUSES,
    RAW_LINES,
    RUNG_LINES,
    SCHEDULES,
    SESSION_CLAUSES,
    STANDING,
    STRETCH_CLAUSES,
    STRETCH_WEEKS,
    STRETCHES,
    WEEK_LINES,
)
from tests.unit.syntax.samples_rules import ACTIONS, ASKS, RULES, SHADES

NOISE = st.sampled_from(
    ["", "", "", "  # why; not", "\n", "\n\n      # far in", "\n# at the margin"]
)
PHASES = [
    'phase "A" for 4 weeks',
    'phase "A" for 1 week, repeat 3 times',
    'phase "A" for 40%',
    'phase "A" for the rest',
    'phase "A" until brisk walk 30min painfree or "B" done 6 times, at most 6 weeks',
]


@st.composite
def laid_out(draw, head, clauses, indent, below=()):
    """A head with clauses beside it and below it, then `below`."""
    beside = draw(st.lists(st.sampled_from(clauses), max_size=3)) if clauses else []
    nested = draw(st.lists(st.sampled_from(clauses), max_size=3)) if clauses else []
    lines = ["; ".join([head, *beside]), *(f"{indent}  {line}" for line in nested), *below]
    return "\n".join(line + draw(NOISE) for line in lines)


@st.composite
def items(draw, indent):
    """An item's line with clauses and, below, changes by week and rung."""
    head = indent + draw(st.sampled_from(ITEMS))
    weeks = draw(st.lists(st.sampled_from(WEEK_LINES + RUNG_LINES), max_size=2))
    below = [draw(laid_out(f"{indent}  {line}", CLAUSES, f"{indent}  ")) for line in weeks]
    return draw(laid_out(head, CLAUSES, indent, below))


@st.composite
def stretches(draw, indent, lines=STRETCHES):
    """A run's line with clauses and, below, changes by week."""
    head = indent + draw(st.sampled_from(lines))
    weeks = draw(st.lists(st.sampled_from(STRETCH_WEEKS), max_size=2))
    below = [draw(laid_out(f"{indent}  {line}", STRETCH_CLAUSES, f"{indent}  ")) for line in weeks]
    return draw(laid_out(head, STRETCH_CLAUSES, indent, below))


@st.composite
def rules(draw, indent=""):
    """Rules on the athlete's state, with further actions."""
    lines = draw(st.lists(st.sampled_from(RULES), min_size=1, max_size=3))
    each = [draw(laid_out(f"{indent}  {line}", ACTIONS, f"{indent}  ")) for line in lines]
    return "\n".join([f"{indent}rules", *each])


@st.composite
def groups(draw, indent):
    inner = draw(st.lists(st.one_of(items(indent + "  "), stretches(indent + "  ")), max_size=3))
    inner += [
        f"{indent}  {line}" for line in draw(st.lists(st.sampled_from(WEEK_LINES), max_size=1))
    ]
    return draw(laid_out(indent + draw(st.sampled_from(GROUPS)), GROUP_CLAUSES, indent, inner))


@st.composite
def sessions(draw, indent=""):
    nested = indent + "  "
    runs = stretches(nested, STRETCHES + STANDING)
    below = draw(st.lists(st.one_of(items(nested), runs, groups(nested)), max_size=4))
    below += [nested + line for line in draw(st.lists(st.sampled_from(WEEK_LINES), max_size=1))]
    below += draw(st.lists(rules(nested), max_size=1))
    head = f'{indent}session "A" {draw(st.sampled_from(SCHEDULES))}'
    return draw(laid_out(head, SESSION_CLAUSES, indent, below))


@st.composite
def phases(draw):
    """A phase with sessions, or weeks with sessions, in it."""
    head = draw(st.sampled_from(PHASES))
    parts = draw(st.lists(st.one_of(sessions("  "), weeks("  ")), max_size=3))
    parts += draw(st.lists(rules("  "), max_size=1))
    parts.append('  rotation "A", "B" on mon, wed at 18:00')
    return draw(laid_out(head, PHASE_CLAUSES, "", parts))


@st.composite
def calendars(draw):
    """Exceptions, and races with their legs."""
    races = draw(st.lists(laid_out('  race "A" on 2027-04-18', RACE_CLAUSES, "  "), max_size=2))
    swims = draw(st.lists(stretches("    "), max_size=2)) if races else []
    return draw(laid_out("calendar", CALENDAR, "", [*races, *swims]))


@st.composite
def weeks(draw, indent=""):
    head = draw(st.sampled_from(["week 1", "weeks 1-3, 5"]))
    return "\n".join([indent + head, *draw(st.lists(sessions(indent + "  "), max_size=2))])


@st.composite
def templates(draw):
    """Lines that no grammar has seen, as deep as they like."""
    depth, lines = 1, ["template main(lift, step)"]
    for line in draw(st.lists(st.sampled_from(RAW_LINES), max_size=4)):
        lines.append("  " * depth + line + draw(NOISE))
        depth = draw(st.integers(1, depth + 1))
    return "\n".join(lines)


def files(*statements):
    """Whole files of such statements."""
    return st.lists(st.one_of(*statements), min_size=1, max_size=5).map("\n".join)


plans = files(
    laid_out('plan "A"', HEADER, ""),
    sessions(),
    phases(),
    calendars(),
    weeks(),
    templates(),
    rules(),
    laid_out("light knee", SHADES, ""),
    st.sampled_from(ASKS),
    laid_out("progression gzclp-t1(step)", PROGRESSION_LINES, ""),
    laid_out('exercise "Superman"', EXERCISE_LINES, ""),
    laid_out("pool strength", POOL_ENTRIES, ""),
    st.sampled_from(["use runner-back", "place home: mat, chair", "pool a = b where tag c"]),
    st.sampled_from(["track scaled", "version 2", 'rotation "A", "B" on mon, wed']),
)
