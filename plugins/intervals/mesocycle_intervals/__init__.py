"""Workouts for intervals.icu: runs, rides and swims as the text that its workout builder reads.

`workouts` is the whole text, `steps` what a session comes to, `targets` how hard that is, `plain`
the words, kept from being read as something else. What the builder cannot hold is said in words
above the steps, and told to who builds.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.output.workouts import CHOICE
from mesocycle.programme import Programme

__all__ = ["Intervals", "mesocycle_outputs"]


class Intervals:
    """All runs, rides and swims under a heading each, or the one that is asked for."""

    name = "intervals"
    suffix = "intervals.txt"
    media_type = "text/plain; charset=utf-8"
    summary = "runs, rides and swims, to paste into intervals.icu"
    programme = 1
    options = (
        *CHOICE,
        Option(
            name="zones",
            type="choice",
            default="hr",
            choices=("hr", "pace", "power"),
            help="of what zones are, where the plan and the diary do not say",
        ),
        Option(
            name="open",
            type="duration",
            default=600,
            help="what stands for a stretch that ends at no time, such as `until lap`",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The text; refused where there is nothing to run, ride or swim."""
        from .workouts import workouts  # only when some are wanted

        return workouts(programme, context)


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer workouts for intervals.icu."""
    return [Intervals()]
