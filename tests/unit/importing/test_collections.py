"""Exercises of other collections become a library: facts and credits, all of it unreviewed."""

from __future__ import annotations

import json
import random

import pytest

from mesocycle.catalogue import read
from mesocycle.importing.collections import MOST_EXERCISES, gather
from mesocycle.importing.libraries import is_untouched, library_of
from mesocycle.source import Source
from mesocycle.syntax import parse
from tests.unit.importing.shapes import data, fedb, page, wger


def made(*values, files=1):
    """The library of exercises of free-exercise-db."""
    return library_of(gather([("x.json", data(list(values)))]).unwrap(), ["x.json"])


def of_wger(*values):
    return library_of(gather([("x.json", page(*values))]).unwrap(), ["x.json"])


def catalogue(library):
    """What the library holds; it must compile without a word."""
    parsed = parse(Source("x.plan", library.text))
    outcome = read([(parsed.unwrap(), None)])
    assert (parsed.diagnostics, outcome.diagnostics) == ((), ())
    return outcome.unwrap()


def lines(library):
    """The exercise of a library of one."""
    text = library.text[library.text.index("# imported") :].partition("\n\n")[2]
    return text.partition("\n\npool")[0].splitlines()


class TestFreeExerciseDb:
    def test_an_exercise(self):
        assert lines(made(fedb())) == [
            "# free-exercise-db Wall_Lean",
            'exercise "Wall Lean"',
            "  id free-exercise-db-wall-lean",
            "  kind strength",
            "  trains shoulders",
            "  assists core",
            "  measure reps",
            "  equipment none",
            "  tag beginner, push, isolation",
            "  unreviewed",
        ]

    def test_no_word_of_theirs_is_taken_over(self):
        assert "somebody else" not in made(fedb()).text
        assert "jpg" not in made(fedb()).text

    @pytest.mark.parametrize(
        ("other", "line"),
        [
            ({"category": "stretching"}, "  kind flexibility"),
            ({"category": "stretching"}, "  measure hold"),
            ({"category": "cardio"}, "  measure time"),
            ({"category": "plyometrics"}, "  kind plyometric"),
            ({"category": "strongman", "level": None}, "  tag push, isolation, strongman"),
            ({"force": "static"}, "  measure hold"),
            ({"equipment": "e-z curl bar"}, "  equipment ez bar"),
            ({"equipment": "kettlebells"}, "  equipment kettlebell"),
            ({"primaryMuscles": ["abductors", "quadriceps"]}, "  trains glute medius, quads"),
            ({"name": "Single-Leg Lean"}, "  sides each"),
            ({"name": "Lean With One Arm"}, "  sides each"),
            ({"name": "Alternating Lean"}, "  sides alternating"),
        ],
    )  # fmt: skip
    def test_facts(self, other, line):
        library = made(fedb(**other))
        assert line in lines(library)
        catalogue(library)

    @pytest.mark.parametrize(
        ("other", "comment"),
        [
            ({"equipment": "other"}, "# not kept: equipment: other"),
            ({"equipment": None}, "# not kept: equipment: not said"),
            ({"primaryMuscles": ["soul"]}, "# not kept: muscle: soul"),
            ({"secondaryMuscles": [3, "x" * 999]}, "# not kept: muscle: 3"),
            ({"primaryMuscles": ['a\nexercise "Jump"']}, '# not kept: muscle: a exercise "Jump"'),
        ],
    )  # fmt: skip
    def test_what_there_is_no_word_for_stays_as_a_comment(self, other, comment):
        library = made(fedb(**other))
        assert f"  {comment}" in lines(library)
        assert len(catalogue(library).exercises) == 1

    @pytest.mark.parametrize("other", ["other", None, 7, [], "a pogo stick"])
    def test_equipment_that_nobody_names_is_not_none(self, other):
        (entry,) = catalogue(made(fedb(equipment=other))).exercises.values()
        assert entry.equipment == ("unnamed equipment",)

    def test_a_name_that_says_no_sides_says_none(self):
        for name in ("Singles", "Bone Arm", "Alternative Lean"):
            assert "sides" not in "\n".join(lines(made(fedb(name))))


