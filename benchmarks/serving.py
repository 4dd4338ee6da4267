"""Serving a calendar: `meso serve` beside nginx, Starlette and Radicale, asked by wrk.

One thread of wrk, 16 connections that stay open, a second for each server and question in turn;
every other round runs in reverse. Requests a second are medians, ratios the medians of those
within a round. `CPU` is what the server's process spent on a request: it hardly depends on what
else the machine does, the others do. Needs nginx and wrk; Radicale comes by pip.

    .venv/bin/python benchmarks/serving.py [ROUNDS]
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import servers
from servers import Served
from timing import table

ROUNDS = 5
SECONDS = 1
OURS = "meso serve, access log"
PEER = "nginx, access log"
#: What is asked for, and what has to be answered.
CASES = {"whole": 200, "304": 304, "gzip": 200}
_TICKS = os.sysconf("SC_CLK_TCK")


class Run(NamedTuple):
    """A second of one server: requests a second, milliseconds, microseconds a request."""

    rate: float
    usual: float
    slow: float
    cpu: float


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    if lacking := [each for each in ("nginx", "wrk") if shutil.which(each) is None]:
        print(f"serving: needs {' and '.join(lacking)}")
        return
    with tempfile.TemporaryDirectory() as name, all_of_them(Path(name)) as rivals:
        runs: dict[tuple[str, str], list[Run]] = {}
        questions = {name: asked(server) for name, server in rivals.items()}
        order = list(rivals)
        for _ in range(rounds):
            for case in CASES:
                for rival in order:
                    if case in questions[rival]:
                        run = race(rivals[rival], questions[rival][case])
                        runs.setdefault((case, rival), []).append(run)
            order.reverse()
        for case in CASES:
            show(case, {name: runs[case, name] for name in rivals if (case, name) in runs})


@contextmanager
def all_of_them(folder: Path) -> Iterator[dict[str, Served]]:
    """Every rival, running."""
    with ExitStack() as stack:
        enter = stack.enter_context
        rivals = {OURS: enter(servers.ours(folder / "log", log=True))}
        rivals["meso serve"] = enter(servers.ours(folder / "ours", log=False))
        _, _, calendar = rivals[OURS].get()
        zipped = len(gzip.compress(calendar, 6))
        print(f"{len(calendar) / 1e3:.0f} kB, {zipped / 1e3:.0f} kB under gzip")
        rivals[PEER] = enter(servers.nginx(folder / "nginx", calendar, log=True))
        rivals["nginx"] = enter(servers.nginx(folder / "nginx-quiet", calendar, log=False))
        rivals["uvicorn and Starlette"] = enter(servers.starlette(folder / "plain", calendar))
        rivals["Radicale"] = enter(servers.radicale(folder / "radicale", calendar))
        yield rivals


def asked(server: Served) -> dict[str, dict[str, str]]:
    """The header fields of each question that this server knows an answer to."""
    status, fields, body = server.get()
    if status != 200 or not body.startswith(b"BEGIN:VCALENDAR"):
        raise SystemExit(f"no calendar at {server.port}: {status}")
    questions = {
        "whole": {},
        "304": {"If-None-Match": fields.get("etag", "")},
        "gzip": {"Accept-Encoding": "gzip"},
    }
    right = {"whole"}
    if server.get(**questions["304"])[0] == 304:
        right.add("304")
    if server.get(**questions["gzip"])[1].get("content-encoding") == "gzip":
        right.add("gzip")
    return {case: {**server.fields, **given} for case, given in questions.items() if case in right}


def race(server: Served, fields: dict[str, str]) -> Run:
    """One second of it."""
    given = [part for name, value in fields.items() for part in ("-H", f"{name}: {value}")]
    before = spent(server.pid)
    command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "--latency", *given]
    address = f"http://127.0.0.1:{server.port}{server.path}"
    told = subprocess.run([*command, address], check=True, capture_output=True, text=True).stdout
    cpu = spent(server.pid) - before
    if re.search(r"connect [1-9]", told):
        raise SystemExit(told)
    count = int(re.findall(r"(\d+) requests in", told)[0])
    rate = float(re.findall(r"Requests/sec:\s+([\d.]+)", told)[0])
    usual, slow = (
        float(number) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]
        for part in ("50%", "99%")
        for number, unit in re.findall(rf"{part}\s+([\d.]+)(us|ms|s)", told)
    )
    return Run(rate, usual, slow, cpu / max(count, 1) * 1e6)


def spent(pid: int) -> float:
    """Seconds of processor that a process has used; 0 where the system does not tell so."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def show(case: str, runs: dict[str, list[Run]]) -> None:
    """Print one question's answers."""
    heads = ("server", "requests/s", "times nginx", "p50 ms", "p99 ms", "CPU µs")
    rows = []
    for name, each in runs.items():
        rate, usual, slow, cpu = (median(values) for values in zip(*each, strict=True))
        ratio = median(a.rate / b.rate for a, b in zip(each, runs[PEER], strict=True))
        row = (name, f"{rate:,.0f}", f"{ratio:.2f}", f"{usual:.2f}", f"{slow:.2f}", f"{cpu:.1f}")
        rows.append(row)
    rounds = len(runs[PEER])
    table(f"{case}, {rounds} rounds; nginx is the one with an access log", heads, rows)


if __name__ == "__main__":
    main()
