"""What somebody says to `meso log`, and what may happen in `meso simulate`; made of a `Random`."""

from __future__ import annotations

from random import Random

from mesocycle.simulation.scenario import FORMS
from tests.campaigns.states import ANSWERED, EXERCISES, HOW, TOLD

QUICK = (
    "Superman 10, 10, 9; pain 0", "superman 3x10, pain 0", "morning pain 0", "felt rpe 6, 38min",
    "plank 30s 28s", "31min, 5.2km", "pain 0", "pain 3 knee", "skipped", 'note "Windy."',
    "swelling mild", "sleep 4, swelling none", "no red flags", "flag numbness left leg",
    "2026-12-09 morning pain 1", '"Strength"; stopped early', '"Hips"; 30min', "best 5k 24:10",
    "brisk walk 30min; pain 0", "max Squat 105kg", "cleared by physio", "slow; form good",
    "  Superman; 8; pain 0", "    pain 0", "#", "# nothing", "stopped early", "corrects line 3",
    "Superman; 9; corrects line 5", 'include "part.diary"', 'athlete "Ben"', "Squat 5x5 60kg",
    "bodyweight 71kg", "unplanned Yoga; 45min", "moved from 2026-12-08", "1,000", "pain", "10",
)  # fmt: skip

DAYS = ("2026-12-08", "2026-12-20", "2027-01-03", "2026-02-30", "week 2")
SCENARIOS = (
    "all done", "misses week {}", 'misses "Hips" in week {}', "misses every {}nd session",
    "nothing logged from {day}", "nothing logged", "knee pain {} from {day}", "pain {} on {day}",
    "left knee pain {} from {day} to {day}", "pain {} in Superman from {day}",
    "form lost on rung {}", "form lost on Superman", "short on Plank in week {}",
    "flag numbness on {day}", "cleared on {day} for strength", "flag limp on {day}",
    "swelling mild from {day}", "sleep {} from {day}", "no red flags on {day}",
    "condition osteoporosis on {day}", "morning pain {} from {day}", "misses weeks 1-{}",
    "cleared by \"Dr Meyer\" with osteoporosis on {day}", "brisk walk 30min; pain 0", "age 17",
)  # fmt: skip


def lines_of(random: Random) -> list[str]:
    """Lines for a diary, without their day."""
    found = []
    for _ in range(random.choice((1, 1, 2, 4))):
        one = random.choice((*QUICK, *TOLD, *ANSWERED, *EXERCISES, f'"Hips"{random.choice(HOW)}'))
        found += one.split("\n")
    return found


def scenarios_of(random: Random) -> list[str]:
    """What may happen."""
    found = []
    for _ in range(3):
        parts = random.sample((*SCENARIOS, *FORMS), random.choice((1, 1, 2, 3)))
        made = [part.format(random.randint(0, 6), day=random.choice(DAYS)) for part in parts]
        found.append("; ".join(made))
    return found
