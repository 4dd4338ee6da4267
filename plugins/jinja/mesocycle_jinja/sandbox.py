"""Jinja, kept to the programme: nothing to load or to change, and a size for everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mesocycle.output import wording

from .budget import Budget, TooMuch, in_bounds, narrow

#: Filters and functions of Jinja that give something else each time, or more than is asked for.
_NEVER = ("format", "lipsum", "random")
#: Methods of texts whose argument says how long the result is.
_FORMATS = ("format", "format_map")
_NO_FORMAT = "it formats, where width has no end; write ~ between texts, and use the filter round"
#: The functions that templates have, beside Jinja's: how outputs say times, sets, stretches.
_WORDS = {
    name: getattr(wording, name)
    for name in wording.__all__
    if name[0].islower() and callable(getattr(wording, name))
}
#: Internal names, which no template can spell.
_TURNS, _BOUNDS = "mesocycle turns", "mesocycle bounds"


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one template, with a budget of its own."""

    intercepted_binops = frozenset(("+", "*", "**", "%", "//"))

    def __init__(self, *, autoescape: bool) -> None:
        super().__init__(
            autoescape=autoescape,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.budget = Budget()
        self.finalize = self._written
        for name in _NEVER:
            self.filters.pop(name, None)
            self.globals.pop(name, None)
        self.filters = {name: _bounded(filter_) for name, filter_ in self.filters.items()}
        self.filters[_TURNS] = self.budget.turns
        self.filters[_BOUNDS] = in_bounds
        self.globals |= _WORDS

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template's tree, with every loop counted and every text that grows looked at."""
        tree = super()._parse(source, name, filename)
        for loop in list(tree.find_all(nodes.For)):
            letters = sum(len(text.data) for text in loop.find_all(nodes.TemplateData))
            told = [nodes.Const(letters)]
            loop.iter = nodes.Filter(loop.iter, _TURNS, told, [], None, None)
        _bound(tree)
        tree.set_environment(self)
        return tree

    def call(
        __self,  # noqa: N805 - Jinja's way to leave all names to the template
        __context: Context,
        __obj: Any,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """A call in the template."""
        __self.budget.step()
        if getattr(__obj, "__name__", "") in _FORMATS:
            raise TooMuch(_NO_FORMAT)
        if not isinstance(__obj, Macro) and __obj not in _WORDS.values():
            narrow((*args, *kwargs.values()))
        made = in_bounds(super().call(__context, __obj, *args, **kwargs))
        if isinstance(made, str):
            __self.budget.write(len(made))
        return made

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A sum, a product, a power; the parts of a list or a text times a number are counted."""
        if operator == "*":
            sized, times = (left, right) if hasattr(left, "__len__") else (right, left)
            if hasattr(sized, "__len__") and isinstance(times, int):
                in_bounds(range(len(sized) * max(times, 0)))
        elif operator == "**":
            narrow((left, right))
        elif operator == "%" and isinstance(left, str):
            raise TooMuch(_NO_FORMAT)
        return in_bounds(super().call_binop(context, operator, left, right))

    def _written(self, value: object) -> object:
        """What stands in `{{ … }}`, as it is written."""
        if callable(value) and not isinstance(value, Undefined):
            raise TypeError("this is a function; call it, as in {{ title(session) }}")
        self.budget.write(len(value) if isinstance(value, str) else len(str(value)))
        return value


def _bounded(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is given no huge number, and whose results are of a size."""

    @wraps(filter_)
    def bounded(*args: Any, **kwargs: Any) -> Any:
        narrow((*args[1:], *kwargs.values()))
        return in_bounds(filter_(*args, **kwargs))

    return bounded


def _bound(node: nodes.Node) -> None:
    """Have every `a ~ b` looked at; what grows otherwise goes through a call, filter or sum."""
    for field, value in node.iter_fields():
        children = value if isinstance(value, list) else [value]
        for at, child in enumerate(children):
            if not isinstance(child, nodes.Node):
                continue
            _bound(child)
            if isinstance(child, nodes.Concat):
                looked_at = nodes.Filter(child, _BOUNDS, [], [], None, None)
                if isinstance(value, list):
                    value[at] = looked_at
                else:
                    setattr(node, field, looked_at)
