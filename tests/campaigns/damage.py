"""Ways to spoil a text."""

from __future__ import annotations

import re
from random import Random

NUMBERS = ("0", "1", "2", "7", "37", "100", "101", "1000", "999999999", "0.000001", "12345678901")
SIGNS = ("\t", ";", ":", ",", ".", "|", "#", "(", ")", '"', "-", "+", "x", "%", "@", "/", "=", " ")
#: What no keyboard has, and what a terminal, a calendar or a sheet could take for its own.
STRANGE = (
    "\x1b]0;", "\u202e", "\u2028", "\ufeff", "\x00", "\x85", "\x7f", "\U0001f3c3", "e\u0301", "²",
    "١", "<b>", "\\n", "\r", "|", "`", "END:VEVENT", "\xa0", "–", "”", "½",
)  # fmt: skip


class Damage:
    """Ways to spoil a text, with the words and lines of all texts to do it with."""

    def __init__(self, random: Random, texts: list[str]) -> None:
        self.random = random
        self.lines = sorted({line for text in texts for line in text.splitlines() if line})
        self.words = sorted({word for line in self.lines for word in re.findall(r"\S+", line)})
        self.clauses = sorted({
            clause.strip() for line in self.lines for clause in line.split(";")[1:]
        })  # fmt: skip

    def spoil(self, text: str) -> str:
        """The text with a few things wrong, or only different."""
        ways = (
            self._number, self._number, self._word, self._clause, self._clause, self._line,
            self._drop, self._double, self._swap, self._indent, self._sign, self._cut,
            self._strange,
        )  # fmt: skip
        for _ in range(self.random.choice((1, 1, 1, 2, 3, 6))):
            text = self.random.choice(ways)(text)
        return text

    def _one(self, text: str) -> tuple[list[str], int]:
        lines = text.splitlines() or [""]
        return lines, self.random.randrange(len(lines))

    def _in_a_line(self, text: str, pattern: str, made: str) -> str:
        places = [match.span() for match in re.finditer(pattern, text)]
        if not places:
            return text
        start, end = self.random.choice(places)
        return text[:start] + made + text[end:]

    def _number(self, text: str) -> str:
        return self._in_a_line(text, r"\d+(\.\d+)?", self.random.choice(NUMBERS))

    def _word(self, text: str) -> str:
        return self._in_a_line(text, r"\S+", self.random.choice(self.words))

    def _clause(self, text: str) -> str:
        if not self.clauses:
            return text
        lines, at = self._one(text)
        lines[at] += "; " + self.random.choice(self.clauses)
        return "\n".join(lines) + "\n"

    def _line(self, text: str) -> str:
        lines, at = self._one(text)
        lines.insert(at, self.random.choice(self.lines))
        return "\n".join(lines) + "\n"

    def _drop(self, text: str) -> str:
        lines, at = self._one(text)
        del lines[at : at + self.random.choice((1, 1, 3))]
        return "\n".join(lines) + "\n"

    def _double(self, text: str) -> str:
        lines, at = self._one(text)
        lines[at:at] = lines[at : at + self.random.choice((1, 2, 8))]
        return "\n".join(lines) + "\n"

    def _swap(self, text: str) -> str:
        lines, at = self._one(text)
        other = self.random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
        return "\n".join(lines) + "\n"

    def _indent(self, text: str) -> str:
        lines, at = self._one(text)
        lines[at] = " " * self.random.choice((0, 1, 2, 4, 6)) + lines[at].lstrip()
        return "\n".join(lines) + "\n"

    def _sign(self, text: str) -> str:
        return self._put(text, self.random.choice(SIGNS))

    def _strange(self, text: str) -> str:
        return self._put(text, self.random.choice(STRANGE))

    def _put(self, text: str, made: str) -> str:
        at = self.random.randrange(len(text) + 1)
        return text[:at] + made + text[at:]

    def _cut(self, text: str) -> str:
        at = self.random.randrange(len(text) + 1)
        return text[:at] + text[at + self.random.choice((1, 2, 20)) :]
