"""Start-up: which modules `meso check` imports, and what each costs by itself.

Python's own `-X importtime` tells; its bookkeeping makes everything a third slower than it is, so
compare, and look at `whole_process.py` for what people wait for. The floor is Python importing
nothing but what it needs itself.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import installs
from timing import table

ROUNDS = 15
SHOWN = 16
PLAN = installs.ROOT / "plans" / "ladder" / "ladder.plan"

_LINE = re.compile(r"^import time: +([0-9]+) \| +[0-9]+ \| *(\S+)$", re.MULTILINE)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    commands = installs.meso()
    floor = costs(commands, rounds, "-c", "pass")
    check = costs(commands, rounds, str(commands / "meso"), "check", str(PLAN))
    packages: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for module, cost in check.items():
        packages[package_of(module, floor)] += cost
        modules[package_of(module, floor)] += 1
    least = sum(floor.values())
    rows = [
        (name, f"{modules[name]}", f"{cost / 1e3:.1f}", f"{cost / least:.2f}")
        for name, cost in packages.most_common()
    ]
    rows.append(
        ("all", f"{len(check)}", f"{check.total() / 1e3:.1f}", f"{check.total() / least:.2f}")
    )
    heads = ("imported by `meso check`", "modules", "ms", "times bare Python")
    table(f"Start-up by package, least of {rounds} runs for each module", heads, rows)
    dearest = [(name, f"{cost / 1e3:.2f}") for name, cost in check.most_common(SHOWN)]
    table("The dearest modules, by themselves", ("module", "ms"), dearest)


def costs(commands: Path, rounds: int, *arguments: str) -> Counter[str]:
    """Microseconds by module, without those that it imports in turn: the least of all runs."""
    least: Counter[str] = Counter()
    for _ in range(rounds):
        command = [commands / "python", "-X", "importtime", *arguments]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        for cost, module in _LINE.findall(told):
            least[module] = min(int(cost), least[module] or int(cost))
    return least


def package_of(module: str, floor: Counter[str]) -> str:
    """Where a module belongs, as the table has it."""
    top = module.partition(".")[0]
    if module in floor:
        return "Python itself"
    return "the standard library" if top in sys.stdlib_module_names else top


if __name__ == "__main__":
    main()
