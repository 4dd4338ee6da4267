"""A gym's programme: two phases, loads in kilograms and pounds, every kind of group."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from mesocycle.output.sample_days import START, programme, session
from mesocycle.output.sample_lifts import GROUPS, MAIN, ODD, WAVE
from mesocycle.programme import (
    Block,
    Decision,
    LiftStatistics,
    Notice,
    PlanInfo,
    Programme,
    WeekStatistics,
)


def gym() -> Programme:
    """Two weeks of heavy lifting, then one of light; no two sessions are alike."""
    heavy = Block(kind="straight", items=MAIN, rest_after_s=180)
    sessions = [
        session("Squat day", 0, heavy, minutes=75, status="done"),
        session("Press day", 2, Block(kind="straight", items=WAVE), minutes=45),
        session("Odds and ends", 4, Block(kind="straight", items=ODD)),
        session("Groups", 7, *GROUPS, minutes=90, provisional=True),
        session("Squat day", 14, heavy, minutes=75, provisional=True),
    ]
    phases = ("Volume", "Volume", "Volume", "Volume", "Deload")
    sessions = [replace(each, phase=phase) for each, phase in zip(sessions, phases, strict=True)]
    return programme(
        *sessions,
        plan=PlanInfo(name="Stronger", id="stronger", about="Three lifts and what goes with them."),
        decisions=(
            Decision(
                id="d2",
                outcome="rounded",
                rule="rounding",
                text="Squat: 80% of the training max 124.5 kg is 99.6 kg; 100 kg can be loaded",
                date=START.isoformat(),
                session=sessions[0].id,
                exercise="squat",
            ),
        ),
        notices=(
            Notice(
                code="sample",
                severity="question",
                text="What is the squat's max? Until then its loads stay per cent.",
            ),
        ),
        statistics=tuple(_week(number) for number in (1, 2, 3)),
        regions={
            "back": "", "chest": "", "glutes": "hips", "hamstrings": "thigh", "hips": "",
            "lats": "upper back", "legs": "", "quads": "thigh", "thigh": "legs",
            "upper back": "back",
        },
    )  # fmt: skip


def _week(number: int) -> WeekStatistics:
    light = number == 3
    sets = {"glutes": 8, "hips": 8, "legs": 8, "quads": 8, "thigh": 8}
    upper = {"back": 9, "chest": 12, "lats": 9, "upper back": 9}
    return WeekStatistics(
        week=number,
        starts=(START + timedelta(weeks=number - 1)).isoformat(),
        sessions=1 if light else 3,
        minutes=75 if light else 180,
        sets=sets if light else {**sets, **upper},
        sets_indirect={"hamstrings": 8} if light else {"hamstrings": 8, "back": 4},
        reps=40 if light else 184,
        tonnage_kg=3550.0 if light else 8321.25,
        lifts=(
            LiftStatistics(
                exercise="squat", name="Squat", sets=8, reps=40, tonnage_kg=3550.0, top_kg=100.0,
                intensity=72.0,
            ),
            LiftStatistics(
                exercise="bench-press", name="Bench Press", sets=6, reps=46, tonnage_kg=2310.5,
                top_kg=108.86217,
            ),
        )[: 1 if light else 2],
    )  # fmt: skip
