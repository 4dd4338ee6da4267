"""The diagnostics about names, said the same way wherever a name is used."""

from __future__ import annotations

from mesocycle.catalogue.model import Catalogue
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.diagnostics import Diagnostic, Fix
from mesocycle.source import Span


def unknown_exercise(catalogue: Catalogue, name: str, span: Span) -> Diagnostic:
    """E203: no exercise has this name."""
    return Diagnostic(
        code="E203",
        message="unknown exercise",
        span=span,
        label=_nowhere(catalogue),
        hints=_a_number_behind(catalogue, name) or did_you_mean(catalogue.suggest(name)),
    )


def _a_number_behind(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """`Superman 8` is an exercise and how many, with the `;` left out."""
    base, _, number = name.rpartition(" ")
    if not number[:1].isdigit() or catalogue.find(base) is None:
        return ()
    return (f"put a `;` behind the name: {base}; {number}",)


def unknown_pool(catalogue: Catalogue, name: str, span: Span) -> Diagnostic:
    """E204: no pool has this name."""
    hints = did_you_mean(catalogue.suggest_pool(name))
    if not hints and catalogue.pools:
        hints = ("the pools are " + ", ".join(p.name for p in catalogue.pools.values()),)
    return Diagnostic(
        code="E204", message="unknown pool", span=span, label=_nowhere(catalogue), hints=hints
    )


def no_modified_form(catalogue: Catalogue, name: str, span: Span) -> Diagnostic:
    """E205, or E203: `mod. NAME` of an exercise that has no modified form, or is unknown."""
    base = catalogue.find(name)
    if base is None:
        return unknown_exercise(catalogue, name, span)
    easier = [catalogue.exercises[identity].name for identity in base.easier]
    return Diagnostic(
        code="E205",
        message=f"{base.name} has no modified form",
        span=span,
        label=f"no exercise says 'variant of {base.name}'",
        hints=(f"its easier form is {easier[0]}",) if easier else (),
    )


def unknown_word(code: str, vocabulary: Vocabulary, text: str, span: Span) -> Diagnostic:
    """A word outside a closed vocabulary: E206 to E210."""
    near = vocabulary.suggest(text)
    words = tuple(vocabulary)
    hints = did_you_mean(near)
    if near is None and len(words) <= 12:
        hints = ("one of " + ", ".join(words),)
    return Diagnostic(
        code=code,
        message=f"unknown {vocabulary.what}",
        span=span,
        label=f"the language knows no such {vocabulary.what}",
        hints=hints,
    )


def twice_the_same_side(text: str, span: Span) -> Diagnostic:
    """E211: `R/R` or `L/L`, where one side each was surely meant."""
    return Diagnostic(
        code="E211",
        message=f"{text} names one side twice",
        span=span,
        label="left and right, or right and left",
        hints=("write L/R",),
        fixes=(Fix(span, "L/R", "one set a side"),),
    )


def no_link(text: str, span: Span) -> tuple[Diagnostic, ...]:
    """E336: a video that is no address on the web; empty where it is one."""
    if text.startswith(("https://", "http://")) and not set(text) & set(' <>"'):
        return ()
    mistake = Diagnostic(
        code="E336",
        message="this video is no link",
        span=span,
        label="not an address on the web",
        hints=('write its address: video "https://…"',),
    )
    return (mistake,)


def did_you_mean(name: str | None) -> tuple[str, ...]:
    """The hint that offers `name`, if there is one."""
    return (f"did you mean {name}?",) if name else ()


def _nowhere(catalogue: Catalogue) -> str:
    if not catalogue.libraries:
        return "not defined here, and no library is in use"
    return f"not in {', '.join(catalogue.libraries)}, nor defined here"
