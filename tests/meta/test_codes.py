"""Every code is explained, is used, and does what its examples say."""

from __future__ import annotations

import ast
import re

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


def test_every_reported_code_is_explained():
    assert {code: file for code, file in REPORTED.items() if code not in CODES} == {}


def test_every_explained_code_is_reported():
    assert [code for code in CODES if code not in REPORTED] == []


def oddities(code):
    """What is wrong with the way a code is explained."""
    if not CODE.fullmatch(code.code):
        yield "no code"
    if not re.fullmatch(r"([^A-Z]|[A-Z]{2}).*[^.]", code.title):
        yield "a title is in lower case, without a full stop"
    if not re.fullmatch(r"(?s)\S.*[.!?]", code.explanation) or "\n\n" in code.explanation:
        yield "an explanation is one paragraph of whole sentences"
    if bool(code.broken) != bool(code.mended) or bool(code.broken) == (code.kind == "none"):
        yield "examples, broken and mended, for all that text can cause"


def test_explanations_read_well():
    assert {code: odd for code, each in CODES.items() if (odd := list(oddities(each)))} == {}
