"""Codes of outputs and of the plugins that bring them: E600 to E649.

E600 to E619 are faults of a plugin: the other outputs are made all the same. E620 to E629 are
for whoever called: a name or an option that does not exist.
"""

from __future__ import annotations

from mesocycle.codes import Code


def _code(code: str, title: str, explanation: str) -> Code:
    return Code(code=code, title=title, explanation=explanation, broken="", mended="", kind="none")


CODES: tuple[Code, ...] = (
    _code(
        "E600",
        "a plugin cannot be loaded",
        "An installed distribution names a plugin for mesocycle in its entry points, but "
        "importing it failed, or it asks for a hook that does not exist. Everything else was "
        "done without it. Update or uninstall the distribution that the message names.",
    ),
    _code(
        "E601",
        "a plugin offers nothing",
        "The plugin was imported, but none of its functions is marked with `hookimpl`, or the "
        "one that offers outputs, or progressions, failed when it was called.",
    ),
    _code(
        "E602",
        "what a plugin offers is not what its hook is for",
        "An output is an object with a name, suffix, media_type, summary, options and a render "
        "method, as `mesocycle.output.Output` says. `mesocycle.progressions.Progression`, "
        "`mesocycle.output.Lint`, `mesocycle.output.Library` and click's commands are what the "
        "other hooks are for. The message tells what is missing or wrong.",
    ),
    _code(
        "E603",
        "two of one name",
        "Two plugins offer an output, a progression, a library, a rule or a command of the same "
        "name. The bundled one, or else the one whose "
        "distribution comes first in the alphabet, keeps the name. A bundled output is replaced "
        "only by its own project, as `pip install mesocycle-ical` does for `ical`.",
    ),
    _code(
        "E604",
        "a plugin was written for a newer mesocycle",
        "The plugin says which version of the programme, or of the hooks, it needs, and this "
        "mesocycle has an older one. Everything else was done without it. Upgrade mesocycle; a "
        "newer one serves plugins of every version before its own.",
    ),
    _code(
        "E610",
        "an output failed",
        "The plugin raised an exception, or tried to exit, while it made its file. The other "
        "files were made; this one was left as it was. The hint says where in the plugin.",
    ),
    _code(
        "E611",
        "an output returned something else",
        "An output returns `Rendered` with the bytes of its file, or `Rendered.refused` with a "
        "reason. This one did not, so there is nothing that could be written.",
    ),
    _code(
        "E612",
        "an output changed the programme",
        "Outputs read the programme, and each must see the same one. What this output made was "
        "thrown away, and the others were given an unchanged copy.",
    ),
    _code(
        "E613",
        "an output refused",
        "The output has a good reason not to make its file: a calendar without a single event, "
        "for example, would wipe the calendars of those who subscribe. The old file stays.",
    ),
    _code(
        "E614",
        "a progression of a plugin failed",
        "The plugin raised an exception in a step of its progression, or gave something that is "
        "no move. The line stays where it was, a notice in the programme says so, and everything "
        "else was done. The hint says where in the plugin.",
    ),
    _code(
        "E615",
        "a rule or a command of a plugin failed",
        "The plugin raised an exception in a rule that `meso check` asked, in a command, or "
        "found something that is no `Finding`. Everything else was checked. The hint says where "
        "in the plugin.",
    ),
    _code(
        "E620",
        "unknown output",
        "No output of that name is bundled or installed. `meso plugins` lists those there are.",
    ),
    _code(
        "E621",
        "two outputs for one file",
        "File names end in the output's suffix, and two of the wanted outputs have the same. "
        "Build them into different folders.",
    ),
    _code(
        "E622",
        "unknown option",
        "The output has no option of that name; `meso plugins` lists the options of each.",
    ),
    _code(
        "E623",
        "a value does not fit its option",
        "An option is a flag, a number, a time, a text, or one of a few words. The message says "
        "what is wanted.",
    ),
    _code(
        "E624",
        "a file that may not be named here",
        "An output is given a file: a template, for example. What a plan or a `mesocycle.toml` "
        "names for that lies beside it or below, so that a plan from somebody else cannot put a "
        "private file into what is built. `--option` names any file.",
    ),
    _code(
        "E627",
        "`mesocycle.toml` cannot be understood",
        "The file beside the plan, or above it in its repository, is no TOML, or has something "
        "in it that is neither an option of an output nor the list of plugins that are allowed. "
        "Nothing was made, because it might have been made otherwise than was meant.",
    ),
    _code(
        "W630",
        "a plugin printed",
        "Standard output may be where a file goes, so what a plugin prints there is held back.",
    ),
    _code(
        "W631",
        "an output has a doubt",
        "The file was made, but its reader may be surprised; the message says by what.",
    ),
    _code(
        "W632",
        "something is set about an output that is not here",
        "The plan, or its `mesocycle.toml`, sets an option of an output that nobody offers; but "
        "plugins were kept away, or failed, and it may be one of theirs.",
    ),
)
