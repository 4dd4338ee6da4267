"""The workout: a run or a ride of the programme as Zwift reads it (`.zwo`).

`pieces` is what a session comes to in Zwift's terms, `shares` how hard that is, `document` the
XML. A file of Zwift's holds one workout, so it is the next one, or the one that is asked for.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.output.workouts import CHOICE
from mesocycle.programme import Programme

__all__ = ["Zwo", "mesocycle_outputs"]


class Zwo:
    """A structured run or ride: how long, and how hard as a share of what one can do."""

    name = "zwo"
    suffix = "zwo"
    media_type = "application/xml"
    summary = "the next run or ride, for Zwift"
    programme = 1
    options = (
        *CHOICE,
        Option(
            name="open",
            type="duration",
            default=600,
            help="what stands for a stretch that ends at no time, such as `until lap`",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The workout, or why there is none."""
        from .workout import workout  # only when one is wanted

        return workout(programme, context)


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the workout."""
    return [Zwo()]