class TestWger:
    def test_an_exercise_with_its_credit(self):
        assert lines(of_wger(wger())) == [
            "# wger 7: CC-BY-SA 4, by Ida, Otto",
            'exercise "Wall Lean"',
            "  id wger-7",
            '  aka "Lean"',
            "  trains front shoulders",
            "  assists rectus abdominis",
            "  equipment none",
            "  tag shoulders",
            "  unreviewed",
        ]  # fmt: skip

    def test_without_english_the_first_language(self):
        german = [{"name": "An die Wand", "language": 1}]
        assert 'exercise "An die Wand"' in lines(of_wger(wger(translations=german)))

    def test_what_older_versions_wrote(self):
        old = wger()
        old["exercises"] = old.pop("translations")
        assert 'exercise "Wall Lean"' in lines(of_wger(old))

    def test_a_licence_that_nobody_says(self):
        bare = wger(license=None, license_author=None)
        assert lines(of_wger(bare))[0] == "# wger 7: licence not said, by Otto"

    def test_an_author_is_no_line_of_ours(self):
        library = of_wger(wger(license_author='Ida\nexercise "Jump"\n  impact 0'))
        assert [e.name for e in catalogue(library).exercises.values()] == ["Wall Lean"]

    def test_an_alias_is_one_exercises(self):
        library = of_wger(wger(), wger(8, "Lean"), wger(9, "Door Lean"))
        assert [e.aliases for e in catalogue(library).exercises.values()] == [(), (), ()]
        assert library.text.count("# not kept: other name: Lean (the name of wger 8)") == 2

    def test_pages_are_read_as_one(self):
        first, last = page(wger(), count=3, next="…"), page(wger(8, "Door Lean"), count=3)
        found = gather([("1.json", first), ("2.json", last)]).unwrap()
        assert (len(found.found), found.missing) == (2, 1)


class TestTheLibrary:
    def test_nothing_in_it_is_reviewed(self):
        found = catalogue(made(fedb(), fedb("Single-Leg Lean")))
        assert [(e.reviewed, e.unreviewed) for e in found.exercises.values()] == [(False, True)] * 2

    def test_a_pool_of_all_the_easier_levels_first(self):
        hard, easy = fedb("A Lean", level="expert"), fedb("B Lean")
        (pool,) = catalogue(made(hard, easy, fedb("C Lean", level=None))).pools.values()
        assert (pool.name, [each[-6:] for each in pool.exercises]) == (
            "everything", ["b-lean", "c-lean", "a-lean"],
        )  # fmt: skip

    def test_the_order_of_the_files_does_not_matter(self):
        values = [fedb(f"Lean {n % 40}", id=str(n)) for n in range(60)]
        first = made(*values)
        random.Random(7).shuffle(values)
        assert made(*values).text == first.text
        assert len(first.left_out) == 20

    @pytest.mark.parametrize(
        ("other", "why"),
        [
            ({"name": ""}, "no name"),
            ({"name": None}, "no name"),
            ({"name": ["Lean"]}, "no name"),
            ({"name": 'The "Lean"'}, "quotation mark"),
            ({"name": "Lean\u202e"}, "do not show"),
            ({"name": "Lean\x1b[31m"}, "do not show"),
            ({"name": "L" * 101}, "longer than 100"),
            ({"category": "dance"}, "its category is dance"),
            ({"category": None}, "its category is not said"),
            ({"primaryMuscles": "shoulders"}, "not of their form"),
            ({"primaryMuscles": None}, "not of their form"),
        ],
    )
    def test_what_cannot_be_written_is_named_with_the_reason(self, other, why):
        library = made(fedb(), fedb("Other") | other)
        (left_out,) = library.left_out
        assert why in left_out.why
        assert f": {left_out.why}\n" in library.text
        assert len(catalogue(library).exercises) == 1

    def test_what_the_language_refuses_is_left_out_with_its_words(self):
        library = made(fedb(), fedb("Lean “so”", id="q"))
        assert len(catalogue(library).exercises) + len(library.left_out) == 2

    def test_the_same_name_twice(self):
        library = made(fedb(), fedb("wall  lean", id="again"))
        (left_out,) = library.left_out
        assert "the same name or id as" in left_out.why
        assert len(catalogue(library).exercises) == 1

    def test_whether_somebody_changed_it(self):
        text = made(fedb(), fedb(category="dance")).text
        assert is_untouched(text)
        assert not is_untouched(text.replace("unreviewed\n", "impact 0\n"))
        assert not is_untouched(text + "pool mine\n  Wall Lean\n")
        assert not is_untouched('exercise "Wall Lean"\n')


