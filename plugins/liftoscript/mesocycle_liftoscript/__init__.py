"""Liftoscript: the strength work of a programme in the language of Liftosaur, week by week.

`script` is the whole text, `lines` an exercise of it, `sets` its sets, `names` what Liftosaur
calls exercises, `words` what people wrote, kept from being read as something else. What the
language cannot hold is said in words above the exercise, and told to who builds.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Liftoscript", "mesocycle_outputs"]


class Liftoscript:
    """A programme to paste into Liftosaur's editor (full mode)."""

    name = "liftoscript"
    suffix = "liftoscript.txt"
    media_type = "text/plain; charset=utf-8"
    summary = "the strength work, to paste into Liftosaur"
    programme = 1
    options = (
        Option(
            name="cues",
            type="flag",
            default=True,
            help="how to do each exercise, above it",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The text; refused where there is nothing in it to lift."""
        from .script import script  # only when one is wanted

        text, losses = script(programme, cues=context.flag("cues"))
        if text is None:
            why = "there is no exercise in it that is still to be done"
            return Rendered.refused(why, "Liftosaur holds strength work only")
        return Rendered(text.encode(), losses)


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer Liftoscript."""
    return [Liftoscript()]
