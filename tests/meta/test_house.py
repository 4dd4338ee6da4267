"""House style that no linter knows: small rooms, nothing unfinished, nothing of one machine."""

from __future__ import annotations

import ast
import re

from tests.meta.tree import BINARY, ROOT, files, name, parsed, project, shipped

PYTHON = list(files("src", "grammar", "plans", "plugins", "tests", "benchmarks", suffix=".py"))
SHIPPED = list(shipped())
TEXT = [path for path in files() if path.suffix not in BINARY]
MARKS = re.compile(r"\b(?:TODO|FIXME|XX" r"X|NotImplemented" r"Error)\b")
PLACES = re.compile(r"/(?:home|Users)/\w|C:\\Users|\bpythonhosted\b|\bpypi\.org/simple\b")
IGNORE = re.compile(
    r"#\s*(?:noqa: (?P<rule>[A-Z]+\d+)|type: ignore\[(?P<error>[\w-]+))"
    r"(?:,\s*[\w-]+)*\]?(?P<reason>.*)"
)


def places(paths, pattern):
    """`file:line` of every match of `pattern`."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{name(path)}:{number}"


def test_a_file_holds_one_idea():
    """At most 300 lines."""
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_a_function_fits_the_eye():
    """At most 40 lines below its docstring."""
    long = []
    for path in SHIPPED:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef):
                body = node.body[ast.get_docstring(node) is not None :]
                if body and node.end_lineno - body[0].lineno >= 40:
                    long.append(f"{name(path)}:{node.lineno} {node.name}")
    assert long == []


def test_nothing_is_left_for_later():
    assert list(places(SHIPPED, MARKS)) == []


def test_no_file_knows_one_machine():
    assert list(places(TEXT, re.compile(re.escape(f"{ROOT}/")))) == []
    others = [path for path in TEXT if path.name != "test_house.py"]
    assert list(places(others, PLACES)) == []


def test_no_cache_that_is_unpickled():
    """Lark's `cache=True` unpickles a file that anybody can put there."""
    found = [
        f"{name(path)}:{node.value.lineno}"
        for path in SHIPPED
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.keyword) and node.arg == "cache"
    ]
    assert found == []


def test_an_ignore_says_why():
    """A `noqa` or `type: ignore` gives a reason, the first time that a file needs it."""
    bare = []
    for path in PYTHON:
        found = list(IGNORE.finditer(path.read_text(encoding="utf-8")))
        explained = {m["rule"] or m["error"] for m in found if re.search(r"\w", m["reason"])}
        unexplained = {m["rule"] or m["error"] for m in found} - explained
        bare += [f"{name(path)}: {code}" for code in sorted(unexplained)]
    assert bare == []


def test_changelog_fragments_can_be_gathered():
    kinds = set(project()["tool"]["towncrier"]["fragment"])
    fragments = [path for path in files("changelog.d", suffix=".md") if path.name != "README.md"]
    assert {path.name.split(".")[1] for path in fragments} <= kinds
    assert [name(p) for p in fragments if not p.read_text("utf-8").strip().endswith(".")] == []


def test_decisions_are_short_and_listed():
    """At most 40 lines each."""
    decisions = ROOT / "docs" / "adr"
    listed = (decisions / "README.md").read_text(encoding="utf-8")
    for path in decisions.glob("[0-9]*.md"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 40, path.name
        assert f"({path.name})" in listed
        assert all(f"**{part}." in text for part in ("Context", "Decision", "Consequences"))
