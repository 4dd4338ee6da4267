"""Loads and masses in words: as a plan writes them, and as people read them."""

from __future__ import annotations

from mesocycle.mass import Mass
from mesocycle.syntax.nodes import Exertion, Lighter, LoadNode, Percent, Weight

#: What stands behind a per cent.
_OF = {
    "max": "", "tm": " tm", "1rm": " 1rm", "bw": " bw", "top set": " of top set",
    "first set": " of first set", "set before": " of the set before",
}  # fmt: skip


def figure(mass: Mass) -> str:
    """The mass for reading, to a hundredth: `242.25 lb`."""
    hundredths = (abs(mass.micro) + 5_000) // 10_000
    whole, rest = divmod(hundredths, 100)
    sign = "-" if mass.micro < 0 and hundredths else ""
    return f"{sign}{whole}{f'.{rest:02d}'.rstrip('0') if rest else ''} {mass.unit}"


def shown(low: Mass, high: Mass | None = None, *, beyond: bool = False) -> str:
    """What is put on the bar: `82.5 kg`, `57.5-62.5 kg`, `+10 kg` beyond bodyweight."""
    text = _plain(low)
    if high is not None and high != low:
        text = f"{text.removesuffix(f' {low.unit}')}-{_plain(high)}"
    return f"+{text}" if beyond else text


def _plain(mass: Mass) -> str:
    """To a gram where it is that even, else to a hundredth."""
    return str(mass) if mass.micro % 1_000 == 0 else figure(mass)


def number(hundredths: int) -> str:
    """A number given in hundredths: 7,500 is `75`, 8,110 is `81.1`."""
    return f"{hundredths / 100:g}"


def span(low: int, high: int) -> str:
    """`70`, or `70-75`, of hundredths."""
    return number(low) if low == high else f"{number(low)}-{number(high)}"


def written(node: LoadNode) -> str:
    """The load as a plan writes it, in the one form that says what it means."""
    if isinstance(node, Weight):
        mass = str(node.mass).replace(" ", "")
        if node.women is not None:
            mass = f"{mass.removesuffix(node.mass.unit)}/{str(node.women).replace(' ', '')}"
        return f"+{mass}" if node.beyond else mass
    if isinstance(node, Percent):
        return _percent(node)
    if isinstance(node, Lighter):
        return f"-{str(node.mass).replace(' ', '')}"
    if isinstance(node, Exertion):
        tenths = span(node.low * 10, node.high * 10)
        return f"{tenths} rir" if node.reserve else f"@{tenths}"
    return "empty bar"


def _percent(node: Percent) -> str:
    if node.of == "set before" and node.low == node.high <= 10_000:
        return f"-{number(10_000 - node.low)}%"
    share = f"{span(node.low, node.high)}%"
    if node.lift is not None:
        share += f" of {node.lift.text}"
        return share if node.of == "max" else f"{share} {_max_word(node)}"
    return f"{share} of {node.reps}rm" if node.of == "rm" else share + _OF[node.of]


def _max_word(node: Percent) -> str:
    return f"{node.reps}rm" if node.of == "rm" else node.of


def line_of(node: Percent, name: str) -> str:
    """The line of a diary that says what the per cent are of."""
    if node.of == "bw":
        return "bodyweight 70kg"
    if node.of == "tm":
        return f"training max {name} 90kg"
    return f"max {name} {node.reps}rm 90kg" if node.of == "rm" else f"max {name} 100kg"
