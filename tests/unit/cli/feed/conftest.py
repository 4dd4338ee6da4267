"""A folder to make links in, on a day that does not pass by itself."""

from __future__ import annotations

import json
import re

import pytest

#: What a secret looks like.
TOKEN = re.compile("[A-Za-z0-9_-]{43}")
DAY = "1796688000"  # 2026-12-08


@pytest.fixture(autouse=True)
def now(folder, monkeypatch):
    """A clock that stands, and no address from outside."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.delenv("MESO_URL", raising=False)
    return lambda day: monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY) + day * 86_400))


@pytest.fixture
def create(run):
    """`create("--detail", "busy")`: the link's id, its secret, and what was printed."""

    def call(*arguments, feed="back-ana", whom="Ana's phone"):
        done = run("feed", "create", ".", feed, "--for", whom, *arguments)
        assert done.exit_code == 0, done.stderr
        (token,) = set(TOKEN.findall(done.stdout))
        return done.stdout.partition(":")[0], token, done

    return call


@pytest.fixture
def links(folder):
    """What is in the file."""
    return lambda: json.loads((folder / ".meso" / "links.json").read_text())["links"]
