"""Codes of exercises, pools and the words for them: E200 to E249."""

from __future__ import annotations

from mesocycle.codes import Code


def _plan(definitions: str = "", item: str = "Superman; 3x8-12") -> str:
    """A small plan around `definitions`, with one session of one item."""
    parts = [
        'plan "Small"\n  starts 2026-12-07\n  lasts 1 week\n  timezone Europe/Berlin\n'
        "  use runner-back\n",
        definitions,
        f'session "Strength" on mon at 07:00\n  {item}\n',
    ]
    return "\n".join(part for part in parts if part)


def _code(code: str, title: str, explanation: str, broken: str, mended: str) -> Code:
    return Code(code=code, title=title, explanation=explanation, broken=broken, mended=mended)


def _entry(*lines: str) -> str:
    """An exercise of the plan's own, and the plan around it."""
    return _plan("\n  ".join(('exercise "Wall Sit"', *lines)) + "\n")


#: Two exercises that are the same one, done at a wall.
_WALL_SQUAT = 'exercise "Wall Squat"\n  variant of Squat\n  equipment wall\n'
_WALL_SLIDE = 'exercise "Wall Slide"\n  variant of Squat\n  equipment wall\n'

CODES: tuple[Code, ...] = (
    _code(
        "E200",
        "exercise defined twice",
        "Two `exercise` statements of one file have the same name, alias or id. A later file may "
        "override an entry of an earlier one, line by line; within a file that is a mistake.",
        _plan('exercise "Wall Sit"\n  measure hold\n\nexercise "wall sit"\n  measure time\n'),
        _plan('exercise "Wall Sit"\n  measure hold\n\nexercise "Chair Sit"\n  measure time\n'),
    ),
    _code(
        "E201",
        "alias of two exercises",
        "A name leads to one exercise. An alias (`aka`) that another exercise has already would "
        "make two exercises one, and a jump is no squat.",
        _entry("aka plank"),
        _entry("aka wall chair"),
    ),
    _code(
        "E202",
        "pool defined twice",
        "Two `pool` statements of one file have the same name. A plan may replace a pool of a "
        "library that it uses, once.",
        _plan("pool legs\n  Squat\n\npool legs\n  Split Squat\n"),
        _plan("pool legs\n  Squat\n  Split Squat\n"),
    ),
    _code(
        "E203",
        "unknown exercise",
        "No exercise has this name, in the plan or in a library that it uses. Names may be "
        "written in any case; a name that is merely similar is suggested and never taken, "
        "because a similar name may be another exercise.",
        _plan(item="Supermann; 3x8-12"),
        _plan(item="superman; 3x8-12"),
    ),
    _code(
        "E204",
        "unknown pool",
        "No pool has this name, in the plan or in a library that it uses.",
        _plan(item="all from stretches; 1x30s each side"),
        _plan(item="all from flexibility; 1x30s each side"),
    ),
    _code(
        "E205",
        "no modified form",
        "`mod.` asks for the modified, easier form of an exercise: the entry that says "
        "`variant of` it. This exercise has none; its easier forms have names of their own.",
        _plan("pool mine\n  mod. Superman\n", "all from mine; 1x10"),
        _plan("pool mine\n  mod. Quadruped Limb Raises\n", "all from mine; 1x10"),
    ),
    _code(
        "E206",
        "unknown word",
        "Kinds, positions, sides, measures and places are closed lists, so that a misspelling "
        "cannot change what is picked. A place of your own is declared by a `place` line.",
        _entry("kind strenght"),
        _entry("kind strength"),
    ),
    _code(
        "E207",
        "unknown body part",
        "Body parts are a closed list with the words people use for them: `buttocks` are "
        "`glutes`, `tummy` is `core`, `lumbar spine` is `lower back`.",
        _entry("trains glutse"),
        _entry("trains buttocks"),
    ),
    _code(
        "E208",
        "unknown load direction",
        "What an exercise demands of the lower back is one of flexion, extension, rotation, "
        "axial, impact, anti-extension, anti-rotation and anti-lateral, with low, moderate or "
        "high behind it. Filters for a sore back read these words.",
        _entry("loads bowing high"),
        _entry("loads bending high"),
    ),
    _code(
        "E209",
        "unknown equipment",
        "Equipment is a closed list too. What is not on it is declared once, by a `place` line "
        "that lists it; a word very near to a known one is taken for a misspelling.",
        _entry("equipment wal"),
        _entry("equipment wall"),
    ),
    _code(
        "E210",
        "unknown condition",
        "`avoid` names a load direction (extension, flexion, impact …) or a condition of the "
        "athlete (pregnancy, osteoporosis, knee …) under which the exercise is not picked. A "
        "condition that nobody can state would protect nobody.",
        _entry("avoid kne"),
        _entry("avoid knee"),
    ),
    _code(
        "E211",
        "one side twice",
        "`R/R` and `L/L` name one side twice. `L/R` is left, then right; `R/L` the other way "
        "round.",
        _entry("sides R/R"),
        _entry("sides L/R"),
    ),
    _code(
        "E212",
        "easier and harder in a circle",
        "Following `easier`, and `harder` backwards, comes back to the same exercise: it would "
        "be easier than itself.",
        _plan(
            'exercise "Wall Sit"\n  easier Chair Sit\n\nexercise "Chair Sit"\n  easier Wall Sit\n'
        ),
        _plan('exercise "Wall Sit"\n  easier Chair Sit\n\nexercise "Chair Sit"\n  kind strength\n'),
    ),
    _code(
        "E213",
        "its own alternative",
        "An exercise cannot be the easier form, the harder form, a variant or an alternative "
        "of itself.",
        _entry("easier Wall Sit"),
        _entry("easier Sit to Stand"),
    ),
    _code(
        "E214",
        "pool that depends on the athlete",
        "A pool is the same for everyone, so its query may only ask what an exercise is: what it "
        "trains or loads, its kind, position, level, impact, equipment. What the athlete feels "
        "is asked where the plan picks from the pool.",
        _plan("pool mine = strength where painfree\n", "all from mine; 1x10"),
        _plan("pool mine = strength where impact = 0\n", "pick 1 from mine where painfree; 1x10"),
    ),
    _code(
        "E215",
        "twice in one pool",
        "A pool is an order, easiest first, and each exercise has one place in it. An alias is "
        "the same exercise.",
        _plan("pool mine\n  Beetle\n  Dead Bug\n", "all from mine; 1x10"),
        _plan("pool mine\n  Beetle\n  Bird Dog\n", "all from mine; 1x10"),
    ),
    _code(
        "E216",
        "said twice",
        "An exercise has this line twice, and only one of them can hold. Cues, notes, cautions, "
        "tags and aliases may be repeated.",
        _entry("impact 0", "impact 1"),
        _entry("impact 0"),
    ),
    _code(
        "E217",
        "number out of range",
        "`impact` is 0 (none), 1 (low), 2 (as in running) or 3 (as in jumping); `level` is 1 to "
        "99; `rep` is 1 to 120 seconds.",
        _entry("impact 4"),
        _entry("impact 3"),
    ),
    _code(
        "E218",
        "empty pool",
        "A pool without exercises has nothing to pick from: a list without lines, or a query "
        "that no exercise answers.",
        _plan("pool mine = strength where needs wall\n", "all from mine; 1x10"),
        _plan("pool mine = strength where equipment free\n", "pick 1 from mine; 1x10"),
    ),
    _code(
        "E219",
        "not a line of an exercise",
        "An entry can keep clear of the time before a run, and of nothing else: other timing "
        "belongs to the session.",
        _entry("not within 60min after a swim"),
        _entry("not within 60min before a run"),
    ),
    _code(
        "E220",
        "query and list at once",
        "A pool is a list of exercises, or a query on another pool. Lines under a query would "
        "leave open which of the two holds.",
        _plan("pool mine = strength where trains glutes\n  Bridge\n", "all from mine; 1x10"),
        _plan("pool mine = strength where trains glutes\n", "all from mine; 1x10"),
    ),
    _code(
        "E221",
        "no variant for this equipment",
        "`Bench Press with dumbbells` is the exercise that says `variant of Bench Press` and needs "
        "dumbbells. Without such an entry nobody knows how it is done, how much it loads the back "
        "and what it trains.",
        _plan(_WALL_SQUAT, "Squat with kettlebell; 3x8"),
        _plan(_WALL_SQUAT, "Squat with wall; 3x8"),
    ),
    _code(
        "E222",
        "several variants for this equipment",
        "More than one exercise is a variant of this one with that equipment, and they are "
        "different exercises. Each has a name of its own.",
        _plan(f"{_WALL_SQUAT}\n{_WALL_SLIDE}", "Squat with wall; 3x8"),
        _plan(f"{_WALL_SQUAT}\n{_WALL_SLIDE}", "Wall Slide; 3x8"),
    ),
    _code(
        "E223",
        "version that nobody can ask for",
        "`version 2` says which version of a library a file is, once; a library that says nothing "
        "is version 1. A plan is used by nobody, so it has no version.",
        _plan("version 2\n"),
        _plan(),
    ),
    _code(
        "E224",
        "another version of a library",
        "`use NAME@2` asks for version 2. The library that is there says that it is another one, "
        "so its exercises, pools and progressions may mean something else.",
        _plan().replace("use runner-back", "use runner-back@2"),
        _plan().replace("use runner-back", "use runner-back@1"),
    ),
)
