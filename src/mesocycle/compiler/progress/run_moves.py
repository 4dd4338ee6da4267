"""Run moves: what a step or a rule does to a run, within what the coach allows."""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Move, Progression, Rule, Stretch
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.progress import lengths
from mesocycle.compiler.progress.effects import EARLY, Hold, Ids, flared
from mesocycle.compiler.progress.moves import Moved, remember
from mesocycle.compiler.progress.ran import Outing
from mesocycle.compiler.progress.track import Track
from mesocycle.compiler.progress.words import length
from mesocycle.diary.model import SessionLog
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because, DecisionOutcome


class RunTrack(Track):
    """Where a run stands: its stage or its length, and when it was last done.

    `outing` is the last run, not counted yet. `done` is the day of the last one that was run.
    `gap`: what days off since then have brought: that day, how many, and how it stood before.
    """

    __slots__ = ("done", "gap", "outing", "raised")

    def __init__(self) -> None:
        super().__init__()
        self.outing: Outing | None = None
        self.done: dt.date | None = None
        self.gap: tuple[dt.date, int, int, dict[str, int]] | None = None
        #: The first day of the stage, or the length, to which it was raised last.
        self.raised: dt.date | None = None


class Line(msgspec.Struct, frozen=True):
    """A line of running on one day, and what counting needs to know of it.

    `base` is the stretch as written, `progress` how it changes today, `hold` why nothing does.
    `earned` is the day of the run that is counted, if somebody has logged it.
    """

    track: RunTrack
    base: Stretch
    progress: Progression
    view: View
    care: Care
    date: dt.date
    page: Page
    week: int
    phase_week: int
    log: SessionLog | None
    is_open: bool
    hold: Hold | None = None
    earned: dt.date | None = None

    @property
    def held_by(self) -> Hold | None:
        """What holds the step that the run before has earned, or is taken to earn."""
        if self.hold is not None and self.hold.holds(real=self.earned is not None):
            return self.hold
        return flared(self.view, self.care, self.earned, self.date) if self.earned else None

    @property
    def name(self) -> str:
        """What it is called in sentences."""
        return f"The {self.base.role or self.base.activity}"


def next_length(
    base: Stretch, progress: Progression, track: Track
) -> tuple[lengths.Length, int] | None:
    """How long the run is after the next step of the chain; None where all is at its ceiling."""
    what, low = lengths.counted(base), lengths.written(base).low
    for step in progress.steps:
        if what is None or step.what != what:
            continue
        now = track.value(what, low)
        most = max(low, step.to if step.to is not None else lengths.written(base).high)
        if now < most:
            return what, min(most, lengths.after(now, step))
    return None


def step(line: Line, verdict: Verdict) -> Ids:
    """Take the next step of the chain, unless it is too early for one."""
    track, progress, every = line.track, line.progress, line.progress.every
    found = next_length(line.base, progress, track)
    if found is None:
        return ()
    if every is not None and every.what == "sessions" and track.good < every.count:
        return ()
    hold = line.held_by
    if hold is not None:
        return (held(line, hold.text, hold.because, hold.rule),)
    early = _early(line)
    if early:
        return (held(line, early, verdict.because, "SR13"),)
    moved = _lengthen(line, Move(found[0], "set", found[1]))
    if moved is None:
        return ()
    _raised(line)
    return (decided(line, "raised", moved.text, verdict.text, verdict.because),)


def _early(line: Line) -> str:
    """Why it is too early for a step up; empty if it is not."""
    track, apart = line.track, line.progress.apart
    if apart and track.raised and (line.date - track.raised).days < apart:
        return f"at most one stage in {apart} days"
    return "" if track.may_step(line.date, line.care) else EARLY


def _raised(line: Line) -> None:
    line.track.stepped(line.date)
    line.track.raised = line.date


