"""Right lines of diaries, and whole ones put together from them by chance."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.unit.syntax.files import files, laid_out

PROFILE = """
timezone Europe/Berlin
follows "A back that runs" from 2026-12-07
equipment mat, wall
sex female
pain limit 0
pain limit 4 by "physiotherapist, 2026-11-01"
condition none
condition osteoporosis, knee pain
avoid loads extension "physio"
best 5k 24:30
best half marathon 1:52:00
best 12km 58min
max hr 190
threshold hr 170 bpm
ftp 250W
zone 2 hr 60-70%
zone 2 pace 6:00-6:30/km
zone 2 power 140-180W
max Squat 100kg
max Bench Press with dumbbells 5rm 30.5 kg
training max Squat 200lb
bodyweight 70kg
bar 20kg
bar Trap Bar Deadlift 25kg
plates 2x25, 20, 2.5kg, 1.25kg
dumbbells 1, 2-30kg by 2kg
kettlebells 8, 12kg
rounding 2.5kg
track scaled
""".strip().splitlines()

LOGS = """
10, 10, 9
left 10, 9, right 8
3x8 60kg
8 60kg, 8 reps 62.5kg, 7 @9
left 8 +10kg, right 8 2 rir
2x40m 32kg rpe 8.5
30s +10kg @7
3x(2+1+1) 60kg
2+1 60kg, 1+1 60kg
60kg
60kg @8
@8.5
+10kg
2 rir
rpe 8
3x30s
pain left 0, right 4
pain after 2
pain 2 sharp
pain left 0, right 3 sharp left knee
unverified
unverified "strong.csv"
not slow left
form left good, right bad "arch"
skipped "no time"
felt better
note "Slept badly."
31min, 5.2km
""".strip().splitlines()

SESSION_LOGS = [
    "felt rpe 6, 38min",
    "31min, 5.2km",
    "pain 3 lower back",
    'note "Rain."',
    "score 12:30",
    "score 15 rounds 4 reps",
    "stopped early",
    'stopped early "phone"',
    "moved from 2026-12-08",
    'unverified "strong.csv"',
    "pain 2 sharp",
]

EVENTS = """
2026-12-07 Superman
2026-12-08 morning pain 0
2026-12-08 pain 3 left knee
2026-12-10 flag numbness left leg
2026-12-20 cleared by "physio" for walking, strength
2026-12-07 no red flags
2026-12-07 no flags
2026-12-08 no numbness
2026-12-08 no "pins and needles"
2026-12-08 swelling mild
2026-12-08 sleep 4, swelling mild
2026-12-08 morning pain 2 sharp lower back
2026-12-08 pain 2 sharp left knee
2026-12-10 condition osteoporosis
2026-12-10 note "Slept badly."
2026-12-12 cleared by "Dr Meyer" with osteoporosis for walking, strength
2026-12-12 cleared by physio with age
2026-12-05 brisk walk 30min
2027-01-10 max Squat 110kg
2027-01-10 training max Bench Press with dumbbells 30kg
2027-01-10 bodyweight 71.5kg
2027-01-10 best 5k 24:10
2027-01-10 threshold hr 170
2027-01-10 zone 2 power 56-75%
""".strip().splitlines()

DONE = """
Superman
mod. Plank
"Reach (Shin)"
heavy: Bench Press
light day: Row with dumbbells
Clean + Front Squat + Jerk
Leg Press instead of Squat
heavy: Row with dumbbells instead of mod. Plank
""".strip().splitlines()


SESSIONS = ['2026-12-07 "A"', '2026-12-07 08:00 "A"', '2026-12-07 unplanned "A"']


@st.composite
def logged(draw):
    done = draw(st.lists(st.sampled_from(DONE), max_size=3))
    below = [draw(laid_out("  " + name, LOGS, "  ")) for name in done]
    head = draw(st.sampled_from(SESSIONS))
    return draw(laid_out(head, SESSION_LOGS, "", below))


diaries = files(
    laid_out('athlete "Ana"', PROFILE, ""),
    logged(),
    laid_out('include "2025.diary"', [], ""),
    st.sampled_from(EVENTS).flatmap(lambda event: laid_out(event, LOGS, "")),
)
