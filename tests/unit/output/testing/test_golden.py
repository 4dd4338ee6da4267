"""Golden files: the same bytes, or a difference that one can read."""

from __future__ import annotations

import pytest
from coach_agenda import Agenda

from mesocycle.output import Option, Rendered
from mesocycle.output.samples import gym, ladder
from mesocycle.output.testing import content, golden


def test_the_same_bytes_pass(tmp_path):
    (tmp_path / "a.txt").write_bytes(content(Agenda(), ladder()))
    golden(Agenda(), "ladder", tmp_path / "a.txt")
    golden(Agenda(), ladder(), str(tmp_path / "a.txt"))


def test_what_is_missing_is_not_written_unasked(tmp_path):
    with pytest.raises(AssertionError, match=r"there is no a\.txt yet"):
        golden(Agenda(), "ladder", tmp_path / "a.txt")
    assert list(tmp_path.iterdir()) == []


def test_updating_writes_it_with_its_folder(tmp_path):
    golden(Agenda(), "gym", tmp_path / "b" / "a.txt", update=True)
    assert (tmp_path / "b" / "a.txt").read_bytes() == content(Agenda(), gym())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ((b"Strength", b"Weakness"), r"(?s)-2026-12-07 Weakness.*\+2026-12-07 Strength"),
        ((b"\n", b"\r\n"), "only in the ends of its lines"),
        ((b"2026", b"\xff"), r"\d+ bytes, now \d+"),
    ],
)
def test_another_byte_is_told(change, told, tmp_path):
    (tmp_path / "a.txt").write_bytes(content(Agenda(), ladder()).replace(*change))
    with pytest.raises(AssertionError, match=told):
        golden(Agenda(), "ladder", tmp_path / "a.txt")


def test_options_are_set_and_checked(tmp_path):
    class Loud(Agenda):
        options = (Option(name="loud", type="flag", default=False, help="in capitals"),)

        def render(self, programme, context):
            made = super().render(programme, context).content
            return Rendered(made.upper() if context.flag("loud") else made)

    golden(Loud(), "ladder", tmp_path / "a.txt", update=True, loud=True)
    assert b"STRENGTH" in (tmp_path / "a.txt").read_bytes()
    with pytest.raises(AssertionError, match="E622"):
        golden(Loud(), "ladder", tmp_path / "a.txt", laud=True)


def test_a_refusal_is_no_golden_file(tmp_path):
    class Picky(Agenda):
        def render(self, programme, context):
            return Rendered.refused("no")

    with pytest.raises(AssertionError, match="E613"):
        golden(Picky(), "ladder", tmp_path / "a.txt", update=True)
