"""Right lines of every kind, and whole files put together from them by chance."""

from __future__ import annotations

from hypothesis import strategies as st

HEADER = """
about "Easiest first; then harder."
author Ana Runner
source "S4", S0
id back-1
timezone Europe/Berlin
place outdoors, home
starts 2026-12-07
ends 2027-01-31
lasts 8 weeks
lasts 10 days
care: rehab
untried skip
units kg
16 exercises
use runner-back
use "lib/hips.plan" as hips
""".strip().splitlines()

SCHEDULES = """
on mon, wed, fri at 07:00 for 40min
on 2026-12-24
on day 3 in the morning
every day at 08:00, 20:00
every 2 days before bed
3 times a week, 48h apart
after "Easy run"
before every run
any time
whenever "30 minutes of sitting"
3 on, 1 off at 06:30
on tue in weeks 1-3, 5 not within 60min before a run
""".strip().splitlines()

ITEMS = """
pick 4 from strength where painfree and slow and form good
pick 2 hardest from strength rotate weekly else Bridge
pick 1 any from "upper body" where not (loads extension or needs ball) rotate
all from flexibility where helps or untried
Superman
"Single Leg Balance & Reach (Shin)"
mod. Low Side Plank Lifts L/R
heavy: Squat with dumbbells
Bridge | Single Leg Bridge | mod. Plank
Reach and rotate where you stand
run 30min easy
walk 1.5h
warmup 5min brisk walk
cooldown walk 5min
task "Drink 2 l"
""".strip().splitlines()

SHARED = """
slow
gentle
cue "Eyes to the floor."
because "S2; see # 3"
when lower back pain > 0: cue "Smaller."
if outdoors: slow
when left knee pain >= 4 or numbness: gentle
goal "upper-back tension"
allow jumps
""".strip().splitlines()

CLAUSES = [
    *SHARED,
    *"""
3x8-12 each side
2-3x30-60s
left 90s, right 120s
15 each (22 right)
10 reps to 20
rest 60-90s
tempo 31X1
progress reps by 2 to 20 then harder
progress none
start at Pull Up
instead Wall Slide for goal posture
instead mod. Plank for bad form
instead Jump Squat outdoors
""".strip().splitlines(),
]

SESSION_CLAUSES = [
    *SHARED,
    "id strength",
    "not within 60min before a run",
    '"Strength" or "Bike easy"',
]

EXERCISE_LINES = """
aka back extension prone, prone arch
kind strength
trains erector spinae, glutes
easier Prone Cobra, "Reach (Shin)"
loads extension high, anti-rotation
impact 0
rep 4s
dose 3x8-12 each side
variant of Quadruped Limb Raises
not within 60min before a run
instead Wall Slide without wall
cue "Long neck."
caution "Stop when the leg tingles."
""".strip().splitlines()

POOL_ENTRIES = ["Superman", "mod. Low Side Plank Lifts", '"Reach (Shin)"', "V-Ups L/R"]

PROFILE = """
timezone Europe/Berlin
follows "A back that runs" from 2026-12-07
equipment mat, wall
sex female
pain limit 0
avoid loads extension "physio"
max Squat 100kg
best 5k 24:30
""".strip().splitlines()

LOGS = """
10, 10, 9
left 10, 9, right 8
3x30s
pain left 0, right 4
pain after 2
not slow left
form left good, right bad "arch"
skipped "no time"
felt better
note "Slept badly."
31min, 5.2km
""".strip().splitlines()

SESSION_LOGS = ["felt rpe 6, 38min", "31min, 5.2km", "pain 3 lower back", 'note "Rain."']

EVENTS = """
2026-12-07 Superman
2026-12-08 morning pain 0
2026-12-08 pain 3 left knee
2026-12-10 flag numbness left leg
2026-12-20 cleared by "physio" for walking, strength
2026-12-05 brisk walk 30min
""".strip().splitlines()

NOISE = st.sampled_from(
    ["", "", "", "  # why; not", "\n", "\n\n      # far in", "\n# at the margin"]
)


@st.composite
def laid_out(draw, head, clauses, indent, below=()):
    """A head with clauses beside it and below it, then `below`."""
    beside = draw(st.lists(st.sampled_from(clauses), max_size=3)) if clauses else []
    nested = draw(st.lists(st.sampled_from(clauses), max_size=3)) if clauses else []
    lines = ["; ".join([head, *beside]), *(f"{indent}  {line}" for line in nested), *below]
    return "\n".join(line + draw(NOISE) for line in lines)


@st.composite
def sessions(draw):
    items = draw(st.lists(st.sampled_from(ITEMS), max_size=4))
    below = [draw(laid_out("  " + item, CLAUSES, "  ")) for item in items]
    head = f'session "A" {draw(st.sampled_from(SCHEDULES))}'
    return draw(laid_out(head, SESSION_CLAUSES, "", below))


@st.composite
def logged(draw):
    done = draw(st.lists(st.sampled_from(["Superman", "mod. Plank", '"Reach (Shin)"']), max_size=3))
    below = [draw(laid_out("  " + name, LOGS, "  ")) for name in done]
    head = draw(st.sampled_from(['2026-12-07 "A"', '2026-12-07 08:00 "A"']))
    return draw(laid_out(head, SESSION_LOGS, "", below))


def files(*statements):
    """Whole files of such statements."""
    return st.lists(st.one_of(*statements), min_size=1, max_size=5).map("\n".join)


plans = files(
    laid_out('plan "A"', HEADER, ""),
    sessions(),
    laid_out('exercise "Superman"', EXERCISE_LINES, ""),
    laid_out("pool strength", POOL_ENTRIES, ""),
    st.sampled_from(["use runner-back", "place home: mat, chair", "pool a = b where tag c"]),
)
diaries = files(
    laid_out('athlete "Ana"', PROFILE, ""),
    logged(),
    st.sampled_from(EVENTS).flatmap(lambda event: laid_out(event, LOGS, "")),
)
