"""Finding plugins: what it costs when nothing is imported yet, beside `importlib.metadata`.

A folder like `site-packages` is made, with distributions of which some have plugins. Both ways
look at it in fresh processes, since that is what every start of the command does; Python's own
start, and the import of what each way needs, are in the figures of the first table. The second
table has the looking alone, again and again in one process: what is left when the system has the
files in memory.
"""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from timing import race, table

from mesocycle.loading.discovery import anybody, distributions
from mesocycle.loading.plugins import installed_plugins

ROUNDS = 25
#: The aim: distributions with plugins, beside others, and how much they may add.
PLUGINS, OTHERS, MOST_MS = 30, 70, 5.0

OURS = "from mesocycle.loading.discovery import distributions as d; list(d([{path!r}]))"
THEIRS = """import importlib.metadata as m
[e for d in m.distributions(path=[{path!r}]) for e in d.entry_points if e.group == "mesocycle"]"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        bare, full = Path(folder, "bare"), Path(folder, "full")
        for site, plugins in ((bare, 0), (full, PLUGINS)):
            for number in range(OTHERS + PLUGINS):
                install(site, number, plugin=number < plugins)
        whole_starts(bare, full, rounds)
        looking(bare, full, rounds)


def install(site: Path, number: int, *, plugin: bool) -> None:
    """A distribution as pip leaves it; one with a plugin, or one with a script."""
    info = site / f"coach_{number:03}-1.{number}.dist-info"
    info.mkdir(parents=True)
    description = "A package among others.\n" * 80
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: coach-{number:03}\nVersion: 1.{number}\n\n{description}"
    )
    (info / "RECORD").write_text("coach/__init__.py,sha256=x,1\n" * 40)
    group = "mesocycle" if plugin else "console_scripts"
    (info / "entry_points.txt").write_text(f"[{group}]\ncoach{number} = coach_{number:03}:main\n")


def whole_starts(bare: Path, full: Path, rounds: int) -> None:
    """Processes that do nothing but look."""
    programs = {
        "nothing at all": "pass",
        f"ours, {OTHERS + PLUGINS} distributions": OURS.format(path=str(bare)),
        f"ours, {PLUGINS} of them with plugins": OURS.format(path=str(full)),
        "importlib.metadata, the same": THEIRS.format(path=str(full)),
    }
    # What our part of the package needs besides is no matter of discovery, and imported by all.
    front = "import mesocycle.loading, os, sys, typing, collections.abc\n"
    runs = {name: (lambda code=code: run(front + code)) for name, code in programs.items()}
    times = race(runs, rounds)
    least = times["nothing at all"]
    rows = [
        (name, f"{t.least * 1e3:.1f}", f"{(t.least - least.least) * 1e3:+.1f}",
         f"{(t.middle - least.middle) * 1e3:+.1f}")
        for name, t in times.items()
    ]  # fmt: skip
    table("a process that looks, ms", ("", "least", "added", "usually"), rows)


def looking(bare: Path, full: Path, rounds: int) -> None:
    """Looking alone, in this process."""
    sys.path.insert(0, str(full))
    rivals = {
        "is there anybody?": anybody,
        "distributions, none with plugins": lambda: list(distributions([str(bare)])),
        f"distributions, {PLUGINS} with plugins": lambda: list(distributions([str(full)])),
        "with their entry points": lambda: installed_plugins([str(full)]),
        "importlib.metadata.entry_points": lambda: importlib.metadata.entry_points(
            group="mesocycle"
        ),
    }
    assert len(installed_plugins([str(full)])) == PLUGINS
    times = race(rivals, rounds)
    rows = [(name, f"{t.least * 1e3:.2f}", f"{t.middle * 1e3:.2f}") for name, t in times.items()]
    table(f"looking alone, ms (may add {MOST_MS:g})", ("", "least", "usually"), rows)


def run(code: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
