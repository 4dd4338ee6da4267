"""What may stand where: the table behind the layout.

A *place* is a kind of surroundings: the left margin, under a plan, under a session. In each
place a line's first word selects the grammar's start rule, and says what may be nested under
the line in turn. A fragment after `;` is read as a line nested under the statement before it
(the two layouts mean the same), so the table serves both. Lines that take nothing under them
share their line with siblings: `starts 2026-12-07; lasts 8 weeks`.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import msgspec

Kind = Literal["plan", "diary"]

# The place under what is not read any further: nothing below it is looked at.
PASSED_OVER = "[passed over]"

# The place under a template: lines are kept as they are written.
RAW = "[raw]"


class Form(msgspec.Struct, frozen=True):
    """How a line is read: its start rule, what belongs under it, and where the line goes.

    `own` lines become statements of their own (children), others clauses of the statement
    that they stand under. `whole_line`: it cannot follow a `;`.
    """

    rule: str
    under: str | None = None
    own: bool = True
    whole_line: bool = False


class Place(msgspec.Struct, frozen=True):
    """What may stand in one place: a form for each first word, and for any other word."""

    called: str
    forms: dict[str, Form]
    otherwise: Form | None = None


def _each(words: str, form: Form) -> dict[str, Form]:
    return dict.fromkeys(words.split(), form)


_CLAUSE = Form("clause", own=False)
_CLAUSE_WORDS = (
    "rest tempo slow gentle cue note because video progress if when start goal allow instead "
    "left right max empty rpe rounding on every end [number]"
)
_STRETCH_CLAUSES = _each(
    "cue note because video rest progress if when on every end volume swap runs "
    "walks bikes swims rows skis hikes",
    Form("stretch_clause", own=False),
)
_STRETCH = Form("stretch", "stretch", whole_line=True)
_STRETCHES = _each("warmup cooldown run walk bike swim row ski hike", _STRETCH)
_CLAUSES = _each(_CLAUSE_WORDS, _CLAUSE) | {"warmup": _CLAUSE}
_GROUP_CLAUSES = _each(_CLAUSE_WORDS, Form("group_clause", own=False))
_SESSION_CLAUSES = _each(
    "slow gentle cue note because video if when goal allow id not [choice] [apart]",
    Form("session_clause", own=False),
)
_ITEM = Form("item", "item", whole_line=True)
_ITEMS = _each("pick all task do", _ITEM) | _STRETCHES
_STANDING = {"rest": Form("standing", "stretch", whole_line=True)}
_WEEKS = _each("week weeks", Form("week_of", "dose", whole_line=True))
_GROUPS = _each(
    "superset circuit interleave emom every amrap for tabata",
    Form("group_head", "group", whole_line=True),
)
_SESSION = {"session": Form("session_head", "session", whole_line=True)}
_ROTATION = {"rotation": Form("rotation_head", whole_line=True)}
_WEEKS_HEAD = _each("week weeks", Form("weeks_head", "weeks", whole_line=True))
_RULES = {"rules": Form("rules_head", "rules", whole_line=True)}
_HEADER = Form("header")
_EXERCISE_LINE = Form("exercise_line")
_LOG = Form("log", own=False)
_SESSION_LOG = Form("session_log", own=False)

PLAN: dict[str, Place] = {
    "margin": Place(
        "at the left margin",
        {
            "plan": Form("plan_head", "plan"),
            "use": Form("use"),
            "phase": Form("phase_head", "phase"),
            "rotation": Form("rotation_head"),
            "session": Form("session_head", "session"),
            "track": Form("track_head"),
            "template": Form("template_head", RAW),
            "progression": Form("progression_head", "progression"),
            "calendar": Form("calendar_head", "calendar"),
            "version": Form("version"),
            "pool": Form("pool_head", "pool"),
            "exercise": Form("exercise_head", "exercise"),
            "place": Form("place_head"),
            "rules": Form("rules_head", "rules"),
            "ask": Form("ask_head"),
            "light": Form("light_head", "light"),
        }
        | _each("week weeks", Form("weeks_head", "weeks")),
    ),
    "plan": Place(
        "under `plan`",
        _each(
            "about author source id timezone place starts ends lasts care untried units use "
            "rounding max training missed week best resting threshold ftp zone screening pain "
            "retest [number]",
            _HEADER,
        )
        | {"output": Form("output_head", "output", whole_line=True)},
    ),
    "output": Place("under `output`", {}, Form("output_option", own=False)),
    "phase": Place(
        "under `phase`",
        _SESSION
        | _ROTATION
        | _WEEKS_HEAD
        | _RULES
        | _each("missed volume", Form("phase_clause", own=False)),
    ),
    "weeks": Place("under a week", _SESSION | _ROTATION),
    "session": Place(
        "under `session`", _ITEMS | _STANDING | _GROUPS | _WEEKS | _RULES | _SESSION_CLAUSES, _ITEM
    ),
    "group": Place("in a group", _GROUP_CLAUSES | _ITEMS | _WEEKS, _ITEM),
    "item": Place(
        "under an exercise",
        _CLAUSES | _WEEKS | {"at": Form("at_rung", "dose", whole_line=True)},
    ),
    "stretch": Place(
        "under a run",
        _STRETCH_CLAUSES
        | _each("week weeks", Form("stretch_week", "stretch dose", whole_line=True)),
    ),
    "stretch dose": Place("under a week of a run", _STRETCH_CLAUSES),
    "calendar": Place(
        "under `calendar`",
        _each("rest skip move swap note missed", Form("calendar_line"))
        | {"race": Form("race_head", "race", whole_line=True)},
    ),
    "race": Place(
        "under a race",
        _STRETCHES
        | _each("priority taper note cue because video [number]", Form("race_clause", own=False)),
    ),
    "rules": Place("under `rules`", _each("when if", Form("state_rule", "rule", whole_line=True))),
    "rule": Place(
        "under a rule",
        _each(
            "hold easier skip avoid swap volume intensity stop say cue note runs walks bikes swims "
            "rows skis hikes",
            Form("rule_action", own=False),
        ),
    ),
    "light": Place("under a light", _each("red amber green", Form("shade"))),
    "dose": Place("under a week or a rung", _CLAUSES),
    "progression": Place(
        "under `progression`",
        _each("stages stage at on every end week weeks", Form("progression_line")),
        Form("progression_line"),
    ),
    "exercise": Place(
        "under `exercise`",
        _each(
            "id aka kind trains assists position sides measure equipment place easier harder "
            "avoid tag caution variant loads impact level rep dose not instead cue note because "
            "video unreviewed",
            _EXERCISE_LINE,
        ),
    ),
    "pool": Place("under `pool`", {}, Form("pool_entry")),
}

DIARY: dict[str, Place] = {
    "margin": Place(
        "at the left margin",
        {
            "athlete": Form("athlete_head", "athlete"),
            "include": Form("include", whole_line=True),
            "[session]": Form("session_entry", "logged"),
            "unplanned": Form("session_entry", "logged"),
        }
        | _each(
            "morning pain flag no cleared condition note brisk max training bodyweight best "
            "resting threshold ftp zone",
            Form("entry", "event"),
        ),
        Form("exercise_entry", "event"),
    ),
    "athlete": Place(
        "under `athlete`",
        _each(
            "timezone place equipment condition sex athlete follows avoid pain age best max "
            "training bodyweight plates bar dumbbells kettlebells rounding track resting threshold "
            "ftp zone",
            Form("profile"),
        ),
    ),
    "logged": Place(
        "under a session",
        _each(
            "felt note pain skipped slow not form corrects score stopped moved unverified [number]",
            _SESSION_LOG,
        ),
        Form("exercise_log", "event", whole_line=True),
    ),
    "event": Place(
        "under an entry",
        _each(
            "pain felt note skipped slow not form corrects unverified left right rpe [number]", _LOG
        ),
    ),
}

PLACES: dict[Kind, dict[str, Place]] = {"plan": PLAN, "diary": DIARY}

# Words that begin a group or a run in a coach's way: they are looked at twice before they are a
# name.
LIKE_OTHERS = frozenset(
    _each(
        "super giant tri e2mom e3mom easy tempo threshold steady long recovery base jog jogging "
        "running run/walk walk/run jog/walk run-walk walk-run cycle cycling ride swimming rowing "
        "warm cool w/u wu c/d cd warm-up cool-down strides stride fartlek lsd interval intervals "
        "hill",
        _CLAUSE,
    )
)

_FIRST = re.compile(
    r"(?:(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?: +[0-9]+:[0-9]+)? *)?"
    r"(?:(?P<choice>(?:\"[^\"\n]*\"|[^\W\d_][\w&.'’/+-]*) +or +)"
    r"|(?P<apart>[0-9.]+ ?[a-z]+ +(?:ap?part\b|[a-z]+ +because\b))"
    r"|(?P<quote>\")|(?P<number>[0-9@+])"
    r"|(?P<word>[^\W\d_][\w&.'’/+-]*))"
)


class First(NamedTuple):
    """The word that selects a line's form, and where it is: the date of an entry is no word."""

    word: str
    start: int


def first_word(text: str) -> First:
    """A line's first word after its date, if any; other openings have names in brackets."""
    match = _FIRST.match(text)
    if match is None:
        return First("", 0)
    if match["word"]:
        return First(match["word"], match.start("word"))
    if match["choice"]:
        return First("[choice]", match.start("choice"))
    if match["apart"]:
        return First("[apart]", match.start("apart"))
    if match["number"]:
        return First("[number]", match.start("number"))
    return First("[session]" if match["date"] else "", match.start("quote"))


def homes_of(places: dict[str, Place], word: str) -> list[tuple[Place, Form]]:
    """The places where lines may begin with `word`, and how they are read there."""
    return [(place, place.forms[word]) for place in places.values() if word in place.forms]


def start_rules(places: dict[str, Place]) -> list[str]:
    """The grammar rules that a table of places starts with, sorted."""
    found: set[str] = set()
    for place in places.values():
        forms = [*place.forms.values(), *([place.otherwise] if place.otherwise else ())]
        found.update(form.rule for form in forms)
    return sorted(found)
