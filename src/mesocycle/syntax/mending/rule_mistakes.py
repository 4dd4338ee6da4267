"""Rules on the athlete's state that no other words can mend: they say what no rule can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mesocycle.syntax.layout import cut
from mesocycle.syntax.mistake import Mistake

if TYPE_CHECKING:
    from mesocycle.syntax.engine import Refused
    from mesocycle.syntax.nesting import Place
    from mesocycle.syntax.parser import Grammar

_ELSE = re.compile(r"\b(?:else|otherwise)\b:? *(.*)$")
_CONDITION = re.compile(r"^(?:when|if) +([^:]+?)(?: *:| *,? then\b| *->| *=>)")
_ADDS = re.compile(
    r": *((?:harder|continue|go on|carry on|ignore|nothing|train through|push|progress (?!none)"
    r"|increase|more|add|allow|load \+)\b.*|normal|as planned|progress|run|train)$"
)
_FLAGGED = re.compile(
    r"^(?:when|if) +(?:there is |any |a )*((?:any )?red[ -]?flags?|flags?|dizz(?:y|iness)"
    r"|(?:muscle )?spasms?|weight loss|saddle numbness|(?:trouble with )?(?:bladder|bowels?)"
    r"(?: or (?:bladder|bowels?))?|accident|leg weakness|unsteady walking|pain on coughing"
    r"|pain moving outward|reduced range|sexual dysfunction)\b"
)
_UNSAID = re.compile(r"^(?:when|if) +((?:there is )?(?:no|without(?: an)?) answers?|unknown)(?=:)")
_LAST = re.compile(r"(?:stop|skip|hold|easier)\b.* (?:if|when|whenever) ")
_QUOTED = re.compile('"[^"]*"')
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
_COMPARED = re.compile(r"([^<>=!]*?) ?(<=|>=|!=|<|>|=) ?([0-9]+)")


def no_rule(
    _grammar: Grammar, rule: str, text: str, _refusal: Refused | None = None
) -> Mistake | None:
    """What is wrong with a rule that has an `else`, or waits for a red flag."""
    if rule != "state_rule":
        return None
    blanked = _QUOTED.sub(lambda match: "_" * len(match.group()), text)
    found = _ELSE.search(blanked)
    if found is not None:
        return _else(text, blanked, found)
    added = _ADDS.search(blanked)
    if added is not None:
        return Mistake(
            "E133", "a rule takes away, it never adds", *added.span(1), "nothing is taken away",
            ("leave the rule out: what no rule takes away goes on",
             f"or say it: {text[: added.start(1)]}say \"…\""),
        )  # fmt: skip
    flagged = _FLAGGED.match(blanked)
    if flagged is not None:
        return Mistake(
            "E133", "a red flag needs no rule", *flagged.span(1), "stops every session anyway",
            ("leave this rule out: the diary says flag numbness, and nothing goes on until "
             "somebody has cleared it",
             'a symptom by name can say more: when numbness: stop "See a doctor." until cleared'),
        )  # fmt: skip
    unsaid = _UNSAID.match(blanked)
    if unsaid is not None:
        return Mistake(
            "E133", "no rule waits for silence", *unsaid.span(1), "what nobody has said is unknown",
            ("a question of the plan is asked until it is answered",
             'to be careful, ask for what is good: when knee is not green: stop "The knee first."'),
        )  # fmt: skip
    return None


def _else(text: str, blanked: str, found: re.Match[str]) -> Mistake:
    """An `else`: what holds then is a rule with a condition of its own."""
    then = text[found.start(1) :].strip() or "hold"
    condition = _CONDITION.match(blanked)
    if condition is not None:
        fact = text[condition.start(1) : condition.end(1)]
        hint = f"write a second rule on a line of its own: when {_not(fact)}: {then}"
    else:
        hint = f"say when, in a rule of its own: when pain <= 3: {then}"
    return Mistake(
        "E100", "a rule has no `else`", found.start(), len(text), "each rule says when", (hint,)
    )


def _not(fact: str) -> str:
    """The opposite of a condition."""
    compared = _COMPARED.fullmatch(fact)
    if compared is not None:
        return f"{compared[1]} {_OPPOSITE[compared[2]]} {compared[3]}"
    return f"not ({fact})" if " and " in fact or " or " in fact else f"not {fact}"


#: How a rule is written that does more than one thing; the rule itself follows.
_SEVERAL = "several actions need a rule of their own: write rules, and nested under it: "
_RULE = re.compile(r"(when|if) .*?:")


def rule_astray(grammar: Grammar, place: Place, text: str) -> Mistake | None:
    """A rule where there are none, or an action that nothing calls for."""
    here = place.called
    if "rules" not in grammar.places:
        return None
    if "rules" not in grammar.places:  # a diary
        return None
    if "rules" in place.forms and grammar.accepts("state_rule", text):
        return Mistake(
            "E108", f"a rule does not belong {here}", 0, len(text), "it goes under `rules`",
            (f"write rules, and nested under it: {text}",),
        )  # fmt: skip
    if _LAST.match(text):
        return None
    if "rule_action" not in {form.rule for form in place.forms.values()} and grammar.takes(
        "rule_action", text
    ):
        if here == "under `rules`":
            return Mistake(
                "E102", "nothing says when", 0, len(text), "an action without a condition",
                (f"write for example when pain > 2: {text}",),
            )  # fmt: skip
        if here == "under `session`":
            return Mistake(
                "E108", f"`{text.split(maxsplit=1)[0]}` does not belong {here}", 0, len(text),
                "it goes under a rule",
                (f"{_SEVERAL}when …: hold; {text}",),
            )  # fmt: skip
    return None


def with_its_rule(mistake: Mistake, line: str) -> Mistake:
    """What is said of a second action, with the rule to write: the line, as it is nested there."""
    rule = "; ".join(fragment.text.strip() for fragment in cut(line).fragments)
    if not _RULE.match(rule) or not any(hint.startswith(_SEVERAL) for hint in mistake.hints):
        return mistake
    return replace(mistake, hints=(f"{_SEVERAL}{rule}",))
