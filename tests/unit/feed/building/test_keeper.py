"""What is good is served, whatever becomes of the files."""

from __future__ import annotations

import os
import shutil

import pytest

from mesocycle.feed.building.keeper import Keeper
from mesocycle.feed.building.news import missing, to_tell
from mesocycle.feed.links.book import Book
from tests.unit.feed.building.looks import LATER, body, codes, links, told
from tests.unit.feed.folders import DIARY, NOW


def test_every_feed_with_a_link_is_made_once(keeper, folder):
    assert told(keeper.look(NOW)) == {"back-ana": "built", "back-ben": "built"}
    assert keeper.look(LATER) == []
    assert b"SUMMARY:Strength" in body(keeper, folder).content
    assert body(keeper, folder).modified == NOW
    assert keeper.health().feeds == 2
    assert keeper.health().stale == 0
    assert keeper.health().built == LATER


def test_without_links_nothing_is_made(folder):
    folder.write("cleo.diary", DIARY.format(name="Cleo"))
    for link in folder.book.links():
        folder.book.revoke(link.id, NOW)
    assert folder.keeper().look(NOW) == []
    assert not (folder.path / ".meso" / "feeds").exists()


def test_a_link_that_comes_is_seen(keeper, folder):
    keeper.look(NOW)
    folder.write("cleo.diary", DIARY.format(name="Cleo"))
    assert keeper.look(NOW) == []
    link = folder.link("back-cleo")
    assert keeper.body(link) is None
    assert keeper.title(link) == "Training"
    assert told(keeper.look(NOW)) == {"back-cleo": "built"}
    assert keeper.title(link) == "A back – Cleo"


def test_the_secret_opens_its_link(keeper, folder):
    link = links(folder)["back-ana",]
    assert keeper.link(folder.tokens[link.id]) == link
    assert keeper.link("guess") is None


@pytest.mark.proves("C63")
def test_equal_links_share_a_body_and_others_do_not(keeper, folder):
    twin, busy = folder.link("back-ana"), folder.link("back-ana", detail="busy")
    assert [each.what for each in keeper.look(NOW)] == ["built"] * 3
    assert keeper.body(twin) is body(keeper, folder)
    assert b"Strength" not in keeper.body(busy).content
    assert keeper.title(busy) == "Training"
    folder.book.revoke(twin.id, NOW)
    keeper.look(NOW)
    assert body(keeper, folder) is not None


@pytest.mark.proves("C70")
def test_an_edit_makes_what_it_concerns_and_nothing_else(keeper, folder):
    keeper.look(NOW)
    ben = body(keeper, folder, "back-ben")
    folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
    assert told(keeper.look(LATER)) == {"back-ana": "built"}
    assert body(keeper, folder).modified == LATER
    assert body(keeper, folder, "back-ben") is ben
    folder.edit("back.plan", "at 07:00", "at 08:00")
    assert told(keeper.look(LATER)) == {"back-ana": "built", "back-ben": "built"}


@pytest.mark.proves("C70")
def test_an_edit_that_changes_nothing_changes_no_byte(keeper, folder):
    keeper.look(NOW)
    before = body(keeper, folder)
    folder.edit("ana.diary", "athlete", "# She likes it.\nathlete")
    assert told(keeper.look(LATER)) == {"back-ana": "unchanged"}
    assert body(keeper, folder) is before
    folder.write("ana.diary", (folder.path / "ana.diary").read_text())
    assert keeper.look(LATER) == []


@pytest.mark.proves("C59")
def test_a_mistake_leaves_the_last_good_bytes_and_is_told_once(keeper, folder):
    keeper.look(NOW)
    before = body(keeper, folder)
    folder.edit("back.plan", "Superman", "Supermann")
    news = keeper.look(LATER)
    assert told(news) == {"back-ana": "failed", "back-ben": "failed"}
    assert codes(news) == ["E203"]
    assert keeper.look(LATER) == []
    assert body(keeper, folder) is before
    assert keeper.health().stale == 2
    folder.edit("back.plan", "plan ", "# A comment above\n\nplan ")
    assert codes(keeper.look(LATER)) == []
    folder.edit("back.plan", "Supermann", "Supermannn")
    assert codes(keeper.look(LATER)) == ["E203"]
    folder.edit("back.plan", "Supermannn", "Superman")
    assert told(keeper.look(LATER)) == {"back-ana": "mended", "back-ben": "mended"}
    assert keeper.health().stale == 0
    assert body(keeper, folder) is before


