"""Whether this slow suite was asked for."""

from __future__ import annotations

from collections.abc import Iterable


def named(arguments: Iterable[str]) -> bool:
    """Whether one of pytest's arguments is this folder or lies in it."""
    return any("tests/clients" in each.replace("\\", "/") for each in arguments)
