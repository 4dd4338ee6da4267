"""Which feeds a folder gives, and what is said of the rest."""

from __future__ import annotations

import os

import pytest

from mesocycle.feed.building.roster import Roster, roster
from tests.unit.feed.folders import DIARY, PLAN, Served


@pytest.fixture
def folder(tmp_path):
    return Served(tmp_path / "plans")


def names(folder):
    return [feed.name for feed in roster(str(folder.path)).value]


def codes(folder):
    return [each.code for each in roster(str(folder.path)).diagnostics]


def test_a_plan_that_nobody_follows_is_a_feed_by_itself(folder):
    folder.write("back.plan", PLAN)
    (feed,) = roster(str(folder.path)).value
    assert (feed.name, feed.diary) == ("back", None)
    assert feed.plan == str(folder.path / "back.plan")


def test_a_plan_that_is_followed_is_one_for_each_athlete(folder):
    folder.write("back.plan", PLAN)
    folder.write("a.diary", DIARY.format(name="Ana B."))
    folder.write("ben.diary", '\n2026-12-07 "Strength"\n')
    assert names(folder) == ["back-ana-b", "back-ben"]


def test_folders_below_are_part_of_the_name(folder):
    folder.write("back.plan", PLAN)
    folder.write("clinic/north/back.plan", PLAN)
    folder.write("clinic/north/ana.diary", DIARY.format(name="Ana"))
    assert names(folder) == ["back", "clinic/north/back-ana"]


def test_a_diary_follows_the_plan_that_it_names(folder):
    folder.write("back.plan", PLAN)
    folder.write("run.plan", PLAN.replace("A back", "A run"))
    folder.write("ana.diary", DIARY.format(name="Ana"))
    folder.write("ben.diary", DIARY.format(name="Ben").replace("A back", "a RUN"))
    assert names(folder) == ["back-ana", "run-ben"]
    assert codes(folder) == []


@pytest.mark.parametrize(
    ("follows", "says"),
    [
        ("", "may follow back.plan or run.plan"),
        ('  follows "A bike"\n', "follows 'A bike', which is no plan of its folder"),
    ],
)
def test_a_diary_that_follows_who_knows_what_is_told(folder, follows, says):
    folder.write("back.plan", PLAN)
    folder.write("run.plan", PLAN.replace("A back", "A run"))
    folder.write("ana.diary", f'athlete "Ana"\n{follows}')
    found = roster(str(folder.path))
    assert [feed.name for feed in found.value] == ["back", "run"]
    (told,) = found.diagnostics
    assert told.code == "W800"
    assert says in told.message


def test_a_diary_without_a_plan_beside_it_is_told(folder):
    folder.write("back.plan", PLAN)
    folder.write("athletes/ana.diary", DIARY.format(name="Ana"))
    assert names(folder) == ["back"]
    assert codes(folder) == ["W800"]


def test_libraries_hidden_folders_and_what_was_built_are_no_plans(folder):
    folder.write("mine.plan", 'exercise "Doorway Reach"\n  kind flexibility\n')
    for name in (".git/back.plan", "build/back.plan", ".back.plan", "back.plan~"):
        folder.write(name, PLAN)
    assert names(folder) == []
    assert codes(folder) == []


def test_a_part_of_a_diary_is_not_a_diary(folder):
    folder.write("back.plan", PLAN)
    folder.write("ana.diary", DIARY.format(name="Ana") + 'include "years/2025.diary"\n')
    folder.write("years/2025.diary", 'include "june.diary"\n2025-12-07 morning pain 0\n')
    folder.write("years/june.diary", "2025-06-07 morning pain 0\n")
    assert names(folder) == ["back-ana"]
    assert codes(folder) == []


def test_a_part_that_names_an_athlete_is_one_all_the_same(folder):
    folder.write("back.plan", PLAN)
    folder.write("ana.diary", DIARY.format(name="Ana") + 'include "ben.diary"\n')
    folder.write("ben.diary", DIARY.format(name="Ben"))
    assert names(folder) == ["back-ana", "back-ben"]