def follow(  # a rule, and what it rests on
    line: Line, rule: Rule, verdict: Verdict, why: str, stop: str = ""
) -> Ids:
    """Make a rule's moves; one that asks for more is left out where `stop` says why.

    Where it is only too early, the rule's count goes on, so that it fires at the next occasion.
    """
    told: list[Moved] = []
    stopped = ""
    for move in rule.moves:
        if move.kind == "say":
            text = f"{line.name}: {move.text}"
            line.page.ledger.notice("plan", "info", text, line.page.session)
            continue
        if move.kind == "variable":
            remember(move, line.track)
            continue
        up = _goes_up(line, move)
        hold = line.held_by
        early = (hold.text if hold else _early(line)) if up and not stop else ""
        if up and (stop or early):
            stopped = stop or early
            if early:
                line.track.counts[rule.trigger.event] = rule.trigger.times
            continue
        made = _move(line, move)
        told += [made] if made is not None else []
    if stopped:
        hold = line.held_by
        if hold is not None and stopped == hold.text:
            return (held(line, hold.text, hold.because, hold.rule),)
        named = "SR13" if stopped == EARLY else _name(rule)
        return (held(line, stopped, verdict.because, named),)
    if not told:
        return ()
    up = any(each.way > 0 for each in told)
    if up:
        _raised(line)
    text = ", ".join(each.text for each in told)
    outcome: DecisionOutcome = "raised" if up else "lowered"
    return (decided(line, outcome, text, why, verdict.because, _name(rule)),)


def _name(rule: Rule) -> str:
    """What a decision gives as its rule: days off are no progress, and are named for themselves."""
    return "days off" if rule.trigger.kind == "off" else "R6"


def _goes_up(line: Line, move: Move) -> bool:
    track = line.track
    if move.kind == "stage":
        return _stage_after(line, move) > track.stage
    what = lengths.counted(line.base)
    if move.kind != what:
        return False
    return _value_after(line, move) > track.value(what, lengths.written(line.base).low)


def _move(line: Line, move: Move) -> Moved | None:
    if move.kind == "stage":
        return _to_stage(line, move)
    return _lengthen(line, move)


def _stage_after(line: Line, move: Move) -> int:
    here, last = line.track.stage, len(line.progress.stages) - 1
    to = here - move.back if move.back else here + 1 if move.to is None else move.to
    return max(0, min(to, last))


def _to_stage(line: Line, move: Move) -> Moved | None:
    """To another stage, in which everything is counted from the beginning."""
    track, to = line.track, _stage_after(line, move)
    if to == track.stage:
        return None
    back = to < track.stage
    track.stage = to
    track.counts.clear()
    track.good = 0
    return Moved(
        f"{'goes back to' if back else 'goes on to'} {line.progress.stages[to].name}",
        -1 if back else 1,
    )


def _value_after(line: Line, move: Move) -> int:
    """The length after a move: within the coach's ceiling, and never less than a minute."""
    base, amount = line.base, move.amount if isinstance(move.amount, int) else 0
    now = line.track.value(move.kind, lengths.written(base).low)
    value = {"add": now + amount, "times": now * amount // 10_000, "set": amount}[move.how]
    return max(lengths.floor(base), min(value, lengths.ceiling(base, line.progress)))


def _lengthen(line: Line, move: Move) -> Moved | None:
    """To another length."""
    if move.kind != lengths.counted(line.base):
        return None
    low = lengths.written(line.base).low
    now, value = line.track.value(move.kind, low), _value_after(line, move)
    if value == now:
        return None
    line.track.set(move.kind, value, low)
    shown = lengths.written(lengths.at(line.base, value, line.progress)).low
    return Moved(f"goes to {length(move.kind, shown)}", 1 if value > now else -1)


def decided(  # the parts of one sentence
    line: Line,
    outcome: DecisionOutcome,
    what: str,
    why: str,
    because: tuple[Because, ...],
    rule: str = "R6",
) -> str:
    """Put down what was moved; the id of the decision."""
    return line.page.decide(outcome, rule, f"{line.name} {what}: {why}", because=because)


def held(line: Line, why: str, because: tuple[Because, ...], rule: str = "R6") -> str:
    """Put down that nothing moves, and why; the id of the decision."""
    text = f"{line.name} stays as it is: {why}"
    return line.page.decide("held", rule, text, because=because)
