"""The seam between the programme and the files that are made of it.

This module, `mesocycle.programme` and, for the wording of sets and times,
`mesocycle.output.wording` are all that an output imports. A whole one:

    from mesocycle.output import Context, Rendered, hookimpl
    from mesocycle.programme import Programme


    class Agenda:
        name, suffix, media_type = "agenda", "txt", "text/plain"
        summary, options = "one line for each session", ()

        def render(self, programme: Programme, context: Context) -> Rendered:
            lines = [f"{s.date} {s.name}: {s.status}" for s in programme.sessions]
            lines += [programme.disclaimer, ""]
            return Rendered("\\n".join([programme.plan.name, *lines]).encode())


    @hookimpl
    def mesocycle_outputs():
        return [Agenda()]

`Library`, `Lint` with its `Finding`, and `Command` are for the other hooks, in `hookspecs`.
`mesocycle.output.registry` finds outputs, `asking` opens plugins, each in isolation;
`mesocycle.output.testing` holds the tests that every output should pass.
"""

from mesocycle.output.commands import Command
from mesocycle.output.hookspecs import hookimpl, hookspec
from mesocycle.output.libraries import Library
from mesocycle.output.lints import Finding, Lint
from mesocycle.output.model import Context, Option, OptionValue, Output, Rendered

__all__ = [
    "Command",
    "Context",
    "Finding",
    "Library",
    "Lint",
    "Option",
    "OptionValue",
    "Output",
    "Rendered",
    "hookimpl",
    "hookspec",
]
