"""Everything that can be wrong with a plugin: a module's text each, and what is said of it."""

from __future__ import annotations

from textwrap import dedent

GOOD = """\
from mesocycle.output import Option, Rendered, hookimpl


class Output:
    name = suffix = "{name}"
    media_type, summary, options = "text/plain", "for a test", ()

    def render(self, programme, context):
        return Rendered("\\n".join(s.id for s in programme.sessions).encode())


@hookimpl
def mesocycle_outputs():
    return [Output()]
"""
BAD = GOOD.format(name="bad")


def before(line, more):
    """The plugin with lines put before one of its own."""
    assert line in BAD
    indent = line[: len(line) - len(line.lstrip())]
    lines = "".join(f"{indent}{each}\n" for each in dedent(more).splitlines())
    return BAD.replace(line, lines + line)


def when_imported(more):
    return dedent(more) + "\n" + BAD


def in_hook(more):
    return before("    return [Output()]", more)


def in_render(more):
    return before('        return Rendered("', more)


#: Those that cannot be loaded, or offer nothing that could be used: what is said of each.
UNUSABLE = {
    "import error": (when_imported("from mesocycle.output import no_such_name"), "ImportError"),
    "missing dependency": (when_imported("import no_such_dependency"), "No module named 'no_such"),
    "syntax error": (when_imported("def render(:"), "SyntaxError"),
    "not text": ("\x00", "null bytes"),
    "raises when imported": (when_imported("raise LookupError('lost')"), "LookupError: lost"),
    "exits when imported": (when_imported("raise SystemExit('no licence')"), "tried to exit"),
    "exits with an exit code": (when_imported("import sys; sys.exit(0)"), "tried to exit with 0"),
    "interrupts when imported": (when_imported("raise KeyboardInterrupt"), "KeyboardInterrupt"),
    "hangs when imported": (when_imported("while True: pass"), "it took longer than 0.3 s"),
    "sleeps when imported": (when_imported("import time; time.sleep(600)"), "took longer than"),
    "will not be stopped": (
        when_imported("""
            import time
            for attempt in range(3):
                try:
                    time.sleep(600)
                except BaseException as error:
                    last = error
            raise LookupError("stopped three times")
        """),
        "stopped three times",
    ),
    "cannot even say what is wrong": (
        when_imported("""
            class Wrong(BaseException):
                def __str__(self): raise RuntimeError
            raise Wrong
        """),
        "Wrong",
    ),
    "misspelt hook": (BAD.replace("mesocycle_outputs", "mesocycle_output"), "unknown hook"),
    "hook with an argument": (BAD.replace("outputs()", "outputs(registry)"), "{'registry'}"),
    "hook that nobody marked": (BAD.replace("@hookimpl\n", ""), "implements no hook"),
    "of a newer mesocycle": (when_imported("mesocycle_hooks = 99"), "wants hooks 99"),
    "for a newer programme": (BAD.replace("media_type,", "programme = 99\n    media_type,", 1),
                              "wants programme 99"),
    "raises in its hook": (in_hook("1 / 0"), "ZeroDivisionError"),
    "exits in its hook": (in_hook("raise SystemExit"), "tried to exit"),
    "interrupts in its hook": (in_hook("raise KeyboardInterrupt"), "KeyboardInterrupt"),
    "hangs in its hook": (in_hook("while True: pass"), "it took longer than 0.3 s"),
    "raises half-way": (in_hook("yield Output()\n1 / 0"), "ZeroDivisionError"),
    "returns no list": (in_hook("return 7"), "TypeError"),
    "returns nothing that is an output": (in_hook("return ['bad']"), "a str has no name"),
    "returns the class": (in_hook("return [Output]"), "the class Output"),
    "takes the name of a bundled one": (BAD.replace('"bad"', '"ical"'), "ical (bundled) has"),
    "takes the name of another": (BAD.replace('"bad"', '"good"'), "offers an output 'good'"),
    "has a name that leads elsewhere": (BAD.replace('"bad"', '"../bad"'), "the name '../bad'"),
    "has properties that raise": (
        BAD.replace("summary, options", "about, options").replace(
            "    name = suffix", "    summary = property(lambda self: 1 / 0)\n    name = suffix"
        ),
        "ZeroDivisionError",
    ),
    "has options without end": (
        BAD.replace('"for a test", ()', '"for a test", iter(int, 1)'), "is not an Option"
    ),
}  # fmt: skip

#: Those that fail when they make their file.
FAILING = {
    "raises": (in_render("1 / 0"), "ZeroDivisionError"),
    "exits": (in_render("raise SystemExit(0)"), "tried to exit with 0"),
    "interrupts": (in_render("raise KeyboardInterrupt"), "KeyboardInterrupt"),
    "hangs": (in_render("while True: pass"), "it took longer than 0.3 s"),
    "recurses": (in_render("return self.render(programme, context)"), "RecursionError"),
    "without end": (in_render("for _ in iter(int, 1): pass"), "it took longer than 0.3 s"),
    "wants more arguments": (BAD.replace("context)", "context, more)"), "TypeError"),
    "returns text": (in_render("return 'text'"), "it returned a str, not a Rendered"),
    "returns nothing": (in_render("return None"), "it returned a NoneType"),
    "makes text": (in_render("return Rendered('text')"), "its content is a str, not bytes"),
    "makes an empty file": (in_render("return Rendered(b'')"), "it made an empty file"),
    "warns of no text": (in_render("return Rendered(b'x', (7,))"), "not a tuple of texts"),
    "writes into what is frozen": (in_render("programme.as_of = 'x'"), "immutable"),
    "forces its way": (
        in_render("import msgspec; msgspec.structs.force_setattr(programme, 'sessions', ())"),
        "changed the programme",
    ),
    "changes a list deep inside": (
        in_render("""
            import msgspec
            msgspec.structs.force_setattr(programme.sessions[0], 'name', 'Mine')
        """),
        "changed the programme",
    ),
}  # fmt: skip

#: Those that make their file, and something else besides: only what they print is told.
UNTIDY = {
    "prints when imported": (when_imported("print('BEGIN:VCALENDAR')"), "printed"),
    "prints in its hook": (in_hook("print('x')"), "printed"),
    "prints": (in_render("print('x')"), "printed"),
    "closes standard output": (in_render("import sys; sys.stdout.close()"), "printed"),
    "changes the folder": (in_render("import os; os.chdir('/')"), ""),
    "changes the folder when imported": (when_imported("import os; os.chdir('/')"), ""),
    "changes the environment": (
        in_render("import os, time; os.environ.update(TZ='Asia/Tokyo'); time.tzset()"), ""
    ),
    "changes the locale": (
        in_render("import locale; locale.setlocale(locale.LC_ALL, 'C.UTF-8')"), ""
    ),
    "makes warnings errors": (
        in_render("import warnings as w; w.simplefilter('error'); w.showwarning = None"), ""
    ),
    "lowers the recursion limit": (in_render("import sys; sys.setrecursionlimit(150)"), ""),
    "changes the path": (in_render("import sys; sys.path.clear()"), ""),
    "counts otherwise": (in_render("import decimal; decimal.getcontext().prec = 1"), ""),
    "takes the signals": (
        in_render("import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"), ""
    ),
}  # fmt: skip
