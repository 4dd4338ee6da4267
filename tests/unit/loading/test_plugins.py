"""Installed plugins are found without importing them."""

from __future__ import annotations

import pytest

from mesocycle.loading.plugins import installed_plugins


@pytest.fixture
def site(tmp_path):
    return tmp_path / "site"


def install(site, folder, entry_points, metadata=None):
    info = site / folder
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(entry_points)
    if metadata is not None:
        (info / "METADATA").write_text(metadata)


AGENDA = "[console_scripts]\nagenda = x:y\n\n[mesocycle]\nagenda = coach_agenda\n"


def found(*path):
    return [(e.name, e.value, e.distribution, e.version) for e in installed_plugins(map(str, path))]


def test_a_plugin_by_its_metadata(site):
    install(
        site,
        "coach_agenda-1.2.dist-info",
        AGENDA,
        "Metadata-Version: 2.1\nName: Coach-Agenda\nVersion: 1.2.post1\n\nName: a lie\n",
    )
    assert found(site) == [("agenda", "coach_agenda", "Coach-Agenda", "1.2.post1")]


def test_without_metadata_the_folder_tells(site):
    install(site, "coach_agenda-1.2.dist-info", AGENDA)
    assert found(site) == [("agenda", "coach_agenda", "coach_agenda", "1.2")]


def test_the_first_on_the_path_hides_the_second(tmp_path):
    install(tmp_path / "a", "coach_agenda-2.dist-info", AGENDA)
    install(tmp_path / "b", "Coach.Agenda-1.egg-info", AGENDA)
    assert [version for *_, version in found(tmp_path / "a", tmp_path / "b")] == ["2"]


@pytest.mark.parametrize(
    "entry_points", ["", "[console_scripts]\nmesocycle = x:y\n", "[other]\na = mesocycle\n", "\xff"]
)
def test_what_is_no_plugin_of_ours(site, entry_points):
    install(site, "other-1.dist-info", entry_points)
    assert found(site) == []


def test_what_cannot_be_read_is_passed_over(tmp_path, site):
    (site / "empty-1.dist-info").mkdir(parents=True)
    archive = tmp_path / "x.zip"
    archive.touch()
    assert found(tmp_path / "nowhere", archive, site) == []
