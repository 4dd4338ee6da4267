"""Tracks: where every line stands, and all that is found out once for the whole replay."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Item, Manner, Plan, Progression, Session, Together
from mesocycle.compiler.choice.calm import Calm
from mesocycle.compiler.ledger import Ledger, Page
from mesocycle.compiler.loads.board import Board
from mesocycle.compiler.loads.groups import loads_of
from mesocycle.compiler.loads.stand_in import StandIns
from mesocycle.compiler.loads.tested import Test
from mesocycle.compiler.progress.moves import moves_the_max
from mesocycle.compiler.progress.run_moves import RunTrack
from mesocycle.compiler.progress.track import Track
from mesocycle.compiler.rules.today import Today
from mesocycle.compiler.sessions.complexes import parts
from mesocycle.compiler.sessions.manners import Manners
from mesocycle.compiler.sessions.touched import touched
from mesocycle.compiler.sessions.wording import Wording
from mesocycle.diary.model import SessionLog
from mesocycle.syntax.nodes import Exertion, Scheme

if TYPE_CHECKING:
    from mesocycle.compiler.endurance.segments import Segments

#: The track of a ladder as a whole, which knows the rung.
LADDER = "ladder"


def _unwritten(scheme: Scheme, manner: Manner) -> bool:
    nodes = [node for loads in loads_of(scheme, manner) for node in loads]
    return all(isinstance(node, Exertion) for node in nodes)


class Mover(msgspec.Struct, frozen=True):
    """A slot whose progression moves the max, on which other slots hang as well."""

    track: Track
    item: Item
    exercise: Exercise
    progress: Progression


class Tracks:
    """Where every line stands, and how often each session has come round.

    `board` is what the athlete can lift and load, for all lines alike. `movers`: by slot
    and exercise, whose sessions may yet move the exercise's max; `tests` may as well.
    """

    def __init__(self, plan: Plan, view: View) -> None:
        self.calm = Calm(plan)
        self.board = Board(plan, view)
        self.manners = Manners()
        self.stand_ins = StandIns()
        self.wording = Wording()
        self.movers: dict[tuple[str, str], Mover] = {}
        self.tests: list[Test] = []
        self._tracks: dict[tuple[str, str], Track] = {}
        self._runs: dict[str, RunTrack] = {}
        self._whose = (plan, view)
        self._segments: Segments | None = None
        self._unwritten: dict[tuple[int, int], tuple[Scheme, Manner, bool]] = {}
        self._moving: dict[int, tuple[Progression, bool]] = {}
        self._touched: dict[int, tuple[Session, frozenset[str] | None]] = {}
        self.turns: dict[str, int] = {}
        self.open: set[tuple[str, str]] = set()
        self._parts: dict[int, tuple[Item, ...]] = {}

    def parts_of(self, item: Item, what: Together) -> tuple[Item, ...]:
        """The exercises of a complex, taken apart once: they are told apart by identity."""
        found = self._parts.get(id(item))
        if found is None:
            found = self._parts[id(item)] = parts(item, what)
        return found

    def unwritten(self, scheme: Scheme, manner: Manner) -> bool:
        """Whether the plan says nothing of how heavy these sets are, or only how hard."""
        key = (id(scheme), id(manner))
        known = self._unwritten.get(key)
        if known is None:
            known = (scheme, manner, _unwritten(scheme, manner))
            self._unwritten[key] = known
        return known[2]

    def asks_for(self, session: Session, exercise: str) -> bool:
        """Whether a session may ask for the max of an exercise (an id); found out once."""
        known = self._touched.get(id(session))
        if known is None:
            known = self._touched[id(session)] = (session, touched(session))
        return known[1] is None or exercise in known[1]

    def moves_a_max(self, progress: Progression) -> bool:
        """Whether the progression may move a max; found out once."""
        known = self._moving.get(id(progress))
        if known is None:
            known = self._moving[id(progress)] = (progress, moves_the_max(progress))
        return known[1]

    def of(self, slot: str, exercise: str) -> Track:
        """The track of an exercise in a slot."""
        key = (slot, exercise)
        track = self._tracks.get(key)
        if track is None:
            track = self._tracks[key] = Track()
        return track

    @property
    def segments(self) -> Segments:
        """What makes segments of stretches, by the athlete's paces; only runs need it."""
        if self._segments is None:
            from mesocycle.compiler.endurance.segments import Segments
            from mesocycle.compiler.paces import Paces

            self._segments = Segments(Paces(*self._whose))
        return self._segments

    def ask(self, ledger: Ledger) -> None:
        """Enter what the paces of the segments made so far still need to know."""
        if self._segments is not None:
            self._segments.paces.ask(ledger)

    def run(self, slot: str) -> RunTrack:
        """The track of a slot of running, or the like."""
        track = self._runs.get(slot)
        if track is None:
            track = self._runs[slot] = RunTrack()
        return track


class Day(msgspec.Struct, frozen=True):
    """What composing a session on one day needs: the plan, the athlete, the tracks.

    `week` is the plan's, `phase_week` the phase's. `log` is the diary's entry of this session,
    if it was done. `open`: the day is not over, so the sessions after it take it as done.
    `closed` are the kinds of training that a red flag keeps away. `calm`: nothing hurts.
    `volume`: the share of it that the week has, in hundredths of a per cent (None: all).
    `today`: what the coach's rules on the athlete's state come to, if any has a say.
    """

    plan: Plan
    view: View
    tracks: Tracks
    session: Session
    date: dt.date
    week: int
    phase_week: int
    page: Page
    log: SessionLog | None
    open: bool
    closed: frozenset[str]
    calm: bool
    volume: int | None = None
    today: Today | None = None

    def slot_id(self, item: Item) -> str:
        """The line's name for outputs, stable while what fills it changes."""
        return f"{self.session.key}/{item.key}"

    def slot(self, item: Item) -> str:
        """What the line's state goes by: shared over the plan, or (a pick) the session's own."""
        return item.slot or self.slot_id(item)
