"""What is good is served, whatever becomes of the files."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, timedelta

import pytest

from mesocycle.feed.building.keeper import Keeper
from mesocycle.feed.building.make import Settings
from mesocycle.feed.building.news import to_tell
from mesocycle.feed.building.shelf import Shelf
from mesocycle.feed.building.store import Key
from mesocycle.feed.links.book import Book
from tests.unit.feed.building.calendars import BROKEN
from tests.unit.feed.folders import DIARY, NOW, served

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def keeper(folder):
    found = folder.keeper()
    yield found
    found.close()


def told(news):
    """Feed and what became of it."""
    return {each.feed: each.what for each in news}


def codes(news):
    return [each.code for each in to_tell(news)]


def links(folder):
    return {(link.feed, *link.options): link for link in folder.book.links()}


def body(keeper, folder, *key):
    return keeper.body(links(folder)[key or ("back-ana",)])


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
@pytest.mark.parametrize(("name", "code"), [("Exits", "E802"), ("Empties", "E803")])
def test_whatever_a_plugin_does_the_others_are_made(folder, troubled, name, code):
    keeper = folder.keeper(child=True)
    keeper.look(NOW)
    before = body(keeper, folder)
    folder.edit("ana.diary", 'athlete "Ana"', f'athlete "{name}"')
    folder.edit("ben.diary", "12, 12, 12", "12, 12, 11")
    folder.link(f"back-{name.lower()}")
    news = keeper.look(LATER)
    assert told(news) == {
        "back-ana": "failed",
        f"back-{name.lower()}": "failed",
        "back-ben": "built",
    }
    assert codes(news) == ["E805", code]
    assert body(keeper, folder) is before
    assert body(keeper, folder, f"back-{name.lower()}") is None


@pytest.mark.proves("C59")
def test_what_hangs_keeps_nobody_waiting_the_next_time(folder, troubled):
    folder.write("aaron.diary", DIARY.format(name="Hangs"))
    folder.link("back-hangs")
    keeper = folder.keeper(limit_s=2.0, child=True)
    news = keeper.look(NOW)
    assert told(news) == {"back-ana": "built", "back-ben": "built", "back-hangs": "failed"}
    assert codes(news) == ["E801"]
    assert keeper.look(NOW + timedelta(minutes=9)) == []
    assert keeper.next_turn(NOW) == NOW + timedelta(minutes=10)
    keeper.close()
    assert keeper.look(NOW + timedelta(minutes=10)) == []


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
    assert one.hints[0] == "did you mean backs-ana?"
    assert other.code == "E805"


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


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[" * 100_000, b'{"format": 1e99}'])
def test_a_damaged_ledger_costs_time_and_nothing_else(keeper, folder, content):
    keeper.look(NOW)
    before = body(keeper, folder)
    (folder.path / ".meso" / "made.json").write_bytes(content)
    again = folder.keeper()
    assert told(again.look(LATER)) == {"back-ana": "unchanged", "back-ben": "unchanged"}
    assert body(again, folder) == before


def test_bytes_that_somebody_else_put_there_are_not_taken_for_ours(keeper, folder):
    keeper.look(NOW)
    at = folder.path / ".meso" / "feeds" / "back-ana.ics"
    at.write_bytes(at.read_bytes().replace(b"SUMMARY:Strength", b"SUMMARY:Strange"))
    again = folder.keeper()
    assert told(again.look(LATER)) == {"back-ana": "built"}
    assert b"Strange" not in body(again, folder).content


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


def test_fifty_broken_among_many_hurt_nobody(tmp_path):
    folder = served(tmp_path / "plans", [f"A{number}" for number in range(12)])
    for number in (0, 3, 5, 11):
        folder.edit(f"a{number}.diary", "Superman", f"Supermann {number}")
    keeper = folder.keeper()
    found = [each.what for each in keeper.look(NOW)]
    assert (found.count("built"), found.count("failed")) == (8, 4)
    assert keeper.health().stale == 4


class TestToday:
    """A calendar of today is another one tomorrow, where the plan is."""

    BEFORE = datetime(2026, 12, 8, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
    AFTER = datetime(2026, 12, 8, 23, 0, tzinfo=UTC)

    @pytest.fixture
    def today(self, folder):
        return folder.keeper(Settings("today"))

    def test_it_is_made_again_when_the_day_turns(self, today, folder):
        today.look(self.BEFORE)
        assert today.next_turn(self.BEFORE) == self.AFTER
        assert today.look(self.AFTER - timedelta(seconds=1)) == []
        assert set(told(today.look(self.AFTER))) == {"back-ana", "back-ben"}
        assert today.look(self.AFTER + timedelta(hours=23)) == []

    def test_each_turns_where_its_plan_is(self, folder):
        plan = (folder.path / "back.plan").read_text()
        folder.write("far/back.plan", plan.replace("Europe/Berlin", "Pacific/Auckland"))
        folder.link("far/back")
        today = folder.keeper(Settings("today"))
        today.look(self.BEFORE)
        assert today.next_turn(self.BEFORE) == self.AFTER
        assert today.next_turn(self.AFTER) == datetime(2026, 12, 9, 11, tzinfo=UTC)
        assert set(told(today.look(self.AFTER))) == {"back-ana", "back-ben"}
        assert set(told(today.look(datetime(2026, 12, 9, 11, tzinfo=UTC)))) == {"far/back"}

    def test_a_new_program_knows_for_which_day_it_was_made(self, today, folder):
        today.look(self.BEFORE)
        assert folder.keeper(Settings("today")).look(self.BEFORE) == []
        assert folder.keeper(Settings("today")).look(self.AFTER) != []

    def test_other_calendars_do_not_turn(self, keeper, folder):
        keeper.look(self.BEFORE)
        assert keeper.next_turn(self.BEFORE) is None
        assert keeper.look(self.AFTER + timedelta(days=3)) == []
        fixed = folder.keeper(Settings(date(2026, 12, 8)))
        fixed.look(self.BEFORE)
        assert fixed.look(self.AFTER) == []


def test_a_file_that_changes_while_it_is_read_is_read_again(keeper, folder, monkeypatch):
    keeper.look(NOW)
    make = keeper._builder.make

    def meanwhile(order):
        made = make(order)
        if order.feed.name == "back-ana":
            folder.edit("ana.diary", "12, 12, 11", "12, 12, 10")
            monkeypatch.undo()
        return made

    folder.edit("ana.diary", "12, 12, 12", "12, 12, 11")
    monkeypatch.setattr(keeper._builder, "make", meanwhile)
    assert told(keeper.look(NOW)) == {"back-ana": "built"}
    assert told(keeper.look(NOW)) == {"back-ana": "built"}
    assert keeper.look(NOW) == []


def test_a_library_that_comes_mends_the_plan_that_wants_it(keeper, folder):
    keeper.look(NOW)
    folder.edit("back.plan", "  use runner-back\n", '  use runner-back\n  use "mine.plan"\n')
    assert told(keeper.look(NOW)) == {"back-ana": "failed", "back-ben": "failed"}
    folder.write("mine.plan", 'exercise "Doorway Reach"\n  kind flexibility\n  impact 0\n')
    assert set(told(keeper.look(NOW)).values()) == {"mended"}


def test_little_room_changes_nothing_but_what_is_at_hand(folder):
    folder.keeper().look(NOW)
    keys = [Key("back-ana"), Key("back-ben")]
    roomy, tight = (Shelf(str(folder.path / ".meso"), ready) for ready in (10**9, 1))
    for key in keys * 2:
        assert tight.serve(key) == roomy.serve(key)
        assert tight.serve(key).zipped == roomy.serve(key).zipped
    assert len(roomy._ready) == 2
    assert list(tight._ready) == keys[1:]


def test_a_touched_file_is_not_a_changed_one(keeper, folder):
    keeper.look(NOW)
    for path in folder.path.glob("*.*"):
        os.utime(path)
    assert keeper.look(LATER) == []
