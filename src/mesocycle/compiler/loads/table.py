"""The RPE table: what share of the 1RM a set of so many repetitions at such an effort is.

RPE is 10 less the repetitions left in reserve (Zourdos et al. 2016, J Strength Cond Res
30:267-275). The shares are those of the chart of M. Tuchscherer (Reactive Training Systems),
which depend only on how many repetitions the set would have had. Printed copies differ by a few
tenths, some off the diagonal; this one is pinned, so that a plan means the same everywhere.
"""

from __future__ import annotations

from typing import Final

#: Tenths of a per cent of the 1RM, by half repetitions beyond a single at RPE 10.
SHARES: Final = (
    1000, 978, 955, 939, 922, 907, 892, 878, 863, 850,
    837, 824, 811, 799, 786, 774, 762, 751, 739, 723,
    707, 694, 680, 667, 653, 640, 626, 613, 599, 586,
)  # fmt: skip

#: RPE 10 in tenths, as everywhere.
FULL: Final = 100

#: The most repetitions of a set to failure of which the table says what share they are.
MOST_REPS: Final = (len(SHARES) + 1) // 2


def share(reps: int, rpe: int = FULL) -> int | None:
    """Hundredths of a per cent of the 1RM for `reps` at `rpe` (in tenths, in steps of 5).

    None where the table ends, or for less than one repetition.
    """
    step = 2 * (reps - 1) + (FULL - rpe) // 5
    return SHARES[step] * 10 if reps >= 1 and 0 <= step < len(SHARES) else None
