"""A body drawn from the front and from the back, and which part of it is where.

Shapes are points of one half, as steps from the middle line and down from the top of the head;
the other half is its mirror. A smooth line is laid through them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

Points = tuple[tuple[float, float], ...]

#: The size of one figure.
WIDTH: Final = 150
HEIGHT: Final = 424

#: The right half of the outline, from the neck down and back up to the crotch.
OUTLINE: Final[Points] = (
    (8, 48), (10, 60), (22, 68), (38, 74), (48, 84), (52, 102), (54, 124), (57, 146), (61, 166),
    (63, 188), (65, 206), (69, 220), (70, 236), (66, 248), (61, 243), (58, 226), (55, 208),
    (50, 184), (45, 160), (42, 138), (38, 116), (36, 134), (33, 154), (32, 170), (35, 188),
    (39, 208), (40, 232), (37, 262), (32, 288), (32, 304), (35, 324), (32, 350), (26, 378),
    (25, 394), (30, 408), (28, 414), (13, 414), (12, 398), (13, 374), (10, 346), (9, 322),
    (11, 302), (9, 280), (5, 250), (2, 226),
)  # fmt: skip
#: The middle of the head, and how wide and high it is.
HEAD: Final = (29, 17, 22)

#: What is seen from the front: a part of the body, and its shape on one side.
FRONT: Final[tuple[tuple[str, Points], ...]] = (
    ("neck", ((1, 54), (7, 54), (9, 62), (14, 68), (1, 72))),
    ("traps", ((12, 63), (22, 69), (30, 73), (20, 74))),
    ("front shoulders", ((25, 77), (34, 76), (42, 82), (43, 92), (39, 102), (34, 92))),
    ("side shoulders", ((42, 79), (48, 87), (51, 101), (50, 110), (45, 102), (45, 90))),
    ("chest", ((2, 79), (20, 77), (31, 88), (36, 102), (30, 111), (16, 114), (2, 109))),
    ("serratus", ((31, 113), (36, 110), (35, 124), (33, 130), (28, 124))),
    ("biceps", ((42, 107), (49, 112), (52, 127), (52, 140), (46, 141), (42, 126))),
    ("forearms", ((47, 147), (55, 146), (59, 166), (62, 188), (63, 205), (58, 205), (51, 178))),
    ("hand", ((58, 210), (64, 209), (67, 221), (68, 235), (65, 243), (62, 238), (60, 224))),
    ("rectus abdominis", ((1.5, 114), (13, 117), (14, 136), (13, 156), (12, 168), (1.5, 168))),
    ("transverse abdominis", ((1.5, 171), (12, 171), (15, 184), (9, 196), (1.5, 202))),
    ("obliques", ((17, 117), (28, 126), (31, 136), (29, 154), (29, 170), (32, 184), (19, 183),
                  (15, 168), (17, 142))),
    ("hip flexors", ((18, 187), (32, 188), (35, 200), (26, 211), (16, 210), (12, 198))),
    ("adductors", ((4, 218), (13, 213), (18, 228), (17, 246), (13, 262), (8, 250))),
    ("quads", ((20, 215), (33, 207), (38, 228), (36, 254), (31, 278), (24, 283), (16, 274),
               (19, 250), (21, 230))),
    ("knee", ((14, 287), (22, 286), (30, 288), (30, 301), (22, 305), (14, 300))),
    ("shin", ((14, 309), (22, 308), (26, 324), (24, 348), (20, 370), (16, 370), (13, 344))),
    ("calf", ((26, 309), (31, 313), (33, 326), (30, 348), (26, 360), (27, 334))),
    ("ankle", ((15, 376), (24, 376), (24, 390), (15, 391))),
    ("foot", ((14, 396), (24, 395), (28, 408), (26, 412), (15, 412))),
)  # fmt: skip

#: What is seen from the back.
BACK: Final[tuple[tuple[str, Points], ...]] = (
    ("traps", ((2, 56), (8, 58), (13, 67), (30, 73), (33, 78), (20, 84), (10, 104), (3, 124))),
    ("rear shoulders", ((36, 76), (44, 80), (49, 90), (50, 104), (44, 100), (36, 88))),
    ("rotator cuff", ((22, 86), (33, 82), (38, 94), (30, 98))),
    ("rhomboids", ((13, 102), (20, 88), (28, 100), (22, 112), (9, 120))),
    ("triceps", ((42, 105), (50, 108), (53, 126), (54, 143), (47, 143), (42, 124))),
    ("forearms", ((47, 149), (56, 148), (60, 168), (62, 188), (63, 205), (58, 205), (51, 178))),
    ("hand", ((58, 210), (64, 209), (67, 221), (68, 235), (65, 243), (62, 238), (60, 224))),
    ("lats", ((27, 114), (31, 101), (37, 104), (36, 122), (32, 144), (28, 156), (17, 150),
              (12, 128))),
    ("erector spinae", ((2.5, 128), (9, 126), (14, 150), (13, 166), (2.5, 168))),
    ("lower back", ((2.5, 171), (14, 169), (16, 154), (28, 159), (31, 172), (31, 182), (18, 184),
                    (2.5, 192))),
    ("glute medius", ((14, 188), (32, 185), (36, 198), (30, 203), (20, 197))),
    ("glutes", ((2.5, 196), (11, 192), (22, 201), (35, 207), (38, 218), (32, 231), (18, 236),
                (4, 230))),
    ("hamstrings", ((7, 240), (19, 240), (34, 235), (38, 246), (33, 272), (28, 286), (20, 280),
                    (13, 287), (9, 264))),
    ("calf", ((12, 302), (22, 298), (31, 302), (34, 322), (30, 344), (24, 356), (16, 350),
              (11, 326))),
    ("ankle", ((15, 374), (24, 374), (24, 390), (15, 391))),
    ("foot", ((14, 396), (25, 395), (27, 408), (25, 412), (15, 412))),
)  # fmt: skip


def smooth(points: Sequence[tuple[float, float]]) -> str:
    """A closed line through all points, as the path of an SVG (Catmull and Rom, 1974)."""
    many = len(points)
    parts = [f"M{_pair(points[0])}"]
    for n in range(many):
        before, here, there, after = (points[(n + step) % many] for step in (-1, 0, 1, 2))
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        parts.append(f"C{_pair(first)} {_pair(second)} {_pair(there)}")
    return "".join(parts) + "Z"


def outline() -> str:
    """Both halves of the outline in one line."""
    left = [(-x, y) for x, y in reversed(OUTLINE)]
    return smooth(_placed([*OUTLINE, *left]))


def shapes(points: Points) -> str:
    """A shape on both sides."""
    return "".join(smooth(_placed([(side * x, y) for x, y in points])) for side in (1, -1))


def _placed(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(WIDTH / 2 + x, y) for x, y in points]


def _pair(point: tuple[float, float]) -> str:
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in point)
