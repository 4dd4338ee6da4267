"""From a refusal of the grammar to a mistake in a coach's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mesocycle.syntax.mending.habits import habit
from mesocycle.syntax.mending.rescue import rescued
from mesocycle.syntax.mending.rule_mistakes import no_rule
from mesocycle.syntax.mending.run_lines import basis, misplaced, overfull
from mesocycle.syntax.mending.run_lines import of_what as of_length
from mesocycle.syntax.mending.slips import slip
from mesocycle.syntax.mistake import Mistake, Parsed

if TYPE_CHECKING:
    from mesocycle.syntax.engine import Refused
    from mesocycle.syntax.parser import Grammar

_WORD = re.compile(r"[^\W\d_][\w&.'’/+-]*")
_SINGLE = re.compile("['‘’]([^'‘’]*)['‘’]")
_FLAG = re.compile("[0-9-]+ +flag *")
_CONDITION = re.compile("(?:if|when) .+:")
_TRACK = re.compile("if (?:not )?[^ ]+:")
_SPACE = re.compile(r" +")
_SAID = {
    "INT": "a number",
    "DECIMAL": "a number",
    "SETS": "sets as in `3x`",
    "DATE": "a date as in `2026-12-07`",
    "TIME": "a time as in `07:00`",
    "QUOTED": "text in quotes",
    "SETTING": "a value as in `30min`",
    "WORD": "a name",
    "PART": "",
    "FIGURE": "a figure",
    "MASS": "a weight as in `60kg`",
    "REP_MAX": "",
    "BOTH_SIDES": "`L/R`",
    "TEMPO": "four counts as in `3-1-1-0`",
    "$END": "the end of the clause",
}
_ALIKE = {"*": "x", "×": "x", "X": "x", "–": "-", "—": "-", "−": "-"}
_ALONE = re.compile(r"(?:@ ?|(?<=[0-9])x|(?<![\w.%-]))([0-9]+(?:\.[0-9]+)?)(?![\w.%:/-])")
_SETS = re.compile("[0-9]|max |left |right ")
_NUMBER = re.compile("[0-9]")
_NAMED = frozenset({"item", "stretch", "exercise_log", "exercise_entry", "pool_entry"})
_INNER = {"stretch_clause": "40min", "state_rule": "hold"}
_LISTED = 7
_TRIED = 16
_LONGEST_GUESSED = 500  # guessing parses a piece many times


def explain(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Parsed:
    """What to say about `text`, which the grammar refused under `rule` with a `refusal`."""
    if rule in {"item", "stretch"} and grammar.accepts("clause", text):
        return Parsed((), (_no_item(text),))
    mistake = _guessed(grammar, rule, text, refusal) or _unexpected(grammar, rule, text, refusal)
    return Parsed(rescued(grammar, rule, text, mistake), (mistake,))


def _no_item(text: str) -> Mistake:
    """A clause where items stand, with a word that begins both: `warmup 2x5 empty bar`."""
    word = text.partition(" ")[0]
    return Mistake(
        "E108", f"this `{word}` belongs to an exercise", 0, len(text), "said of no exercise here",
        ("write it behind the exercise, or on a line nested under it",),
    )  # fmt: skip


def doubted(grammar: Grammar, rule: str, text: str) -> Parsed | None:
    """What to say about `text` that the grammar takes, though it says something else."""
    mistake = no_rule(grammar, rule, text) or habit(grammar, rule, text)
    if mistake is None:
        return None
    return Parsed(rescued(grammar, rule, text, mistake), (mistake,))


def _guessed(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """The mistake, if the grammar says that something like the text would be right."""
    if len(text) > _LONGEST_GUESSED:
        return None
    for guess in _GUESSES:
        mistake = guess(grammar, rule, text, refusal)
        if mistake is not None:
            return mistake
    return None


def _misplaced(grammar: Grammar, rule: str, text: str, _refusal: Refused) -> Mistake | None:
    return misplaced(grammar, rule, text)


def _sign(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """Another sign in place of the one that the language uses: `3*8`, `8–12`."""
    at = refusal.start
    sign = _ALIKE.get(text[at : at + 1])
    if sign is None or at == 0 or grammar.reach(rule, text[:at] + sign + text[at + 1 :]) <= at:
        return None
    return Mistake(
        "E116", f"`{text[at]}` is not the sign that the language uses", at, at + 1,
        f"`{sign}` is meant", (f"write {text[:at]}{sign}{text[at + 1 :]}",), sign,
        f"write `{sign}`",
    )  # fmt: skip


def _one_line(grammar: Grammar, rule: str, text: str, _refusal: Refused) -> Mistake | None:
    """`if scaled:` with what holds then below it."""
    inner = _INNER.get(rule, "2x6")
    if not _CONDITION.fullmatch(text) or not grammar.accepts(rule, f"{text} {inner}"):
        return None
    of_track = f"; or {text} week 2: {inner}" if _TRACK.fullmatch(text) else ""
    return Mistake(
        "E102", "something is missing here", len(text) - 1, len(text), "what holds then?",
        (f"write it on the same line, each thing on one of its own: {text} {inner}{of_track}",),
    )  # fmt: skip


def _of_what(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """A number where a load would be right: `5x5 @ 60`, `progress load by 5`."""
    for match in _ALONE.finditer(text):
        number = match[1]
        begin = text[: match.start()].rstrip(" ")
        if match.group()[0] == "x" and "x" not in begin:  # 3x8.5: sets of what cannot be
            continue
        if match.end() >= refusal.start and grammar.accepts(
            rule, f"{begin} {number}kg{text[match.end() :]}".lstrip(" ")
        ):
            start, end = match.span(1)
            units = [
                f"{number}{unit}"
                for unit in ("kg", "lb", "%")
                if grammar.accepts(rule, f"{begin} {number}{unit}{text[match.end() :]}".lstrip(" "))
            ]
            return Mistake(
                "E109", f"`{number}` of what?", start, end, "a number alone has no unit",
                (f"write {', '.join(units[:-1])} or {units[-1]}",),
            )  # fmt: skip
    return None


def _flag(_: Grammar, rule: str, text: str, _refusal: Refused) -> Mistake | None:
    """A red flag under a name that nobody knows: it is told which there are."""
    match = _FLAG.match(text) if rule == "entry" else None
    if match is None or match.end() == len(text) or text[match.end()] == '"':
        return None
    return Mistake(
        "E101", f"`{text[match.end() :]}` is not the name of a red flag", match.end(), len(text),
        "not known here",
        ("red flags are bladder, bowel, saddle numbness, foot drop, leg weakness, chest pain, "
         "numbness, tingling, weakness, burning, fever, accident, …",
         'a name of other words stands in quotes: flag "pins and needles"'),
    )  # fmt: skip


def _unquoted(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """Text that lacks its quotes: the fewest words that make the piece right inside quotes.

    It is certain only if no other number of words would do.
    """
    start = refusal.start
    first = _WORD.match(text, start)
    if "QUOTED" not in refusal.expected or "WORD" in refusal.expected or start == len(text):
        return None
    rest = text[start:]
    if '"' in rest or not (rest[0].isalnum() or rest[0] in "'‘’("):
        return None
    if _SETS.match(text) or rule == "group_head":
        return _unquoted_label(grammar, rule, text, start)
    single = _SINGLE.fullmatch(text, start)
    if single is not None:
        return Mistake(
            "E113", "this text needs quotes of the other kind", start, len(text), "not a quote",
            (f'write "{single[1]}"',), f'"{single[1]}"', "write straight double quotes",
        )  # fmt: skip
    if rule == "session_head" and first is not None and first.group() in grammar.keywords:
        return None  # a schedule, not a name
    ends = [start + match.start() for match in _SPACE.finditer(text[start:])][:_TRIED]
    right = [
        end
        for end in (*ends, len(text))
        if grammar.accepts(rule, f'{text[:start]}"{text[start:end]}"{text[end:]}')
    ]
    if not right:
        return None
    quoted = f'"{text[start : right[0]]}"'
    certain = len(right) == 1
    return Mistake(
        "E113", "this text needs quotes", start, right[0], "free text stands in quotes",
        (f"write {quoted}" if certain else "close them behind its last word",),
        quoted if certain else None, "put it in quotes" if certain else "",
    )  # fmt: skip


def _unquoted_label(grammar: Grammar, rule: str, text: str, start: int) -> Mistake | None:
    """A label without quotes behind some sets: words that the language has no use for."""
    label = text[start:].partition(",")[0]
    words = label.split(" ")
    free = all(_WORD.fullmatch(each) and each not in grammar.keywords for each in words)
    if not free or text[start - 1] != " ":
        return None
    end = start + len(label)
    certain = grammar.accepts(rule, f'{text[:start]}"{label}"{text[end:]}')
    return Mistake(
        "E113", "this text needs quotes", start, end, "a label stands in quotes",
        (f'write "{label}"',), f'"{label}"' if certain else None, "put it in quotes",
    )  # fmt: skip


#: What is tried, in this order.
_GUESSES = (
    _sign, _one_line, basis, no_rule, habit, overfull, _misplaced, of_length, _of_what, slip, _flag,
    _unquoted,
)  # fmt: skip


def _unexpected(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake:
    hints = [f"expected {_said(grammar, refusal.expected)}"]
    if rule in _NAMED and text[refusal.start : refusal.start + 1] in {"(", ","}:
        hints.append("a name that holds `(` or `,` stands in quotes")
    elif (
        rule in _NAMED
        and _after_one_word(text, refusal.start)
        and grammar.accepts("item" if rule == "stretch" else rule, f'"{text}"')
    ):
        hints.append("a name that begins with a word of the language stands in quotes")
    start, end = refusal.start, refusal.end
    if start == len(text):
        return Mistake(
            "E102", "something is missing here", max(0, start - 1), start,
            "the clause stops too early", tuple(hints),
        )  # fmt: skip
    return Mistake(
        "E100", f"`{text[start:end]}` cannot stand here", start, end,
        "not understood", tuple(hints),
    )  # fmt: skip


def _after_one_word(text: str, at: int) -> bool:
    """Whether the second word of what may be a name was refused: `run in place`."""
    return " " not in text[:at].strip() and _NUMBER.search(text) is None


def _said(grammar: Grammar, expected: frozenset[str]) -> str:
    """The expected terminals as a coach would list them."""
    words = sorted(f"`{grammar.keyword(name)}`" for name in expected if grammar.keyword(name))
    kinds = sorted({_SAID.get(name, "") for name in expected if not grammar.keyword(name)} - {""})
    listed = kinds + words
    if len(listed) > _LISTED:
        listed = [*listed[:_LISTED], "…"]
    return ", ".join(listed[:-1]) + (" or " if len(listed) > 1 else "") + "".join(listed[-1:])
