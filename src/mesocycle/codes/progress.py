"""Codes of how lines change: E380 to E399, and the advice W533 to W540, W554 to W559."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_HEADER = """plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back
"""

_STEPS = "stages 3x8, 3x6", "on hit: load +step", "on miss: next stage"


def _item(clauses: str, *rules: str, dose: str = "3x8 20kg", head: str = "steps(step)") -> str:
    """A small plan of one exercise, below a progression of these rules (if there are any)."""
    lines = "\n".join(f"  {rule}" for rule in rules)
    own = f"\nprogression {head}\n{lines}\n" if rules else ""
    return f'{_HEADER}{own}\nsession "Strength" on mon\n  Bridge; {dose}; {clauses}\n'


def _run(line: str, *rules: str) -> str:
    """A small plan of one run, below a progression of these rules (if there are any)."""
    own = "\nprogression back\n" + "".join(f"  {rule}\n" for rule in rules) if rules else ""
    return (
        f'{_HEADER}{own}\nsession "Run" on tue, fri\n  warmup 5min brisk walk\n  {line}\n'
        "  cooldown 5min walk\n"
    )


def _with(call: str, *rules: str, head: str = "steps(step)") -> str:
    return _item(f"progress with {call}", *(rules or _STEPS), head=head)


_STAGES = (
    "stage 1: run 4x(4min walk, 1min)", "stage 2: run 4x(3min walk, 2min)", "on hit: next stage",
)  # fmt: skip

_ROWS: tuple[Row, ...] = (
    ("E380", "unknown progression",
     "`progress with NAME` uses a progression that the plan or one of its libraries defines, or "
     "that a plugin offers.",
     _with("stebs(2kg)"), _with("steps(2kg)")),
    ("E381", "argument that has no place",
     "A progression takes the arguments that its first line names, each once, by name or in "
     "their order.",
     _with("steps(2kg, 3kg)"), _with("steps(2kg)")),
    ("E382", "missing argument",
     "Every parameter of a progression is told where it is used; there is no usual value.",
     _with("steps"), _with("steps(step: 2kg)")),
    ("E383", "argument of the wrong kind",
     "A load changes by kilograms, pounds or per cent; reps, sets and rest by whole numbers.",
     _with("steps(5)"), _with("steps(5kg)")),
    ("E384", "unknown stage",
     "Rules go to a stage by its name, as in `stage heavy: 5x3`; stages without a name are "
     "called by their sets and reps, or gone through with `next stage` and `first stage`.",
     _with("steps(2kg)", *_STEPS, "on miss at stage heavy: load 90%"),
     _with("steps(2kg)", *_STEPS, "on miss at last stage: load 90%, first stage")),
    ("E385", "stage that nothing leads to",
     "A progression begins with its first stage. Every other needs a rule that leads to it.",
     _with("steps(2kg)", "stages 3x8, 3x6", "on hit: load +step"), _with("steps(2kg)")),
    ("E386", "progression that nothing triggers",
     "Something has to set a progression off, and it must be able to happen on its line: a test "
     "needs a set that is one, the end of a phase a phase.",
     _item("progress load by 2kg; on tested load 90%"),
     _item("progress load by 2kg; on 3 misses load 90%")),
    ("E387", "length that cannot move",
     "`progress time` and `progress distance` move the one length that a run has, by so much as "
     "the coach says. Several lengths are gone through in stages.",
     _run("run 6x(1min tempo, 2min jog); progress time by 1min to 5min"),
     _run("run 20min easy; progress time by 1min to 30min")),
    ("E389", "stages of another kind",
     "The stages of a progression are runs, for a line of running; for exercises, sets and reps.",
     _run("run 20min easy; progress with back", "stages 3x8, 3x6", "on hit: next stage"),
     _run("run 20min easy; progress with back", *_STAGES)),
    ("E388", "name that stands for nothing",
     "A rule may use the parameters of its progression, its variables (`tries = 0`), and loads "
     "that it keeps (`start = load`).",
     _with("steps(2kg)", "on hit: load +stebs", "on miss: load -step"), _with("steps(2kg)")),
    ("E390", "max that nothing hangs on",
     "`max` moves what the per cents of an exercise are of. Where no line is a per cent of a "
     "max, moving it changes nothing.",
     _item("on hit max +2kg"), _item("on hit load +2kg")),
    ("E391", "more for ever",
     "Reps, holds and sets go up within a range. Without one, nobody has said where they end; "
     "software never goes past what the coach wrote.",
     _item("on hit reps +1"), _item("on hit reps +1", dose="3x8-12 20kg")),
    ("E393", "how much less",
     "Only the coach can say how much of a run is left when something hurts; no number is usual. "
     "A line has one volume, a phase or a taper one for each week.",
     _run("run 20min easy; when hip pain > 2: volume 60%, 40%"),
     _run("run 20min easy; when hip pain > 2: volume 60%")),
    ("E394", "a condition that adds",
     "A clause under a condition takes away from a run, or puts another activity in its place. "
     "What is longer is written as a run of its own. On a day that is worse (`when back pain > 0`) "
     "no line has more than on others, and nothing that is harder on the body takes its place.",
     _run("run 20min easy; when hip pain > 2: volume 120%"),
     _run("run 20min easy; when hip pain > 2: volume 80%")),
    ("E396", "two of one name",
     "Progressions are used by their names, and so are stages.",
     _with("steps(2kg)", *_STEPS) + "\nprogression steps(step)\n  on hit: load +step\n",
     _with("steps(2kg)", *_STEPS)),
    ("E397", "nothing there to move",
     "A rule moves what the sets have: an exercise that is held has no reps, and none has a pace.",
     _item("on hit hold +5s"), _item("on hit load +2kg")),
    ("W533", "gap between bands",
     "Between two bands lies a number of reps that no band speaks of. Nothing changes then.",
     _item("progress by last set: 0-4 reps load -2kg, 8+ reps load +2kg"),
     _item("progress by last set: 0-4 reps load -2kg, 5+ reps load +2kg")),
    ("W534", "nothing harder",
     "The line goes on to a harder exercise, and there is none: no further rung, and nothing "
     "harder in the catalogue. It stays where it is then.",
     f'{_HEADER}\nexercise "Step Up"\n  trains glutes\n\nsession "S" on mon\n'
     "  Step Up; 3x8-12; progress reps then harder\n",
     f'{_HEADER}\nexercise "Step Up"\n  trains glutes\n\nsession "S" on mon\n'
     "  Step Up | Bridge; 3x8-12; progress reps then harder\n"),
    ("W535", "step that never comes",
     "A chain goes on when a step is at its ceiling. One without a ceiling lets no later one come.",
     _item("progress load by 2kg then reps", dose="3x8-12 20kg"),
     _item("progress load by 2kg to 30kg then reps", dose="3x8-12 20kg")),
    ("W536", "parameter that nothing uses",
     "The progression is told something that none of its rules uses.",
     _with("steps(2kg, 3kg)", *_STEPS, head="steps(step, more)"), _with("steps(2kg)")),
    ("W554", "days off that come every time",
     "The rule looks for days without a run, and the plan itself has so many from each run to the "
     "next: it goes off every time.",
     _run("run 20min easy; progress with back", *_STAGES, "on 3 days off: previous stage"),
     _run("run 20min easy; progress with back", *_STAGES, "on 7 days off: previous stage")),
    ("W555", "nothing to swap",
     "A line swaps an activity, or keeps it easy, that it does not have.",
     _run("run 20min easy; when hip pain > 2: swap bike for swim"),
     _run("run 20min easy; when hip pain > 2: swap run for swim")),
)  # fmt: skip

CODES = codes(_ROWS)
