"""Lines whose first word has no business where it stands: misspelt, or in the wrong place."""

from __future__ import annotations

import re

from mesocycle.syntax.mending.habits import habit
from mesocycle.syntax.mending.rule_mistakes import no_rule, rule_astray
from mesocycle.syntax.mending.run_lines import misplaced
from mesocycle.syntax.mending.slips import misspelt, near, reach_with
from mesocycle.syntax.mistake import Mistake, Parsed
from mesocycle.syntax.nesting import PASSED_OVER, PLACES, Form, Place, first_word, homes_of
from mesocycle.syntax.parser import Grammar

_LISTED = 12
# What habits make of a line that might else be a name: `super set`, `3 rounds for time`.
_OF_THEIR_OWN = ("stretch", "standing", "group_head", "week_of")
#: What only a diary says, by the places of a plan where it is looked for.
_PROFILE = frozenset(PLACES["diary"]["athlete"].forms).difference(
    PLACES["plan"]["plan"].forms, PLACES["plan"]["margin"].forms
)
_OF_ATHLETES = {
    PLACES["plan"]["plan"].called: _PROFILE,
    PLACES["plan"]["margin"].called: _PROFILE.difference(
        {"athlete"}, PLACES["plan"]["exercise"].forms
    ),
}
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} ")
_WRITTEN = re.compile(r'"[^"]*"|[^ ]+')


def stray(
    grammar: Grammar, place: Place, text: str, word: str, start: int
) -> tuple[Form, Mistake] | None:
    """What a line that begins with `word` was meant to be, and the mistake to report.

    None where the word may also begin a name, and nothing says that it does not.
    """
    if word in _OF_ATHLETES.get(place.called, ()):
        return Form("", PASSED_OVER), _of_athlete(text, word, start)
    meant = _by_habit(grammar, place, text)
    if meant is not None:
        return meant
    under = next((each.rule for each in place.forms.values() if each.rule == "stretch_clause"), "")
    mistake = misplaced(grammar, under, text)
    if mistake is not None:
        return Form(under, own=False), mistake
    keywords = [key for key in place.forms if key[0] != "["] if word else []
    reached = {
        option: reach_with(grammar, place.forms[option].rule, text, start, word, option)
        for option in near(word, keywords)
    }
    whole = [option for option, reach in reached.items() if reach > len(text)]
    if whole:
        return place.forms[whole[0]], misspelt(word, start, whole, len(whole) == 1)
    mistake = rule_astray(grammar, place, text)
    if mistake is not None:
        return Form("", PASSED_OVER), mistake
    for home, form in homes_of(grammar.places, word):
        if place.otherwise is None or grammar.accepts(form.rule, text):
            return form, _elsewhere(_written(text, start), start, place, home)
    as_name = grammar.reach(place.otherwise.rule, text) if place.otherwise else 0
    least = as_name if word.islower() else as_name + 1  # a capital begins a name
    likely = [option for option, reach in reached.items() if reach >= least]
    if likely and as_name <= len(text):
        return place.forms[likely[0]], misspelt(word, start, likely, False)
    if place.otherwise is not None:
        return None
    return Form("", PASSED_OVER), _unknown(place, text, start)


def _by_habit(grammar: Grammar, place: Place, text: str) -> tuple[Form, Mistake] | None:
    """What coaches write out of habit for a line of this place, and how it is read."""
    forms = {each.rule: each for each in reversed(place.forms.values())}
    rules = list(dict.fromkeys(each.rule for each in place.forms.values()))
    for rule in rules if place.otherwise is None else _OF_THEIR_OWN:
        if rule not in forms:  # a diary has no runs
            continue
        mistake = no_rule(grammar, rule, text) or habit(grammar, rule, text)
        if mistake is not None:
            return forms[rule], mistake
    return None


def other_kind(grammar: Grammar, text: str) -> Mistake | None:
    """A diary where a plan is expected, or a plan where a diary is, by its first line."""
    margin = grammar.places["margin"]
    word, start = first_word(text)
    if grammar.places is PLACES["plan"]:
        is_other = word == "athlete" or _DATE.match(text) is not None
        message, hint = "this is a diary, not a plan", 'a plan begins with: plan "Name"'
    else:
        is_other = word not in margin.forms and word in PLACES["plan"]["margin"].forms
        message, hint = "this is a plan, not a diary", "a diary begins with `athlete`, or a date"
    if not is_other:
        return None
    end = start + len(_written(text, start))
    return Mistake("E108", message, 0, end, "the other kind of file", (hint,))


def crowded(grammar: Grammar, rule: str, text: str) -> Parsed:
    """What stands after a `;` but would have to start a line."""
    if rule == "exercise_log":
        mistake = habit(grammar, "session_log", text)
        if mistake is not None:
            return Parsed((), (mistake,))
    message = "an exercise starts a line of its own"
    if rule != "item":
        message = f"`{first_word(text).word}` starts a line of its own"
    hint = "write it on a line of its own"
    if first_word(text).word == "unplanned":
        message, hint = "`unplanned` stands in front of the name", 'write DATE unplanned "Name"'
    mistake = Mistake("E114", message, 0, len(text), "not a clause", (hint,))
    return Parsed((), (mistake,))


def _elsewhere(word: str, start: int, here: Place, home: Place) -> Mistake:
    return Mistake(
        "E108", f"`{word}` does not belong {here.called}", start, start + len(word),
        f"it goes {home.called}", ("mind the indentation, or move the line",),
    )  # fmt: skip


def _of_athlete(text: str, word: str, start: int) -> Mistake:
    """A line of an athlete's profile in a plan, which is anybody's."""
    hints = [f'write it in the diary, under `athlete "Name"`: {text}']
    if word == "equipment":
        hints.append("what there is at a place can stand in a plan: place home: mat, chair")
    return Mistake(
        "E108", f"`{_written(text, start)}` is about the athlete", start, len(text),
        "it belongs in the diary", tuple(hints),
    )  # fmt: skip


def _unknown(place: Place, text: str, start: int) -> Mistake:
    words = [f"`{key}`" for key in place.forms if key[0] != "["]
    listed = ", ".join(words[:_LISTED]) + (", …" if len(words) > _LISTED else "")
    written = _written(text, start)
    return Mistake(
        "E101", f"`{written}` begins nothing {place.called}", start, start + len(written),
        "not known here", (f"expected {listed}", "or mind the indentation"),
    )  # fmt: skip


def _written(text: str, start: int) -> str:
    """The text from `start` to the next space, quotes included."""
    match = _WRITTEN.match(text, start)
    return match.group() if match else text[start:]
