"""The sets of a week for each muscle: on a body, and as a list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from mesocycle.output.numbers import MuscleRow, Sets, muscles
from mesocycle.programme import Programme, WeekStatistics

from .markup import Html, capital, el
from .zones import BACK, FRONT, HEAD, HEIGHT, WIDTH, Points, outline, shapes

#: As many shades as an eye tells apart.
LEVELS: Final = 5
#: What lies in what: sets of which only the larger part is told colour all of it.
_WIDER: Final = {
    "traps": "upper back", "rhomboids": "upper back", "lats": "upper back",
    "upper back": "back", "lower back": "back", "erector spinae": "back",
    "front shoulders": "shoulders", "side shoulders": "shoulders",
    "rear shoulders": "shoulders", "rotator cuff": "shoulders",
    "biceps": "upper arm", "triceps": "upper arm", "upper arm": "arms", "forearms": "arms",
    "serratus": "chest",
    "rectus abdominis": "core", "transverse abdominis": "core", "obliques": "core",
    "hip flexors": "hips", "glutes": "hips", "glute medius": "glutes",
    "adductors": "thigh", "quads": "thigh", "hamstrings": "thigh", "thigh": "legs",
    "calf": "legs", "shin": "legs",
}  # fmt: skip


def body(programme: Programme) -> Html:
    """The sets of a week, which may be chosen; nothing, if no set is counted."""
    weeks = [week for week in programme.statistics if week.sets or week.sets_indirect]
    if not weeks:
        return Html()
    here = _current(programme, weeks)
    rows = muscles(weeks, programme.regions)
    known = _Counted(programme)
    levels = _Levels(max(sets.direct for row in rows for sets in row.weeks))
    choice = el(
        "select",
        [el("option", f"Week {w.week}", value=n, selected=n == here) for n, w in enumerate(weeks)],
        id="body-week",
    )
    return el(
        "div",
        el("h3", "Sets for each muscle"),
        el("p", el("label", "In ", choice), class_="js") if len(weeks) > 1 else None,
        el("p", f"Week {weeks[here].week}", class_="how still"),
        el(
            "div",
            el("figure", _figures(weeks, known, levels, here), _legend(levels), class_="figures"),
            _list(rows, here),
            class_="muscles",
        ),
        raw_data(_data(rows, weeks, known, levels)),
        id="body",
    )


class _Counted:
    """The sets of a part of the body, also where no week tells of so small a part."""

    def __init__(self, programme: Programme) -> None:
        weeks = programme.statistics
        self._parts = {part for week in weeks for part in (*week.sets, *week.sets_indirect)}
        self._within: dict[str, list[str]] = {}
        for part in sorted(self._parts):
            self._within.setdefault(programme.regions.get(part, ""), []).append(part)

    def of(self, week: WeekStatistics, part: str) -> Sets:
        """Its own; or those of the part that it lies in, less those told of others in there."""
        if part in self._parts:
            return Sets(week.sets.get(part, 0), week.sets_indirect.get(part, 0))
        while part not in self._parts and part in _WIDER:
            part = _WIDER[part]
        return Sets(self._rest(week.sets, part), self._rest(week.sets_indirect, part))

    def _rest(self, sets: Mapping[str, int], part: str) -> int:
        told = sum(sets.get(each, 0) for each in self._within.get(part, ()))
        return max(0, sets.get(part, 0) - told)


class _Levels:
    """How many sets are which shade: 0 none, 1 to `LEVELS` those that train it directly."""

    def __init__(self, most: int) -> None:
        self.most = max(most, LEVELS)

    def of(self, sets: Sets) -> int | str:
        """The shade; `h` of a part that only helps."""
        if sets.direct:
            return min(LEVELS, -(-sets.direct * LEVELS // self.most))
        return "h" if sets.indirect else 0

    def span(self, level: int) -> str:
        """The sets of a shade: `1–6`."""
        first = (level - 1) * self.most // LEVELS + 1
        last = level * self.most // LEVELS
        return f"{first}–{last}" if first < last else f"{last}"


def raw_data(numbers: object) -> Html:
    """Numbers for the script; there are no words in them."""
    told = json.dumps(numbers, separators=(",", ":"))
    return Html(f'<script type="application/json" id="body-data">{told}</script>')


def _data(
    rows: Sequence[MuscleRow],
    weeks: Sequence[WeekStatistics],
    known: _Counted,
    levels: _Levels,
) -> dict[str, object]:
    """By week: the sets of each row, the shade of each shape."""
    zones = [part for part, _ in (*FRONT, *BACK)]
    counted = [[known.of(week, part) for part in zones] for week in weeks]
    return {
        "most": levels.most,
        "rows": [[[*row.weeks[n]] for row in rows] for n in range(len(weeks))],
        "zones": [[levels.of(sets) for sets in week] for week in counted],
        "sets": [[[*sets] for sets in week] for week in counted],
    }


def _current(programme: Programme, weeks: Sequence[WeekStatistics]) -> int:
    """The week in which the plan is, as its place among these."""
    known = programme.as_of or programme.starts
    started = [n for n, week in enumerate(weeks) if week.starts <= known]
    return started[-1] if started else 0


def _figures(
    weeks: Sequence[WeekStatistics], known: _Counted, levels: _Levels, here: int
) -> list[Html]:
    return [
        _figure("Front", FRONT, weeks[here], known, levels),
        _figure("Back", BACK, weeks[here], known, levels),
    ]


def _figure(
    name: str,
    zones: Sequence[tuple[str, Points]],
    week: WeekStatistics,
    known: _Counted,
    levels: _Levels,
) -> Html:
    middle, wide, high = HEAD
    parts = [
        el("ellipse", cx=WIDTH // 2, cy=middle, rx=wide, ry=high, class_="skin"),
        el("path", d=outline(), class_="skin"),
    ]
    for part, points in zones:
        sets = known.of(week, part)
        told = f"{capital(part)}: {_told(sets)}"
        parts.append(
            el("path", el("title", told), d=shapes(points), class_=f"z z{levels.of(sets)}")
        )
    svg = el("svg", parts, viewBox=f"0 0 {WIDTH} {HEIGHT}", aria_hidden="true")
    return el("div", svg, el("span", name))


def _told(sets: Sets) -> str:
    """`12 sets`, `12 sets, helps in 4`, `helps in 4`, `none`."""
    words = [f"{sets.direct} set{'' if sets.direct == 1 else 's'}"] if sets.direct else []
    words += [f"helps in {sets.indirect}"] if sets.indirect else []
    return ", ".join(words) or "none"


def _legend(levels: _Levels) -> Html:
    shades: Mapping[str, str] = {
        "zh": "only helps",
        **{f"z{level}": levels.span(level) for level in range(1, LEVELS + 1)},
    }
    marks = [
        el(
            "span",
            el("svg", el("rect", width=14, height=14, rx=3, class_=f"z {shade}"),
               viewBox="0 0 14 14", aria_hidden="true"),
            f" {words}",
        )
        for shade, words in shades.items()
    ]  # fmt: skip
    return el("figcaption", el("span", "Sets:"), marks, class_="legend")


def _list(rows: Sequence[MuscleRow], here: int) -> Html:
    most = max((row.weeks[n].direct for row in rows for n in range(len(row.weeks))), default=1)
    body_ = [
        el(
            "tr",
            el("th", capital(row.part), scope="row", class_=f"d{min(row.depth, 3)}"),
            el("td", str(row.weeks[here].direct or "")),
            el("td", f"({row.weeks[here].indirect})" if row.weeks[here].indirect else ""),
            el("td", _bar(row.weeks[here].direct, max(most, 1))),
        )
        for row in rows
    ]
    head = el(
        "tr",
        el("th", "Part", scope="col"),
        el("th", "Sets", scope="col"),
        el("th", "Helps", scope="col"),
        el("td"),
    )
    return el("table", el("thead", head), el("tbody", body_), class_="ranks", id="ranks")


def _bar(direct: int, most: int) -> Html:
    shape = el("rect", width=f"{100 * direct / most:.0f}", height=8, rx=2, class_="bar")
    return el("svg", shape, viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true")
