"""Codes of rules on the athlete's state, questions and lights: E500 to E519, W570 to W575."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_PLAN = """plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back
"""

_SESSION = """
session "Strength" on mon
  Superman; 3x8

session "Run" on tue
  warmup 5min brisk walk
  run 30min tempo
  cooldown 5min walk
"""

_SWELLING = "ask swelling none, mild, moderate, severe\n"


def _plan(*lines: str) -> str:
    """A small plan with a strength session, a run, and these lines at the margin."""
    own = "".join(f"{line}\n" for line in lines)
    return f"{_PLAN}\n{own}{_SESSION}"


def _rule(*lines: str) -> str:
    """The same with these rules."""
    return _plan("rules", *(f"  {line}" for line in lines))


def _light(*lines: str) -> str:
    """The same with a light, and a rule that looks at it."""
    return _plan(
        "light knee", *(f"  {line}" for line in lines), "rules", "  when knee is red: skip"
    )


_SPACED = _PLAN + '\nsession "Strength" on mon\n  {}\n  Superman; 3x8\n'

_ROWS: tuple[Row, ...] = (
    ("E500", "no rule in the rules",
     "`rules` stands above the rules, one a line: a condition, a colon, and what is taken away.",
     _plan("rules"), _rule("when back pain > 0: runs easy only")),
    ("E501", "nothing of that name to leave out",
     "`skip` alone leaves out the session. Behind it stands what of it is meant: an activity "
     "(`skip runs`), a kind of exercise (`skip strength`), an exercise, or a pool.",
     _rule("when back pain > 3: skip Supermann"), _rule("when back pain > 3: skip Superman")),
    ("E502", "to be avoided, but nothing of an exercise",
     "`avoid` takes out exercises by what they are: what they load or train, their impact, their "
     "position. How the athlete is stands before the colon.",
     _rule("when back pain > 0: avoid painfree"),
     _rule("when back pain > 0: avoid loads extension")),
    ("E503", "question that nobody asks",
     "A condition reads the answer to a question of the plan, or a light. It has to be asked "
     "first, at the left margin, or nothing could ever be known of it.",
     _rule("when stiffness is long: skip"),
     _plan("ask stiffness none, short, long", "rules", "  when stiffness is long: skip")),
    ("E504", "answer that the question does not have",
     "The words of a question are its scale, mildest first. A condition asks for one of them.",
     _plan(_SWELLING, "rules", "  when swelling is heavy: skip"),
     _plan(_SWELLING, "rules", "  when swelling is severe: skip")),
    ("E505", "colour that a light does not have",
     "A light is red, amber or green, or it is not. There is no more of a colour and no less.",
     _light("red when knee pain >= 6").replace("knee is red", "knee > red"),
     _light("red when knee pain >= 6")),
    ("E506", "two meanings of one name",
     "Questions and lights share their names, because conditions speak of both alike: `knee is "
     "red`, `swelling is mild`.",
     _plan("ask swelling none, mild", "ask swelling little, much", "rules",
           "  when swelling is mild: hold"),
     _plan("ask swelling none, mild", "rules", "  when swelling is mild: hold")),
    ("E507", "colour said twice",
     "A light has each colour once. What else makes it red stands behind `or`.",
     _light("red when knee pain >= 6", "red when hip pain >= 6"),
     _light("red when knee pain >= 6 or hip pain >= 6")),
    ("E508", "light without colours",
     "The colours of a light stand below it, each with its condition.",
     _light(), _light("red when knee pain >= 6")),
    ("E509", "light that asks for itself",
     "The colour of a light is made of answers and of pain. A light that asks for its own colour, "
     "be it by way of another light, never gets one.",
     _light("red when knee is amber"), _light("red when knee pain >= 6")),
    ("E510", "colour of what is left over",
     "`otherwise` is for green. Red and amber take something away, so they need a reason: a "
     "condition.",
     _light("red when knee pain >= 6", "amber otherwise"),
     _light("red when knee pain >= 6", "green otherwise")),
    ("E511", "swap for something harder on the body",
     "A rule only takes away. What it puts in a place has no more impact than what stood there.",
     _rule("when hip pain > 2: swap walk for run"), _rule("when hip pain > 2: swap run for walk")),
    ("E512", "place that is in no row",
     "`pain beyond` asks how far pain has come from the back: buttock, thigh, calf, foot. A joint "
     "is in no such row.",
     _rule("when pain beyond knee: stop until cleared"),
     _rule("when pain beyond buttock: stop until cleared")),
    ("W570", "rule that changes nothing",
     "100 % of a volume, or of an intensity, is all of it.",
     _rule("when hip pain > 2: volume 100%"), _rule("when hip pain > 2: volume 60%")),
    ("W571", "answer that nothing reads",
     "The athlete is asked, and no condition of the plan makes anything of the answer.",
     _plan(_SWELLING),
     _plan(_SWELLING, "rules", "  when swelling is severe: skip")),
    ("W572", "light that nobody looks at",
     "The light has its colours, and no condition asks for one.",
     _plan("light knee", "  red when knee pain >= 6"), _light("red when knee pain >= 6")),
    ("W573", "nothing is left for it",
     "`stop` and `skip` leave nothing of the session. What else the same rule takes away from it "
     "never comes to pass; only what it says is said.",
     _rule("when hip pain > 5: skip; volume 60%"), _rule("when hip pain > 5: skip")),
    ("W574", "reason that nobody asked for",
     "Strength sessions of one region are 48 hours apart, unless the coach gives a reason for "
     "less. So long a gap needs none.",
     _SPACED.format('72h apart because "Age."'), _SPACED.format("Plank; 2x20s")),
    ("W575", "rule that finds nothing",
     "A rule leaves out, swaps or avoids something, and nothing of the kind stands in the sessions "
     "in which it holds, nor may stand in for what does.",
     _rule("when hip pain > 2: skip swims"), _rule("when hip pain > 2: skip runs")),
)  # fmt: skip

CODES = codes(_ROWS)
