"""Faults on purpose: killed, refused by the disk, two at once.

    make faults                     # all of it, some minutes
    make faults RUNS=100 SEED=7     # fewer kills and pairs

`meso publish` into a folder and into a bucket, `meso build`, what a server writes and what
`meso feed revoke` does are killed at random and at each call that touches the disk; each such call
is refused with every error that it may have; the disk is full; two run at once. Each time: every
file is as it was or as it ought to be, whole; the exit is 4 with one error; and the next run
leaves all as if nothing had happened, with no temporary file. No part of `make`.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from mesocycle.feed.publishing.reading import Difference, difference
from tests.campaigns import scenes
from tests.campaigns.scenes import BUILD, PUBLISH, SCENES, Done, Stage, files, finished, start
from tests.campaigns.strace import ERRORS, injected, points

#: What went wrong, each with how it came about.
Faults = Iterator[str]


def told(done: Done, stage: Stage, folder: Path) -> str | None:
    """What is not right about how a refused run ended: 4 with one error, or all was done."""
    errors = done.said.count("error[") + done.said.count("input/output failed")
    if "Traceback" in done.said or errors > 1:
        return f"it says {done.said}"
    if done.code == 4 and errors == 1:
        return None
    if done.code == 0 and files(folder, stage.scene.kept) == stage.after:
        return None
    return f"it ends with {done}"


def killed_at_random(stage: Stage, runs: int, random: Random, count: Counter[str]) -> Faults:
    """kill -9, at any moment of a run."""
    took = []
    for _ in range(3):
        with stage.played() as folder:
            begun = time.monotonic()
            scenes.forked(stage.scene.words, folder)
            took.append(time.monotonic() - begun)
    for _ in range(runs):
        with stage.played() as folder:
            moment = random.random() * max(took) * 1.1
            done = scenes.forked(stage.scene.words, folder, kill_after=moment)
            count["killed" if done.code == -signal.SIGKILL else "done before it was killed"] += 1
            count["temporary files left"] += any(map(scenes.is_temporary, files(folder, ".")))
            wrong = stage.torn(folder) or stage.unmended(folder)
            if wrong:
                yield f"{stage.scene.name} killed after {moment:.4f} s: {wrong}"


def at_each_call(
    stage: Stage, count: Counter[str], wanted: Callable[[str, int], bool] = lambda *_: True
) -> Faults:
    """Each call that touches the disk: killed there, or refused there."""
    with stage.played() as folder:
        found = points(stage.scene.words, folder, stage.scene.kept)
    for point in found:
        for fault in ("signal=KILL", *(f"error={each}" for each in ERRORS[point.call])):
            if not wanted(f"{point.call}:{fault}", point.number):
                continue
            with stage.played() as folder:
                done, hit = injected(stage.scene.words, folder, point, fault)
                count[f"{fault} in {point.call}" if hit else "missed"] += 1
                refused = None if "KILL" in fault else told(done, stage, folder)
                wrong = stage.torn(folder) or refused or stage.unmended(folder)
                if wrong:
                    yield f"{stage.scene.name}, {fault} in {point}: {wrong}"


def full(stage: Stage, count: Counter[str]) -> Faults:
    """No file may become longer than so many bytes."""
    sizes = {0, 1, 100, *(len(data) - 1 for data in stage.after.values())}
    for size in sorted(sizes):

        def limit(size: int = size) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

        with stage.played() as folder:
            done = finished(start(stage.scene.words, folder, limit))
            count["files too large"] += 1
            wrong = stage.torn(folder) or told(done, stage, folder) or stage.unmended(folder)
            if wrong:
                yield f"{stage.scene.name}, files of {size} bytes at most: {wrong}"


def full_disk(stage: Stage, count: Counter[str]) -> Faults:
    """A small disk of its own, on which what is new has no room beside what is old."""
    with stage.played() as folder:
        kept = folder / stage.scene.kept
        old = files(folder, stage.scene.kept)
        size = sum(-(-len(data) // 4096) + 1 for data in old.values()) * 4096
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(kept)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            count["no small disk can be had"] += 1
            return
        try:
            for name, data in old.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)
            with contextlib.suppress(OSError):
                (kept / "filler").write_bytes(b"x" * size)
            done = scenes.forked(stage.scene.words, folder)
            (kept / "filler").unlink()
            count["full disk"] += 1
            wrong = stage.torn(folder) or told(done, stage, folder)
            subprocess.run(["mount", "-o", "remount,size=4m", str(kept)], check=True)
            wrong = wrong or stage.unmended(folder)
            if wrong:
                yield f"{stage.scene.name}, full disk: {wrong}"
        finally:
            subprocess.run(["umount", str(kept)], check=True)


def pairs(stage: Stage, runs: int, random: Random, count: Counter[str]) -> Faults:
    """Two at once, of two versions of a plan: what comes of it is one of the two."""
    versions = [files_of(stage, at) for at in ("at 08:00", "at 09:00")]
    for _ in range(runs):
        with stage.played() as one, stage.played() as other:
            scenes_plan(other, "at 09:00")
            _share(one, other, stage.scene.kept)
            both = []
            for folder in random.sample([one, other], 2):
                both.append(start(stage.scene.words, folder))
                time.sleep(random.random() * 0.01)
            ends = [finished(each) for each in both]
            if not all(end.fine for end in ends):
                yield f"{stage.scene.name}, two at once: {ends}"
            now = files(one, f"{stage.scene.kept}/")
            left = [path for path in now if scenes.is_temporary(path)]
            which = [n for n, version in enumerate(versions) if same(now, version)]
            count[f"the {('first', 'second')[which[0]]} of two" if which else "neither"] += 1
            if left or not which:
                yield f"{stage.scene.name}, two at once: neither the one nor the other, {left}"


def files_of(stage: Stage, at: str) -> scenes.Files:
    """What a version of the plan comes to."""
    with stage.played() as folder:
        scenes_plan(folder, at)
        assert scenes.forked(stage.scene.words, folder).code == 0
        return files(folder, stage.scene.kept)


def scenes_plan(folder: Path, at: str) -> None:
    """Another version of the plan."""
    plan = folder / "back.plan"
    plan.write_text(scenes.PLAN.replace("at 07:00", at), "utf-8")


def _share(one: Path, other: Path, kept: str) -> None:
    for path in sorted((other / kept).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (other / kept).rmdir()
    (other / kept).symlink_to(one / kept)


def same(now: scenes.Files, version: scenes.Files) -> bool:
    """Whether both say the same, whichever revision it is."""
    if now.keys() != version.keys():
        return False
    feeds = [name for name in now if name.endswith(".ics")]
    return all(difference(now[name], version[name]) == Difference() for name in feeds) and all(
        now[name] == version[name] for name in now if not name.endswith(".ics")
    )


def campaign(runs: int, seed: int) -> int:
    """All of it; how many faults were found."""
    scenes.at_hand()
    found, random = 0, Random(seed)
    with tempfile.TemporaryDirectory() as room:
        for scene in SCENES:
            stage = Stage(scene, Path(room))
            count: Counter[str] = Counter()
            parts = [killed_at_random(stage, runs, random, count), at_each_call(stage, count)]
            parts.append(full(stage, count))
            if scene.kept in ("out", "build"):
                parts += [full_disk(stage, count)]
            if scene in (PUBLISH, BUILD):
                parts += [pairs(stage, runs // 2, random, count)]
            for part in parts:
                for fault in part:
                    found += 1
                    print(fault, flush=True)
            counts = ", ".join(f"{number} × {what}" for what, number in sorted(count.items()))
            print(f"{scene.name}: {counts}", flush=True)
    print(f"{found} faults", flush=True)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Faults on purpose.")
    parser.add_argument("runs", nargs="?", type=int, default=1000, help="kills, each scene")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    os.environ["NO_COLOR"] = "1"
    sys.exit(1 if campaign(arguments.runs, arguments.seed) else 0)