@pytest.mark.proves("C59", "C43")
def test_whatever_a_plugin_does_the_others_are_made(folder, troubled):
    keeper = folder.keeper(child=True)
    keeper.look(NOW)
    before = body(keeper, folder)
    folder.edit("ana.diary", 'athlete "Ana"', 'athlete "Exits"')
    folder.write("empties.diary", DIARY.format(name="Empties"))
    folder.edit("ben.diary", "12, 12, 12", "12, 12, 11")
    folder.link("back-exits")
    folder.link("back-empties")
    news = keeper.look(LATER)
    assert told(news) == {
        "back-ana": "failed",
        "back-exits": "failed",
        "back-empties": "failed",
        "back-ben": "built",
    }
    assert sorted(codes(news)) == ["E802", "E803", "E805"]
    assert body(keeper, folder) is before
    for name in ("back-exits", "back-empties"):
        assert body(keeper, folder, name) is None


@pytest.mark.proves("C59")
@pytest.mark.parametrize("gone", ["ana.diary", "back.plan"])
def test_what_vanishes_leaves_its_calendar_and_is_told(keeper, folder, gone):
    keeper.look(NOW)
    before = body(keeper, folder)
    aside = shutil.move(folder.path / gone, folder.path / f"{gone}.old")
    news = keeper.look(LATER)
    assert told(news)["back-ana"] == "failed"
    assert "E805" in codes(news)
    assert keeper.look(LATER) == []
    assert body(keeper, folder) is before
    again = folder.keeper()
    assert "E805" in codes(again.look(LATER))
    assert body(again, folder) == before
    shutil.move(aside, folder.path / gone)
    assert told(keeper.look(LATER))["back-ana"] == "mended"
    assert body(keeper, folder) is before


def test_a_renamed_plan_is_a_feed_of_another_name_and_the_links_are_told_of(keeper, folder):
    keeper.look(NOW)
    (folder.path / "back.plan").rename(folder.path / "backs.plan")
    (one, other) = to_tell(keeper.look(LATER))
    assert one.message.startswith("back-ana is no feed of the folder any more")
    assert one.hints[0] == (
        "is backs-ana the same, renamed? then make links to that, or give it the old name back"
    )
    assert other.code == "E805"


@pytest.mark.parametrize(
    ("gone", "others", "asked"),
    [
        ("back-ana", ["back-ben", "back-anna"], "back-anna"),
        ("clinic/back-ana", ["clinic/back-cleo", "clinic/backs-ana"], "clinic/backs-ana"),
        ("back-ben", ["back-cleo", "back-me"], None),
        ("back-ben", [], None),
    ],
)
def test_nobody_is_sent_to_the_feed_of_another_patient(gone, others, asked):
    hints = missing(gone, others, kept=True).hints
    assert len(hints) == (1 if asked is None else 2)
    assert asked is None or hints[0].startswith(f"is {asked} the same, renamed?")


def test_a_folder_that_vanishes_leaves_everything(folder, tmp_path):
    state = tmp_path / "state"
    (folder.path / ".meso").rename(state)
    book = Book(str(state))
    keeper = Keeper(str(folder.path), book, state=str(state))
    keeper.look(NOW)
    link = book.links()[0]
    before = keeper.body(link)
    folder.path.rename(tmp_path / "elsewhere")
    assert codes(keeper.look(LATER)) == ["E700"]
    assert keeper.look(LATER) == []
    assert keeper.body(link) is before
    (tmp_path / "elsewhere").rename(folder.path)
    assert told(keeper.look(LATER)) == {"": "mended"}


def test_a_feed_that_never_was_good_has_no_body(folder):
    folder.edit("back.plan", "Superman", "Supermann")
    keeper = folder.keeper()
    assert told(keeper.look(NOW)) == {"back-ana": "failed", "back-ben": "failed"}
    assert body(keeper, folder) is None
    assert keeper.health().stale == 2


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[" * 100_000, b'{"format": 1e99}'])
def test_a_damaged_ledger_costs_time_and_nothing_else(keeper, folder, content):
    keeper.look(NOW)
    before = body(keeper, folder)
    (folder.path / ".meso" / "made.json").write_bytes(content)
    again = folder.keeper()
    assert told(again.look(LATER)) == {"back-ana": "unchanged", "back-ben": "unchanged"}
    assert body(again, folder) == before


def test_a_library_that_comes_mends_the_plan_that_wants_it(keeper, folder):
    keeper.look(NOW)
    folder.edit("back.plan", "  use runner-back\n", '  use runner-back\n  use "mine.plan"\n')
    assert told(keeper.look(NOW)) == {"back-ana": "failed", "back-ben": "failed"}
    folder.write("mine.plan", 'exercise "Doorway Reach"\n  kind flexibility\n  impact 0\n')
    assert set(told(keeper.look(NOW)).values()) == {"mended"}


def test_a_touched_file_is_not_a_changed_one(keeper, folder):
    keeper.look(NOW)
    for path in folder.path.glob("*.*"):
        os.utime(path)
    assert keeper.look(LATER) == []
