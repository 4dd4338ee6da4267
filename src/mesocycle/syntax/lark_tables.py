"""From a grammar's text to tables, by Lark.

The tables that ship beside the grammar were made here (`make tables`), and a grammar that was
edited since is compiled here when it is first used. Otherwise Lark is not even imported.
"""

from __future__ import annotations

from typing import Any

import msgspec
from lark import Lark
from lark.grammar import Rule as LarkRule
from lark.grammar import Terminal as LarkTerminal

from mesocycle.syntax.tables import Rule, Tables, Terminal


class WholeWords:
    """Tells Lark's contextual lexer to accept a word in every state.

    Without it `onmon` would be read as `on mon`; with it a word is always read whole, and a
    misspelt keyword arrives whole in the error. The engine does the same.
    """

    always_accept = ("WORD",)

    def process(self, stream: Any) -> Any:
        """Nothing is changed."""
        return stream


def tables(text: str, starts: list[str], checksum: int) -> Tables:
    """The tables of the grammar `text` for the start rules `starts`.

    Raises:
        lark.exceptions.GrammarError: the grammar is ambiguous, or names what it does not define.
    """
    lark = Lark(text, parser="lalr", start=starts, postlex=WholeWords())
    parsed = lark.parser.parser._parse_table  # what Lark's own `save` writes
    rules = _reachable(lark.rules, starts)
    numbers = {rule: number for number, rule in enumerate(rules)}
    order = _numbered(parsed, starts)
    states = {state: number for number, state in enumerate(order)}
    ignored = set(lark.ignore_tokens)
    terminals = sorted(
        lark.terminals,
        key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name),
    )
    return Tables(
        checksum=checksum,
        terminals=tuple(
            Terminal(t.name, t.pattern.value, t.pattern.type == "str")
            for t in terminals
            if t.name not in ignored
        ),
        ignored=tuple(t.pattern.value for t in terminals if t.name in ignored),
        rules=tuple(_raw(_rule(rule)) for rule in rules),
        states=tuple(
            _raw(
                {
                    symbol: states[target] if action.name == "Shift" else ~numbers[target]
                    for symbol, (action, target) in sorted(parsed.states[state].items())
                }
            )
            for state in order
        ),
        starts={
            start: (states[parsed.start_states[start]], states[parsed.end_states[start]])
            for start in starts
        },
    )


def _reachable(rules: list[LarkRule], starts: list[str]) -> list[LarkRule]:
    """Those that the start rules lead to; Lark leaves in what only rules of files name."""
    used = list(starts)
    seen = set(used)
    for name in used:  # grows while it is walked
        for rule in rules:
            if rule.origin.name == name:
                new = [each.name for each in rule.expansion if each.name not in seen]
                used.extend(new)
                seen.update(new)
    return [rule for rule in rules if rule.origin.name in seen]


def _numbered(parsed: Any, starts: list[str]) -> list[int]:
    """All states, in an order that is the same in every run; Lark's own depends on hashes."""
    order = [parsed.start_states[start] for start in sorted(starts)]
    seen = set(order)
    for state in order:  # grows while it is walked
        for _, (action, target) in sorted(parsed.states[state].items()):
            if action.name == "Shift" and target not in seen:
                seen.add(target)
                order.append(target)
    return order


def _raw(part: object) -> msgspec.Raw:
    """Part of the tables as they keep it until it is needed."""
    return msgspec.Raw(msgspec.json.encode(part))


def _rule(rule: LarkRule) -> Rule:
    """A rule with the parts that Lark's own tree builder would keep."""
    hidden = str(rule.origin.name).startswith("_")
    alone = rule.options.expand1 and not rule.alias
    takes: list[int] = []
    gaps = "".join("1" if empty else "0" for empty in rule.options.empty_indices).split("0")
    for index, symbol in enumerate(rule.expansion):
        takes += [-1] * (len(gaps[index]) if rule.options.empty_indices else 0)
        if isinstance(symbol, LarkTerminal):
            if rule.options.keep_all_tokens or not symbol.filter_out:
                takes.append(index)
        else:
            takes.append(-index - 2 if symbol.name.startswith("_") else index)
    takes += [-1] * (len(gaps[-1]) if rule.options.empty_indices else 0)
    # A rule that only ever hands its one part on needs no callback.
    calls = not hidden and not (alone and len(takes) == 1 and takes[0] >= -1)
    name = rule.alias or rule.options.template_source or rule.origin.name
    return Rule(
        origin=str(rule.origin.name),
        size=len(rule.expansion),
        callback=str(name) if calls else None,
        listed=hidden,
        takes=tuple(takes),
        alone=bool(alone),
    )
