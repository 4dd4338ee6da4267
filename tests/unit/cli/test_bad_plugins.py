"""Whatever a plugin does: it is named, and the other outputs are as they are without it.

Each is a distribution of its own, `coach-bad` 0.3 with the plugin `bad`, installed beside a good
one. What the others write is compared, byte for byte, with what they write when it is not there.
"""

from __future__ import annotations

import locale
import os
import sys
import warnings
from decimal import getcontext
from textwrap import dedent

import pytest

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
OTHERS = ("ical", "json", "markdown", "csv", "good")
CLEAN: dict[str, bytes] = {}


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
    "hangs when imported": (when_imported("while True: pass"), "it took longer than 0.5 s"),
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
    "hangs in its hook": (in_hook("while True: pass"), "it took longer than 0.5 s"),
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
    "hangs": (in_render("while True: pass"), "it took longer than 0.5 s"),
    "recurses": (in_render("return self.render(programme, context)"), "RecursionError"),
    "without end": (in_render("for _ in iter(int, 1): pass"), "it took longer than 0.5 s"),
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


def state():
    """What of the process others can change."""
    import signal

    return (
        os.getcwd(),
        dict(os.environ),
        list(sys.path),
        sys.getrecursionlimit(),
        locale.setlocale(locale.LC_ALL),
        warnings.filters[:],
        warnings.showwarning,
        getcontext().prec,
        signal.getsignal(signal.SIGINT),
        signal.getsignal(signal.SIGALRM),
        signal.getitimer(signal.ITIMER_REAL),
        sys.stdout,
    )


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a distribution `coach-NAME` 0.3 with the plugin NAME on the path; `able-good` first."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def install(name, code):
        distribution = "able-good" if name == "good" else f"coach-{name}"
        info = site / f"{distribution}-0.3.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Name: {distribution}\nVersion: 0.3\n")
        (info / "entry_points.txt").write_text(f"[mesocycle]\n{name} = coach_{name}\n")
        (site / f"coach_{name}.py").write_text(code)

    install("good", GOOD.format(name="good"))
    yield install
    for name in ("coach_good", "coach_bad"):
        sys.modules.pop(name, None)


@pytest.fixture
def expected(install, build):
    """What the others make when the bad one is not there; the same for every test."""
    if not CLEAN:
        done, made = build("clean", *OTHERS)
        assert done.exit_code == 0, done.stderr
        CLEAN.update(made)
        sys.modules.pop("coach_good")
    return dict(CLEAN)


@pytest.fixture
def hurry(build, monkeypatch):
    """A time limit for those that hang; what the others need is imported before."""

    def hurry(says):
        if says.startswith(("it took longer", "took longer", "stopped three")):
            monkeypatch.setenv("MESO_PLUGIN_TIMEOUT", "0.5")

    return hurry


@pytest.fixture
def build(run, folder):
    """Builds some outputs into a folder: exit code, what was said, the files' bytes."""

    def build(into, *outputs):
        done = run("build", "back.plan", "--to", ",".join(outputs), "-o", into)
        there = (folder / into).iterdir() if (folder / into).exists() else ()
        return done, {path.name: path.read_bytes() for path in there if path.suffix != ".lock"}

    return build


@pytest.mark.parametrize("how", UNUSABLE)
def test_one_that_cannot_be_used(how, install, build, hurry, expected):
    code, says = UNUSABLE[how]
    install("bad", code)
    hurry(says)
    before = state()
    done, made = build("made", *OTHERS)
    assert state() == before
    assert done.exit_code == 3, done.stderr
    assert "plugin bad (coach-bad 0.3) " in done.stderr
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert made == expected


@pytest.mark.parametrize("how", FAILING)
def test_one_that_fails_to_make_its_file(how, install, build, hurry, expected):
    code, says = FAILING[how]
    install("bad", code)
    hurry(says)
    before = state()
    done, made = build("made", "bad", *OTHERS)
    assert state() == before
    assert done.exit_code == 3, done.stderr
    assert "plugin bad (coach-bad 0.3) " in done.stderr
    assert says in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert made == expected


@pytest.mark.parametrize("how", UNTIDY)
def test_one_that_leaves_things_lying_about(how, install, build, expected):
    code, says = UNTIDY[how]
    install("bad", code)
    before = state()
    done, made = build("made", "bad", *OTHERS)
    assert state() == before
    assert done.exit_code == 0, done.stderr
    assert says in done.stderr
    assert ("plugin bad (coach-bad 0.3) printed" in done.stderr) is (says == "printed")
    assert made.pop("back.bad")
    assert made == expected


@pytest.mark.parametrize("how", ["raises", "hangs", "makes text", "forces its way"])
def test_the_file_of_last_time_stays(how, install, build, folder, hurry):
    install("bad", BAD)
    _, first = build("made", "bad", "json")
    sys.modules.pop("coach_bad")
    site = next(each for each in map(str, sys.path) if each.endswith("site"))
    (folder / site / "coach_bad.py").write_text(FAILING[how][0] + "\n# longer\n")
    hurry(FAILING[how][1])
    done, second = build("made", "bad", "json")
    assert done.exit_code == 3
    assert second == first


@pytest.mark.parametrize("how", ["raises", "returns text", "hangs"])
def test_strict_writes_nothing(how, install, build, run, folder, hurry):
    build("clean", "json")
    install("bad", FAILING[how][0])
    hurry(FAILING[how][1])
    done = run("build", "back.plan", "--to", "json,bad", "--strict", "-o", "made")
    assert done.exit_code == 3
    assert not list((folder / "made").glob("*.json"))


def test_nothing_is_printed_where_the_file_goes(install, run):
    install("bad", UNTIDY["prints when imported"][0])
    clean = run("build", "back.plan", "--to", "json", "-o", "-", "--no-plugins").stdout
    assert run("build", "back.plan", "--to", "json", "-o", "-").stdout == clean


def test_a_person_who_interrupts_is_obeyed(install, run):
    install("bad", in_render("import signal; signal.raise_signal(signal.SIGINT)"))
    done = run("build", "back.plan", "--to", "bad,json", "-o", "made")
    assert done.exit_code == 1
    assert "Aborted!" in done.stderr


def test_even_if_the_plugin_swallows_it(install, run):
    install(
        "bad",
        in_render("""
            import signal
            try: signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt: pass
        """),
    )
    assert "Aborted!" in run("build", "back.plan", "--to", "bad,json", "-o", "made").stderr
