"""The workout: a session of the programme as watches and bike computers read it (`.fit`).

`runs` and `lifts` say what is to be done step after step, `aims` how hard, `steps` how repeats are
laid out; `encoding` writes it down with fit-tool. A file holds one workout: the next session, or
the one that is asked for.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.output.workouts import CHOICE
from mesocycle.programme import Programme

__all__ = ["Fit", "mesocycle_outputs"]


class Fit:
    """A workout of steps: so long, so far, so often; how hard; and which exercise."""

    name = "fit"
    suffix = "fit"
    media_type = "application/vnd.ant.fit"
    summary = "the next session, for a watch"
    programme = 1
    options = (
        *CHOICE,
        Option(
            name="band",
            type="number",
            default=3,
            help="per cent on either side of a target that is one number, before the watch beeps",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The workout; refused where fit-tool, which writes it, is not installed."""
        from .workout import workout  # only when one is wanted

        return workout(programme, context)


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the workout."""
    return [Fit()]
