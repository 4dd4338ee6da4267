"""The hand-out: a sheet of paper that a coach gives to an athlete, as PDF.

`sheet` and `sessions` say what stands on it, as plain data; `sheet.typ` how it looks; `printing`
has typst draw it. What people wrote is only ever data: typst is never given it to read as markup.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Pdf", "mesocycle_outputs"]


class Pdf:
    """Pages with a table a session, boxes to tick and room to write."""

    name = "pdf"
    suffix = "pdf"
    media_type = "application/pdf"
    summary = "a sheet to hand out, with room to write"
    programme = 1
    options = (
        Option(
            name="paper",
            type="choice",
            default="a4",
            choices=("a4", "letter"),
            help="the size of the pages",
        ),
        Option(
            name="cues",
            type="flag",
            default=True,
            help="how to do each exercise, in small print, once a week",
        ),
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
        """The pages; refused where typst, which draws them, is not installed."""
        from .printing import NoTypst, Unprintable, printed  # only when a PDF is wanted
        from .sheet import Wishes, sheet

        wishes = Wishes(
            context.text("paper"),
            cues=context.flag("cues"),
            log=context.flag("log"),
            reasons=context.flag("reasons"),
        )
        try:
            return Rendered(*printed(sheet(programme, wishes)))
        except NoTypst:
            why = "typst, which draws the pages, is not installed"
            return Rendered.refused(why, "pip install 'mesocycle[pdf]'")
        except Unprintable as error:
            return Rendered.refused(f"typst could not draw it: {error}")


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the hand-out."""
    return [Pdf()]