def test_two_athletes_of_one_name_have_no_feed(folder):
    folder.write("back.plan", PLAN)
    folder.write("a.diary", DIARY.format(name="Ana"))
    folder.write("b.diary", DIARY.format(name="ana"))
    folder.write("c.diary", DIARY.format(name="Cleo"))
    assert names(folder) == ["back-cleo"]
    (told,) = roster(str(folder.path)).diagnostics
    assert told.code == "E722"
    assert "back-ana" in told.message


def test_a_plan_that_is_called_like_anothers_athlete_has_none_either(folder):
    folder.write("back.plan", PLAN)
    folder.write("back-ana.plan", PLAN.replace("A back", "Another"))
    folder.write("ana.diary", DIARY.format(name="Ana"))
    assert names(folder) == []
    assert codes(folder) == ["E722"]


def test_what_cannot_be_read_is_told_and_the_others_are_found(folder):
    folder.write("back.plan", PLAN)
    folder.write("ana.diary", DIARY.format(name="Ana"))
    (folder.path / "old.plan").write_bytes(b'plan "\xff\xfe"')
    (folder.path / "ben.diary").mkdir()
    os.symlink("nowhere", folder.path / "gone.diary")
    assert names(folder) == ["back-ana"]
    assert codes(folder) == ["E700", "E703"]


def test_links_lead_to_other_files_of_the_folder_and_not_out(folder, tmp_path):
    folder.write("back.plan", PLAN)
    folder.write("clinic/ana.diary", DIARY.format(name="Ana"))
    (tmp_path / "ben.diary").write_text(DIARY.format(name="Ben"))
    os.symlink("clinic/ana.diary", folder.path / "ana.diary")
    os.symlink(tmp_path / "ben.diary", folder.path / "ben.diary")
    os.symlink(tmp_path, folder.path / "outside")
    assert names(folder) == ["back-ana"]


@pytest.mark.parametrize("name", ["two\nlines.plan", b"\xff.plan", "esc\x1b.plan"])
def test_a_name_that_no_link_can_say_is_told(folder, name):
    folder.write("back.plan", PLAN)
    at = os.path.join(os.fsencode(folder.path), os.fsencode(name))
    with open(at, "w") as file:
        file.write(PLAN)
    assert names(folder) == ["back"]
    (told,) = roster(str(folder.path)).diagnostics
    assert told.code == "W801"
    assert told.message.isprintable()


def test_a_folder_that_is_not_there_has_no_roster_at_all(tmp_path):
    found = roster(str(tmp_path / "nowhere"))
    assert found.value is None
    assert [each.code for each in found.diagnostics] == ["E700"]


def test_an_empty_folder_has_an_empty_one(tmp_path):
    assert roster(str(tmp_path)).value == ()


def test_only_files_that_changed_are_read_again(folder, monkeypatch):
    folder.write("back.plan", PLAN)
    folder.write("ana.diary", DIARY.format(name="Ana"))
    for path in folder.path.iterdir():
        os.utime(path, (1, 1))
    monkeypatch.setattr("mesocycle.feed.building.glances._YOUNG_NS", -1)
    found = Roster(str(folder.path))
    read = []
    known = found._text._learn
    monkeypatch.setattr(found._text, "_learn", lambda path: read.append(path) or known(path))
    assert len(found.look().value) == 1
    assert len(read) == 2
    found.look()
    assert len(read) == 2
    folder.write("ana.diary", DIARY.format(name="Anna"))
    assert [feed.name for feed in found.look().value] == ["back-anna"]
    assert len(read) == 3


def test_a_young_file_is_read_again_since_its_date_may_hide_a_change(folder):
    at = folder.write("back.plan", PLAN)
    found = Roster(str(folder.path))
    before = at.stat()
    assert [feed.name for feed in found.look().value] == ["back"]
    with at.open("r+") as file:
        file.write(PLAN.replace("plan", "plam"))
    os.utime(at, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found.look().value == ()
