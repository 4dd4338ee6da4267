"""Workouts read back by another parser, and sessions to make them of."""

from __future__ import annotations

from xml.dom import minidom

from mesocycle_zwo import Zwo
from msgspec.structs import replace

from mesocycle.output.samples import programme, session
from mesocycle.output.testing import rendered
from mesocycle.programme import Block, Target

#: The elements of a workout and their attributes, as far as Zwift's own workouts have them.
KNOWN = {
    "Warmup": {"Duration", "PowerLow", "PowerHigh", "pace"},
    "Cooldown": {"Duration", "PowerLow", "PowerHigh", "pace"},
    "Ramp": {"Duration", "PowerLow", "PowerHigh", "pace"},
    "SteadyState": {"Duration", "Power", "pace"},
    "FreeRide": {"Duration", "FlatRoad", "Cadence"},
    "IntervalsT": {"Repeat", "OnDuration", "OffDuration", "OnPower", "OffPower", "pace"},
    "textevent": {"timeoffset", "distoffset", "message"},
}


HEAD = [
    "author", "name", "description", "category", "sportType", "durationType", "ftpOverride",
    "workout",
]  # fmt: skip


WATTS = Target(
    kind="power", text="power 85–95% (213–238 W)", low=213, high=238, unit="W",
    written="power 85-95%",
)  # fmt: skip


EASY_WATTS = Target(kind="power", text="125 W", low=125, high=125, unit="W")


SHARE = Target(kind="power", text="power 80–90%", written="power 80-90%")


FIVE_K = Target(kind="pace", text="5k pace (4:54/km)", low=294, high=294, unit="s/km")


SLOWER = Target(kind="pace", text="5:00–5:20/km", low=300, high=320, unit="s/km")


JOG = Target(kind="pace", text="6:00/km", low=360, high=360, unit="s/km")


EASY = Target(kind="word", text="easy")


HEART = Target(kind="hr", text="114–133 bpm", low=114, high=133, unit="bpm")


def of(*segments, **changes):
    """A programme of one session with these stretches in its main part."""
    blocks = changes.pop("blocks", (Block(kind="endurance", segments=segments),))
    return programme(replace(session("Ride", 0, *blocks), **changes))


def elements(node):
    return [each for each in node.childNodes if each.nodeType == each.ELEMENT_NODE]


def attributes(node):
    return dict(node.attributes.items())


def parsed(data):
    """The head as texts, and the pieces of the workout, all with names that Zwift knows."""
    root = minidom.parseString(data).documentElement
    assert root.tagName == "workout_file"
    names = [each.tagName for each in elements(root)]
    assert names == [name for name in HEAD if name in names]
    head = {
        each.tagName: "".join(text.data for text in each.childNodes)
        for each in elements(root)
        if each.tagName != "workout"
    }
    pieces = elements(root.getElementsByTagName("workout")[0])
    for each in (*pieces, *(event for piece in pieces for event in elements(piece))):
        assert set(attributes(each)) <= KNOWN[each.tagName]
    return head, pieces


def made(programme, **options):
    """The pieces, their names with their attributes, and what was warned of."""
    done = rendered(Zwo(), programme, options=options)
    assert done.value, [each.message for each in done.diagnostics]
    head, pieces = parsed(done.value[0].content)
    return head, [(each.tagName, attributes(each)) for each in pieces], warned(done)


def warned(done):
    return [each.message for each in done.diagnostics if each.code == "W631"]


def refused(programme, **options):
    done = rendered(Zwo(), programme, options=options)
    assert not done.value
    assert [each.code for each in done.diagnostics] == ["E613"]
    return done.diagnostics[0].message


def length(pieces):
    total = 0
    for name, shown in pieces:
        if name == "IntervalsT":
            both = int(shown["OnDuration"]) + int(shown["OffDuration"])
            total += int(shown["Repeat"]) * both
        else:
            total += int(shown["Duration"])
    return total
