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

import pytest

from tests.unit.cli.bad_plugins import BAD, FAILING, GOOD, UNTIDY, UNUSABLE, in_render

OTHERS = ("ical", "json", "markdown", "good")
CLEAN: dict[str, bytes] = {}


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
            monkeypatch.setenv("MESO_PLUGIN_TIMEOUT", "0.3")

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
