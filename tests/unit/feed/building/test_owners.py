"""A link shows the athlete that it was made for, or nobody new."""

from __future__ import annotations

import pytest

from mesocycle.feed.building.owners import diary_of, feed_of, taken
from mesocycle.feed.building.store import Key
from mesocycle.feed.model import Feed
from tests.unit.feed.building.looks import LATER, codes
from tests.unit.feed.folders import DIARY, NOW, served

ANA = Feed("back-ana", "p/back.plan", "p/ana.diary")
OTHER = DIARY.format(name="Ana").replace("12, 12, 12", "9, 9, 9")


@pytest.fixture
def folder(tmp_path):
    made = served(tmp_path / "plans", [])
    made.write("ana.diary", DIARY.format(name="Ana"))
    return made


def link(folder, diary, **options):
    made, _ = folder.book.create("back-ana", "phone", options, now=NOW, diary=diary)
    return made


@pytest.mark.proves("C63")
def test_a_name_that_became_somebody_elses_shows_them_to_nobody(folder):
    anas = link(folder, "ana.diary")
    keeper = folder.keeper()
    keeper.look(NOW)
    before = keeper.body(anas).content
    folder.write("other.diary", OTHER)
    assert "E722" in codes(keeper.look(NOW))  # two of one name, until
    folder.edit("ana.diary", '"Ana"', '"Ana M"')
    assert codes(keeper.look(LATER)) == ["E807"]
    others = link(folder, "other.diary")
    keeper.look(LATER)
    for each in (keeper, folder.keeper()):  # and after a restart, before it looked
        assert each.body(anas).content == before
        assert b"9\\, 9\\, 9" in each.body(others).content
    assert keeper.health().stale == 1


def test_the_athlete_renamed_back_has_the_feed_again(folder):
    anas = link(folder, "ana.diary")
    keeper = folder.keeper()
    folder.edit("ana.diary", '"Ana"', '"Ana M"')
    folder.write("other.diary", OTHER)
    keeper.look(NOW)
    assert keeper.body(anas) is None
    folder.edit("other.diary", '"Ana"', '"Ana O"')
    folder.edit("ana.diary", '"Ana M"', '"Ana"')
    assert codes(keeper.look(LATER)) == []
    assert b"12\\, 12\\, 12" in keeper.body(anas).content


def test_a_diary_that_was_renamed_is_the_same_athletes(folder):
    anas = link(folder, "ana.diary")
    keeper = folder.keeper()
    (folder.path / "ana.diary").rename(folder.path / "ana-2027.diary")
    assert codes(keeper.look(NOW)) == []
    assert b"12\\, 12\\, 12" in keeper.body(anas).content


def test_whose_it_is_outlives_a_rotation(folder):
    anas = link(folder, "ana.diary")
    assert folder.book.rotate(anas.id, NOW)[0].diary == "ana.diary"


@pytest.mark.parametrize(
    ("diary", "others", "shown"),
    [
        ("ana.diary", [], True),
        (None, [], True),
        ("old.diary", [], True),
        ("old.diary", [Feed("legs-ben", "p/legs.plan", "p/old.diary")], False),
        ("old.diary", [Feed("clinic/back-ben", "p/c/back.plan", "p/c/old.diary")], True),
    ],
)
def test_a_name_is_somebody_elses_if_the_diary_is_another_feeds(diary, others, shown):
    feeds = {each.name: each for each in [ANA, *others]}
    assert (feed_of("back-ana", diary, feeds) is ANA) == shown
    assert (taken("back-ana", diary, feeds) is None) == shown
    assert feed_of("gone", diary, feeds) is taken("gone", diary, feeds) is None


def test_what_is_kept_for_one_is_not_kept_for_another():
    keys = [Key("a"), Key("a", (), "x"), Key("a", (), "y"), Key("a", (("b", "c"),), "x")]
    assert len({key.file for key in keys}) == len(keys)
    assert diary_of(ANA) == "ana.diary"
    assert diary_of(Feed("back", "p/back.plan")) is None
