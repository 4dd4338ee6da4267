"""The closed vocabularies of the language: whatever is not here is a mistake to report.

Body parts have their own module, `body`.
"""

from __future__ import annotations

from typing import Final

from mesocycle.catalogue.vocabulary import Vocabulary

KINDS = Vocabulary(
    "kind",
    {
        "strength": (),
        "stability": (),
        "flexibility": ("mobility",),
        "plyometric": ("plyometrics",),
        "cardio": ("endurance",),
        "technique": (),
    },
)

POSITIONS = Vocabulary(
    "position",
    {
        "prone": ("face down",),
        "supine": ("face up", "on the back"),
        "side": ("side-lying", "side lying"),
        "quadruped": ("hands and knees", "all fours"),
        "plank": (),
        "standing": (),
        "kneeling": (),
        "half-kneeling": ("half kneeling",),
        "seated": ("sitting",),
        "squatting": (),
        "hanging": (),
        "mixed": (),
    },
)

SIDES = Vocabulary(
    "sides",
    {
        "none": ("no",),
        "each": ("each side", "l/r", "r/l", "left/right", "right/left"),
        "alternating": ("alternate",),
    },
)

MEASURES = Vocabulary("measure", {"reps": (), "hold": (), "time": (), "distance": ()})

#: Where an exercise can be done; a `place` line of a plan adds its own.
PLACES = Vocabulary(
    "place",
    {
        "anywhere": (),
        "outdoors": ("outside", "outdoor"),
        "indoors": ("inside", "indoor"),
        "pool": ("swimming pool",),
        "gym": (),
    },
)

#: Directions of demand on the lumbar spine; `anti-` means that the trunk resists it.
DIRECTIONS = Vocabulary(
    "load direction",
    {
        "flexion": ("bending", "rounding"),
        "extension": ("arching",),
        "rotation": ("twisting",),
        "axial": ("compression",),
        "impact": (),
        "anti-extension": (),
        "anti-rotation": (),
        "anti-lateral": ("anti-lateral flexion",),
    },
)

#: What may keep an exercise from being picked by itself, beside the directions.
CONDITIONS = Vocabulary(
    "condition",
    {
        **{direction: (f"{direction}-sensitive",) for direction in DIRECTIONS},
        "pregnancy": ("pregnant", "post-natal", "postnatal"),
        "osteoporosis": (),
        "disc": ("disc disease", "degenerative disc disease", "herniated disc"),
        "acute pain": (),
        "leg symptoms": ("sciatica", "nerve tension"),
        "balance": ("balance disorder",),
        "neck": ("neck pain",),
        "shoulder": ("shoulder pain", "shoulder impingement"),
        "wrist": ("wrist pain",),
        "knee": ("knee pain",),
        "kneeling": ("kneeling pain",),
        "hip": ("hip pain",),
        "hip replacement": (),
        "hamstring strain": (),
        "hip flexor strain": (),
        "prone discomfort": (),
        "uneven ground": ("wet ground",),
        "recent surgery": ("surgery",),
        "fracture": ("recent fracture",),
        "inflammatory disease": (),
        "cancer": ("cancer history",),
        "under 18": (),
    },
)

#: What an exercise may need; a `place` line adds what is not here.
EQUIPMENT = Vocabulary(
    "equipment",
    {
        "mat": ("exercise mat", "yoga mat"),
        "wall": (),
        "chair": (),
        "table": (),
        "bench": (),
        "step": ("stair", "stairs"),
        "box": (),
        "cushion": ("pillow",),
        "strap": ("towel", "belt"),
        "exercise ball": ("ball", "stability ball", "swiss ball", "gym ball", "physioball"),
        "medicine ball": (),
        "foam roller": ("roller",),
        "resistance band": ("band", "bands", "resistance bands"),
        "mini band": ("loop band",),
        "dumbbells": ("dumbbell",),
        "kettlebell": ("kettlebells",),
        "barbell": (),
        "trap bar": ("hex bar",),
        "plates": ("plate",),
        "rack": ("squat rack",),
        "sandbag": (),
        "weight vest": (),
        "sled": ("prowler",),
        "cable machine": ("cable", "cables"),
        "leg press": (),
        "back extension bench": ("hyperextension bench", "roman chair"),
        "pull-up bar": ("pull up bar", "chin-up bar"),
        "parallel bars": ("dip bars",),
        "rings": (),
        "suspension trainer": ("trx",),
        "ab wheel": (),
        "sliders": ("slider",),
        "jump rope": ("skipping rope",),
        "treadmill": (),
        "bike": ("bicycle", "stationary bike"),
        "rowing machine": ("rower",),
        "elliptical": ("cross trainer",),
        "skis": (),
        "partner": (),
    },
)

#: Activities that `run 30min easy` and its like may name, and their impact (0 to 3).
ACTIVITIES: Final[dict[str, int]] = {
    "walk": 1,
    "run": 2,
    "jog": 2,
    "bike": 0,
    "swim": 0,
    "row": 0,
    "ski": 1,
    "hike": 1,
}

#: How hard, easiest first: the order that makes *easier* mean something.
EFFORTS: Final = (
    "walk",
    "brisk",
    "easy",
    "steady",
    "tempo",
    "threshold",
    "interval",
    "sprint",
)
