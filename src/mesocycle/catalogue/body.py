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
    "rear shoulders": ("shoulders", "rear shoulder", "rear delts", "rear deltoids"),
    "arms": ("", "arm", "biceps", "triceps", "forearm", "forearms"),
    "elbow": ("arms", "elbows"),
    "wrist": ("arms", "wrists"),
    "hand": ("arms", "hands", "fingers"),
    "chest": ("", "pecs", "pectorals"),
    "ribs": ("chest", "rib cage"),
    "back": ("", "whole back"),
    "upper back": ("back", "thoracic", "thoracic spine", "middle back", "mid back"),
    "lower back": ("back", "low back", "lumbar", "lumbar spine", "lumbar region", "lumbars"),
    "spine": ("back", "vertebrae", "vertebra", "spinal column", "backbone"),
    "disc": ("spine", "discs", "disk", "intervertebral disc", "intervertebral discs"),
    "erector spinae": ("back", "erectors", "spinal erectors", "back extensors"),
    "lats": ("upper back", "lat", "latissimus dorsi"),
    "rhomboids": ("upper back", "rhomboid"),
    "traps": ("upper back", "trapezius", "lower traps", "upper traps"),
    "quadratus lumborum": ("lower back", "ql"),
    "core": ("", "abs", "tummy", "belly", "stomach", "abdominals", "abdomen", "trunk"),
    "transverse abdominis": ("core", "transversus abdominis", "deep abdominals"),
    "rectus abdominis": ("core", "lower abdominals", "six-pack"),
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
    "hamstrings": ("thigh", "hamstring", "back of the thigh"),
    "adductors": ("thigh", "inner thigh"),
    "knee": ("legs", "knees"),
    "calf": ("legs", "calves", "lower leg", "lower legs", "gastrocnemius", "soleus"),
    "shin": ("legs", "shins"),
    "ankle": ("legs", "ankles"),
    "foot": ("legs", "feet", "heel", "sole", "toes", "toe"),
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


def chain_place(part: str) -> int | None:
    """The index in `CHAIN` of a canonical body part, or None when it is not on the chain."""
    while part and part not in _ON_CHAIN:
        part = _PARTS[part][0]
    place = _ON_CHAIN.get(part, "")
    return CHAIN.index(place) if place else None
