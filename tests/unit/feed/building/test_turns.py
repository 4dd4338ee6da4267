"""Whose turn it is, and when: edits, days that turn, and what hangs."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.make import Made, Settings
from mesocycle.feed.building.store import Key
from tests.unit.feed.building.looks import LATER, codes, told
from tests.unit.feed.folders import DIARY, NOW, Here, served


@pytest.mark.proves("C59")
def test_what_hangs_keeps_nobody_waiting_the_next_time(folder):
    class Late(Here):
        def make(self, order):
            late = Diagnostic(code="E801", message="it was not made in time")
            hangs = order.feed.name == "back-hangs"
            return Made(None, "back-hangs", (late,), ()) if hangs else super().make(order)

    folder.write("aaron.diary", DIARY.format(name="Hangs"))
    folder.link("back-hangs")
    keeper = folder.keeper()
    keeper._builder = Late()
    news = keeper.look(NOW)
    assert told(news) == {"back-ana": "built", "back-ben": "built", "back-hangs": "failed"}
    assert codes(news) == ["E801"]
    assert keeper.look(NOW + timedelta(minutes=9)) == []
    assert keeper.next_turn(NOW) == NOW + timedelta(minutes=10)
    keeper._builder = Here()  # whatever it was, it is over
    assert told(keeper.look(NOW + timedelta(minutes=10))) == {"back-hangs": "mended"}
    assert keeper.next_turn(NOW) is None


def test_what_goes_on_hanging_is_tried_less_and_less(folder):
    class Lost(Here):
        def make(self, order):
            return Made(None, order.feed.name, (), ())

    keeper = folder.keeper()
    keeper._builder = Lost()
    now, waits = NOW, []
    for _ in range(10):
        keeper.look(now)
        waits.append(keeper.next_turn(now) - now)
        now = keeper.next_turn(now)
    assert waits[:3] == [timedelta(minutes=each) for each in (10, 20, 40)]
    assert waits[-1] == timedelta(days=1)


def test_what_was_edited_last_is_made_first_and_what_hung_last(tmp_path):
    folder = served(tmp_path / "plans", ["Ana", "Ben", "Cleo", "Dora"])
    keeper = folder.keeper()
    keeper.look(NOW)
    folder.edit("back.plan", "at 07:00", "at 08:00")
    for name, age in (("back.plan", 5), ("ana.diary", 9), ("ben.diary", 9), ("dora.diary", 9)):
        os.utime(folder.path / name, (age, age))
    folder.edit("cleo.diary", "12, 12, 12", "12, 12, 11")
    keeper._due._retry[Key("back-ana")] = (LATER, timedelta(minutes=10))
    assert [each.feed for each in keeper.look(NOW, lambda: True)] == ["back-cleo"]
    assert keeper.behind
    folder.edit("dora.diary", "12, 12, 12", "12, 12, 11")
    assert [each.feed for each in keeper.look(NOW)] == ["back-dora", "back-ben", "back-ana"]
    assert not keeper.behind
    assert keeper.look(NOW) == []


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
