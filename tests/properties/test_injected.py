"""No text of a plan or a diary becomes anything but text: in no feed, sheet, file or terminal.

One plan with rules, questions and a diary that says all that it may, with words of others in every
place where people write. What is made of it has the same parts as with a harmless word.
"""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

import mesocycle
from mesocycle.bundled import BY_DEFAULT
from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal
from mesocycle.loading import Folder
from mesocycle.output.registry import load
from mesocycle.output.rendering import render
from mesocycle.source import Source
from plugins.ical.tests.reading import byte_faults, properties, read_by_all

PLAN = """\
plan "P {x}"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  care rehab
  about "{x}"
  source "{x}"
  author "{x}"
  use runner-back

ask swelling none, mild, severe "{x}"
ask sleep 1-5 "{x}"

rules
  when hip pain > 5: stop "{x}" until cleared
  when knee pain > 1: stop "{x}"
  when knee pain > 0: say "{x}"; volume 60%
  when week >= 1: cue "{x}"
  when swelling is severe: stop "{x}"
  when sleep < 2: hold

session "Strength {x}" on mon, wed, fri at 07:00
  Superman; 3x8-12; progress reps; cue "{x}"; because "{x}"
  note "{x}"
  24h apart because "{x}"

session "Run" on tue at 18:00
  run 20min easy; note "{x}"

calendar
  skip 2026-12-18 "{x}"
  note 2026-12-10 "{x}"
"""
DIARY = """\
athlete "A {x}"
  follows "P {x}"
  avoid loads extension "{x}"
  pain limit 3 by "Dr {x}"
  condition osteoporosis

2026-10-01 "{x} gym"; unverified "{x}"
  Superman; 3x10; note "{x}"
2026-12-06 no red flags
2026-12-06 cleared by "{x}" with osteoporosis
2026-12-07 "Strength {x}"; stopped early "{x}"
  Superman; 10, 10; pain 0; form bad "{x}"
  note "{x}"
2026-12-08 morning pain 0
2026-12-08 unplanned "{x}"; felt rpe 3, 45min; pain 0; note "{x}"
  Superman; skipped "{x}"
2026-12-08 "Run"; skipped "{x}"
2026-12-09 pain 2 knee
2026-12-09 note "{x}"
{more}"""
#: What comes after it: nothing, a stop of the coach that stands, a flag.
LATER = (
    "2026-12-09 swelling none, sleep 1\n", "2026-12-09 pain 6 hip\n",
    '2026-12-09 pain 6 hip\n2026-12-10 cleared by "{x}" for walking\n',
    "2026-12-09 flag numbness left leg\n",
)  # fmt: skip
IDS = ("answers", "stopped", "cleared", "flagged")
PAYLOADS = [
    "a;b", "a,b", "a\\nEND:VEVENT", "a\\", "BEGIN:VALARM", "a\u2028END:VEVENT", "a\u202eb",
    "<script>alert(1)</script>", "<!-- x", "[x](javascript:alert(1))", "# heading", "- [ ] task",
    "a | b", "`code`", "**bold**", "&lt;b&gt;", "=1+1", "%0D%0A", "{{ x }}", "{x}", "ä" * 90,
    "DESCRIPTION:x", "---", "> quote", "1. item", "ظهر", "👩‍👩‍👧‍👦", "no red flags", "x" * 300,
]  # fmt: skip
HTML = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
REGISTRY = load().unwrap()
REASONS = {"ical": {"reasons": True}, "markdown": {"reasons": True}, "json": {"decisions": True}}
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def texts(payload, more):
    diary = DIARY.replace("{more}", more)
    return (text.replace("{x}", payload) for text in (PLAN, diary))


def products(payload, more, options):
    """What is made of it by default, by name; None of a text that is refused."""
    plan, diary = texts(payload, more)
    outcome = mesocycle.compile_plan(
        Source("it.plan", plan), Folder("-"), Source("it.diary", diary)
    )
    if not outcome.ok:
        return None
    made = render(REGISTRY, outcome.unwrap(), BY_DEFAULT, options=options)
    assert not made.diagnostics
    return {each.output: each.content for each in made.unwrap()}


def tags(markdown):
    return re.findall(r"</?[a-z0-9]+", HTML.render(markdown.decode()))


def shape(value):
    """A tree without its words and numbers."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else type(value)


@pytest.mark.parametrize(
    ("more", "options"), [*zip(LATER, ({}, REASONS, {}, REASONS), strict=True)], ids=IDS
)
def test_what_is_made_has_the_same_parts_as_with_a_harmless_word(more, options):
    harmless = products("harmless", more, options)
    taken = 0
    for payload in PAYLOADS:
        made = products(payload, more, options)
        if made is None:
            continue
        taken += 1
        assert properties(made["ical"]) == properties(harmless["ical"]), payload
        assert byte_faults(made["ical"]) == []
        assert tags(made["markdown"]) == tags(harmless["markdown"]), payload
        assert shape(json.loads(made["json"])) == shape(json.loads(harmless["json"]))
    assert read_by_all(made["ical"]) == read_by_all(harmless["ical"])
    assert taken >= len(PAYLOADS) - 4


@pytest.mark.parametrize("more", LATER[::2], ids=IDS[::2])
def test_nothing_steers_a_terminal(more, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for payload in ("a\u202eb", "a\u2028b\x85c", "a\x1b]0;b\x07c\x00d"):
        for name, text in zip(("it.plan", "it.diary"), texts(payload, more), strict=True):
            (tmp_path / name).write_text(text, "utf-8")
        for call in (
            ["check", "it.plan", "it.diary"], ["show", "it.plan", "--diary", "it.diary"],
            ["why", "it.plan", "--diary", "it.diary"],
            ["why", "it.plan", "--diary", "it.diary", "--on", "2026-12-08"],
            ["log", "it.diary", "--on", "2026-12-10", f'note "{payload}"'],
            ["simulate", "it.plan", "--diary", "it.diary", "--weeks", "1"],
            ["simulate", "it.plan", "--scenario", f'misses "{payload}"'],
            ["import", "it.diary", "--format", "notes"],
        ):  # fmt: skip
            done = CliRunner().invoke(meso, call, obj=Terminal())
            assert not STEERING.search(done.output), (payload, call, done.output)
            assert isinstance(done.exception, SystemExit | None), call
