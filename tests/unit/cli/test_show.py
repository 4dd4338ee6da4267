"""`meso show`: a week of the programme on the terminal."""

from __future__ import annotations

import json

import msgspec
import pytest

from mesocycle.cli.paint import Paint
from mesocycle.cli.week import Drawing
from mesocycle.output.samples import gym
from mesocycle.programme import (
    Athlete,
    Block,
    Exercise,
    Item,
    ItemProgression,
    Notice,
    PlanInfo,
    Programme,
    Range,
    Segment,
    SegmentEnd,
    Session,
    Set,
    Target,
    WeekStatistics,
)
from tests.unit.cli.conftest import PLAN


def test_the_first_week_of_a_plan_without_a_diary(run):
    done = run("show", "back.plan")
    lines = done.stdout.splitlines()
    assert (done.exit_code, done.stderr) == (0, "")
    assert lines[:2] == ["A back", "week 1 of 2: Monday 7 December to Sunday 13 December 2026"]
    assert "Mon 7 Dec" in lines
    assert "Wed 9 Dec" in lines
    assert "Any time" in lines
    assert any(line.startswith("         Superman") for line in lines)


def test_the_week_of_the_day_compiled_for(run):
    done = run("show", "back.plan", "--as-of", "2026-12-15")
    assert "week 2 of 2: Monday 14 December" in done.stdout


def test_after_the_plan_its_last_week_and_before_it_its_first(run):
    assert "week 2 of 2" in run("show", "back.plan", "--as-of", "2027-06-01").stdout
    assert "week 1 of 2" in run("show", "back.plan", "--as-of", "2026-01-01").stdout


def test_another_week_or_a_day(run):
    assert "Mon 14 Dec" in run("show", "back.plan", "--week", "2").stdout
    done = run("show", "back.plan", "--on", "2026-12-16")
    assert done.stdout.splitlines()[1] == "Wednesday 16 December 2026"
    assert "Mon 14 Dec" not in done.stdout


def test_a_day_without_sessions(run):
    assert "nothing planned" in run("show", "back.plan", "--on", "2026-12-08").stdout


TESTS = PLAN.replace("  Superman;", "  pick 1 from strength where painfree;")


def test_how_far_to_test_is_said_once_above_the_tests(run, folder):
    (folder / "back.plan").write_text(TESTS)
    (folder / "ana.diary").write_text('athlete "Ana"\n2026-12-07 pain 0\n')
    text = run("show", "back.plan", "--diary", "ana.diary", "--on", "2026-12-07").stdout
    words = " ".join(text.split())
    assert "Assessment: one easy set each. Test in this order, and stop when one has gone" in words
    assert words.count("est in this order") == 1


def test_whose_programme_it_is(run):
    assert run("show", "back.plan", "--diary", "ana.diary").stdout.startswith("A back · Ana\n")


def test_json(run):
    found = json.loads(run("show", "back.plan", "--format", "json").stdout)
    assert [s["date"] for s in found["sessions"]] == ["2026-12-07", "2026-12-09"]
    assert [s["name"] for s in found["todo"]] == ["Walk"]
    assert found["disclaimer"]
    assert found["statistics"]["sets"]["back"] > 0
    day = json.loads(run("show", "back.plan", "--on", "2026-12-07", "--format", "json").stdout)
    assert day["statistics"] is None


def test_a_plan_with_mistakes_is_not_shown(run, folder):
    (folder / "back.plan").write_text(PLAN.replace("Superman;", "Supermann;"))
    done = run("show", "back.plan")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "did you mean Superman?" in done.stderr
    assert run("show", "nowhere.plan").exit_code == 4


def test_calls_that_make_no_sense(refused):
    assert "weeks 1 to 2" in refused("show", "back.plan", "--week", "3")
    assert "no week 0" in refused("show", "back.plan", "--week", "0")
    assert "exclude each other" in refused("show", "back.plan", "--week", "1", "--on", "2026-12-07")
    assert "one of the files" in refused("show", "-", "--diary", "-")
    for day in ("2026-12-06", "2027-01-01"):
        told = refused("show", "back.plan", "--on", day)
        assert f"{day} is outside the plan, which goes from 2026-12-07 to 2026-12-20" in told
    assert "--diary can be given only once" in refused(
        "show", "back.plan", "--diary", "ana.diary", "--diary", "ben.diary"
    )


# --- the drawing itself --------------------------------------------------------------------------

SETS = (Set(reps=Range(target=8, min=8, max=12), side="each", rest_s=Range(target=60)),) * 3
BEETLE = Exercise(id="beetle", name="Beetle", kind="stability")
WALK = Segment(
    activity="walk",
    end=SegmentEnd(kind="time", seconds=300),
    target=Target(kind="word", text="brisk"),
)
STRENGTH = Session(
    id="1",
    name="Strength",
    week=1,
    date="2026-12-07",
    start="2026-12-07T07:00:00+01:00",
    minutes=40,
    status="moved",
    original_date="2026-12-06",
    provisional=True,
    reason="travelling",
    blocks=(
        Block(kind="warmup", segments=(WALK,)),
        Block(
            kind="circuit",
            rounds=2,
            items=(
                Item(slot_id="1", exercise=BEETLE, sets=SETS, label="heavy"),
                Item(
                    slot_id="2",
                    exercise=BEETLE,
                    sets=SETS[:1],
                    progression=ItemProgression(text="+1", next="1x9"),
                ),
                Item(slot_id="3", task="Drink 2 l"),
            ),
        ),
    ),
    notes=("Slowly.",),
)


