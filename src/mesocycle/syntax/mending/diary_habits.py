"""How lifters write down loads and maxes elsewhere, and what a diary says instead.

Rows of `habits.Habit`: what is written, what is meant, and whether that is certain. A number
without a unit may be pounds, and `8x60kg` eight sets, so these are examples only.
"""

from __future__ import annotations

Row = tuple[str, str, bool]

_NUMBER = r"([0-9]+(?:\.[0-9]+)?)"
_DATED = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) +"
_MASS = r"([0-9]+(?:\.[0-9]+)? ?(?:kg|lb))"

_UNITS: tuple[Row, ...] = (
    (r"(?i)(?<=[0-9]) ?(?:kgs?|kilos?|kilograms?)\b", "kg", True),
    (r"(?i)(?<=[0-9]) ?(?:lbs?|pounds?|#)(?![a-z])", "lb", True),
)

#: Sets as done: `3x8 @ 60kg`, `60kg x 8`, `8 RPE9`, `BW + 10kg`.
LOGS: tuple[Row, ...] = (
    *_UNITS,
    (rf" ?@ ?(?={_MASS})", " ", True),
    (rf"^{_MASS} ?[x*×] ?([0-9]+)$", r"\2 \1", False),
    (rf"^([0-9]+) ?[x*×] ?{_MASS}$", r"\1 \2", False),
    (rf"^([0-9]+) ?[x*×] ?([0-9]+) ?[x*×] ?{_MASS}$", r"\1x\2 \3", True),
    (rf"(?i)(?:@ ?)?\brpe ?{_NUMBER}", r"@\1", True),
    (rf"(?i)@ ?{_NUMBER} ?rpe\b", r"@\1", True),
    (rf"(?i)\b{_NUMBER} ?rir\b", r"\1 rir", True),
    (rf"(?i)\b(?:bw|bodyweight) ?\+ ?(?={_MASS})", "+", True),
    (r"(?<=[0-9])\+(?= |,|$)", "", True),
    (rf"^((?:[0-9]+x)?[0-9]+(?:, ?[0-9]+)*) {_NUMBER}$", r"\1 \2kg", False),
    (rf"^\+ ?{_NUMBER}$", r"+\1kg", False),
)

#: Lines of the profile: `1RM Squat 100kg`, `Squat max 100kg`, `weight 70kg`.
PROFILE: tuple[Row, ...] = (
    *_UNITS,
    (r"(?i)^(?:(?:1 ?rm|max)\b:?|one[ -]rep max:?) *", "max ", True),
    (r"(?i)^(?:tm\b|training[ -]max\b):? *", "training max ", True),
    (rf"(?i)^(?!max\b|training\b)([^\W\d_].*?) (?:1 ?rm|max):? {_MASS}$", r"max \1 \2", True),
    (rf"(?i)^(?:(?:body ?)?weight|bw):? {_MASS}$", r"bodyweight \1", True),
    (
        rf"^((?:max(?! hr\b)|training max|bodyweight|bar|rounding)\b.*) {_NUMBER}$",
        r"\1 \2kg",
        False,
    ),
)

#: Entries of a day: `2027-01-10 1RM Squat 110kg`, `2027-01-10 Squat max 110kg`.
ENTRIES: tuple[Row, ...] = (
    *_UNITS,
    (rf"(?i){_DATED}flag dizzy\b", r"\1 flag dizziness", True),
    (
        rf"(?i){_DATED}flag (pins and needles|chest tightness|tight chest|sciatica|muscle spasm"
        r"|radiating pain|difficulty peeing)\b",
        r'\1 flag "\2"',
        True,
    ),
    (rf"{_DATED}pain ((?:left|right) [a-z]+) ([0-9]+)$", r"\1 pain \3 \2", True),
    (rf"(?i){_DATED}(?:1 ?rm|max|one[ -]rep max):? +(?=[^\W\d_])", r"\1 max ", True),
    (rf"(?i){_DATED}(?:tm|training[ -]max):? +(?=[^\W\d_])", r"\1 training max ", True),
    (
        rf"(?i){_DATED}(?!max|training)([^\W\d_][^;]*?) (?:1 ?rm|max):? {_MASS}$",
        r"\1 max \2 \3",
        True,
    ),
    (rf"(?i){_DATED}(?:(?:body ?)?weight|bw):? {_MASS}$", r"\1 bodyweight \2", True),
    (rf"{_DATED}((?:max(?! hr\b)|training max|bodyweight)\b.*) {_NUMBER}$", r"\1 \2 \3kg", False),
)
