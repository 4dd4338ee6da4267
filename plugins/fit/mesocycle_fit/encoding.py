"""The bytes of a workout, by fit-tool. The same workout is always the same bytes.

Source of the fields and their numbers: Garmin's FIT profile, messages `file_id`, `workout` and
`workout_step`, as fit-tool has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zlib import crc32

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile import profile_type as fit
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage

from mesocycle.output import wording
from mesocycle.output.text import one_line
from mesocycle.programme import Programme, Session

from .steps import NOTE, Aim, Loop, Step

#: FIT's own way to tell a heart rate or watts from per cents.
_BPM, _WATTS = 100, 1000
#: Bytes of UTF-8 that watches show of a name.
_NAME = 48


def encoded(
    programme: Programme, session: Session, sport: tuple[str, str], steps: Sequence[Step | Loop]
) -> bytes:
    """The file."""
    builder = FitFileBuilder(auto_define=True)
    builder.add(_file_id(programme, session))
    builder.add(_workout(programme, session, sport, len(steps)))
    for number, step in enumerate(steps):
        message = _loop(step) if isinstance(step, Loop) else _step(step)
        message.message_index = number
        builder.add(message)
    data: bytes = builder.build_bytes()
    return data


def _file_id(programme: Programme, session: Session) -> FileIdMessage:
    """Made on the day of the session: a watch that has the workout takes the newer in its place."""
    day = date.fromisoformat(session.date or programme.starts)
    made = FileIdMessage()
    made.type = fit.FileType.WORKOUT
    made.manufacturer = fit.Manufacturer.DEVELOPMENT.value
    made.product = 0
    made.serial_number = crc32(session.id.encode()) or 1
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    made.time_created = int(noon.timestamp()) * 1000
    return made


def _workout(
    programme: Programme, session: Session, sport: tuple[str, str], count: int
) -> WorkoutMessage:
    made = WorkoutMessage()
    made.workout_name = _cut(f"{session.date or ''} {wording.title(session)}", _NAME)
    made.workout_description = _cautions(programme)
    made.sport, made.sub_sport = fit.Sport[sport[0]], fit.SubSport[sport[1]]
    made.num_valid_steps = count
    return made


def _cautions(programme: Programme) -> str:
    """When to stop, and as many sentences of the disclaimer as a field holds, the medical first."""
    sentences = one_line(programme.disclaimer).split(". ")
    told = one_line(programme.abort)
    for each in sorted(sentences, key=lambda sentence: "medical" not in sentence):
        longer = f"{told} {each.rstrip('.')}."
        told = longer if len(longer.encode()) <= NOTE else told
    return _cut(told, NOTE)


def _loop(loop: Loop) -> WorkoutStepMessage:
    made = WorkoutStepMessage()
    if loop.until_s is not None:
        made.duration_type = fit.WorkoutStepDuration.REPEAT_UNTIL_TIME
        made.duration_step = loop.first
        made.target_repeat_time = float(loop.until_s)
    elif loop.until_m is not None:
        made.duration_type = fit.WorkoutStepDuration.REPEAT_UNTIL_DISTANCE
        made.duration_step = loop.first
        made.target_repeat_distance = float(loop.until_m)
    else:
        made.duration_type = fit.WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
        made.duration_step = loop.first
        made.target_repeat_steps = loop.times
    return made


def _step(step: Step) -> WorkoutStepMessage:
    made = WorkoutStepMessage()
    made.workout_step_name = _cut(step.name, _NAME) or "Step"
    if note := _cut(step.note, NOTE):
        made.notes = note
    made.intensity = fit.Intensity[step.intensity.upper()]
    made.duration_type = fit.WorkoutStepDuration[step.ends.upper()]
    if step.ends == "time":
        made.duration_time = float(step.amount)
    elif step.ends == "distance":
        made.duration_distance = float(step.amount)
    elif step.ends == "reps":
        made.duration_reps = step.amount
    else:
        made.duration_value = _raw(step)
    _set_aim(made, step.aim)
    _set_exercise(made, step)
    return made


def _raw(step: Step) -> int:
    if step.ends.startswith("hr_"):
        return step.amount + _BPM
    return step.amount + _WATTS if step.ends.startswith("power_") else 0


def _set_aim(made: WorkoutStepMessage, aim: Aim | None) -> None:
    if aim is None:
        made.target_type = fit.WorkoutStepTarget.OPEN
        made.target_value = 0
        return
    made.target_type = fit.WorkoutStepTarget[aim.kind.upper()]
    made.target_value = aim.zone or 0
    if aim.zone:
        return
    if aim.kind == "speed":
        made.custom_target_speed_low, made.custom_target_speed_high = aim.low, aim.high
        return
    offset = 0 if aim.percent else {"heart_rate": _BPM, "power": _WATTS}.get(aim.kind, 0)
    made.custom_target_value_low = round(aim.low) + offset
    made.custom_target_value_high = round(aim.high) + offset


def _set_exercise(made: WorkoutStepMessage, step: Step) -> None:
    if step.exercise:
        category, _, name = step.exercise.partition("/")
        made.exercise_category = fit.ExerciseCategory[category].value
        if name:
            names = "".join(word.capitalize() for word in category.split("_")) + "ExerciseName"
            made.exercise_name = getattr(fit, names)[name].value
    if step.kg is not None and 0 < step.kg < 655:
        made.exercise_weight = step.kg
        made.weight_display_unit = (
            fit.FitBaseUnit.POUND.value if step.pounds else fit.FitBaseUnit.KILOGRAM.value
        )


def _cut(text: str, most: int) -> str:
    """As much of the text as fits into so many bytes, in whole words' letters, with `…`."""
    clean = one_line(text)
    if len(clean.encode()) <= most:
        return clean
    return clean.encode()[: most - 3].decode(errors="ignore").rstrip() + "…"
