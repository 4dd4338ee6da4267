"""What stands in a session: picks, exercises, ladders, runs, tasks, and clauses about them."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    All,
    Allow,
    AtPlace,
    Count,
    Direct,
    Effort,
    Either,
    Evidence,
    ExerciseRef,
    Goal,
    Instead,
    Leg,
    Manner,
    Pain,
    Pick,
    Progress,
    Scheme,
    StartAt,
    Step,
    Stretch,
    Task,
    Text,
    Under,
    Word,
)
from tests.unit.syntax.reading import piece, refusal

EASY = Effort(Word("easy"))
STRENGTH, SUPERMAN, BRIDGE = Word("strength"), ExerciseRef(Word("Superman")), Word("Bridge")


def ref(name, mod=False, equipment=None):
    return ExerciseRef(Word(name), mod, equipment and Word(equipment))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("pick 4 from strength", Pick(4, STRENGTH, word=Word("4"))),
        ("pick 4 hardest from strength", Pick(4, STRENGTH, "hardest", word=Word("4"))),
        ("pick 1 any from strength", Pick(1, STRENGTH, "any", word=Word("1"))),
        ("pick 2 from strength rotate", Pick(2, STRENGTH, rotate="each session", word=Word("2"))),
        ("pick 2 from strength rotate weekly",
         Pick(2, STRENGTH, rotate="weekly", word=Word("2"))),
        ("pick 2 from strength where painfree rotate each session else Bridge",
         Pick(2, STRENGTH, where=Evidence("painfree"), rotate="each session",
              otherwise=ref("Bridge"), word=Word("2"))),
        ("pick 1 from hips.strength", Pick(1, Word("hips.strength"), word=Word("1"))),
        ('pick 1 from "upper body"', Pick(1, Word("upper body"), word=Word("1"))),
        ("all from strength where helps or untried",
         All(STRENGTH, Either((Evidence("helps"), Evidence("untried"))))),
        ('task "Drink 2 l"', Task(Word("Drink 2 l"))),
    ],
)  # fmt: skip
def test_picks_and_tasks(text, node):
    assert piece("item", text) == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("Superman", Direct((SUPERMAN,))),
        ("superman", Direct((ref("superman"),))),
        ("Lying Figure 4 Stretch", Direct((ref("Lying Figure 4 Stretch"),))),
        ("90/90 Stretch", None),
        ("World's Greatest Stretch", Direct((ref("World's Greatest Stretch"),))),
        ("Single Leg Balance & Reach", Direct((ref("Single Leg Balance & Reach"),))),
        ('"Balance & Reach (Shin)"', Direct((ref("Balance & Reach (Shin)"),))),
        ("V-Ups", Direct((ref("V-Ups"),))),
        ("Single Leg Bridge L/R", Direct((ref("Single Leg Bridge"),))),
        ("mod. Low Side Plank Lifts", Direct((ref("Low Side Plank Lifts", mod=True),))),
        ("Mod. Low Side Plank Lifts", Direct((ref("Low Side Plank Lifts", mod=True),))),
        ("Press with dumbbells", Direct((ref("Press", equipment="dumbbells"),))),
        ("heavy: Squat", Direct((ref("Squat"),), Word("heavy"))),
        ("Bridge | Single Leg Bridge", Direct((ref("Bridge"), ref("Single Leg Bridge")))),
        ("Reach and rotate", Direct((ref("Reach and rotate"),))),
        ("Lunge where you stand or else rest",
         Direct((ref("Lunge where you stand or else rest"),))),
        ("Übung für Läufer", Direct((ref("Übung für Läufer"),))),
    ],
)  # fmt: skip
def test_exercises_by_name(text, node):
    """A word is a keyword only where the grammar can use it as one."""
    if node is None:
        assert refusal("item", text) == "E100"
    else:
        assert piece("item", text) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pick from strength", "E100"),
        ("pick 0 from strength", "E132"),
        ("pick four from strength", "E100"),
        ("pick 4 form strength", "E101"),
        ("pick 4 of strength", "E100"),
        ("pick 4 from", "E102"),
        ("pick 4 from strength wher painfree", "E101"),
        ("pick 4 softest from strength", "E100"),
        ("pick 4 from strength rotate daily", "E100"),
        ("pick 4 from strength else", "E102"),
        ("all strength", "E100"),
        ("all from", "E102"),
        ("task Drink", "E113"),
        ("Superman |", "E102"),
        ("| Superman", "E100"),
        ("heavy:", "E102"),
        ("Superman, Beetle", "E100"),
        ("Superman (slow)", "E100"),
        ("Superman R/R", "E110"),
        ("Superman with", "E102"),
    ],
)
def test_what_selects_nothing_is_refused(text, code):
    assert refusal("item", text) == code


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("run 30min easy", Leg(seconds=Count(1800, 1800), target=EASY, word=Word("30min"))),
        ("run 5km", Leg(metres=Count(5000, 5000), word=Word("5km"))),
        ("run 5.2km", Leg(metres=Count(5200, 5200), word=Word("5.2km"))),
        ("run 3mi", Leg(metres=Count(4828, 4828), word=Word("3mi"))),
        ("run 880yd", Leg(metres=Count(805, 805), word=Word("880yd"))),
        ("run 400m", Leg(metres=Count(400, 400), word=Word("400m"))),
        ("run 5-6km", Leg(metres=Count(5000, 6000), word=Word("5-6km"))),
        ("run 1.5h", Leg(seconds=Count(5400, 5400), word=Word("1.5h"))),
    ],
)
def test_stretches_of_one_leg(text, node):
    assert piece("stretch", text) == Stretch((node,), None, Word("run"), node.word)


@pytest.mark.parametrize(
    "text", ["warmup 5min brisk walk", "warmup walk 5min brisk", "warmup 5min walk brisk"]
)
def test_a_warm_up_by_another_activity(text):
    leg = Leg(seconds=Count(300, 300), target=Effort(Word("brisk")), word=Word("5min"))
    assert piece("stretch", text) == Stretch((leg,), "warmup", Word("walk"), Word("5min"))


def test_a_cool_down_moves_as_the_session_does():
    stretch = piece("stretch", "cooldown 5min")
    assert (stretch.role, stretch.activity) == ("cooldown", None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("run", "E102"),
        ("run easy", "E100"),
        ("run 30", "E109"),
        ("run 1m", "E109"),
        ("run 5m easy", "E109"),
        ("run 30min esy", "E101"),
        ("run 30min easy easy", "E133"),
        ("run 30min walk", "E133"),
        ("warmup", "E102"),
        ("warmup 5min brisk wlak", "E101"),
        ("run 30sx", "E101"),
    ],
)
def test_what_is_no_stretch_is_refused(text, code):
    assert refusal("stretch", text) == code


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ('cue "Slowly."', Text("cue", Word("Slowly."))),
        ('note "a; b # c"', Text("note", Word("a; b # c"))),
        ('because "S2"', Text("because", Word("S2"))),
        ('video "https://example.org"', Text("video", Word("https://example.org"))),
        ("progress none", Progress(())),
        ("progress reps", Progress((Step("reps"),))),
        ("progress reps by 2 to 20", Progress((Step("reps", 2, 20),))),
        ("progress hold by 5s to 1min", Progress((Step("hold", 5, 60),))),
        ("progress sets to 4 then harder", Progress((Step("sets", None, 4), Step("harder")))),
        ("start at Pull Up", StartAt(Word("Pull Up"))),
        ('goal "upper-back tension"', Goal(Word("upper-back tension"))),
        ("allow jumps", Allow(Word("jumps"))),
        ("instead Bridge to start", Instead(ref("Bridge"), "start")),
        ("instead mod. Plank for bad form", Instead(ref("Plank", mod=True), "form")),
        ("instead Wall Slide for goal posture",
         Instead(ref("Wall Slide"), "goal", Word("posture"))),
        ("instead Jump Squat outdoors", Instead(ref("Jump Squat"), "place", Word("outdoors"))),
        ('instead "Prone Cobra" without wall',
         Instead(ref("Prone Cobra"), "equipment", Word("wall"))),
        ("if outdoors: slow", Under(AtPlace(Word("outdoors")), Manner("slow"), "if")),
        ('when back pain > 0: cue "Easy."',
         Under(Pain(">", 0, Word("back")), Text("cue", Word("Easy.")), "when")),
    ],
)  # fmt: skip
def test_clauses(text, node):
    assert piece("clause", text) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cue", "E102"),
        ("cue Slowly", "E113"),
        ("progress", "E102"),
        ("progress rips", "E101"),
        ("progress reps by", "E102"),
        ("progress reps 2", "E100"),
        ("progress hold by 5", "E102"),
        ("progress reps, hold", "E100"),
        ("start Pull Up", "E100"),
        ("goal", "E102"),
        ("instead Bridge", "E102"),
        ("instead Bridge for", "E102"),
        ("instead Bridge fro bad form", "E101"),
        ("if outdoors slow", "E101"),
        ("if: slow", "E100"),
        ("when back pain > 0:", "E102"),
        ("when back pane > 0: slow", "E101"),
    ],
)
def test_what_is_no_clause_is_refused(text, code):
    assert refusal("clause", text) == code


def test_a_condition_may_choose_another_dose():
    under = piece("clause", "if outdoors: 3x5")
    assert isinstance(under.clause, Scheme)
