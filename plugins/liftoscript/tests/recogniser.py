"""Whether Liftosaur would read a text: its documented syntax, written down once more.

https://www.liftosaur.com/docs describes it. Of the language this knows what is written here:
weeks, days, descriptions, exercises with sets, warm-ups and supersets. Everything else is wrong.
"""

from __future__ import annotations

import re

NAME = r"[^/{}()#\[\]|!:\\\s][^/{}()#\[\]|!:\\]*"
WEIGHT = r"[+-]?(?:\d+|\d*\.\d+)(?:kg|lb)"
PERCENT = r"[+-]?(?:\d+|\d*\.\d+)%"
EFFORT = r"@(?:\d+|\d*\.\d+)"
CLOCK = r"\d+s\+?\|(?:\d+s|\?)|\d+s"
LABEL = r"\((?P<label>[^/{}()#\[\]|!\\]+)\)"
SET = re.compile(
    rf"(?P<count>\d+)x(?P<least>\d+)(?:-(?P<most>\d+))?\+?"
    rf"(?: (?:{WEIGHT}|{PERCENT}))?(?: {EFFORT})?(?: (?:{CLOCK}))?(?: auto)?(?: {LABEL})?"
)
WARM_UP = re.compile(rf"(?:\d+x)?\d+ (?:{WEIGHT}|{PERCENT})")
EXERCISE = re.compile(rf"(?:(?P<label>{NAME}): )?(?P<name>{NAME})")
SUPERSET = re.compile(rf"superset: {NAME}")


class Unreadable(Exception):
    """Liftosaur would not read this; the message is the line."""


def read(text):
    """Weeks of days of exercises: their names and sets.

    Raises:
        Unreadable: there is a mistake.
    """
    weeks, warm_ups = [], {}
    for line in text.split("\n"):
        if not line or line.startswith("//"):
            if re.match(r"//\s*(?:\.\.\.|!)", line):
                raise Unreadable(line)  # reuses another description, or says that it is current
            continue
        if line.startswith("##"):
            if not weeks:
                raise Unreadable(f"no week before {line}")
            weeks[-1].append({})
        elif line.startswith("#"):
            weeks.append([])
        else:
            if not weeks or not weeks[-1]:
                raise Unreadable(f"no day before {line}")
            _exercise(line, weeks[-1][-1], warm_ups)
    return weeks


def _exercise(line, day, warm_ups):
    name, *sections = (each.strip() for each in line.split("/"))
    if not EXERCISE.fullmatch(name) or name.casefold() in day:
        raise Unreadable(line)
    found = None
    for section in sections:
        if section.startswith("warmup: "):
            ways = section.removeprefix("warmup: ")
            if ways != "none" and not all(WARM_UP.fullmatch(each) for each in ways.split(", ")):
                raise Unreadable(line)
            if warm_ups.setdefault(name.casefold(), ways) != ways:
                raise Unreadable(f"warms up otherwise before: {line}")
        elif section.startswith("superset: "):
            if not SUPERSET.fullmatch(section):
                raise Unreadable(line)
        elif found is None:
            found = [_set(each, line) for each in section.split(", ")]
        else:
            raise Unreadable(line)
    if not found:
        raise Unreadable(line)
    day[name.casefold()] = found


def _set(text, line):
    match = SET.fullmatch(text)
    if match is None or len(match["label"] or "") > 8:
        raise Unreadable(f"{text} in {line}")
    if match["most"] and int(match["most"]) < int(match["least"]):
        raise Unreadable(f"{text} in {line}")
    return text
