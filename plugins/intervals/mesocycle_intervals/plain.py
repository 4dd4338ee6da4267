"""Words that the workout builder reads as words."""

from __future__ import annotations

import re

from mesocycle.output.text import one_line

#: `6x` in a line above steps repeats them.
_TIMES = re.compile(r"(?<![A-Za-z0-9])([0-9]+) ?[xX](?![A-Za-z])")
#: What the builder reads in a step: lengths, targets, options.
_READ = re.compile(
    r"[0-9]\s*(?:h|m|s|min|mins|km|k|mi|miles?|mtr|met(?:er|re)s?|y|yd|yrd|yds|yards?|%|w|x|rpm|bpm)"
    r"(?![a-z])|[0-9]['\"′″:]|(?<![a-z])c?z[0-9]|%"
    r"|(?<![a-z])(?:ramp|freeride|maxeffort|press lap|pace|hr|lthr|mmp|ftp)(?![a-z])|=",
    re.IGNORECASE,
)


def line(text: str) -> str:
    """`text` as a line of its own, that is neither a step nor repeats anything."""
    words = _TIMES.sub(r"\1 times", one_line(text)).lstrip("-–—*+ ")
    return words.replace("pool length:", "pool length")


def prompt(text: str) -> str:
    """`text` as what a device shows with a step; nothing if the builder would read part of it."""
    words = one_line(text).lstrip("-–—*+ ")
    return "" if _READ.search(words) else words
