"""Right lines of rules on the athlete's state, questions and lights."""

from __future__ import annotations

RULES = """
when back pain > 0: runs easy only
if leg pain or numbness: stop "See # a doctor." until cleared
when pain during > 2 and not morning back pain >= 3: hold
when knee pain rising or left leg pain not better in 14 days: easier
when pain beyond left buttock: avoid loads extension or impact >= 2
when pain centralizing: say "Go; on."
when swelling is not very mild: skip Single Leg Bridge
when (sleep < 3 or knee is red) and 7 days off: swap Squat for Leg Press
when swelling >= moderate: intensity easy
""".strip().splitlines()

ACTIONS = """
skip
skip runs
volume 60%
intensity 72.5%
swap run for swim at 80%
bikes easy only
avoid trains quads
stop until cleared
note "Slowly."
""".strip().splitlines()

ASKS = [
    "ask swelling none, mild, moderate, severe",
    'ask sleep 1-5 "How did you sleep?" every 2 days',
    "ask limp yes, no every day",
]

SHADES = """
red when swelling is severe or knee pain >= 6
amber if swelling >= moderate
green otherwise
""".strip().splitlines()
