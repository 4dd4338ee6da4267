"""Diagnostics as people read them."""

from __future__ import annotations

import json

from mesocycle.cli.report import as_json, as_short, as_text, tally
from mesocycle.diagnostics import Diagnostic, Fix, Label
from mesocycle.source import Source, Span

PLAN = Source(
    "plans/back.plan",
    """\
plan "A back"
  use runner-back

session "Strength" on mon
  Supermann; 3x8-12
\tBäck\t漢字; 3x8
  Beetle; \x1b[31m3x8\x1b[0m
  Beetle; 3x8
  Beetle; 3x8
  Beetle; 3x8
""",
)


def at(text, source=PLAN):
    start = source.text.index(text)
    return Span(source, start, start + len(text))


def drawn(*diagnostics, **how):
    return as_text(diagnostics, **how)


def mistake(text, **more):
    return Diagnostic(code="E203", message="unknown exercise", span=at(text), **more)


def test_a_mistake_is_shown_where_it_is_with_what_to_type():
    found = drawn(
        mistake(
            "Supermann",
            label="not in runner-back, nor defined here",
            hints=("did you mean Superman?",),
        )
    )
    assert (
        found
        == """\
error[E203]: unknown exercise
 --> plans/back.plan:5:3
  |
5 |   Supermann; 3x8-12
  |   ^^^^^^^^^ not in runner-back, nor defined here
  |
  = help: did you mean Superman?
  = more: meso explain E203

"""
    )


def test_the_number_column_is_as_wide_as_the_largest_number():
    long = Source("long.plan", "\n" * 99 + "  here\n")
    found = drawn(Diagnostic(code="E100", message="late", span=at("here", long)))
    assert found.splitlines()[1:5] == [
        "   --> long.plan:100:3",
        "    |",
        "100 |   here",
        "    |   ^^^^",
    ]


def test_other_places_are_underlined_in_their_own_sign_and_file():
    library = Source("lib.plan", 'exercise "Beetle"\n')
    found = drawn(
        mistake(
            "Supermann",
            label="here",
            labels=(
                Label(at("Strength"), "in this session"),
                Label(at("Beetle", library), "like this one"),
            ),
        )
    )
    assert (
        found
        == """\
error[E203]: unknown exercise
 --> plans/back.plan:5:3
  |
4 | session "Strength" on mon
  |          -------- in this session
5 |   Supermann; 3x8-12
  |   ^^^^^^^^^ here
  |
 ::: lib.plan:1:11
  |
1 | exercise "Beetle"
  |           ------ like this one
  |
  = more: meso explain E203

"""
    )


def test_lines_between_are_left_out_and_that_is_seen():
    found = drawn(mistake("Supermann", labels=(Label(at("plan"), "this plan"),)))
    assert "  |\n1 | plan" in found
    assert "- this plan\n...\n5 |   Supermann" in found


def test_tabs_and_wide_characters_keep_the_carets_in_place():
    found = drawn(mistake("漢字", label="what is this?"))
    assert found.splitlines()[3:5] == [
        "6 |     Bäck    漢字; 3x8",
        "  |             ^^^^ what is this?",
    ]


def test_control_characters_are_shown_and_never_sent():
    found = drawn(mistake("\x1b[31m3x8", label="\x1b]0;title\x07", hints=("\x9b2J\u202e",)))
    assert "\x1b" not in found
    assert "\x9b" not in found
    assert "\u202e" not in found
    assert found.splitlines()[3:5] == [
        r"7 |   Beetle; \x1b[31m3x8\x1b[0m",
        r"  |           ^^^^^^^^^^^ \x1b]0;title\x07",
    ]
    assert r"\x9b2J\u202e" in found


def test_a_span_of_several_lines_gets_a_bar():
    start = PLAN.text.index("session")
    end = PLAN.text.index(" 3x8-12") + len(" 3x8-12")
    found = drawn(
        Diagnostic(code="E300", message="empty", span=Span(PLAN, start, end), label="all of it")
    )
    assert found.splitlines()[3:6] == [
        '4 | / session "Strength" on mon',
        "5 | |   Supermann; 3x8-12",
        "  | |___________________^ all of it",
    ]


def test_a_tall_span_shows_its_ends():
    span = Span(PLAN, PLAN.text.index("session"), len(PLAN.text))
    found = drawn(Diagnostic(code="E300", message="empty", span=span)).splitlines()
    numbers = [line.split("|")[0].strip() for line in found[3:9]]
    assert numbers == ["4", "5", "...", "9", "10", ""]


