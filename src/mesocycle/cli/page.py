"""The page that `meso` alone prints: what one needs first, then the rest by group.

Drawn with click alone. rich-click draws boxes around the same words, but subclasses click's
groups, so that it cannot be loaded for help only, and a help page with it takes 0.17 s
instead of 0.07 s; it would also be one more dependency of every installation.
"""

from __future__ import annotations

from collections.abc import Iterable

from mesocycle.cli.paint import Paint

_GROUPS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "The three you need",
        (
            ("new", "[DIR]", "a folder to start from: a plan, a diary, a library, a README"),
            ("check", "PLAN... [DIARY...]", "every mistake, nothing written"),
            ("build", "PLAN [--diary FILE]", "a calendar, a sheet and JSON, in build/"),
        ),
    ),
    (
        "Keep the diary",
        (
            ("log", "DIARY LINE...", "a line for the diary, checked before it is written"),
            ("import", "FILE [--to DIARY]", "past training, from other programs or from notes"),
        ),
    ),
    (
        "Read the programme",
        (
            ("show", "PLAN [--week N]", "this week, or another, on the terminal"),
            ("why", "PLAN --on DATE", "which rule and which diary line decided"),
            ("simulate", "PLAN [--weeks N]", "the next weeks, if this or that happens"),
        ),
    ),
    (
        "Calendars",
        (
            ("feed", "create DIR FEED", "a link to a calendar, for one subscriber; list, revoke"),
            ("serve", "DIR", "the calendars, over HTTP, for those who have a link"),
            ("publish", "DIR --to PLACE", "calendars put into a folder or a bucket"),
        ),
    ),
    (
        "Look things up",
        (
            ("explain", "CODE", "what a diagnostic means, with an example mended"),
            ("catalogue", "list | show NAME", "the exercises of a library; import, export"),
            ("plugins", "| plugin new NAME", "the outputs, where from; begin one of your own"),
        ),
    ),
)

_OPTIONS = """\
-q, --quiet  -v, --verbose  --color / --no-color  --no-plugins  --version
- is standard input; `meso COMMAND --help` tells a command's options."""

#: Every command's name, in the order of the page.
COMMANDS = (*(name for _, rows in _GROUPS for name, _, _ in rows), "plugin")


def page(colour: bool, others: Iterable[tuple[str, str]] = ()) -> str:
    """The whole page, at most 24 lines of at most 80 columns; `others`, of plugins, come after it.

    They are names with what the commands do.
    """
    paint = Paint(colour)
    lines = [
        "meso turns a training plan, written as coaches speak, into a calendar and a sheet.",
        "",
    ]
    for title, rows in _GROUPS:
        lines.append(paint(title, "strong"))
        for name, arguments, summary in rows:
            usage = f"{name} {arguments}"
            shown = paint(name, "good") + usage[len(name) :]
            lines.append(f"  {shown}{'':{27 - len(usage)}}{summary}")
    lines += ["", _OPTIONS]
    more = [f"  {paint(name, 'good')}{'':{27 - len(name)}}{does}" for name, does in others]
    return "\n".join([*lines, *(["", paint("From plugins", "strong"), *more] if more else ()), ""])
