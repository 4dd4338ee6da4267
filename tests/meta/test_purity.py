"""Only the command and the loaders touch disk, clock, environment, chance or terminal.

Ruff's banned-api sees imports; this also sees built-ins and attributes, and it proves on small
examples that it would notice.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.meta.tree import EDGES, name, parsed, shipped

MODULES = {
    "asyncio", "builtins", "dbm", "getpass", "glob", "http", "importlib.metadata", "locale",
    "logging", "marshal", "multiprocessing", "os", "pathlib", "pickle", "platform", "random",
    "secrets", "shelve", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile",
    "threading", "time", "urllib.request",
}  # fmt: skip
BUILTINS = {
    "__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print",
}  # fmt: skip
ATTRIBUTES = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"),
    ("sys", "argv"), ("sys", "exit"), ("sys", "stderr"), ("sys", "stdin"), ("sys", "stdout"),
    ("uuid", "uuid1"), ("uuid", "uuid4"),
}  # fmt: skip


def impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and name of everything in `tree` that reaches for the world."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names if banned(alias.name)]
            case ast.ImportFrom(module=str(module), names=names, level=0):
                whole = [module, *(f"{module}.{alias.name}" for alias in names)]
                found = [each for each in whole if banned(each)][:1]
                found += [a.name for a in names if (module, a.name) in ATTRIBUTES]
            case ast.Name(id=called, ctx=ast.Load()) if called in BUILTINS:
                found = [called]
            case (
                ast.Attribute(value=ast.Name(id=owner), attr=attribute)
                | ast.Attribute(value=ast.Attribute(attr=owner), attr=attribute)
            ) if (owner, attribute) in ATTRIBUTES:
                found = [f"{owner}.{attribute}"]
            case _:
                found = []
        for each in found:
            yield node.lineno, each


def banned(module: str) -> bool:
    return any(module == each or module.startswith(f"{each}.") for each in MODULES)


def test_all_but_the_edges_is_pure():
    """What is found here belongs in cli/ or loading/, or comes in as an argument."""
    found = [
        f"{name(path)}:{line}: {what}"
        for path in shipped()
        if not name(path).startswith(EDGES)
        for line, what in impurities(parsed(path))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "import os",
        "import os.path",
        "from os import path",
        "from pathlib import Path",
        "import importlib.metadata",
        "from importlib import metadata",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "from time import time",
        "import random",
        "from sys import argv",
        "print(1)",
        "eval('1')",
        "read = open",
        "import uuid\nuuid.uuid4()",
    ],
)
def test_would_notice(code):
    assert list(impurities(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import date\ndate(2026, 1, 1)",
        "import uuid\nuuid.uuid5(uuid.NAMESPACE_URL, 'x')",
        "import re\nre.compile('x')",
        "plan.open()",
        "from importlib import resources",
    ],
)
def test_leaves_alone(code):
    assert not list(impurities(ast.parse(code)))
