"""A folder with a plan, two diaries and links; and plugins that make trouble."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.feed.folders import served

TROUBLED = Path(__file__).parents[3] / "fixtures" / "plugins" / "feeds"


@pytest.fixture
def folder(tmp_path):
    """Ana's and Ben's feeds of one plan."""
    return served(tmp_path / "plans", ["Ana", "Ben"])


@pytest.fixture(scope="session")
def troubled_site(tmp_path_factory):
    """A folder as good as site-packages, with a plugin in the place of the bundled calendar."""
    site = tmp_path_factory.mktemp("site")
    metadata = site / "mesocycle_ical-9.9.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: mesocycle-ical\nVersion: 9.9\n\n")
    (metadata / "entry_points.txt").write_text("[mesocycle]\nical = troubled_ical\n")
    return site


@pytest.fixture
def troubled(troubled_site, monkeypatch):
    """The calendar makes trouble for some (`TROUBLES` of the plugin)."""
    monkeypatch.syspath_prepend(str(TROUBLED))
    monkeypatch.syspath_prepend(str(troubled_site))


@pytest.fixture
def keeper(folder):
    found = folder.keeper()
    yield found
    found.close()
