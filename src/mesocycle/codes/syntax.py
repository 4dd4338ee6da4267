"""Codes of reading text: E100 to E199."""

from __future__ import annotations

from mesocycle.codes import Code

_HEAD = """\
plan "Small"
  starts 2026-12-07
  lasts 1 week
  timezone Europe/Berlin
  use runner-back
"""


def _items(*lines: str) -> str:
    """A small plan around the lines of one session."""
    nested = "".join(f"  {line}\n" for line in lines)
    return f'{_HEAD}\nsession "Strength" on mon at 07:00\n{nested}'


def _item(code: str, title: str, explanation: str, broken: str, mended: str) -> Code:
    return Code(code, title, explanation, _items(broken), _items(mended))


def _limit(code: str, title: str, explanation: str) -> Code:
    """A code whose example would fill pages."""
    return Code(code, title, explanation, kind="none")


CODES: tuple[Code, ...] = (
    _item(
        "E100",
        "not understood here",
        "The words before this one can be followed by several things, but not by this. What could "
        "stand here is listed. A name that holds `;`, `|`, `,`, `#`, `(` or a quote stands in "
        "quotes.",
        "Superman; tempo fast",
        "Superman; tempo 3-1-1-0",
    ),
    _item(
        "E101",
        "unknown word",
        "A line or a clause begins with a word of the language, in lower case, and only some words "
        "make sense in each place. This one is none of them; if it looks like a slip, the word "
        "that is meant is named. A misspelt word is never passed over: it might be the one that "
        "stops somebody in time.",
        "Superman; rset 60s",
        "Superman; rest 60s",
    ),
    _item(
        "E102",
        "something is missing",
        "The clause ends before it is complete: a number without its unit, a word that something "
        "must follow. What could come next is listed.",
        "Superman; rest 60",
        "Superman; rest 60s",
    ),
    _item(
        "E103",
        "quote never closed",
        "A quote opens and the line ends before it closes. Text in quotes stays on one line. The "
        "rest of the line is not read; the lines below are.",
        'Superman; cue "eyes to the floor',
        'Superman; cue "eyes to the floor"',
    ),
    _item(
        "E104",
        "not a plain space",
        "Plans are indented and spaced with plain spaces. A tab is as wide as each editor likes, "
        "and the spaces that web pages copy along look like plain ones but are not.",
        "Superman;\u00a03x8",
        "Superman; 3x8",
    ),
    _item(
        "E105",
        "invisible character",
        "The line holds a character that nobody can see: a control character, or one that turns "
        "the direction of the text. What such a line shows and what it says may differ, so it is "
        "not read.",
        "Superman; 3x8\u202e",
        "Superman; 3x8",
    ),
    Code(
        "E106",
        "lines up with nothing",
        "What belongs to a line is indented below it, and everything that belongs to it starts in "
        "the same column. This line starts in a column of its own.",
        f'{_HEAD}\nsession "Strength" on mon at 07:00\n    Superman; 3x8\n  Beetle; 3x8\n',
        f'{_HEAD}\nsession "Strength" on mon at 07:00\n  Superman; 3x8\n  Beetle; 3x8\n',
    ),
    _item(
        "E107",
        "nothing to belong to",
        "This line is indented under a line that takes nothing under it. Start it in the same "
        "column, or move it under the line that it belongs to.",
        "Superman; 3x8\n    rest 60s\n      slow",
        "Superman; 3x8\n    rest 60s\n    slow",
    ),
    Code(
        "E108",
        "in the wrong place",
        "The line means something elsewhere, but not where it stands: `starts` belongs under "
        "`plan`, a `session` at the left margin, `rest` under an exercise. Mostly the indentation "
        "is at fault.",
        'starts 2026-12-07\nplan "Small"\n',
        'plan "Small"\n  starts 2026-12-07\n',
    ),
    _item(
        "E109",
        "a number of what?",
        "Every number needs a unit, or a place that gives it one: 8-12 behind `3x` is reps. On its "
        "own it could be anything. `m` is always metres, `min` minutes, `mi` miles; few metres "
        "beside a run are more likely a slip, so the plan asks.",
        "run 5m easy",
        "run 5min easy",
    ),
    _item(
        "E110",
        "one side twice",
        "`L/R` says left and right, left first; `R/L` the same, right first. `R/R` names one side "
        "twice and forgets the other.",
        "Single Leg Bridge R/R; 3x8-12",
        "Single Leg Bridge L/R; 3x8-12",
    ),
    _item(
        "E112",
        "empty clause",
        "A `;` says that a clause follows. Between these two, or at the end of the line, there is "
        "none.",
        "Superman; 3x8;",
        "Superman; 3x8",
    ),
    _item(
        "E113",
        "text without quotes",
        "Free text (cues, notes, the names of plans and sessions) stands in quotes, so that it can "
        "hold any word and any sign.",
        "note Stop as soon as the form goes",
        'note "Stop as soon as the form goes"',
    ),
    _item(
        "E114",
        "an exercise in the middle of a line",
        "Each exercise, pick or run starts a line of its own. What follows a `;` is said about it.",
        'note "Slowly."; pick 4 from strength',
        'note "Slowly."\n  pick 4 from strength',
    ),
    _item(
        "E115",
        "curly quotes",
        "Word processors and phones set quotes in pairs of their own. The language has one kind, "
        'the straight `"`.',
        "Superman; cue \u201cslowly\u201d",
        'Superman; cue "slowly"',
    ),
    _item(
        "E116",
        "another sign",
        "Sets and reps are joined by the letter `x`, the two ends of a range by `-`. Signs that "
        "look like them are not read as such.",
        "Superman; 3\u00d78",
        "Superman; 3x8",
    ),
    _limit(
        "E120",
        "file too large",
        "A plan, library or diary may have four million bytes. Nobody writes as much; a program "
        "that does should write several files.",
    ),
    _limit(
        "E121",
        "line too long",
        "A line may have four thousand characters. Write its clauses on lines of their own, "
        "indented below it: that means the same.",
    ),
    _item(
        "E122",
        "number too long",
        "A number may have nine digits, which is more than anything in training needs.",
        "Superman; 3x1234567890",
        "Superman; 3x12",
    ),
    _limit(
        "E123",
        "nested too deep",
        "Lines may be nested 64 deep, brackets likewise; a real plan needs three levels.",
    ),
    _limit(
        "E124",
        "too many mistakes",
        "The file has hundreds of mistakes; perhaps it is no plan at all, or one slip near its top "
        "upsets the rest. The first ones are shown, what follows them has not been read.",
    ),
    _item(
        "E131",
        "range the wrong way round",
        "A range goes from the smaller number to the larger one, and a ceiling lies above the "
        "start.",
        "Superman; 3x12-8",
        "Superman; 3x8-12",
    ),
    _item(
        "E132",
        "impossible number",
        "The number cannot be meant: no sets at all, a hundred times as many as anybody does, an "
        "hour and two distances for one run.",
        "Superman; 0x8",
        "Superman; 3x8",
    ),
    _item(
        "E133",
        "does not fit together",
        "Each part of the line is right by itself, but they cannot all be meant: two loads for one "
        "set, one side without the other, a change of reps in kilograms, intervals that do not "
        "fill the time.",
        "Squat; 3x8 60kg 75%",
        "Squat; 3x8 60kg",
    ),
)