def test_a_long_label_is_wrapped_beside_its_mark():
    found = drawn(mistake("Supermann", label="a long story " * 8), columns=60)
    lines = found.splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[4].startswith("  |   ^^^^^^^^^ a long story")
    assert lines[5].startswith("  |             long story a long")


def test_a_label_without_room_goes_below_its_mark():
    wide = Source("wide.plan", "x" * 60 + " here")
    found = drawn(
        Diagnostic(code="E203", message="far", span=at("here", wide), label="a long story " * 3),
        columns=72,
    )
    lines = found.splitlines()
    assert lines[4] == "  | " + " " * 61 + "^^^^"
    assert lines[5].endswith("a long story a long story a long story")


def test_of_a_very_long_line_the_part_that_matters_is_shown():
    long = Source("long.plan", "x" * 1_000_000 + " here " + "y" * 1_000_000)
    found = drawn(Diagnostic(code="E102", message="long", span=at("here", long), label="this"))
    assert len(found) < 600
    line, marks = found.splitlines()[3:5]
    assert line[marks.index("^") : marks.rindex("^") + 1] == "here"
    assert line[4] == line[-1] == "…"


def test_an_empty_span_still_gets_a_caret():
    end = Span(PLAN, len(PLAN.text), len(PLAN.text))
    found = drawn(Diagnostic(code="E101", message="ends too early", span=end, label="here"))
    assert "   | ^ here" in found


def test_no_place_no_picture():
    found = drawn(Diagnostic(code="E700", message="cannot read back.plan", hints=("look",)))
    assert (
        found
        == """\
error[E700]: cannot read back.plan
  = help: look
  = more: meso explain E700

"""
    )


def test_colour_adds_nothing_but_colour():
    import re

    one = mistake("Supermann", label="unknown", hints=("look",))
    coloured = drawn(one, colour=True)
    assert coloured != drawn(one)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(one)


def test_a_fix_is_a_help_where_there_is_no_other():
    fix = Fix(at("Supermann"), "Superman", "write Superman")
    assert "= help: write Superman\n" in drawn(mistake("Supermann", fixes=(fix,)))
    assert "write" not in drawn(mistake("Supermann", fixes=(fix,), hints=("look",)))


def test_short_is_a_line_each():
    found = as_short(
        [
            mistake("Supermann", label="not here"),
            Diagnostic(code="W500", message="odd\n\x1b", severity="warning"),
        ]
    )
    assert found.splitlines() == [
        "plans/back.plan:5:3: error[E203]: unknown exercise (not here)",
        r"warning[W500]: odd\x0a\x1b",
    ]


def test_json_has_places_labels_and_fixes_with_offsets():
    span = at("Supermann")
    one = mistake(
        "Supermann",
        label="not here",
        hints=("did you mean Superman?",),
        fixes=(Fix(span, "Superman", "write Superman"),),
    )
    assert json.loads(as_json([one])) == [
        {
            "code": "E203",
            "severity": "error",
            "message": "unknown exercise",
            "file": "plans/back.plan",
            "line": 5,
            "column": 3,
            "end_line": 5,
            "end_column": 12,
            "label": "not here",
            "labels": [],
            "hints": ["did you mean Superman?"],
            "fixes": [
                {
                    "title": "write Superman",
                    "file": "plans/back.plan",
                    "start": span.start,
                    "end": span.end,
                    "text": "Superman",
                }
            ],
        }
    ]


def test_json_without_a_place_and_without_mistakes():
    (one,) = json.loads(as_json([Diagnostic(code="E700", message="no file")]))
    assert one["file"] is one["line"] is None
    assert as_json([]) == "[]\n"


def test_json_steers_no_terminal():
    raw = as_json([Diagnostic(code="E1", message="\x1b[2J \x9b2J \u202e ä")])
    assert not set("\x1b\x9b\u202e") & set(raw)
    assert json.loads(raw)[0]["message"] == "\x1b[2J \x9b2J \u202e ä"


def test_the_tally_counts_what_there_is():
    error, warning = mistake("plan"), mistake("use", severity="warning")
    assert tally([error, warning, error]) == "2 errors, 1 warning"
    assert tally([warning]) == "1 warning"
    assert tally([]) == ""
