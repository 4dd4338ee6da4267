"""Every plan in plans/ compiles without a word, to the same bytes as before, in every format.

Of the long programmes in plans/strength/ and plans/running/ the sheet is kept, and a short one
of each in every format.

`make golden` writes them anew. Read that difference as a coach would before committing it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from mesocycle.bundled import BY_DEFAULT
from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal

GOLDEN = Path(__file__).parent
PLANS = GOLDEN.parents[1] / "plans"

#: Folders whose plans are kept in fewer formats, and plans in them that are kept in all.
SHORT = {"strength": ("markdown",), "running": ("markdown",)}
IN_FULL = ("strength/crossfit-week.plan", "running/ten-k.plan", "running/ultra-week.plan")

#: What is kept of a plan besides.
BESIDES = {
    "strength/crossfit-week.plan": ("csv", "liftoscript"),
    "strength/starting-strength.plan": ("liftoscript",),
    "running/ultra-week.plan": ("csv",),
    "running/ten-k.plan": ("zwo", "intervals"),
    "running/triathlon-week.plan": ("intervals",),
}


def runs():
    """Each plan with every diary beside it that follows it (or says of no plan so), else alone."""
    for plan in sorted(PLANS.glob("*/*.plan")):
        title = re.search(r'^plan "(.+)"', plan.read_text("utf-8"), re.MULTILINE)
        if title is not None:  # no library
            diaries = sorted(plan.parent.glob("*.diary"))
            mine = [each for each in diaries if follows(each) in (title[1], None)]
            yield from ((shown(plan), shown(diary)) for diary in mine or [None])


def shown(path):
    return path and path.relative_to(PLANS).as_posix()


def follows(diary):
    """The name of the plan that a diary follows, if it says so."""
    found = re.search(r'^  follows "(.+?)"', diary.read_text("utf-8"), re.MULTILINE)
    return found and found[1]


def name(plan, diary):
    """What the files of a run are called: by the plan, and whom it is for."""
    if diary is None:
        return Path(plan).stem
    athlete = re.search(r'^athlete "(.+)"', (PLANS / diary).read_text("utf-8"), re.MULTILINE)
    return f"{Path(plan).stem}-{athlete[1].lower()}"


def formats(plan):
    """The formats in which a plan is kept."""
    short = SHORT.get(plan.partition("/")[0], BY_DEFAULT)
    return (*(BY_DEFAULT if plan in IN_FULL else short), *BESIDES.get(plan, ()))


def build(plan, diary, folder):
    """What `meso build` writes: name to bytes."""
    arguments = ["build", plan, "--to", ",".join(formats(plan)), "-o", str(folder), "--strict"]
    arguments += [] if diary is None else ["--diary", diary]
    done = CliRunner().invoke(meso, arguments, obj=Terminal())
    assert done.exit_code == 0, done.output
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(("plan", "diary"), list(runs()))
def test_the_same_bytes_as_before(plan, diary, tmp_path, monkeypatch, update_golden):
    monkeypatch.chdir(PLANS)
    built = build(plan, diary, tmp_path)
    assert len(built) == len(formats(plan))
    for file, content in built.items():
        golden = GOLDEN / file
        if update_golden:
            golden.write_bytes(content)
        assert golden.exists(), "make golden"
        assert content.decode().splitlines() == golden.read_text("utf-8").splitlines()
        assert content == golden.read_bytes()


@pytest.mark.parametrize(("plan", "diary"), list(runs()))
def test_nothing_to_say_about_it(plan, diary, monkeypatch):
    monkeypatch.chdir(PLANS)
    arguments = ["check", plan, *([] if diary is None else [diary])]
    done = CliRunner().invoke(meso, arguments, obj=Terminal())
    assert done.exit_code == 0, done.output
    assert "warning" not in done.output


def test_every_diary_belongs_to_a_plan():
    used = {diary for _, diary in runs()}
    assert {shown(path) for path in PLANS.glob("*/*.diary")} <= used


def test_no_golden_is_left_of_a_plan_that_is_gone(update_golden):
    stems = {name(*run) for run in runs()}
    goldens = [each for each in GOLDEN.iterdir() if each.is_file() and each.suffix != ".py"]
    left = [each for each in goldens if each.name.partition(".")[0] not in stems]
    if update_golden:
        left = [each for each in left if each.unlink()]
    assert left == []
