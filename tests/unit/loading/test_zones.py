"""The zones of the package count, unless somebody chose others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import tzdata

from mesocycle.loading.zones import prefer_own_zones

OWN = str(Path(tzdata.__file__).parent / "zoneinfo")
SAY = (
    "import os, sys; from mesocycle.loading.zones import prefer_own_zones as p; p(os.environ); "
    "assert 'zoneinfo' not in sys.modules; import zoneinfo; print(*zoneinfo.TZPATH)"
)


def told(**environment):
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONTZPATH"}
    command = [sys.executable, "-c", SAY]
    done = subprocess.run(
        command, env=kept | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_packages_zones_come_first():
    assert told() == OWN


def test_what_somebody_chose_stays(tmp_path):
    assert told(PYTHONTZPATH=str(tmp_path)) == str(tmp_path)


def test_nothing_is_said_where_something_was():
    environment = {"PYTHONTZPATH": "/there"}
    prefer_own_zones(environment)
    assert environment == {"PYTHONTZPATH": "/there"}
