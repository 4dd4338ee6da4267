"""A store that speaks S3, on this machine, and one that fails."""

from __future__ import annotations

import os

import pytest

from tests.unit.feed.publishing.stores import KEYS, failing_server, s3_server


@pytest.fixture(scope="session")
def s3():
    """A store that speaks S3, with a bucket `calendars`."""
    with s3_server() as server:
        yield server


@pytest.fixture
def keys(monkeypatch):
    """Who is asking: nobody in particular, and not whoever runs the tests."""
    for name in list(os.environ):
        if name.startswith(("AWS_", "AZURE_", "GOOGLE_")):
            monkeypatch.delenv(name)
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def failing(keys):
    """A store that fails."""
    with failing_server() as server:
        yield server
