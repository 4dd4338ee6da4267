"""The codes, from what `meso explain` prints."""

from __future__ import annotations

from collections.abc import Iterator

from docs.made.table import title
from mesocycle.codes import CODES, Code

_AREAS = {
    "E1": "How a file is written",
    "E2": "Exercises, pools, libraries",
    "E3": "Plans",
    "E4": "Diaries",
    "E5": "Rules, safety, parts and imports of a diary",
    "E6": "Outputs and plugins",
    "E7": "Files",
    "E8": "Calendars to subscribe to",
    "W1": "How a file is written: warnings",
    "W2": "Exercises, pools, libraries: warnings",
    "W3": "Plans: warnings",
    "W4": "Diaries: warnings",
    "W5": "Advice",
    "W6": "Outputs and plugins: warnings",
    "W7": "Files: warnings",
    "W8": "Calendars to subscribe to: warnings",
}


def lines() -> Iterator[str]:
    """Every diagnostic, explained."""
    yield from title("Codes", "`src/mesocycle/codes`")
    yield "What each diagnostic means, with an example broken and mended. `meso explain` prints it."
    yield "Codes with E stop the build, codes with W do not."
    yield ""
    area = ""
    for code in CODES.values():
        if code.code[:2] != area:
            area = code.code[:2]
            yield f"## {_AREAS[area]}"
            yield ""
        yield from _code(code)


def _code(code: Code) -> Iterator[str]:
    yield f"### {code.code}: {code.title}"
    yield ""
    yield code.explanation
    yield ""
    for name, text in (("Wrong", code.broken), ("Right", code.mended)):
        if text:
            yield from (f"{name}:", "", "```text", *text.strip("\n").splitlines(), "```", "")
