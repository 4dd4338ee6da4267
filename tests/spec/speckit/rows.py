"""What is asked of the language: the rows of docs/requirements.md.

R rows are what the articles that the first plans come from ask for; SR rows are the safety
rules.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A requirement: its name, and what it asks."""

    name: str
    text: str


ROWS = (
    Row("R1", "a pool is ordered, easiest first, and the order counts"),
    Row("R2", "start at the top and take the first four that qualify"),
    Row("R3", "to qualify: slowly, without pain, in good form, and each of them shown"),
    Row("R4", "three sets"),
    Row("R5", "eight to twelve reps: a band to aim for, falling short is no mistake"),
    Row("R6", "more reps as form allows"),
    Row("R7", "sides: prescribed, logged and judged one by one"),
    Row("R8", "L/R and R/L are read; R/R is a slip, with a fix"),
    Row("R9", "an easier start takes the slot before the exercise is dropped"),
    Row("R10", "an alternative for a goal, where its equipment is there"),
    Row("R11", "form lost: the easier form; pain is another matter"),
    Row("R12", "an alternative for outdoors"),
    Row("R13", "the single-leg squat and the jump squat are two exercises"),
    Row("R14", "`mod.` is the modified, easier form"),
    Row("R15", "sixteen promised and fifteen listed: said, and nothing invented"),
    Row("R16", "bodyweight only: nothing that needs equipment"),
    Row("R17", "pain during and pain after are both kept"),
    Row("R18", "three stretches, a pool of their own"),
    Row("R19", "keep the stretches that make the back feel better"),
    Row("R20", "stretches before strength, after a run, or in free time"),
    Row("R21", "as often as one likes, with no days of rest between"),
    Row("R22", "gently"),
    Row("R23", "while the back hurts, only easy runs"),
    Row("R24", "high impact is not picked while it hurts"),
    Row("R25", "running is the coach's choice, never a default"),
    Row("R26", "stop when pain moves outward"),
    Row("R27", "pain that comes nearer to the spine is no stop"),
    Row("R28", "no running before brisk walking is normal"),
    Row("R29", "running with a known back problem watches the leg"),
    Row("R30", "jumping without arching: a cue, and a reason of lost form"),
    Row("R31", "a run is warmed up for"),
    Row("R32", "a warm-up block"),
    Row("R33", "a cool-down block"),
    Row("R34", "hip pain: less volume, less intensity, water instead of road"),
    Row("R35", "strength beside running, and never a long run without it"),
    Row("R36", "twice a day"),
    Row("R37", "before every run"),
    Row("R38", "first the back, then the core: one after the other"),
    Row("R39", "not right before a run"),
    Row("R40", "holds: planks and side bridges"),
    Row("R41", "other activities as part of a plan"),
    Row("R42", "ten reps, over time twenty, by a step that the coach states"),
    Row("R43", "cues of the hip hinge"),
    Row("R44", "back extensions: only if they help, and not for everybody"),
    Row("R45", "signs of a strained back stop"),
    Row("R46", "hip flexors are stretched and glutes strengthened in the same week"),
    Row("R47", "on days without a run, too"),
    Row("R48", "thirty to sixty seconds on the ball, if there is a ball"),
    Row("R49", "with a disc, no heavy bending"),
    Row("R50", "how somebody runs is changed by a person, never by software"),
    Row("R51", "cues by where it hurts"),
    Row("R52", "cues of posture in the coach's words"),
    Row("R53", "pain that spreads to a leg: stop, see a doctor"),
    Row("R54", "no better after rest: see a doctor"),
    Row("R55", "not sure: ask; what is unknown is not assumed"),
    Row("R56", "general information, not advice"),
    Row("R57", "burning, tingling, numbness, a foot that drops"),
    Row("R58", "cleared by a person, on record"),
    Row("R59", "experience is information, and decides nothing"),
    Row("R60", "a closed vocabulary of the body, with the nearest word for a slip"),
    Row("SR1", "reduce, hold, stop: yes; beyond the coach's ceiling: never"),
    Row("SR2", "unknown is not pain-free; `not` of unknown is unknown"),
    Row("SR3", "nothing known: an assessment, not training"),
    Row("SR4", "a red flag stops everything until it is cleared"),
    Row("SR5", "an exercise that hurt is dropped, on both sides"),
    Row("SR6", "evidence expires; a flare ends it"),
    Row("SR7", "the latest entry counts, of two at once the worse"),
    Row("SR8", "pain in the leg, or moving outward, stops at any number"),
    Row("SR9", "pain drops, lost form goes easier"),
    Row("SR10", "outdoors alone never raises impact"),
    Row("SR11", "in pain easy or walk; gate not passed: walk"),
    Row("SR12", "coming nearer to the spine never counts as progress"),
    Row("SR13", "one step at a time, at most one a week or two sessions"),
    Row("SR14", "fewer than asked: fewer, with a notice; nothing unreviewed"),
    Row("SR15", "what is to be avoided is filtered before the pick"),
    Row("SR16", "same input, same output; nothing impossible is accepted"),
    Row("SR17", "a misspelt safety word is an error; no partial plan"),
    Row("SR18", "under age, pregnancy, recent surgery: cleared first"),
    Row("SR19", "48 hours between strength of one region, stretches exempt"),
    Row("SR20", "every session says when to stop"),
)
