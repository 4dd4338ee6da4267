"""Right lines of every kind; `files` puts whole files together from them by chance."""

from __future__ import annotations

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
rounding 2.5kg down
max Squat 100kg
max Squat 5rm 90kg
training max Front Squat 90kg
training max 90% rounded
1rm by brzycki
missed: shift
week starts mon
screening every 14 days
pain limit 2
retest after 7 days
best half marathon 1:52:00
max hr 190
zone 2 pace 6:00-6:30/km
use runner-back
use strength@2 as s
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
task "Drink 2 l"
Clean + Front Squat + Jerk
light: Clean + Jerk
do main(Back Squat, step: 5kg)
do main
do "Tuesday track"
""".strip().splitlines()

STRETCHES = """
run 30min easy
walk 1.5h
run 5-6mi at 5:00-5:20/km uphill
run 10min at half marathon pace
run 5km at mp
bike 40min at 18-20mph
run 40min zone 2-3
run 40min hr 80-85% of reserve
run 40min hr 140-150
bike 40min power 250W
bike 40min power 85-95%
run 40min rpe 3-4
run 40min cadence 90
run 40min below 150 bpm
run 40min above hr 120
bike 10min from 150W to 250W
run 10min from 6:00/km to 5k pace
run until lap easy
run until hr < 120
walk until "you breathe; calmly"
warmup 5min brisk walk
cooldown walk 5min
warmup jog 10min track
run 6x(1min at 5k pace, 2min jog)
swim 8x50m
run 3x(10min threshold, 2x(30s sprint, 1min walk), rest 2min)
run (60s, 90s walk) for total 20min
""".strip().splitlines()

STANDING = ["rest 90s", "rest 1-2min"]

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
if scaled: instead Ring Row
if not scaled: slow
""".strip().splitlines()

CLAUSES = [
    *SHARED,
    *"""
3x8-12 each side
2-3x30-60s
left 90s, right 120s
15 each (22 right)
10 reps to 20
1x5 65%, 1x5 75% rest 3min, 1x5+ 85% rest 5min
5x5 60kg
3x8 43/30kg
3xmax +10kg
max
21-15-9 95lb
1x1-3 test
3x(6s contract, 24s stretch)
3x(2+1+1) 70-75% 1rm
1x10, drop 2xmax -20%, drop 1xmax -5kg
3x3 "close", 3x3 "medium"
3x30s+ 2 rir
1x1 @9, 3x5 85% of top set
75% of Front Squat
80% @8
empty bar
rpe 7.5-8
warmup 2x5 empty bar, 1x5 50%, 1x3 70%
rounding 5lb up
rest 60-90s
rest 90s between rounds
rest 2min after
tempo 31X1
progress reps by 2 to 20 then harder
progress none
progress reps then load by 2.5kg to 100kg
progress load by 2.5% every 2 sessions
progress max by 5lb every 3 weeks
progress sum 30 then load by 5lb
progress by last set: 0-1 reps load -5kg, say "Easy.", 2+ reps load +2.5kg
progress by set 3: 2-3 reps max +5lb, 4+ reps max +10lb
progress with gzclp-t1(step: 5kg, 3, heavy)
progress distance by 400m to 5km
progress distance by 10% every 1 week to 30km
progress time by 5min to 60min
on 7 days off distance 90%
when hip pain > 2: volume 60%
when "Walk-run" done 2 times painfree: 3x8
when week >= 3 and weeks to race > 2: slow
on 3 misses in a row load 90%
on last set >= 12 reps 2 times in a row load +5lb
on reps of set 3 >= 5 reps +1, sets -1, hold +5s
on sum of reps > 50: harder
on form bad easier
on pain > 2 deload 60%
on tested max = 100kg
every 3 weeks max +2.5%
end of phase max +5lb
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
    '24h apart because "Two short; ones."',
    "when knee is red: skip",
    "if leg pain: stop until cleared",
    "when sleep < 3: intensity 80%",
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

GROUPS = """
superset
superset 3 rounds "Push and pull"
circuit 4 rounds
interleave
emom 10min alternating
every 90s for 12min
every 2min for 5 rounds
amrap 12min "Cindy"
for time 5 rounds cap 20min
for time "Fran"
tabata
tabata 6 rounds 30s/15s
""".strip().splitlines()

STRETCH_CLAUSES = """
cue "Tall."
rest 90s
progress distance by 1km to 10km
on hit 2 times: time +5min
volume 60%
if outdoors: 5km easy
if scaled: walk 20min
when back pain > 0: runs easy only
when hip pain > 2: swap run for bike at 80%
""".strip().splitlines()

STRETCH_WEEKS = """
week 2: 100min
weeks 3-4: 6x(1min at 5k pace, 2min jog)
week 5: run 60min easy
week 6: skip
week 7: volume 60%
""".strip().splitlines()

CALENDAR = """
rest on sat, sun
rest on 2026-12-25
skip 2026-12-24 to 2027-01-01 "Christmas"
skip "Long run" on 2026-12-13
move 2026-12-11 to 2026-12-12
move "Long run" on 2026-12-13 to 2026-12-12 at 09:00
swap tue with thu in weeks 3-4
swap 2026-12-08 with 2026-12-10
note 2026-12-24 to 2026-12-26 "travelling"
missed: shift
""".strip().splitlines()

RACE_CLAUSES = ["21.1km", "priority A", "taper 2 weeks to 60%, 40%", 'note "Flat."']

PHASE_CLAUSES = ["missed: drop", "volume 60%, 40%"]

GROUP_CLAUSES = [each for each in CLAUSES if not each.startswith("warmup")]

WEEK_LINES = """
week 1: 5x5 75%
weeks 2-3, 5: 3x5 60%
week 4: deload 60%
week 4: deload
week 5: skip
week 6: instead Front Squat
week 7: progress none
week 8: volume 60%
week 9: run (5min, 3min walk)
""".strip().splitlines()

RUNG_LINES = ["at Bridge: 3x20-30s", "at mod: progress hold by 5s then harder"]

PROGRESSION_LINES = """
stages 5x3+, 6x2+, 10x1+
stage heavy: 5x3+ 85%, 1x5
stage 3: run 4x(4min walk, 1min)
at most one stage a week
tries = 0
on 10 days off: back 2 stages
on pain > 0: previous stage
on hit: load +step
on miss at last stage: load 90%, first stage
on miss at stage heavy: next stage, before = load
on hit if tries >= 2: load +step, tries = 0
on miss: tries = tries + 1, stage heavy
every 3 weeks: max +step
end of phase: load = before
weeks 4, 8-9: deload
""".strip().splitlines()

RAW_LINES = ["lift; progress load by step", "week 1: 1x5 65%;", '"open', "; ( what ?"]

POOL_ENTRIES = ["Superman", "mod. Low Side Plank Lifts", '"Reach (Shin)"', "V-Ups L/R"]
