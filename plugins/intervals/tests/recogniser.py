"""Whether the workout builder of intervals.icu would read a text as it is meant.

Its syntax as its author and its users document it (https://forum.intervals.icu/t/1163 and
/t/123701), written down once more, as far as it is used here.
"""

from __future__ import annotations

import re

TIME = r"(?:\d+h)?(?:\d+m)?(?:\d+s)?(?<=[hms])"
WAY = r"\d+(?:\.\d+)?(?:mtr|km|mi)"
CLOCK = r"\d+:[0-5]\d"
TARGET = (
    r"(?:ramp )?(?:\d+(?:-\d+)?(?:w|%(?: HR| LTHR)?)|\d+(?:-\d+)?% Pace"
    rf"|Z\d(?:-Z\d)?(?: HR| Pace)?|{CLOCK}(?:-{CLOCK})?/(?:km|mi|100m) Pace)"
)
CADENCE = r"\d+(?:-\d+)?rpm"
STEP = re.compile(
    rf"- (?:(?P<prompt>.*?) )??(?P<lap>Press lap )?(?P<length>{TIME}|{WAY})"
    rf"(?: (?P<target>{TARGET}))?(?: freeride)?(?: {CADENCE})?"
)
TIMES = re.compile(r"(?:^|.* )(\d+)x$")
LENGTH = re.compile(rf"(?<!\S)(?:{TIME}|{WAY})(?!\S)")


class Unreadable(Exception):
    """The builder would not read this, or not as it is meant; the message is the line."""


def read(text):
    """All steps in the order in which they are done: length and target.

    Raises:
        Unreadable: there is a mistake.
    """
    done, block, times, before = [], [], 1, ""
    for line in [*text.split("\n"), ""]:
        if line.startswith("-"):
            match = STEP.fullmatch(line)
            if match is None or LENGTH.search(match["prompt"] or ""):
                raise Unreadable(line)
            block.append((match["length"], match["target"] or ""))
        elif repeat := TIMES.match(line):
            if before or block:
                raise Unreadable(f"no empty line before {line}")
            times = int(repeat[1])
        elif re.search(r"(?<![A-Za-z0-9])\d+ ?[xX](?![A-Za-z])", line):
            raise Unreadable(line)
        elif not line:
            done += block * times
            block, times = [], 1
        before = line
    return done
