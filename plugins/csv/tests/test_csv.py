"""The table: a row for every set and stretch, by RFC 4180."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mesocycle_csv import Csv
from mesocycle_csv.columns import COLUMNS

from mesocycle.output.sample_parts import EVERY_KIND
from mesocycle.output.samples import (
    as_done,
    gym,
    ladder,
    non_ascii,
    running,
    samples,
    stopped,
)
from mesocycle.output.testing import OutputContract, content, rendered
from mesocycle.programme import ABORT, DISCLAIMER, Block, Range, Segment, SegmentEnd, Set
from plugins.csv.tests.reading import notices, of, one, straight, table

README = Path(__file__).parents[1] / "README.md"


class TestContract(OutputContract):
    output = Csv()


class TestWords:
    def test_the_last_rows_say_when_to_stop_and_what_this_is_not(self):
        assert notices(stopped()) == [ABORT, DISCLAIMER]

    def test_who_wants_some_columns_is_told_in_none_of_them(self):
        assert "medical" not in content(Csv(), ladder(), columns="date,reps").decode()


class TestForm:
    def test_lines_end_with_cr_lf_and_the_first_has_the_names(self):
        data = content(Csv(), ladder()).decode()
        first, *others = data.split("\r\n")
        assert first == ",".join(COLUMNS)
        assert others[-1] == ""
        assert "\n" not in data.replace("\r\n", "")

    def test_every_line_has_as_many_cells_as_there_are_columns(self):
        for made in samples().values():
            table(made)  # asserts it

    def test_the_readme_tells_every_column_in_its_order(self):
        text = README.read_text("utf-8")
        assert re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE) == list(COLUMNS)
        for name, meaning in COLUMNS.items():
            assert f"| `{name}` | {meaning} |\n" in text

    @pytest.mark.parametrize(
        ("name", "delimiter"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")]
    )
    def test_whatever_the_delimiter_the_cells_are_the_same(self, name, delimiter):
        assert table(gym(), delimiter, delimiter=name) == table(gym())

    def test_a_decimal_comma(self):
        row = of(table(gym(), ";", delimiter="semicolon", decimal="comma"), rpe="8,5")[0]
        assert row["load_kg"] == "100"
        assert of(table(gym(), decimal="comma"), rpe="8,5"), "in quotes among commas"

    def test_a_byte_order_mark_only_on_demand(self):
        plain = content(Csv(), non_ascii())
        assert plain.startswith(b"row,")
        assert content(Csv(), non_ascii(), bom=True) == b"\xef\xbb\xbf" + plain

    def test_only_some_columns_in_their_own_order(self):
        data = content(Csv(), ladder(), columns="reps, exercise,date").decode()
        assert data.splitlines()[:2] == ["reps,exercise,date", "10,Cat Cow,2026-12-07"]

    @pytest.mark.parametrize(
        ("columns", "hint"), [("reps,exercize", "did you mean exercise?"), ("qqq", "row, date")]
    )
    def test_a_column_that_is_not_there_is_refused_with_its_name(self, columns, hint):
        done = rendered(Csv(), ladder(), options={"columns": columns})
        assert [each.code for each in done.diagnostics] == ["E613"]
        assert repr(columns.split(",")[-1]) in done.diagnostics[0].message
        assert hint in done.diagnostics[0].hints[0]


class TestSets:
    def test_a_set_is_a_row(self):
        rows = of(table(ladder()), date="2026-12-07", exercise="Superman")
        assert [row["set"] for row in rows] == ["1", "2", "3"]
        assert rows[0] == {
            "row": "set", "date": "2026-12-07", "start": "07:00", "week": "1",
            "session": "Strength", "status": "planned", "block": "2", "kind": "straight",
            "exercise": "Superman", "set": "1", "set_kind": "work", "side": "both",
            "reps_min": "8", "reps": "8", "reps_max": "12", "tempo": "2-0-2-0", "rest_s": "60",
            "notes": "Two seconds up, two down.", "minutes": "40", "exercise_id": "superman",
            "plan": "A back that runs", "athlete": "Ana", "session_id": rows[0]["session_id"],
            "slot_id": "slot superman",
        }  # fmt: skip

    def test_both_sides_of_a_set_are_one_row(self):
        rows = of(table(ladder()), date="2026-12-07", exercise="Single Leg Bridge")
        assert [row["side"] for row in rows] == ["each"] * 3

    def test_ramp_load_and_effort(self):
        rows = of(table(gym()), exercise="Squat", label="heavy", date="2026-12-07")
        assert [row["set_kind"] for row in rows] == ["warm-up"] * 3 + ["work"] * 5
        assert [row["set"] for row in rows] == [*"123", *"12345"]
        assert rows[0]["load_written"] == "empty bar"
        last = rows[-1]
        assert (last["load_kg"], last["load"], last["percent"]) == ("100", "100 kg", "72")
        assert (last["amrap"], last["rpe"], last["rest_s"]) == ("yes", "8.5", "300")

    def test_pounds_are_kilograms_too(self):
        row = of(table(gym()), load="185 lb")[0]
        assert row["load_kg"] == "83.91459"

    def test_while_no_max_is_known_there_is_no_number(self):
        row = of(table(gym()), load="70–75%")[0]
        assert "load_kg" not in row
        assert (row["rpe"], row["rpe_max"]) == ("7", "8")

    def test_rounds_of_a_group_are_numbered(self):
        rows = of(table(gym()), kind="for_time", exercise="Thruster")
        assert [(row["round"], row["reps"]) for row in rows] == [
            ("1", "21"), ("2", "15"), ("3", "9"),
        ]  # fmt: skip
        assert rows[0]["how"].startswith("Fran")
        assert all("round" not in row for row in of(table(gym()), kind="straight"))

    def test_a_task_is_a_row_and_so_is_a_note(self):
        *_, note, task = EVERY_KIND
        (task_row,), (note_row,) = table(one(task)), table(one(note))
        assert (task_row["row"], task_row["exercise"]) == ("task", "Drink two glasses of water")
        assert (note_row["row"], note_row["notes"]) == ("note", "Walk as much as you like.")


class TestStretches:
    def test_a_stretch_is_a_row_as_often_as_it_is_done(self):
        rows = of(table(running()), session="Intervals")
        assert len(rows) == 2 + 6 * 2 + 1
        assert [row.get("round") for row in rows] == [
            None, None, *(str(n // 2 + 1) for n in range(12)), None,
        ]  # fmt: skip
        assert sum(int(row["duration_s"]) for row in rows) == 600 + 6 * 180 + 300
        assert rows[0]["kind"] == "warmup"

    def test_repeats_within_repeats(self):
        rows = of(table(running()), session="Nested", kind="endurance")
        inner = [row for row in rows if "round_within" in row]
        assert len(inner) == 3 * 2 * 2
        assert (inner[-1]["round"], inner[-1]["round_within"]) == ("3", "2")

    def test_targets_are_words_and_numbers(self):
        row = of(table(running()), session="Everything", exercise="bike", target_unit="W")[0]
        assert float(row["target_low"]) > 100
        assert row["in_words"].startswith("bike 40 min, power 85–95%")

    def test_a_range_has_two_ends(self):
        row = of(table(running()), session="Long run")[0]
        assert (row["distance_m"], row["distance_max_m"]) == ("8047", "9656")
        assert (row["status"], row["moved_from"]) == ("moved", "2026-12-13")

    def test_a_group_by_turns_is_one_row(self):
        leaf = Segment(activity="run", end=SegmentEnd(kind="time", seconds=60))
        group = Segment(activity="run", segments=(leaf,), end=SegmentEnd(kind="time", seconds=1200))
        (row,) = table(one(Block(kind="endurance", segments=(group,))))
        assert row["duration_s"] == "1200"
        assert row["in_words"] == "(run 1 min) by turns for 20 min"

    def test_a_repeat_beyond_all_measure_is_one_row(self):
        leaf = Segment(activity="run", end=SegmentEnd(kind="time", seconds=1))
        for _ in range(5):
            leaf = Segment(activity="run", segments=(leaf, leaf), repeat=1000)
        assert len(table(one(Block(kind="endurance", segments=(leaf,))))) == 1


class TestDone:
    def test_what_was_done_stands_beside_what_was_asked(self):
        rows = of(table(as_done()), session="Strength")
        first = of(rows, exercise="Superman")
        assert [row["done"] for row in first] == ["yes", "yes", "no"]
        assert [row.get("done_reps") for row in first] == ["8", "6", None]
        assert first[1]["done_rpe"] == "9"
        assert {row["done"] for row in of(rows, exercise="Beetle")} == {"no"}

    def test_what_nobody_asked_for_has_rows_of_its_own(self):
        rows = of(table(as_done()), session="Garage")
        assert [row["set_kind"] for row in rows] == ["besides"] * 2
        assert all("reps" not in row for row in rows)

    def test_where_nothing_is_logged_nothing_is_said(self):
        assert all("done" not in row for row in table(ladder()))

    @pytest.mark.parametrize(
        ("asked", "done", "sides"),
        [
            (("each",), ("left", "right"), {"left": "yes", "right": "yes"}),
            (("left", "right"), ("each",), {"left": "yes", "right": "yes"}),
            (("each",), ("left",), {"left": "yes", "right": "no"}),
            (("each",), ("both",), {"each": "yes"}),
        ],
    )
    def test_sides_that_were_asked_and_logged_otherwise_come_together(self, asked, done, sides):
        def sets(names):
            return tuple(Set(reps=Range(target=8), side=name) for name in names)

        rows = table(straight(*sets(asked), done=sets(done)))
        assert {row["side"]: row["done"] for row in rows} == sides
        assert [row["done"] for row in rows].count("yes") == min(
            len(rows), 2 if len(done) > 1 or asked == ("left", "right") else 1
        )
        assert "besides" not in {row["set_kind"] for row in rows}


class TestStopped:
    def test_there_is_a_row_with_the_reason_and_no_exercise(self):
        rows = of(table(stopped()), status="stopped")
        assert [row["row"] for row in rows] == ["session", "session"]
        assert rows[0]["reason"].startswith("Stop.")
        assert all("exercise" not in row for row in rows)

    def test_what_is_skipped_has_a_row_too(self):
        (row,) = of(table(running()), status="skipped")
        assert (row["row"], row["reason"]) == ("session", "Christmas")

    def test_decisions_which_hold_what_hurt_are_not_in_it(self):
        assert "no pain on 7 Dec" not in content(Csv(), ladder()).decode()
