"""A fuzz of the commands that write a diary, look ahead, or tell why.

    make fuzz OF=commands RUNS=5000 SEED=7

Each run has a folder of its own with a plan and a diary, one or both damaged at times. Whatever is
asked: an answer within a few seconds and never a traceback; nothing in the terminal that steers
it; a diary that is as it was, or has all its old lines and the new ones, and is right if it was
right. Now and then the command is interrupted: then it is one or the other.
"""

from __future__ import annotations

import json
import os
import re
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest import mock

from click.testing import CliRunner, Result

import mesocycle
from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal
from mesocycle.diagnostics import Diagnostic, Outcome, has_errors
from mesocycle.loading import Folder, read_diary
from mesocycle.source import Source
from tests.campaigns.damage import Damage
from tests.campaigns.desk import DIARY, PLAN, Call, Desk
from tests.campaigns.fuzz import PART, PATIENCE, TooLong, made, misplaced, pairs, patience

#: What a terminal acts upon, or shows in another order.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: What the shell may be told.
KNOWN = (0, 1, 2, 4)


class Told:
    """What was reported while a command ran."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Keep all that a terminal is given to report."""
        own, report = self, Terminal.report

        def heard(self: Terminal, diagnostics, *rest, **more):
            own.diagnostics += diagnostics
            return report(self, diagnostics, *rest, **more)

        with mock.patch.object(Terminal, "report", heard):
            yield


def run(call: Call) -> Result:
    """Ask it."""
    return CliRunner().invoke(meso, call.arguments, obj=Terminal(), input=call.stdin.encode())


def files() -> dict[str, bytes]:
    """All that lies in the working folder."""
    return {path.name: path.read_bytes() for path in Path().iterdir()}


def fault(call: Call, random: Random) -> str | None:
    """What goes wrong with a command; None where nothing does but mistakes that are told."""
    before, right = files(), _right()
    told = Told()
    try:
        with patience(), told.listening():
            done = run(call)
    except TooLong:
        return f"more than {PATIENCE} seconds\n{traceback.format_exc(limit=-6)}"
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        kind, error, trace = done.exc_info or (None, None, None)
        return "".join(traceback.format_exception(kind, error, trace)[-6:])
    after = files()
    right = right and "W740" not in (each.code for each in told.diagnostics)  # without its plan
    wrong = _wrong(call, done, told) or _changed(call, done, before, after, right=right)
    if wrong is None and after != before and random.randrange(3) == 0:
        wrong = _interrupted(call, before, after, random)
    return wrong


def _right() -> bool:
    """Whether plan and diary are without mistakes."""
    diary = read_diary(DIARY)
    if diary.value is None:
        return False
    plan = Source(PLAN, Path(PLAN).read_text("utf-8", "replace"))
    outcome = mesocycle.compile_plan(plan, Folder("-"), diary.value)
    return outcome.ok and not has_errors(outcome.diagnostics)


def _wrong(call: Call, done: Result, told: Told) -> str | None:
    if done.exit_code not in KNOWN:
        return f"exit {done.exit_code}"
    if "this is a bug" in done.stderr or "Traceback" in done.output:
        return f"a bug is told\n{done.stderr}"
    if found := STEERING.search(done.output):
        return f"{found[0]!r} goes to the terminal"
    if done.exit_code and not done.stderr and not done.stdout:
        return f"exit {done.exit_code}, and nothing said"
    if call.arguments[0] != "log" and "json" in call.arguments and not done.exit_code:
        json.loads(done.stdout)
    placed = [d for d in told.diagnostics if d.span is not None]
    return misplaced(Outcome(None, tuple(placed))) if placed else None


def _changed(
    call: Call, done: Result, before: dict[str, bytes], after: dict[str, bytes], *, right: bool
) -> str | None:
    """What a command did to the folder that it must not do."""
    new = after.keys() - before.keys()
    if before.keys() - after.keys() or not new <= {"past.diary"}:
        return f"files come or go: {before.keys() ^ after.keys()}"
    writes = call.arguments[0] in ("log", "import") and "--dry-run" not in call.arguments
    quiet = done.exit_code or not writes
    if quiet and after != before:
        return f"exit {done.exit_code}, and something was written"
    for name, data in before.items():
        if after[name] != data and name not in (DIARY, PART):
            return f"{name} was changed"
        if not _holds(after[name], data):
            return f"lines of {name} are gone"
    if right and after != before and not _right():
        return "the diary was right, and is not any more"
    return None


def _holds(new: bytes, old: bytes) -> bool:
    """Whether all old lines are there, in their order."""
    rows = iter(new.splitlines())
    return all(row in rows for row in old.splitlines())


def _interrupted(
    call: Call, before: dict[str, bytes], after: dict[str, bytes], random: Random
) -> str | None:
    """What an interrupted command leaves that is neither the old nor the new."""
    for name in after.keys() - before.keys():
        Path(name).unlink()
    for name, data in before.items():
        Path(name).write_bytes(data)
    signal.signal(signal.SIGVTALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_VIRTUAL, random.random() ** 2 * 0.05 + 1e-6)
    try:
        run(call)
    except KeyboardInterrupt:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    left = files()
    if left in (before, after):
        return None
    return f"interrupted, it leaves neither the old nor the new: {sorted(left)}"


def campaign(random: Random, runs: int, broken: Path) -> int:
    """Run so many; how many of them were at fault. Each kind is kept once, in `broken`."""
    sound = [pair for pair in pairs() if 'use "' not in pair.plan]  # it lies elsewhere
    texts = [text for _ in range(100) for text in made(random)[:2] if text]
    damage = Damage(random, [*texts, *(text for pair in sound for text in pair[:2] if text)])
    seen: dict[str, int] = {}
    desk, home = Desk(random, damage, sound), os.getcwd()
    for number in range(runs):
        with TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                desk.lay_out()
                call, kept = desk.call(), files()
                wrong = fault(call, random)
            finally:
                os.chdir(home)
        if wrong is None:
            continue
        kind = "\n".join(wrong.strip().splitlines()[-3:])
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] == 1:
            at = broken / f"{number}"
            at.mkdir()
            for name, data in kept.items():
                (at / name).write_bytes(data)
            (at / "call.txt").write_text(f"{call}\n\n{wrong}", "utf-8")
            print(f"{at}\n{call}\n{wrong}", flush=True)
    print(f"{runs} runs, {sum(seen.values())} faults of {len(seen)} kinds", flush=True)
    return sum(seen.values())
