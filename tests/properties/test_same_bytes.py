"""Plans with rules, questions and lights come out as the same bytes, whatever the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from random import Random

import mesocycle
from mesocycle.bundled import BY_DEFAULT
from mesocycle.loading import Folder
from mesocycle.output.registry import load
from mesocycle.output.rendering import render
from mesocycle.source import Source
from tests.campaigns.states import Stated

#: Random cases; about half of them hold together, and mistakes are told in the same words as well.
CASES = 40
#: Those that need nothing else and take no second; some refuse a programme without a run.
OUTPUTS = (*BY_DEFAULT, "csv", "html", "intervals", "liftoscript", "zwo")
PRINT = "from tests.properties.test_same_bytes import digests; print(digests())"


def digests() -> str:
    """What each case comes to, as a digest of its outputs or of what is told."""
    return "\n".join(_digest(Random(seed)) for seed in range(CASES))


def _digest(random: Random) -> str:
    maker = Stated(random)
    case, registry = maker.case(), load().unwrap()
    diary = case.diary.replace("\n", f"\n{maker.profile()}", 1)
    outcome = mesocycle.compile_plan(
        Source("it.plan", case.plan), Folder("-"), Source("it.diary", diary)
    )
    told = "".join(f"{d} {d.span and d.span.start} {d.hints}" for d in outcome.diagnostics)
    made = b""
    if outcome.value is not None and outcome.value.sessions:
        wanted = {"json": {"decisions": True}, "markdown": {"reasons": True}}
        files = render(registry, outcome.value, OUTPUTS, options=wanted)
        made = b"".join(each.content for each in files.value or ())
    return f"{outcome.ok} {sha256(told.encode() + made).hexdigest()}"


def elsewhere(seed: str, zone: str, locale: str) -> str:
    """The digests on another machine."""
    machine = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    done = subprocess.run(
        [sys.executable, "-c", PRINT], env=machine | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_every_machine_makes_the_same_of_a_plan_with_rules():
    here = elsewhere("0", "UTC", "C")
    assert here.count("True") > CASES // 5
    assert elsewhere("1", "Pacific/Kiritimati", "tr_TR.UTF-8") == here
    assert elsewhere("2", "America/St_Johns", "de_DE.UTF-8") == here
