"""A diary includes files in its folder and below it, and nothing else."""

from __future__ import annotations

import pytest

from mesocycle.diary.whole import whole
from mesocycle.loading import owner_of, read_diary
from mesocycle.loading.diaries import MOST_FILES
from mesocycle.source import Bound, Source

HEAD = 'athlete "Ana"\n\n'


@pytest.fixture
def athletes(tmp_path, monkeypatch):
    """A folder with a diary of three files, and a secret around it."""
    folder = tmp_path / "athletes"
    (folder / "ana").mkdir(parents=True)
    (tmp_path / "secret.diary").write_text("2026-01-01 morning pain 0\n")
    (folder / "ana.diary").write_text(
        f'{HEAD}include "ana/2025.diary"\ninclude "ana/2026.diary"\n2026-12-09 morning pain 0\n'
    )
    (folder / "ana" / "2025.diary").write_text("2025-12-31 morning pain 1\n")
    (folder / "ana" / "2026.diary").write_text("2026-12-07 morning pain 2\n")
    monkeypatch.chdir(tmp_path)
    return folder


def codes(path="athletes/ana.diary"):
    """What is wrong with a diary and all that it includes."""
    return [each.code for each in whole(read_diary(path).unwrap()).diagnostics]


def reason(path="athletes/ana.diary"):
    """Why something cannot be included."""
    (found,) = whole(read_diary(path).unwrap()).diagnostics
    return found.label


def test_entries_stand_in_their_order_each_in_its_file(athletes):
    file = whole(read_diary("athletes/ana.diary").unwrap()).unwrap()
    assert [(s.head.source.name, s.head.span.line) for s in file.statements] == [
        ("athletes/ana.diary", 1),
        ("athletes/ana/2025.diary", 1),
        ("athletes/ana/2026.diary", 1),
        ("athletes/ana.diary", 5),
    ]


def test_lines_are_cited_by_the_path_below_the_diary(athletes):
    diary = read_diary("athletes/ana.diary").unwrap()
    assert diary.cited == "ana.diary"
    parts = diary.included.values()
    assert [part.cited for part in parts] == ["ana/2025.diary", "ana/2026.diary"]


def test_a_part_may_include_parts_below_it(athletes):
    (athletes / "ana" / "2025.diary").write_text('include "old/2024.diary"\n')
    (athletes / "ana" / "old").mkdir()
    (athletes / "ana" / "old" / "2024.diary").write_text("2024-12-31 morning pain 1\n")
    file = whole(read_diary("athletes/ana.diary").unwrap()).unwrap()
    assert file.statements[1].head.source.cited == "ana/old/2024.diary"


def test_a_diary_without_parts_is_a_plain_source(athletes):
    found = read_diary("athletes/ana/2025.diary").unwrap()
    assert not isinstance(found, Bound)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../secret.diary", "outside the diary's folder"),
        ("ana/../../secret.diary", "outside the diary's folder"),
        ("link.diary", "outside the diary's folder"),
        ("/etc/passwd", "must start at the diary's folder"),
        ("~/me.diary", "must start at the diary's folder"),
        ("C:me.diary", "must start at the diary's folder"),
        ("https://example.org/a.diary", "a diary fetches nothing"),
        ("ana\\2025.diary", "write / between folders"),
        ("notes.txt", "ends in .diary"),
        ("2024.diary", "no such file"),
        ("ana", "ends in .diary"),
        ("folder.diary", "a folder, not a file"),
    ],
)
def test_what_cannot_be_included(athletes, path, why):
    (athletes / "link.diary").symlink_to("../secret.diary")
    (athletes / "folder.diary").mkdir()
    (athletes / "ana.diary").write_text(f'{HEAD}include "{path}"\n')
    assert codes() == ["E580"]
    assert why in reason()


def test_a_circle(athletes):
    (athletes / "ana.diary").write_text(f'{HEAD}include "b.diary"\n')
    (athletes / "b.diary").write_text('include "c.diary"\n')
    (athletes / "c.diary").write_text('include "b.diary"\n')
    assert codes() == ["E581"]
    (athletes / "c.diary").write_text('include "ana.diary"\n')
    assert codes() == ["E581"]


def test_a_part_twice_under_any_name(athletes):
    (athletes / "same.diary").symlink_to("ana/2025.diary")
    text = (athletes / "ana.diary").read_text()
    (athletes / "ana.diary").write_text(text + 'include "same.diary"\ninclude "ana/2026.diary"\n')
    assert codes() == ["E582", "E582"]


def test_a_part_with_an_athlete(athletes):
    (athletes / "ana" / "2025.diary").write_text(f"{HEAD}2025-12-31 morning pain 1\n")
    assert codes() == ["E583"]


def test_mistakes_in_parts_are_told_where_they_are(athletes):
    (athletes / "ana" / "2025.diary").write_text("2025-12-31 mornning pain 1\n")
    (found,) = whole(read_diary("athletes/ana.diary").unwrap()).diagnostics
    assert found.span.source.name == "athletes/ana/2025.diary"


def test_too_many_parts(athletes):
    for number in range(MOST_FILES + 1):
        (athletes / f"{number}.diary").write_text("2025-12-31 morning pain 1\n")
    lines = "".join(f'include "{number}.diary"\n' for number in range(MOST_FILES + 1))
    (athletes / "ana.diary").write_text(HEAD + lines)
    assert set(codes()) == {"E580"}


def test_a_text_that_is_no_file_includes_nothing():
    found = whole(Source("it", f'{HEAD}include "a.diary"\n')).diagnostics
    assert [each.code for each in found] == ["E580"]


def test_a_part_knows_its_diary(athletes):
    assert owner_of("athletes/ana/2025.diary").endswith("athletes/ana.diary")
    assert owner_of("athletes/ana.diary") == "athletes/ana.diary"
    assert owner_of("secret.diary") == "secret.diary"
    assert owner_of("nothing.diary") == "nothing.diary"
