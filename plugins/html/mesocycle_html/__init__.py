"""The page: a whole programme to train from, on a phone, in one file that asks for nothing else.

`page` puts it together below its `head`: `notices`, `weeks` with their `sessions`, of `items` and
`stretches`, then the `exercises`, and the weeks in numbers (`tables`, `charts`, and the `body`
with its `zones`). `markup` escapes what people wrote, `timing` says what a timer needs to know.
What runs and what it looks like is in `static`, and `assets` reads it.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Html", "mesocycle_outputs"]


class Html:
    """One page of HTML, with all that it needs inside."""

    name = "html"
    suffix = "html"
    media_type = "text/html; charset=utf-8"
    programme = 1
    summary = "one page to train from: boxes to tick, a timer, charts"
    options = (
        Option(
            name="log",
            type="flag",
            default=True,
            help="boxes to tick, which the browser remembers, and room to write",
        ),
        Option(
            name="timer",
            type="flag",
            default=True,
            help="a timer for rests, holds, intervals and runs",
        ),
        Option(
            name="theme",
            type="choice",
            default="auto",
            choices=("auto", "light", "dark"),
            help="light or dark; auto is as the device has it",
        ),
        Option(
            name="reasons",
            type="flag",
            default=False,
            help="also why each session is as it is, with what the athlete wrote of pain",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The page, in UTF-8."""
        from .page import Wishes, page  # only when a page is wanted

        wishes = Wishes(
            log=context.flag("log"),
            timer=context.flag("timer"),
            theme=context.text("theme"),
            reasons=context.flag("reasons"),
        )
        return Rendered(page(programme, wishes).encode())


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the page."""
    return [Html()]
