"""The closed vocabularies of the language: whatever is not here is a mistake to report.

Body parts have their own module, `body`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

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
        "pregnancy": (
            "pregnant",
            "post-natal",
            "postnatal",
            "postpartum",
            "post-partum",
            "after birth",
        ),
        "osteoporosis": ("brittle bones",),
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
        "surgery": ("recent surgery", "operation", "recent operation"),
        "fracture": ("recent fracture", "stress fracture", "broken bone"),
        "inflammatory disease": (
            "rheumatoid arthritis",
            "inflammatory arthritis",
            "ankylosing spondylitis",
            "spondyloarthritis",
        ),
        "cancer": ("cancer history", "history of cancer", "tumour", "tumor"),
        "under 18": ("under age", "minor", "child"),
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
        "bench": ("flat bench", "weight bench", "incline bench", "decline bench"),
        "step": ("stair", "stairs"),
        "box": ("plyo box", "jump box"),
        "cushion": ("pillow",),
        "strap": ("towel", "belt"),
        "exercise ball": ("ball", "stability ball", "swiss ball", "gym ball", "physioball"),
        "medicine ball": ("wall ball", "med ball", "slam ball"),
        "foam roller": ("roller",),
        "resistance band": ("band", "bands", "resistance bands"),
        "mini band": ("loop band",),
        "dumbbells": ("dumbbell", "db", "dbs"),
        "kettlebell": ("kettlebells", "kb", "kbs"),
        "barbell": ("barbells", "bar", "bb", "olympic bar"),
        "trap bar": ("hex bar",),
        "ez bar": ("curl bar", "ez-bar"),
        "safety bar": ("safety squat bar", "ssb", "yoke bar"),
        "log": ("strongman log",),
        "axle": ("axle bar", "fat bar"),
        "plates": ("plate", "weight plate"),
        "dip belt": ("weight belt", "chain belt"),
        "chains": ("chain",),
        "blocks": ("block", "pulling blocks"),
        "boards": ("board",),
        "rack": ("squat rack", "power rack", "pins", "cage"),
        "sandbag": (),
        "weight vest": ("weighted vest", "vest"),
        "farmer handles": ("farmer's handles", "farmers handles"),
        "yoke": (),
        "atlas stone": ("stone",),
        "sled": ("prowler",),
        "machine": ("machines", "weight machine"),
        "smith machine": ("smith",),
        "cable machine": ("cable", "cables", "pulley", "lat pulldown machine"),
        "leg press": ("leg press machine",),
        "back extension bench": ("hyperextension bench", "roman chair", "45 degree bench"),
        "ghd": ("glute ham developer", "glute-ham developer", "ghr bench"),
        "landmine": (),
        "pull-up bar": ("pull up bar", "pullup bar", "chin-up bar", "chin up bar"),
        "parallel bars": ("dip bars", "dip station", "parallettes"),
        "rings": ("gymnastic rings", "ring"),
        "climbing rope": ("rope",),
        "suspension trainer": ("trx",),
        "ab wheel": ("ab roller",),
        "sliders": ("slider",),
        "jump rope": ("skipping rope", "speed rope"),
        "battle ropes": ("battle rope", "battling ropes"),
        "treadmill": (),
        "bike": ("bicycle", "stationary bike", "air bike", "assault bike", "echo bike"),
        "rowing machine": ("rower", "erg"),
        "ski machine": ("ski erg", "skierg"),
        "elliptical": ("cross trainer",),
        "skis": (),
        "partner": (),
    },
)

#: How an implement is loaded: plates on a bar (never lighter than the bar), a rack of dumbbells
#: or kettlebells in fixed sizes, a stack of weights, or plates alone (belt, sled, leg press).
Loading = Literal["bar", "dumbbells", "kettlebells", "stack", "plates"]

#: Equipment that holds a weight which an athlete chooses; everything else holds none.
LOADED: Final[dict[str, Loading]] = {
    "barbell": "bar",
    "trap bar": "bar",
    "ez bar": "bar",
    "safety bar": "bar",
    "log": "bar",
    "axle": "bar",
    "smith machine": "bar",
    "dumbbells": "dumbbells",
    "kettlebell": "kettlebells",
    "cable machine": "stack",
    "machine": "stack",
    "leg press": "plates",
    "landmine": "plates",
    "farmer handles": "plates",
    "yoke": "plates",
    "sled": "plates",
    "dip belt": "plates",
    "plates": "plates",
}


def loading(equipment: Iterable[str]) -> Loading | None:
    """How the weight of an exercise is made up; None where its equipment holds none.

    `equipment` are canonical words. The first that holds a weight decides, so an entry names
    what is lifted before what it is lifted from: `equipment barbell, rack`.
    """
    return next((LOADED[word] for word in equipment if word in LOADED), None)


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
