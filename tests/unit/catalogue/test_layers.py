"""A library, another on top of it, and the plan's own definitions on top of all."""

from __future__ import annotations

from tests.unit.catalogue.reading import catalogue, layers

LIBRARY = """
    exercise "Squat"
      aka knee bend
      kind strength
      impact 0; sides none; loads axial low
      cue "Sit back."
    exercise "Bridge"
    pool legs
      Squat
      Bridge
"""
PLAN = 'plan "Mine"\n'


def test_a_plan_uses_what_its_libraries_define() -> None:
    made = catalogue(LIBRARY, PLAN + "pool mine\n  Knee Bend\n")
    assert made.libraries == ("one",)
    assert [pool.name for pool in made.pools.values()] == ["legs", "mine"]


def test_a_later_file_overrides_line_by_line() -> None:
    made = catalogue(LIBRARY, PLAN + 'exercise "Squat"\n  cue "Only to a chair."\n')
    squat = made.find("knee bend")
    assert squat is not None
    assert squat.cues == ("Only to a chair.",)
    assert squat.impact == 0
    assert squat.reviewed
    assert (squat.library, squat.line) == ("two", 2)


def test_an_alias_overrides_the_exercise_it_names() -> None:
    made = catalogue(LIBRARY, PLAN + 'exercise "Knee Bend"\n  level 2\n')
    assert list(made.exercises) == ["squat", "bridge"]
    assert made.exercises["squat"].level == 2


def test_an_id_of_its_own_makes_it_another_exercise() -> None:
    made = catalogue(LIBRARY, PLAN + 'exercise "Knee Bend"\n  id my-bend\n  level 2\n')
    found = made.find("knee bend")
    assert found is not None
    assert found.id == "my-bend"
    assert made.exercises["squat"].level is None


def test_a_plan_may_replace_a_pool() -> None:
    pool = catalogue(LIBRARY, PLAN + "pool legs\n  Bridge\n").pool("legs")
    assert pool is not None
    assert pool.exercises == ("bridge",)


def test_a_plan_may_narrow_a_pool_under_its_own_name() -> None:
    pool = catalogue(LIBRARY, PLAN + "pool legs = legs where impact = 0\n").pool("legs")
    assert pool is not None
    assert pool.exercises == ("squat",)


def test_a_prefix_is_the_only_way_to_a_librarys_names() -> None:
    made = catalogue(LIBRARY, PLAN + "pool mine\n  gym.Squat\n", prefix="gym")
    assert made.find("Squat") is None
    assert made.pool("legs") is None
    squat, legs = made.find("gym.knee bend"), made.pool("gym.legs")
    assert squat is not None
    assert legs is not None
    assert squat.id == "gym.squat"
    assert legs.exercises == ("gym.squat", "gym.bridge")


def test_with_a_prefix_two_squats_are_two() -> None:
    made = catalogue(LIBRARY, PLAN + 'exercise "Squat"\n  level 5\n', prefix="gym")
    assert list(made.exercises) == ["gym.squat", "gym.bridge", "squat"]


def test_without_a_library_the_message_says_so() -> None:
    (mistake,) = layers(PLAN + "pool mine\n  Squat\n").diagnostics
    assert mistake.label == "not defined here, and no library is in use"


def test_mistakes_of_all_layers_come_at_once() -> None:
    found = layers('exercise "Squat"\n  kind strnegth\n', PLAN + "pool mine\n  Squatt\n")
    assert [d.code for d in found.diagnostics] == ["E206", "E203"]
