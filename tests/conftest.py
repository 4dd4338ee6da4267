"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

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
