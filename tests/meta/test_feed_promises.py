"""Each promise of the calendar feed is proved by a test that carries its number."""

from __future__ import annotations

import ast
import re
from functools import cache

from tests.meta.tree import ROOT, files, name

PAGE = ROOT / "docs" / "reference" / "feed.md"
ROW = re.compile(r"^\| (C\d+) \| (.+) \| (.*)\|$", re.MULTILINE)


def promises():
    """The numbers of the page, in order."""
    return [row[0] for row in ROW.findall(PAGE.read_text(encoding="utf-8"))]


@cache
def proofs():
    """The numbers that tests carry, each with the files that do."""
    found: dict[str, set[str]] = {}
    for path in files("tests", "plugins", suffix=".py"):
        text = path.read_text(encoding="utf-8")
        if "mark.proves" not in text or path.name == "test_feed_promises.py":
            continue
        for number in numbers(ast.parse(text)):
            found.setdefault(number, set()).add(name(path))
    return found


def numbers(tree):
    """What stands in `pytest.mark.proves(…)`, as a decorator, a mark of a case or of a module."""
    for node in ast.walk(tree):
        call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if call and node.func.attr == "proves":
            yield from (ast.literal_eval(each) for each in node.args)


def test_they_are_numbered_one_after_the_other():
    assert promises() == [f"C{number}" for number in range(1, len(promises()) + 1)]


def test_each_has_a_proof():
    assert set(promises()) - set(proofs()) == set()


def test_no_test_proves_what_is_not_promised():
    unknown = {number: where for number, where in proofs().items() if number not in promises()}
    assert unknown == {}


def test_every_form_of_the_mark_is_seen():
    text = """
pytestmark = pytest.mark.proves("C1")

@pytest.mark.proves("C2", "C3")
class TestIt:
    @pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.proves("C4"))])
    def test_it(self, x): ...
"""
    assert sorted(numbers(ast.parse(text))) == ["C1", "C2", "C3", "C4"]
