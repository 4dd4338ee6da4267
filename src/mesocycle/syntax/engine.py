"""A small machine that runs the tables which Lark makes of a grammar.

Lark compiles the grammar (see `lark_tables`); what is left to do for a piece of text is the
textbook loop: look at the state, read the next token that it can use, shift or reduce. Doing
it here spares every start of the command the import of Lark, and keeps nothing but offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import msgspec

from mesocycle.syntax.tables import Rule, Tables, Terminal

END = "$END"

# What a token may begin with besides itself; the empty string is the end of the text.
_MAY_SKIP = frozenset({" ", "#", ""})

Match = Callable[[str, int], re.Match[str] | None]
Row = dict[str, int]
Make = Callable[[list[Any]], Any]
Reduction = tuple[int, str, Make | None]  # how many parts make what, and how they are put together

_ROW = msgspec.json.Decoder(Row)
_RULE = msgspec.json.Decoder(Rule)


class Token(str):
    """A piece of text with its kind and place; the attributes are named as Lark names them."""

    __slots__ = ("end_pos", "start_pos", "type")
    type: str
    start_pos: int
    end_pos: int


class Refused(Exception):
    """The grammar has no use for the text from `start` on (`end`: where the odd token ends).

    `expected` are the names of the terminals that it could have used there.
    """

    def __init__(self, start: int, end: int, expected: frozenset[str]) -> None:
        super().__init__(start, end)
        self.start = start
        self.end = end
        self.expected = expected


class Engine:
    """Parses text by `tables`, calling the methods of `builder` as rules are completed."""

    def __init__(self, tables: Tables, builder: object) -> None:
        self._tables = tables
        self._builder = builder
        # Rows and rules are decoded when a text first needs them: few texts need many.
        self._rows: list[Row | None] = [None] * len(tables.states)
        self._reductions: list[Reduction | None] = [None] * len(tables.rules)
        self.fixed = {each.name: each.pattern for each in tables.terminals if each.fixed}
        whole = re.compile(next(t.pattern for t in tables.terminals if t.name == "WORD"))
        self.keywords = {
            text: name for name, text in self.fixed.items() if whole.fullmatch(text) is not None
        }
        self._skip = re.compile(f"(?:{'|'.join(tables.ignored)})*").match
        self._tried = [each for each in tables.terminals if each.pattern not in self.keywords]
        self._ranks = {each.name: rank for rank, each in enumerate(self._tried)}
        self._matches: dict[str, Match] = {}
        self._usable: list[dict[str, list[tuple[str, Match]]]] = [{} for _ in tables.states]

    def parse(self, rule: str, text: str) -> Any:
        """What the builder makes of `text` as a `rule`.

        Raises:
            Refused: the text is no `rule`.
        """
        first, last = self._tables.starts[rule]
        states, values = [first], []
        rows, reductions = self._rows, self._reductions
        token = self._next(text, 0, first)
        while True:
            row = rows[states[-1]] or self._row(states[-1])
            action = row.get(token.type)
            if action is None:
                raise Refused(token.start_pos, token.end_pos, self._expected(states))
            if action >= 0:
                states.append(action)
                values.append(token)
                token = self._next(text, token.end_pos, action)
                continue
            size, origin, make = reductions[~action] or self._reduction(~action)
            if make is None:  # the part stays what it is, under another name
                states.pop()
            else:
                begin = len(values) - size
                values[begin:] = [make(values[begin:])]
                del states[begin + 1 :]
            goto = (rows[states[-1]] or self._row(states[-1]))[origin]
            states.append(goto)
            if token.type == END and goto == last:
                return values[-1]

    def _row(self, state: int) -> Row:
        """What each symbol leads to in a state."""
        row = self._rows[state] = self._rows[state] or _ROW.decode(self._tables.states[state])
        return row

    def _rule(self, number: int) -> Rule:
        return _RULE.decode(self._tables.rules[number])

    def _reduction(self, number: int) -> Reduction:
        rule = self._rule(number)
        made = self._reductions[number] = (rule.size, rule.origin, _maker(rule, self._builder))
        return made

    def _next(self, text: str, at: int, state: int) -> Token:
        """The token from `at` on; only kinds that `state` can use, and whole words, are tried."""
        first = text[at : at + 1]
        if first in _MAY_SKIP:  # a space, a comment, or the end
            skipped = self._skip(text, at)
            at = skipped.end() if skipped else at
            first = text[at : at + 1]
            if not first:
                token = Token()
                token.type, token.start_pos, token.end_pos = END, at, at
                return token
        for kind, match in self._usable[state].get(first) or self._usable_in(state, first):
            found = match(text, at)
            if found is not None:
                token = Token(found.group())
                token.type = kind
                if kind == "WORD":
                    keyword = self.keywords.get(token)
                    if keyword in self._row(state):
                        token.type = keyword
                token.start_pos, token.end_pos = at, found.end()
                return token
        return self._stranger(text, at)

    def _usable_in(self, state: int, first: str) -> list[tuple[str, Match]]:
        """The terminals to try in `state` on text that begins with `first`, in order.

        Keywords are found among the words.
        """
        ranks = {self._ranks[name] for name in self._row(state) if name in self._ranks}
        usable = []
        for rank in sorted(ranks | {self._ranks["WORD"]}):
            terminal = self._tried[rank]
            openings = _openings(terminal.pattern, terminal.fixed)
            if not openings or first in openings:
                usable.append((terminal.name, self._match(terminal)))
        if first < "~":  # what is not ASCII is rare, and there is too much of it
            self._usable[state][first] = usable
        return usable

    def _match(self, terminal: Terminal) -> Match:
        """Matches a terminal; made when it is first needed, as few texts need all of them."""
        match = self._matches.get(terminal.name)
        if match is None:
            pattern = re.escape(terminal.pattern) if terminal.fixed else terminal.pattern
            match = self._matches[terminal.name] = re.compile(pattern).match
        return match

    def _stranger(self, text: str, start: int) -> Token:
        """Text that no usable terminal matches, as far as the next space or mark."""
        match = _STRANGE.match(text, start)
        token = Token(match.group() if match else text[start])
        token.type, token.start_pos, token.end_pos = "", start, start + len(token)
        return token

    def _expected(self, states: Sequence[int]) -> frozenset[str]:
        """The terminals that lead on from here: those in the row may only lead to a dead end."""
        row = self._row(states[-1])
        names = {each.name for each in self._tables.terminals} | {END}
        return frozenset(name for name in row if name in names and self._leads_on(states, name))

    def _leads_on(self, states: Sequence[int], terminal: str) -> bool:
        stack = list(states)
        while (action := self._row(stack[-1]).get(terminal)) is not None:
            if action >= 0:
                return True
            done = self._rule(~action)
            del stack[len(stack) - done.size :]
            goto = self._row(stack[-1])[done.origin]
            stack.append(goto)
            if terminal == END and any(goto == last for _, last in self._tables.starts.values()):
                return True
        return False


# A pattern that begins with a digit or a certain sign.
_OPENS = re.compile(r"(?:\[0-9(?P<more>[A-Z]?)\](?![?*])|\\?(?P<sign>[@+\"])(?![?*{]))")
_STRANGE = re.compile(r"\"[^\"]*\"|[^\s,:;()|\"]+|.")


@cache
def _openings(pattern: str, fixed: bool) -> str:
    """The characters that a terminal begins with, as far as its pattern shows; else nothing."""
    if fixed:
        return pattern[0]
    match = _OPENS.match(pattern)
    if match is None or _alternatives(pattern):
        return ""
    return match["sign"] or f"0123456789{match['more']}"


def _alternatives(pattern: str) -> bool:
    """Whether a pattern is several, with `|` between them."""
    depth = 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return True
    return False


def _maker(rule: Rule, builder: object) -> Make | None:
    """The function that turns a rule's parts into its value; None if that is its one part."""
    if rule.size == 1 and rule.takes == (0,) and rule.callback is None and not rule.listed:
        return None
    call: Make | None = None
    if rule.callback is not None:
        call = getattr(builder, rule.callback)
    if rule.takes == tuple(range(rule.size)) and call is not None and not rule.alone:
        return call
    takes, alone, listed = rule.takes, rule.alone, rule.listed
    grows = listed and takes[:1] == (-2,)  # a list and one more: nobody else has the list

    def make(parts: list[Any]) -> Any:
        taken: list[Any] = parts[0] if grows else []
        for index in takes[1:] if grows else takes:
            if index >= 0:
                taken.append(parts[index])
            elif index == -1:
                taken.append(None)
            else:
                taken.extend(parts[-index - 2])
        if listed:
            return taken
        if alone and len(taken) == 1:
            return taken[0]
        if call is None:
            raise TypeError(f"the rule {rule.origin} has no callback")
        return call(taken)

    return make
