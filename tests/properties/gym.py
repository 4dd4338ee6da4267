"""Random strength plans and diaries, made of forms that coaches write."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from hypothesis import strategies as st

import mesocycle
from mesocycle.loading import Folder
from mesocycle.programme import Item, Programme, Session, Set
from mesocycle.source import Source

START = dt.date(2027, 1, 4)
WEEKS = 4
END = START + dt.timedelta(weeks=WEEKS)

#: Sessions and their weekdays.
DAYS = {"A": 0, "B": 3}

LIFTS = ("Squat", "Bench Press", "Deadlift", "Overhead Press", "Barbell Row", "Front Squat")

HEAD = f"""plan "Gym"
  starts {START}
  lasts {WEEKS} weeks
  timezone Europe/Berlin
  use barbell
  use bodyweight
""" + "".join(f"  max {lift} {100 + 10 * i}kg\n" for i, lift in enumerate(LIFTS))


class Scheme(NamedTuple):
    """Sets as written, the most that they allow, and how many reps each wants at the least."""

    text: str
    sets: int
    top: int
    reps: tuple[int, ...]


SCHEMES = (
    Scheme("3x5", 3, 5, (5, 5, 5)),
    Scheme("2x3", 2, 3, (3, 3)),
    Scheme("3x8-12", 3, 12, (8, 8, 8)),
    Scheme("2-4x6-10", 4, 10, (6, 6)),
    Scheme("2x5, 1x5+", 3, 5, (5, 5, 5)),
)

WEIGHTS = ("60kg", "62.5kg", "135lb", "75%", "70-75%", "81.3%", "@8", "75% @9")

STEPS = (
    "", "progress load by 2.5kg", "progress load by 2.5kg to 130kg", "progress load by 5lb",
    "progress load by 2.5%", "progress load by 2.5kg every 2 sessions",
    "progress load by 1.25kg every 2 weeks",
)  # fmt: skip
OF_BANDS = ("progress reps", "progress reps by 2", "progress reps then load by 2.5kg to 130kg")
OF_MAXES = ("progress max by 2.5kg", "progress max by 5lb every 2 weeks")
RULES = (
    "on 2 misses load 90%", "on miss load -5kg", "on 2 misses in a row load 90%",
    "on hit 2 times load +2.5kg", "every 2 weeks load +2.5kg", "on pain > 2 load 80%",
    "on miss deload 60%", "on last set >= 9 reps load +2.5kg",
)  # fmt: skip


class Line(NamedTuple):
    """A line of a session."""

    exercise: str
    scheme: Scheme
    load: str
    rules: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its own, so that its slot is its own."""
        return f"main{LIFTS.index(self.exercise)}"

    @property
    def text(self) -> str:
        """As it stands in the plan."""
        clauses = (f"{self.label}: {self.exercise}", self.scheme.text, self.load, *self.rules)
        return "; ".join(clause for clause in clauses if clause)