@pytest.fixture
def draw():
    def lines(*sessions, columns=80, colour=False, **more):
        programme = Programme(
            plan=PlanInfo(name="A back", id="a-back"),
            timezone="UTC",
            starts="2026-12-07",
            ends="2026-12-20",
            sessions=sessions,
            **more,
        )
        return list(Drawing(programme, Paint(colour), columns).lines("week 1", sessions))

    return lines


def test_a_whole_session(draw):
    assert draw(STRENGTH, athlete=Athlete(name="Ana"))[:12] == [
        "A back · Ana",
        "week 1",
        "",
        "Mon 7 Dec",
        "  07:00  Strength · 40 min · moved · was on Sun 6 Dec · provisional",
        "         travelling",
        "         Warm-up: walk 5 min, brisk",
        "         Circuit, 2 rounds",
        "           heavy: Beetle  3 × 8 reps (8–12) each side, rest 60 s",
        "           Beetle         1 × 8 reps (8–12) each side, rest 60 s → 1x9",
        "           [ ] Drink 2 l",
        "         Slowly.",
    ]


def test_a_ramp_stands_above_the_working_sets(draw):
    lines = draw(gym().sessions[0])
    squat = lines.index("         heavy: Squat  warm-up 2 × 5 with the empty bar, 1 × 3 at 60 kg")
    assert lines[squat + 1] == "                       4 × 5 at 100 kg (rest 3 min),"
    assert "         Then rest 3 min." in lines


def test_a_week_in_numbers():
    shown = list(Drawing(gym(), Paint(False), 80).lines("week 1", (), gym().statistics[0]))
    first = shown.index("The week in numbers")
    assert shown[first : first + 12] == [
        "The week in numbers",
        "         3 sessions, about 180 min, 184 reps, 8,321 kg lifted",
        "",
        "  Sets   for each muscle; in brackets those in which it only helps",
        "         chest    12",
        "         back      9 (4)   lats 9",
        "         glutes    8",
        "         legs      8       quads 8, hamstrings (8)",
        "",
        "  Lifts               Sets  Reps   Tonnage   Heaviest  Intensity",
        "         Squat           8    40  3,550 kg     100 kg        72%",
        "         Bench Press     6    46  2,310 kg  108.86 kg",
    ]


def test_three_levels_of_muscles_in_a_line():
    sets = {"legs": 12, "thigh": 10, "quads": 6, "hamstrings": 4, "calf": 2}
    regions = {"calf": "legs", "thigh": "legs", "quads": "thigh", "hamstrings": "thigh"}
    week = WeekStatistics(week=1, starts="", sessions=1, minutes=60, sets=sets, reps=0)
    programme = msgspec.structs.replace(gym(), regions=regions)
    text = "\n".join(Drawing(programme, Paint(False), 80).lines("week 1", (), week))
    assert "         legs   12   thigh 10: quads 6, hamstrings 4; calf 2\n" in text
    assert "brackets" not in text


def test_a_week_without_sets_has_no_numbers():
    week = WeekStatistics(week=1, starts="", sessions=1, minutes=60, sets={}, reps=0)
    lines = Drawing(gym(), Paint(False), 80).lines("week 1", (), week)
    assert "The week in numbers" not in lines


def test_when_to_stop_stands_below_once(draw):
    lines = draw(STRENGTH, STRENGTH)
    assert (
        lines.count("Stop the session on sharp pain, pain that spreads into a leg, numbness or")
        == 1
    )
    assert "General training information" in "".join(lines)


def test_on_a_narrow_terminal_rows_break_behind_commas(draw):
    lines = draw(STRENGTH, columns=60)
    assert "           heavy: Beetle  3 × 8 reps (8–12) each side," in lines
    assert "                          rest 60 s" in lines


def test_a_notice_stands_above_with_its_mark(draw):
    stop = Notice(code="SR1", severity="stop", text="See a doctor first.")
    other = Notice(code="SR2", severity="info", text="Of another week.", session="99")
    lines = draw(STRENGTH, notices=(stop, other))
    assert lines[2] == "! See a doctor first."
    assert not any("another week" in line for line in lines)


def test_what_people_wrote_steers_no_terminal(draw):
    session = Session(id="1", name="A\x1b[2J", week=1, date="2026-12-07", notes=("\x9b\u202e",))
    lines = draw(session)
    assert not set("\x1b\x9b\u202e") & set("".join(lines))


def test_colour_adds_nothing_but_colour(draw):
    import re

    coloured = "\n".join(draw(STRENGTH, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == "\n".join(draw(STRENGTH))
