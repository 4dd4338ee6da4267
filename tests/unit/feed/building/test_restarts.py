"""The state folder: a new program goes on where the last one was, and damage costs little."""

from __future__ import annotations

import errno
import gzip
import shutil
from datetime import timedelta

import pytest

from mesocycle.feed.building import store
from mesocycle.feed.building.make import Settings
from mesocycle.feed.building.shelf import Shelf
from mesocycle.feed.building.store import Key
from mesocycle.feed.links.notice import SHOWN_FOR
from tests.unit.feed.building.calendars import BROKEN
from tests.unit.feed.building.looks import LATER, body, codes, links, told
from tests.unit.feed.folders import NOW


def test_a_program_that_ends_while_it_is_behind_goes_on_where_it_was(keeper, folder):
    keeper.look(NOW, lambda: True)
    assert [each.feed for each in folder.keeper().look(NOW)] == ["back-ana"]


def test_a_new_program_serves_at_once_and_makes_nothing_again(keeper, folder):
    keeper.look(NOW)
    again = folder.keeper()
    assert body(again, folder) == body(keeper, folder)
    assert again.look(LATER) == []
    assert body(again, folder).modified == NOW
    assert again.health().feeds == 2


def test_a_new_program_makes_what_changed_meanwhile(keeper, folder):
    keeper.look(NOW)
    folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
    assert told(folder.keeper().look(LATER)) == {"back-ana": "built"}


def test_a_new_program_tells_again_what_is_broken(keeper, folder):
    keeper.look(NOW)
    folder.edit("ana.diary", "Superman", "Supermann")
    keeper.look(NOW)
    again = folder.keeper()
    assert told(again.look(NOW)) == {"back-ana": "failed"}
    assert body(again, folder) == body(keeper, folder)


def test_other_settings_make_everything_again_with_its_revisions(keeper, folder):
    keeper.look(NOW)
    again = folder.keeper(Settings(options={"alarm": "30min"}))
    assert told(again.look(LATER)) == {"back-ana": "built", "back-ben": "built"}
    assert b"SEQUENCE:1" in body(again, folder).content


@pytest.mark.parametrize("content", [BROKEN["half"], BROKEN["a page"], b""])
def test_damaged_state_is_told_and_made_anew(keeper, folder, content):
    keeper.look(NOW)
    before = body(keeper, folder)
    (folder.path / ".meso" / "feeds" / "back-ana.ics").write_bytes(content)
    again = folder.keeper()
    assert body(again, folder) is None
    news = again.look(NOW)
    assert told(news) == {"back-ana": "built", "": "failed"}
    assert codes(news) == ["W802"]
    assert body(again, folder).content == before.content
    assert told(again.look(NOW)) == {"": "mended"}


def test_bytes_that_somebody_else_put_there_are_not_taken_for_ours(keeper, folder):
    keeper.look(NOW)
    at = folder.path / ".meso" / "feeds" / "back-ana.ics"
    at.write_bytes(at.read_bytes().replace(b"SUMMARY:Strength", b"SUMMARY:Strange"))
    again = folder.keeper()
    assert told(again.look(LATER)) == {"back-ana": "built"}
    assert b"Strange" not in body(again, folder).content


def test_bytes_that_cannot_be_read_now_are_neither_made_anew_nor_lost(keeper, folder, monkeypatch):
    keeper.look(NOW)
    folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
    again = folder.keeper()

    def failing(path, *_, **__):
        raise OSError(errno.EIO, "Input/output error", path)

    with monkeypatch.context() as patch:
        patch.setattr(store, "open", failing, raising=False)
        news = again.look(LATER)
        assert told(news) == {"back-ana": "failed", "": "failed"}
        assert set(codes(news)) == {"E804"}
        assert body(again, folder) is None
        assert codes(again.look(LATER)) == []
    assert told(again.look(LATER)) == {"back-ana": "mended", "": "mended"}
    assert b"SEQUENCE:1" in body(again, folder).content


def test_a_look_reads_and_zips_what_was_kept_so_that_no_request_has_to(keeper, folder, monkeypatch):
    keeper.look(NOW)
    again = folder.keeper()
    link = links(folder)["back-ana",]
    with monkeypatch.context() as patch:
        patch.setattr(store, "open", None, raising=False)
        assert again.has(link)
    again.look(LATER)
    monkeypatch.setattr(store, "open", None, raising=False)
    monkeypatch.setattr(gzip, "compress", None)
    assert again.body(link).zipped == keeper.body(link).zipped


def test_bytes_go_when_the_last_link_to_them_is_gone_and_no_sooner(keeper, folder):
    keeper.look(NOW)
    kept = folder.path / ".meso" / "feeds"
    stray = kept / "nobody.ics"
    stray.write_bytes(b"of a link that is not in the book")
    ana, ben = (links(folder)[each,] for each in ("back-ana", "back-ben"))
    folder.book.revoke(ana.id, NOW)
    folder.book.revoke(ben.id, NOW)
    folder.link("back-ben")
    keeper.look(NOW + SHOWN_FOR - timedelta(seconds=1))
    assert len(list(kept.iterdir())) == 3
    keeper.look(NOW + SHOWN_FOR)
    assert sorted(each.name for each in kept.iterdir()) == ["back-ben.ics", "nobody.ics"]
    assert not keeper.has(ana)


def test_state_that_is_lost_while_it_runs_comes_back(keeper, folder):
    keeper.look(NOW)
    before = body(keeper, folder)
    shutil.rmtree(folder.path / ".meso" / "feeds")
    assert keeper.look(LATER) == []
    assert body(folder.keeper(), folder) == before


def test_while_the_state_cannot_be_written_what_is_new_is_served_and_it_is_told(keeper, folder):
    keeper.look(NOW)
    feeds = folder.path / ".meso" / "feeds"
    shutil.move(feeds, folder.path / "feeds.aside")
    feeds.write_text("in the way")
    folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
    news = keeper.look(LATER)
    assert told(news) == {"back-ana": "built", "": "failed"}
    assert codes(news) == ["E804"]
    assert body(keeper, folder).modified == LATER
    assert codes(keeper.look(LATER)) == []
    feeds.unlink()
    shutil.move(folder.path / "feeds.aside", feeds)
    assert told(keeper.look(LATER)) == {"": "mended"}
    assert body(folder.keeper(), folder) == body(keeper, folder)


def test_damaged_links_are_told_and_those_known_hold_on(keeper, folder):
    keeper.look(NOW)
    link = links(folder)["back-ana",]
    (folder.path / ".meso" / "links.json").write_text("{")
    assert codes(keeper.look(NOW)) == ["E821"]
    assert keeper.body(link) is not None
    folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
    assert told(keeper.look(LATER)) == {"back-ana": "built"}


def test_little_room_changes_nothing_but_what_is_at_hand(folder):
    folder.keeper().look(NOW)
    keys = [Key("back-ana"), Key("back-ben")]
    roomy, tight = (Shelf(str(folder.path / ".meso"), ready) for ready in (10**9, 1))
    for key in keys * 2:
        assert tight.serve(key) == roomy.serve(key)
        assert tight.serve(key).zipped == roomy.serve(key).zipped
    assert len(roomy._ready) == 2
    assert list(tight._ready) == keys[1:]