class TestRefused:
    def codes(self, content, wanted=None):
        outcome = gather([("x.json", content)], wanted)
        assert outcome.value is None
        return [each.code for each in outcome.diagnostics]

    @pytest.mark.parametrize(
        "content",
        [
            b"", b"<html>", b"[", b'{"a": NaN}', b"\xff\xfe[]", b'["\xff"]', b'["\\ud800"]',
            b"[" * 100_000, b"[" * 99_999 + b"]" * 99_999, b'{"a": ' * 5000,
        ],
    )  # fmt: skip
    def test_no_json(self, content):
        assert self.codes(content) == ["E593"]

    @pytest.mark.parametrize(
        "value", [[], {}, 7, None, [1, 2], [{"name": "Lean"}], {"results": []}]
    )
    def test_no_exercises(self, value):
        assert self.codes(data(value)) == ["E594"]

    def test_of_another_collection_than_is_said(self):
        assert self.codes(data([fedb()]), "wger") == ["E594"]
        both = [("1.json", data([fedb()])), ("2.json", page(wger()))]
        assert [each.code for each in gather(both).diagnostics] == ["E594"]

    def test_too_many(self):
        assert self.codes(data([fedb()] * (MOST_EXERCISES + 1))) == ["E595"]

    def test_heaps_of_nothing(self):
        assert self.codes(b"[" + b"{}," * 2_000_001 + b"{}]") == ["E595"]
        assert self.codes(b" " * 32_000_001) == ["E595"]

    def test_a_broken_one_does_not_take_the_others_with_it(self):
        library = library_of(gather([("x", data([fedb(), 7, None, {"name": []}]))]).unwrap(), ["x"])
        assert (len(library.entries), len(library.left_out)) == (1, 3)


def test_anything_at_all_compiles_or_is_left_out():
    """Fields filled with nonsense: never an exception, never a library with a mistake."""
    chance = random.Random(2026)
    junk = [
        None, 0, -1.5, True, "", " ", "#", '"', "\\", "a;b", "x" * 500, "\n", "é", "漢字", [], {},
        [None], ["\u2066"], {"name": 3}, "mod. Lean", "use barbell", "L/R", "3x8", "Lean, Lean",
    ]  # fmt: skip
    for _ in range(60):
        values = []
        for number in range(8):
            one = chance.choice((fedb(f"Lean {number}"), wger(number, f"Lean {number}")))
            for key in chance.sample(sorted(one), 3):
                one[key] = chance.choice(junk)
            if (
                chance.random() < 0.5
                and "translations" in one
                and isinstance(one["translations"], list)
            ):
                one["translations"] = [
                    {
                        "name": chance.choice(junk),
                        "language": 2,
                        "aliases": [{"alias": chance.choice(junk)}],
                    }
                ]
            values.append(one)
        outcome = gather([("x.json", json.dumps(values).encode())])
        if outcome.value is not None:
            library = library_of(outcome.value, ["x.json"])
            assert len(library.entries) + len(library.left_out) == len(values)
            assert len(catalogue(library).exercises) == len(library.entries)
