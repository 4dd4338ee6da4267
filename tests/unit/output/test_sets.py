"""How sets read."""

from __future__ import annotations

import pytest

from mesocycle.output import wording
from mesocycle.programme import Load, Range, Set

EIGHT = Set(reps=Range(target=8))
BAND = Set(reps=Range(target=9, min=8, max=12))
BAR = Load(kg=82.5, exact_kg=81.75, shown="82.5 kg", written="75%")
PLUS = Load(kg=10, exact_kg=10, shown="+10 kg", written="+10kg")
NO_MAX = Load(kg=None, exact_kg=None, shown="70–75%", written="70-75%")
EMPTY = Load(kg=20, exact_kg=20, shown="20 kg", written="empty bar")
TENSE = "6s contract, 24s stretch"
HOLD = Set(hold_s=Range(target=45, min=30, max=60))


@pytest.mark.parametrize(
    ("sets", "reads"),
    [
        ([EIGHT] * 3, "3 × 8 reps"),
        ([BAND] * 3, "3 × 9 reps (8–12)"),
        ([Set(reps=Range(target=8, min=8, max=8), side="each")], "1 × 8 reps each side"),
        ([Set(reps=Range(target=1), test=True)], "test 1 × 1 rep"),
        ([HOLD] * 2, "2 × 45 s (30–60 s)"),
        ([Set(hold_s=Range(target=90, min=60, max=180))], "1 × 90 s (60 s–3 min)"),
        (
            [
                Set(hold_s=Range(target=90), side="left"),
                Set(hold_s=Range(target=120), side="right"),
            ] * 3,
            "left 3 × 90 s, right 3 × 2 min",
        ),
        ([Set(amrap=True)] * 3, "3 × max"),
        ([Set(reps=Range(target=5), amrap=True, load=BAR)], "1 × 5+ at 82.5 kg"),
        ([Set(reps=Range(target=5), amrap=True)], "1 × 5+ reps"),
        ([Set(hold_s=Range(target=30), amrap=True)], "1 × 30 s+"),
        ([Set(distance_m=400)], "1 × 400 m"),
        ([Set(reps=Range(target=5), load=BAR)] * 5, "5 × 5 at 82.5 kg"),
        ([Set(reps=Range(target=9, min=8, max=12), load=BAR)], "1 × 9 (8–12) at 82.5 kg"),
        ([Set(reps=Range(target=5), side="each", load=BAR)], "1 × 5 each side at 82.5 kg"),
        ([Set(reps=Range(target=5), rpe=8)], "1 × 5 @8"),
        ([Set(reps=Range(target=5), rpe=7, rpe_max=8)], "1 × 5 @7–8"),
        ([Set(reps=Range(target=5), rir=2, rpe=8)], "1 × 5 @8"),
        ([Set(reps=Range(target=5), rir=2, load=BAR)], "1 × 5 at 82.5 kg with 2 RIR"),
        ([Set(distance_m=40, rpe=7.5, rir=2)], "1 × 40 m @7.5 with 2 RIR"),
        ([Set(reps=Range(target=1, min=1, max=3), test=True)], "test 1 × 1–3 reps"),
        ([Set(reps=Range(target=5), load=PLUS)] * 3, "3 × 5 at +10 kg"),
        ([Set(reps=Range(target=5), load=NO_MAX)] * 3, "3 × 5 at 70–75%"),
        ([Set(reps=Range(target=5), load=EMPTY)] * 2, "2 × 5 with the empty bar"),
        (
            [Set(reps=Range(target=10), load=BAR), Set(amrap=True, drop=True, load=EMPTY)],
            "1 × 10 at 82.5 kg, drop 1 × max with the empty bar",
        ),
        (
            [Set(reps=Range(target=5), load=load) for load in (BAR, NO_MAX, BAR)],
            "1 × 5 at 82.5 kg, 1 × 5 at 70–75%, 1 × 5 at 82.5 kg",
        ),
        ([Set(reps=Range(target=n)) for n in (21, 15, 9)], "21-15-9 reps"),
        ([Set(reps=Range(target=n), load=BAR) for n in (21, 15, 9)], "21-15-9 at 82.5 kg"),
        ([Set(reps=Range(target=n)) for n in (10, 10, 9)], "2 × 10 reps, 1 × 9 reps"),
        ([Set(hold_s=Range(target=30), label=TENSE)] * 3, "3 × 30 s (6s contract, 24s stretch)"),
        (
            [
                Set(reps=Range(target=5), load=BAR, rest_s=Range(target=180)),
                Set(reps=Range(target=5), amrap=True, load=BAR, rest_s=Range(target=300)),
            ],
            "1 × 5 at 82.5 kg (rest 3 min), 1 × 5+ at 82.5 kg (rest 5 min)",
        ),
        (
            [Set(reps=Range(target=5), load=BAR, rest_s=Range(target=180)), Set(amrap=True)],
            "1 × 5 at 82.5 kg, 1 × max, rest 3 min",
        ),
        ([Set(reps=Range(target=5), tempo=(3, 1, 0, 0))], "1 × 5 reps, tempo 3-1-X-0"),
        ([Set(reps=Range(target=3), label="close")] * 2, "2 × 3 reps (close)"),
        ([Set(reps=Range(target=5), warmup=True), EIGHT, EIGHT], "warm-up 1 × 5 reps, 2 × 8 reps"),
        (
            [Set(distance_m=8, tempo=(2, 0, 2, 0), rest_s=Range(target=60, min=60, max=90))],
            "1 × 8 m, tempo 2-0-2-0, rest 60–90 s",
        ),
        ([], ""),
        ([Set()], "1 × set"),
    ],
)  # fmt: skip
def test_sets(sets, reads):
    assert wording.scheme(sets) == reads
