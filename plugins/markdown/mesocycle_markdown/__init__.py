"""The sheet: what a coach prints and pins to the wall, in Markdown.

`sheet` is the whole page, `sessions` one session, `lists` what comes after the weeks; `escape`
keeps what people wrote from being read as markup.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Markdown", "mesocycle_outputs"]


class Markdown:
    """A sheet in GitHub's Markdown: headings, tables, and boxes to tick."""

    name = "markdown"
    suffix = "md"
    media_type = "text/markdown; charset=utf-8"
    summary = "a sheet to print, with boxes to tick"
    options = (
        Option(
            name="log",
            type="flag",
            default=True,
            help="boxes to tick and room to write what happened",
        ),
        Option(
            name="reasons",
            type="flag",
            default=False,
            help="also why each session is as it is, with what the athlete wrote of pain",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The sheet, in UTF-8."""
        from .sheet import sheet  # only when a sheet is wanted

        return Rendered(
            sheet(programme, log=context.flag("log"), reasons=context.flag("reasons")).encode()
        )


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the sheet."""
    return [Markdown()]
