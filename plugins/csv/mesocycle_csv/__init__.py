"""The table: a programme as CSV, one row for each set and each stretch, for spreadsheets.

`columns` says what stands where, `rows` fills it in, `cells` keeps what people wrote from
being taken for a formula.
"""

from collections.abc import Iterable

from mesocycle.output import Context, Option, Output, Rendered, hookimpl
from mesocycle.programme import Programme

__all__ = ["Csv", "mesocycle_outputs"]

_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


class Csv:
    """One row a set, by RFC 4180, in UTF-8; nothing in it is a formula."""

    name = "csv"
    suffix = "csv"
    media_type = "text/csv; charset=utf-8"
    summary = "a table for spreadsheets, one row a set"
    programme = 1
    options = (
        Option(
            name="delimiter",
            type="choice",
            default="comma",
            choices=tuple(_DELIMITERS),
            help="what stands between cells",
        ),
        Option(
            name="decimal",
            type="choice",
            default="point",
            choices=("point", "comma"),
            help="what stands before decimals",
        ),
        Option(
            name="bom",
            type="flag",
            default=False,
            help="begin with a byte order mark, by which Excel knows UTF-8",
        ),
        Option(
            name="columns",
            type="text",
            default="",
            help="only these columns, in this order, as in date,session,exercise,reps",
        ),
    )

    def render(self, programme: Programme, context: Context) -> Rendered:
        """The table, a line of names at its top."""
        from .cells import line  # only when a table is wanted
        from .columns import COLUMNS, unknown
        from .rows import rows

        wanted = [name.strip() for name in context.text("columns").split(",") if name.strip()]
        if wrong := unknown(wanted):
            return Rendered.refused(*wrong)
        names = wanted or list(COLUMNS)
        delimiter = _DELIMITERS[context.text("delimiter")]
        decimal = "," if context.text("decimal") == "comma" else "."
        lines = [line(names, delimiter, decimal)]
        lines += [
            line([row.get(name) for name in names], delimiter, decimal) for row in rows(programme)
        ]
        mark = "\ufeff" if context.flag("bom") else ""
        return Rendered((mark + "".join(lines)).encode())


@hookimpl
def mesocycle_outputs() -> Iterable[Output]:
    """Offer the table."""
    return [Csv()]
