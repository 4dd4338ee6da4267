"""The athlete's or the coach's own template: a programme through Jinja, without a plugin.

`shown` is what templates see of a programme, `filling` fills one in, `sandbox` keeps it to that,
`budget` to a size.
"""

from collections.abc import Iterable
from html import unescape

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Jinja", "mesocycle_outputs"]

#: What servers call the formats of such names.
_MEDIA_TYPES = {
    "csv": "text/csv", "htm": "text/html", "html": "text/html", "ics": "text/calendar",
    "json": "application/json", "md": "text/markdown", "svg": "image/svg+xml",
    "tex": "application/x-tex", "tsv": "text/tab-separated-values",
    "xhtml": "application/xhtml+xml", "xml": "application/xml",
}  # fmt: skip
#: A list of exercises that has become empty does not say why.
_UNTOLD = "the template does not say that training is stopped: why_not(session) tells why"
#: What is read again, and so is not to be written over.
_OURS = ("diary", "plan")


class Jinja:
    """What a template makes of the programme: text, HTML, a calendar of one's own."""

    name = "jinja"
    suffix = "txt"
    media_type = "text/plain; charset=utf-8"
    summary = "your own template (Jinja)"
    programme = 1
    options = (
        Option(
            name="template",
            type="file",
            default="",
            help="the template; without one, a line for each session",
        ),
        Option(
            name="suffix",
            type="text",
            default="txt",
            help="how the file's name ends; what people wrote is escaped for html, xml and svg",
        ),
        Option(
            name="reasons",
            type="flag",
            default=False,
            help="also the decisions, with what the athlete wrote of pain",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """What the template gives; refused, with its line, where that fails."""
        from .filling import NoJinja, Wrong, filled  # only when a template is to be filled in
        from .shown import shown

        suffix = context.text("suffix").strip().lower().removeprefix(".")
        if suffix.rpartition(".")[2] in _OURS:
            return Rendered.refused(f"a template makes no .{suffix}, which mesocycle reads")
        seen = shown(programme, reasons=context.flag("reasons"))
        try:
            made = filled(context.text("template"), seen, suffix)
        except NoJinja:
            why = "jinja2, which fills templates in, is not installed"
            return Rendered.refused(why, "pip install 'mesocycle[jinja]'")
        except Wrong as wrong:
            return Rendered.refused(str(wrong), wrong.hint)
        media_type = _MEDIA_TYPES.get(suffix.rpartition(".")[2], "text/plain")
        text = "" if media_type.startswith(("application/", "image/")) else "; charset=utf-8"
        warnings = () if _tells_a_stop(programme, made) else (_UNTOLD,)
        return Rendered(made.encode(), warnings, suffix=suffix, media_type=media_type + text)


def _tells_a_stop(programme: Programme, made: str) -> bool:
    """Whether who reads `made` learns that training is stopped, if it is: in any of its words."""
    words = [notice.text for notice in programme.notices if notice.severity == "stop"]
    words += [each.reason or each.status for each in programme.sessions if each.status == "stopped"]
    said = _plain(made)
    return not words or any(_plain(each) in said for each in ("stopped", *words))


def _plain(text: str) -> str:
    """Letters and digits alone, so that what was escaped or wrapped is the same."""
    return "".join(filter(str.isalnum, unescape(text).casefold()))


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer templates."""
    return [Jinja()]
