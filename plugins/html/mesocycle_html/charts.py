"""Charts of the weeks: bars, drawn here, each with its numbers for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mesocycle.output.numbers import Measures, longest_run, tonnage, way
from mesocycle.programme import Programme

from .markup import Html, el

_WIDTH: Final = 340
_HEIGHT: Final = 150
#: What is left of the bars, above, and below them.
_LEFT: Final = 6
_TOP: Final = 20
_BOTTOM: Final = 20
#: Numbers of weeks stand no closer than this.
_ROOM: Final = 18


class Chart(NamedTuple):
    """A bar for each week: how much (0: none), and how that is said."""

    title: str
    about: str
    values: tuple[float, ...]
    words: tuple[str, ...]


def charts(programme: Programme, told: Measures) -> Html:
    """Those charts in which there is something to see: not all weeks are the same."""
    weeks = [week.week for week in programme.statistics]
    here = _current(programme)
    drawn = [_figure(each, weeks, here) for each in _charts(programme, told) if _is_worth(each)]
    return el("div", drawn, class_="charts") if drawn else Html()


def _charts(programme: Programme, told: Measures) -> Iterator[Chart]:
    weeks = programme.statistics
    far = tuple(float(week.longest_run_m or 0) for week in weeks)
    long = tuple(float(week.longest_run_s or 0) for week in weeks)
    by_way = sum(map(bool, far)) >= sum(map(bool, long)) and any(far)
    words = [way(week.longest_run_m, told.way) if by_way else longest_run(week) for week in weeks]
    yield Chart("Longest run", "of each week", far if by_way else long, tuple(words))
    load = [week.training_load.load if week.training_load else 0 for week in weeks]
    yield Chart(
        "Training load",
        "RPE × minutes, as logged",
        tuple(map(float, load)),
        tuple(f"{each:,}" if each else "" for each in load),
    )
    yield Chart(
        "Lifted",
        "loads by reps, working sets",
        tuple(week.tonnage_kg for week in weeks),
        tuple(tonnage(week.tonnage_kg, told.unit) for week in weeks),
    )
    yield Chart(
        "Minutes",
        "of all sessions",
        tuple(float(week.minutes) for week in weeks),
        tuple(f"{week.minutes} min" if week.minutes else "" for week in weeks),
    )


def _is_worth(chart: Chart) -> bool:
    return len(set(chart.values)) > 1


def _current(programme: Programme) -> int | None:
    known = programme.as_of or programme.starts
    started = [week.week for week in programme.statistics if week.starts <= known]
    return started[-1] if started else None


def _figure(chart: Chart, weeks: Sequence[int], here: int | None) -> Html:
    most = max(range(len(weeks)), key=lambda n: chart.values[n])
    told = f"{chart.title} {chart.about}. Most: {chart.words[most]} in week {weeks[most]}."
    rows = [
        f"Week {week}: {words or 'none'}" for week, words in zip(weeks, chart.words, strict=True)
    ]
    return el(
        "figure",
        el("figcaption", el("b", chart.title), el("span", f" {chart.about}")),
        el(
            "svg",
            list(_bars(chart, weeks, here, most)),
            viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
            role="img",
            aria_label=f"{told} {'; '.join(rows)}.",
        ),
        class_="chart",
    )


def _bars(chart: Chart, weeks: Sequence[int], here: int | None, most: int) -> Iterator[Html]:
    step = (_WIDTH - 2 * _LEFT) / len(weeks)
    wide = min(step * 0.72, 34)
    floor, tall = _HEIGHT - _BOTTOM, _HEIGHT - _BOTTOM - _TOP
    every = max(1, -(-_ROOM // max(int(step), 1)))
    yield el("path", d=f"M{_LEFT} {floor}.5H{_WIDTH - _LEFT}", class_="axis")
    shown = {most, next((n for n in reversed(range(len(weeks))) if chart.values[n]), most)}
    if abs(most - max(shown)) * step < 70 or len({chart.words[n] for n in shown}) == 1:
        shown = {most}
    for n, (week, value) in enumerate(zip(weeks, chart.values, strict=True)):
        middle = _LEFT + step * (n + 0.5)
        high = tall * value / chart.values[most]
        if value:
            yield el(
                "rect",
                el("title", f"Week {week}: {chart.words[n]}"),
                x=_figures(middle - wide / 2), y=_figures(floor - high), width=_figures(wide),
                height=_figures(high), rx=_figures(min(3, wide / 3, high / 2)),
                class_="bar now" if week == here else "bar",
            )  # fmt: skip
        if n in shown:
            yield _word(chart.words[n], middle, floor - high - 5, "num", len(chart.words[n]) * 3.2)
        if n % every == 0:
            yield _word(str(week), middle, _HEIGHT - 5, "now" if week == here else None, 0)


def _word(words: str, x: float, y: float, class_: str | None, half: float) -> Html:
    """Words in the middle of `x`, but within the picture; `half` of them are so wide."""
    x = min(max(x, _LEFT + half), _WIDTH - _LEFT - half)
    return el("text", words, x=_figures(x), y=_figures(y), class_=class_)


def _figures(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
