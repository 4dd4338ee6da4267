"""Every code is explained, is used, and does what its examples say."""

from __future__ import annotations

import ast
import re

import pytest

from mesocycle.codes import CODES
from tests.meta.tree import name, parsed, shipped

CODE = re.compile(r"[EW]\d{3}")
AREAS = [name(path) for path in shipped() if name(path).startswith("src/mesocycle/codes/")]


def mentioned():
    """Every code that the source reports, and a file that does."""
    for path in shipped():
        if name(path) in AREAS:
            continue
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Constant(value=str(text)) if CODE.fullmatch(text):
                    yield text, name(path)


REPORTED = dict(mentioned())


@pytest.mark.parametrize("code", sorted(REPORTED))
def test_a_reported_code_is_explained(code):
    assert code in CODES, REPORTED[code]


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_explained_code_is_reported(code):
    assert code in REPORTED


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_an_explanation_reads_well(code):
    assert CODE.fullmatch(code.code)
    assert re.fullmatch(r"[^A-Z\s].*[^.\s]|[A-Z]{2}.*[^.\s]", code.title), (
        "lower case, no full stop"
    )
    assert re.fullmatch(r"(?s)\S.*[.!?]", code.explanation.strip()), "whole sentences"
    assert "\n\n" not in code.explanation.strip(), "one paragraph"
    assert (code.kind == "none") == (not code.broken), "an example for all that text can cause"
    assert bool(code.broken) == bool(code.mended)
