"""What all tests share."""

from __future__ import annotations

import os
import zoneinfo

import pytest
from hypothesis import settings

from mesocycle.loading.zones import prefer_own_zones

# As the command does; a plugin of pytest may have imported zoneinfo before.
prefer_own_zones(os.environ)
zoneinfo.reset_tzpath(os.environ["PYTHONTZPATH"].split(os.pathsep))

# No test measures time, and a run that failed can be repeated.
settings.register_profile("mesocycle", deadline=None, derandomize=True)
settings.load_profile("mesocycle")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden anew instead of comparing",
    )


@pytest.fixture
def update_golden(request) -> bool:
    """Whether golden files are being rewritten."""
    return request.config.getoption("--update-golden")
