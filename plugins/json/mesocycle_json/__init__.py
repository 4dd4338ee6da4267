"""The programme itself as JSON, for programs: the tree of `mesocycle.programme`, nothing more.

Its schema is `programme.schema.json` in `mesocycle.output`.
"""

from collections.abc import Iterable

import msgspec

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

from .shown import shown

__all__ = ["Json", "mesocycle_outputs"]


class Json:
    """The programme's tree in JSON, its fields in the order of the schema."""

    name = "json"
    suffix = "json"
    media_type = "application/json"
    summary = "the whole programme, for other programs"
    options = (
        Option(
            name="indent",
            type="number",
            default=2,
            help="spaces to indent by; 0 for everything on one line",
        ),
        Option(
            name="decisions",
            type="flag",
            default=False,
            help="also why everything is as it is, with what the athlete wrote of pain",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The tree, without decisions unless they are asked for."""
        tree = shown(programme, decisions=context.flag("decisions"))
        data = msgspec.json.encode(tree, order="deterministic")
        indent = context.number("indent") or 0
        if indent > 0:
            data = msgspec.json.format(data, indent=min(indent, 16))
        return Rendered(data + b"\n")


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the tree."""
    return [Json()]
