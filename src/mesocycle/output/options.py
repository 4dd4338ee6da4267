"""Options: what people set about an output, checked before it runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mesocycle.diagnostics import Diagnostic
from mesocycle.output.model import Option, OptionValue
from mesocycle.programme import Frozen
from mesocycle.source import Span

_DURATION = re.compile(r"([0-9]{1,5}) ?(s|min|h|d)")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}

_WANTED = {
    "flag": "true or false",
    "number": "a whole number",
    "text": "a text",
    "duration": "a time such as 90s, 30min, 2h or 1d",
    "file": "the name of a file",
}


class Setting(Frozen):
    """What somebody has set about an output, as typed or as a value, and where.

    `span` is its place in a plan, `place` one in another file: `mesocycle.toml, [output.ical]`.
    """

    output: str
    name: str
    value: OptionValue
    span: Span | None = None
    place: str = ""


class Unfit(ValueError):
    """A value is not of its option's type; the message says what is wanted instead."""


def read_value(option: Option, given: OptionValue) -> OptionValue:
    """`given`, as typed (a str) or already a value, as a value of the option's type.

    Raises:
        Unfit: it is not one.
    """
    value = _from_text(option, given) if isinstance(given, str) else given
    fits: bool
    match option.type:
        case "flag":
            fits = isinstance(value, bool)
        case "number" | "duration":
            fits = isinstance(value, int) and not isinstance(value, bool)
            fits = fits or (value is None and _may_be_off(option))
        case "choice":
            fits = value in option.choices
        case _:
            fits = isinstance(value, str)
    if not fits:
        raise Unfit(_wanted(option))
    return value


def as_typed(option: Option) -> str:
    """The default of an option as one would type it: `off`, `60d`, `true`."""
    value = option.default
    if value is None:
        return "off"
    if isinstance(value, bool):
        return str(value).lower()
    if option.type == "duration" and isinstance(value, int):
        unit = next(u for u in ("d", "h", "min", "s") if value % _SECONDS[u] == 0)
        return f"{value // _SECONDS[unit]}{unit}"
    return str(value)


def wrong_default(option: Option) -> str | None:
    """What is wrong with the option itself, if anything."""
    if option.type not in ("choice", *_WANTED):
        return f"has the type {option.type!r}"
    if option.default is None and option.type in ("number", "duration"):
        return None
    if option.type == "file" and option.default != "":
        return f"has the default {option.default!r:.60}, where no file can be named"
    try:
        same = read_value(option, option.default) == option.default
    except Unfit as unfit:
        return f"has the default {option.default!r}, not {unfit}"
    if same:
        return None
    as_value = read_value(option, option.default)
    return f"has the default {option.default!r} as a text; as a value it is {as_value!r}"


def fill(
    output: str,
    options: Iterable[Option],
    given: Mapping[str, OptionValue],
    settings: Iterable[Setting] = (),
) -> tuple[dict[str, OptionValue], list[Diagnostic]]:
    """Every option of `output` with its value: given, else the last one set, else its default.

    Beside them E622 and E623, for what is wrong with those given or set.
    """
    known = {option.name: option for option in options}
    values = {name: option.default for name, option in known.items()}
    wrong = []
    for each in (*settings, *(Setting(output, name, value) for name, value in given.items())):
        if each.output != output:
            continue
        option = known.get(each.name)
        if option is None:
            hint = did_you_mean(each.name, known, "its options")
            wrong.append(misset(each, "E622", f"{output} has no option {each.name!r:.60}", hint))
            continue
        try:
            values[each.name] = read_value(option, each.value)
        except Unfit as unfit:
            message = f"{output}.{each.name} is {unfit}, not {each.value!r:.60}"
            equals = each.span is not None and str(each.value).startswith("=")
            hint = f"without =: {each.name} {str(each.value)[1:]}" if equals else option.help
            wrong.append(misset(each, "E623", message, hint))
    return values, wrong


def misset(setting: Setting, code: str, message: str, hint: str) -> Diagnostic:
    """What is wrong with something that was set, with its place."""
    where = f"{setting.place}: " if setting.place else ""
    return Diagnostic(code=code, message=where + message, span=setting.span, hints=(hint,))


def _may_be_off(option: Option) -> bool:
    return option.may_be_off or option.default is None


def _from_text(option: Option, text: str) -> OptionValue:
    text = text if option.type in ("text", "file") else text.strip()
    match option.type:
        case "flag":
            return _FLAGS.get(text.lower(), text)
        case "number" | "duration" if text == "off":
            return None
        case "number" if _NUMBER.fullmatch(text):
            return int(text)
        case "duration" if match := _DURATION.fullmatch(text):
            return int(match[1]) * _SECONDS[match[2]]
        case _:
            return text


def _wanted(option: Option) -> str:
    if option.type == "choice":
        return "one of " + ", ".join(option.choices)
    off = ", or off" if _may_be_off(option) else ""
    return _WANTED[option.type] + off


def did_you_mean(name: str, known: Iterable[str], all_of_them: str) -> str:
    """A hint: the nearest known name, or every one of them."""
    from difflib import get_close_matches

    known = list(known)
    near = get_close_matches(name, known, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"{all_of_them}: {', '.join(known)}" if known else "there are none"
