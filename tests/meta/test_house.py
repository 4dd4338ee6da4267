"""House style that no linter knows: small rooms, nothing unfinished, nothing of one machine."""

from __future__ import annotations

import ast
import re

import pytest

from tests.meta.tree import BINARY, ROOT, files, name, parsed, shipped

PYTHON = list(files("src", "grammar", "plans", "plugins", "tests", "benchmarks", suffix=".py"))
TEXT = [path for path in files() if path.suffix not in BINARY]
MARKS = re.compile(r"\b(?:TODO|FIXME|XX" r"X|NotImplemented" r"Error)\b")
PLACES = re.compile(r"/(?:home|Users)/\w|C:\\Users|\bpythonhosted\b|\bpypi\.org/simple\b")


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_a_file_holds_one_idea(path):
    """At most 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def functions(tree):
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", list(shipped()), ids=name)
def test_a_function_fits_the_eye(path):
    """At most 40 lines below its docstring."""
    long = [f"{name(path)}:{f.lineno}: {f.name}" for f in functions(parsed(path)) if length(f) > 40]
    assert not long


def length(function):
    body = function.body[ast.get_docstring(function) is not None :]
    return function.end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", list(shipped()), ids=name)
def test_nothing_is_left_for_later(path):
    assert not MARKS.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXT, ids=name)
def test_no_file_knows_one_machine(path):
    text = path.read_text(encoding="utf-8")
    assert f"{ROOT}/" not in text
    if path.name != "test_house.py":
        assert not PLACES.search(text)


@pytest.mark.parametrize("path", list(shipped()), ids=name)
def test_no_cache_that_is_unpickled(path):
    """Lark's `cache=True` unpickles a file that anybody can put there."""
    keywords = (n for n in ast.walk(parsed(path)) if isinstance(n, ast.keyword))
    assert not [k.value.lineno for k in keywords if k.arg == "cache"]


IGNORE = re.compile(
    r"#\s*(?:noqa: (?P<rule>[A-Z]+\d+)|type: ignore\[(?P<error>[\w-]+))"
    r"(?:,\s*[\w-]+)*\]?(?P<reason>.*)"
)


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_an_ignore_says_why(path):
    """A `noqa` or `type: ignore` gives a reason, the first time that a file needs it."""
    found = list(IGNORE.finditer(path.read_text(encoding="utf-8")))
    explained = {m["rule"] or m["error"] for m in found if re.search(r"\w", m["reason"])}
    assert {m["rule"] or m["error"] for m in found} <= explained
