"""The body as coaches and athletes name it.

Every part has one canonical word, the other words people use for it, and the larger
part that it belongs to: pain in the `lumbar spine` is `lower back` pain, which is
`back` pain; who trains the `obliques` trains the `core`.
"""

from __future__ import annotations

from mesocycle.catalogue.vocabulary import Vocabulary

#: canonical word: (the part it belongs to, other words …)
_PARTS: dict[str, tuple[str, ...]] = {
    "body": ("", "whole body", "full body"),
    "heart": ("", "lungs", "heart and lungs", "aerobic fitness"),
    "head": ("",),
    "neck": ("", "cervical spine", "nape"),
    "shoulders": ("", "shoulder", "deltoids", "delts"),
    "front shoulders": ("shoulders", "front shoulder", "front delts", "anterior deltoid"),
    "side shoulders": ("shoulders", "side shoulder", "side delts", "lateral delts", "medial delts"),
    "rear shoulders": ("shoulders", "rear shoulder", "rear delts", "rear deltoids"),
    "rotator cuff": ("shoulders", "rotators", "supraspinatus", "infraspinatus", "subscapularis"),
    "arms": ("", "arm"),
    "upper arm": ("arms", "upper arms"),
    "biceps": ("upper arm", "bicep", "elbow flexors"),
    "brachialis": ("upper arm",),
    "triceps": ("upper arm", "tricep", "elbow extensors"),
    "forearms": ("arms", "forearm", "lower arm", "grip", "wrist flexors", "wrist extensors"),
    "brachioradialis": ("forearms",),
    "elbow": ("arms", "elbows"),
    "wrist": ("arms", "wrists"),
    "hand": ("arms", "hands", "fingers"),
    "chest": ("", "pecs", "pec", "pectorals", "pectoralis major"),
    "upper chest": ("chest", "upper pecs", "clavicular head"),
    "lower chest": ("chest", "lower pecs", "sternal head"),
    "serratus": ("chest", "serratus anterior"),
    "ribs": ("chest", "rib cage"),
    "back": ("", "whole back"),
    "upper back": ("back", "thoracic", "thoracic spine", "middle back", "mid back"),
    "lower back": ("back", "low back", "lumbar", "lumbar spine", "lumbar region", "lumbars"),
    "spine": ("back", "vertebrae", "vertebra", "spinal column", "backbone"),
    "disc": ("spine", "discs", "disk", "intervertebral disc", "intervertebral discs"),
    "erector spinae": ("back", "erectors", "spinal erectors", "back extensors"),
    "lats": ("upper back", "lat", "latissimus dorsi"),
    "rhomboids": ("upper back", "rhomboid"),
    "teres major": ("upper back",),
    "traps": ("upper back", "trapezius"),
    "upper traps": ("traps", "upper trapezius"),
    "middle traps": ("traps", "mid traps", "middle trapezius"),
    "lower traps": ("traps", "lower trapezius"),
    "quadratus lumborum": ("lower back", "ql"),
    "core": ("", "abs", "tummy", "belly", "stomach", "abdominals", "abdomen", "trunk"),
    "transverse abdominis": ("core", "transversus abdominis", "deep abdominals"),
    "rectus abdominis": ("core", "lower abdominals", "lower abs", "upper abs", "six-pack"),
    "obliques": ("core", "oblique", "internal obliques", "external obliques"),
    "pelvic floor": ("core",),
    "pelvis": ("",),
    "hips": ("", "hip"),
    "groin": ("hips",),
    "hip flexors": ("hips", "hip flexor"),
    "psoas": ("hip flexors", "iliopsoas", "psoas major"),
    "iliacus": ("hip flexors",),
    "glutes": ("hips", "glute", "buttocks", "buttock", "bottom", "gluteus maximus"),
    "glute medius": ("glutes", "gluteus medius", "hip abductors"),
    "piriformis": ("glutes",),
    "legs": ("", "leg", "both legs"),
    "thigh": ("legs", "thighs", "upper leg", "upper legs", "femur"),
    "quads": ("thigh", "quad", "quadriceps", "front of the thigh"),
    "rectus femoris": ("quads",),
    "vastus": ("quads", "vastus lateralis", "vastus medialis", "vastus intermedius", "vmo"),
    "hamstrings": ("thigh", "hamstring", "back of the thigh"),
    "biceps femoris": ("hamstrings",),
    "adductors": ("thigh", "adductor", "inner thigh", "hip adductors"),
    "knee": ("legs", "knees"),
    "calf": ("legs", "calves", "lower leg", "lower legs"),
    "gastrocnemius": ("calf", "gastroc"),
    "soleus": ("calf",),
    "shin": ("legs", "shins", "tibialis", "tibialis anterior"),
    "ankle": ("legs", "ankles", "achilles", "achilles tendon"),
    "foot": ("legs", "feet", "heel", "sole", "toes", "toe", "plantar fascia"),
}

REGIONS = Vocabulary("body part", {part: words[1:] for part, words in _PARTS.items()})

#: How far down pain from the spine has travelled; a higher index is worse, whatever the number.
CHAIN = ("none", "back", "buttock", "thigh", "calf", "foot")

# Joints are off the chain: a sore knee is a knee, a sore calf under a sore back may be a nerve.
_ON_CHAIN = {
    "back": "back",
    "glutes": "buttock",
    "legs": "thigh",
    "thigh": "thigh",
    "calf": "calf",
    "shin": "calf",
    "foot": "foot",
    "knee": "",
    "ankle": "",
}


def within(part: str, whole: str) -> bool:
    """Whether `part` is `whole` or lies in it; both canonical."""
    while part and part != whole:
        part = _PARTS[part][0]
    return part == whole


def lineage(part: str) -> tuple[str, ...]:
    """A canonical part and all that it lies in, the muscle first and the group last.

    `rectus femoris` gives `("rectus femoris", "quads", "thigh", "legs")`. Statistics count a
    set at each of these levels, so a group holds what its muscles hold.
    """
    steps: list[str] = []
    while part:
        steps.append(part)
        part = _PARTS[part][0]
    return tuple(steps)


def chain_place(part: str) -> int | None:
    """The index in `CHAIN` of a canonical body part, or None when it is not on the chain."""
    while part and part not in _ON_CHAIN:
        part = _PARTS[part][0]
    place = _ON_CHAIN.get(part, "")
    return CHAIN.index(place) if place else None