class Gym(NamedTuple):
    """A plan: the lines of each session, and lines of the header."""

    lines: dict[str, tuple[Line, ...]]
    header: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole plan."""
        sessions = (
            f'\nsession "{name}" on {("mon", "tue", "wed", "thu")[DAYS[name]]}\n'
            + "".join(f"  {line.text}\n" for line in lines)
            for name, lines in self.lines.items()
        )
        return HEAD + "".join(f"  {line}\n" for line in self.header) + "".join(sessions)

    def line(self, label: str | None) -> Line:
        """The line of that label."""
        return next(x for lines in self.lines.values() for x in lines if x.label == label)


@st.composite
def a_line(draw: st.DrawFn, exercise: str) -> Line:
    """One line about an exercise."""
    scheme = draw(st.sampled_from(SCHEMES))
    load = draw(st.sampled_from(WEIGHTS))
    steps = STEPS + (OF_BANDS if "-" in scheme.text else ())
    steps += OF_MAXES if "%" in load else ()
    step = draw(st.sampled_from(steps))
    rule = draw(st.one_of(st.just(""), st.sampled_from(RULES)))
    return Line(exercise, scheme, load, tuple(clause for clause in (step, rule) if clause))


ROUNDINGS = ("", "rounding 2.5kg", "rounding 2.5kg down", "rounding 5kg up", "rounding 1kg")


@st.composite
def gyms(draw: st.DrawFn) -> Gym:
    """A plan of two sessions a week; each line has an exercise of its own."""
    lifts = list(draw(st.permutations(LIFTS)))
    found: dict[str, tuple[Line, ...]] = {}
    for name in DAYS:
        count = draw(st.integers(1, 3))
        found[name] = tuple(draw(a_line(lifts.pop())) for _ in range(count))
    rounding = draw(st.sampled_from(ROUNDINGS))
    training = draw(st.sampled_from(("", "training max 90%")))
    return Gym(found, tuple(line for line in (rounding, training) if line))


class Log(NamedTuple):
    """What was logged of a line on a day."""

    reps: tuple[int, ...]
    pain: int | None = None
    form: str | None = None

    def text(self, line: Line) -> str:
        """As it stands in the diary."""
        parts = [f"{line.label}: {line.exercise}", ", ".join(map(str, self.reps))]
        parts += [f"pain {self.pain}"] if self.pain is not None else []
        parts += [f"form {self.form}"] if self.form else []
        return "; ".join(parts)

    @property
    def hurt(self) -> bool:
        """Whether anything speaks against more."""
        return bool(self.pain) or self.form == "bad"


class Case(NamedTuple):
    """A plan, and what was logged: by day and label."""

    gym: Gym
    logs: dict[tuple[dt.date, str], Log]
    profile: tuple[str, ...] = ()

    @property
    def diary(self) -> str:
        """The whole diary."""
        return self.until(END)

    def until(self, end: dt.date) -> str:
        """The diary as it was in the morning of a day."""
        head = "".join(f"  {line}\n" for line in self.profile)
        text = f'athlete "Ana"\n{head}\n'
        for day, name in dates():
            own = [(x, self.logs.get((day, x.label))) for x in self.gym.lines[name]]
            said = [f"  {log.text(line)}\n" for line, log in own if log]
            if said and day < end:
                text += f'{day} "{name}"\n{"".join(said)}'
        return text


def dates() -> list[tuple[dt.date, str]]:
    """The days of training, and what is trained."""
    return [
        (START + dt.timedelta(weeks=week, days=day), name)
        for week in range(WEEKS)
        for name, day in DAYS.items()
    ]


PROFILES = (
    (),
    ("plates 25, 20, 15, 10, 5, 2.5, 1.25kg", "bar 20kg"),
    ("plates 2x20, 2x10, 1x5, 1x2.5kg",),
    ("rounding 5kg",),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A plan and a diary that hits, misses, hurts, and sometimes says nothing."""
    gym = draw(gyms())
    logs = {}
    for day, name in dates():
        for line in gym.lines[name]:
            kind = draw(st.sampled_from(("hit", "hit", "more", "miss", "hurt", "form", "nothing")))
            if kind == "nothing":
                continue
            wanted = (line.scheme.top,) * line.scheme.sets if kind == "more" else line.scheme.reps
            reps = wanted if kind != "miss" else (*wanted[:-1], max(wanted[-1] - 2, 1))
            pain, form = draw(st.sampled_from(((None, None), (0, "good"))))
            pain = draw(st.integers(1, 5)) if kind == "hurt" else pain
            logs[day, line.label] = Log(reps, pain, "bad" if kind == "form" else form)
    return Case(gym, logs, draw(st.sampled_from(PROFILES)))


def compiled(plan: str, diary: str | None = None, as_of: dt.date | None = END) -> Programme:
    """The programme; mistakes there must not be."""
    source = Source("ana.diary", diary) if diary is not None else None
    outcome = mesocycle.compile_plan(Source("gym.plan", plan), Folder("-"), source, as_of=as_of)
    assert outcome.ok, [str(each) for each in outcome.diagnostics]
    return outcome.unwrap()


def items(session: Session) -> list[Item]:
    """The lines of a session."""
    return [item for block in session.blocks for item in block.items]


def trails(programme: Programme) -> dict[str, list[tuple[dt.date, Item]]]:
    """Each labelled line from session to session."""
    found: dict[str, list[tuple[dt.date, Item]]] = {}
    for session in programme.sessions:
        for item in items(session):
            if item.label and session.date:
                day = dt.date.fromisoformat(session.date)
                found.setdefault(item.label, []).append((day, item))
    return found


def asked(item: Item) -> list[tuple[float | None, int | None]]:
    """What each set of a line asks for: exactly how heavy, and how often."""
    return [(_exact(one), one.reps.target if one.reps else None) for one in item.sets]


def _exact(one: Set) -> float | None:
    return one.load.exact_kg if one.load else None
