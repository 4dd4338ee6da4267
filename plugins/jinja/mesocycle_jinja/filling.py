"""A template, filled in: to a text, or to a sentence that says what is wrong and in which line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

from mesocycle.programme import Programme

#: The last parts of names of formats in which `<` means something.
_MARKUP = ("htm", "html", "svg", "xhtml", "xml")
#: What Jinja calls a template that has no file.
_TEMPLATE = "<template>"
_LONGEST = 200


class NoJinja(Exception):
    """The library that fills templates in is not installed."""


class Wrong(Exception):
    """The template cannot be filled in; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def filled(template: str, programme: Programme, suffix: str) -> str:
    """What the template (the agenda, if it is empty) makes of the programme.

    Raises:
        NoJinja: the library is not installed.
        Wrong: the template is wrong, or asks for too much.
    """
    try:
        from jinja2 import TemplateSyntaxError, UndefinedError
        from jinja2.exceptions import SecurityError

        from .sandbox import Sandbox
    except ImportError:
        raise NoJinja from None
    sandbox = Sandbox(autoescape=suffix.rpartition(".")[2] in _MARKUP)
    try:
        made = sandbox.from_string(template or _agenda()).render(programme=programme)
    except TemplateSyntaxError as error:
        raise Wrong(_told(error.message or "it cannot be read", error.lineno)) from None
    except SecurityError as error:
        raise Wrong(_told(str(error), _line(error)), "templates only read the programme") from None
    except UndefinedError as error:
        raise Wrong(_told(_OBJECT.sub(r"a \1 has no", str(error)), _line(error)), _HINT) from None
    except RecursionError as error:
        raise Wrong(_told("it calls itself without end", _line(error))) from None
    except Exception as error:  # noqa: BLE001 - whatever a template does is its own mistake
        raise Wrong(_told(str(error) or type(error).__name__, _line(error))) from None
    if not made.strip():
        raise Wrong("the template made nothing")
    return made


#: How Jinja calls what lacks an attribute.
_OBJECT = re.compile(r"'mesocycle\.[a-z.]*([A-Za-z]+) object' has no attribute")
_HINT = "meso build --to json shows the names of all that there is"


def _agenda() -> str:
    return resources.files(__package__ or "").joinpath("agenda.txt.j2").read_text("utf-8")


def _told(message: str, line: int | None) -> str:
    where = f"line {line} of the template: " if line else "the template: "
    return where + " ".join(message.split())[:_LONGEST]


def _line(error: BaseException) -> int | None:
    """The line of the template in which it went wrong: the innermost there is."""
    return max(_lines(error), default=(0, None))[1]


def _lines(error: BaseException) -> Iterator[tuple[int, int]]:
    trace, depth = error.__traceback__, 0
    while trace is not None:
        depth += 1
        if trace.tb_frame.f_code.co_filename == _TEMPLATE:
            yield depth, trace.tb_lineno
        trace = trace.tb_next
