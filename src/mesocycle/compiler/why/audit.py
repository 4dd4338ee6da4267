"""Audit: which texts a programme was made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from mesocycle.catalogue.model import Catalogue
from mesocycle.programme.audit import Audit, Input
from mesocycle.source import Bound, Source


def audit(plan: Source, diary: Source | None, catalogue: Catalogue) -> Audit:
    """The plan, the diary with what it includes, and the libraries, each as it was read."""
    diaries = dict.fromkeys(_diaries(diary) if diary else ())
    libraries = [name for name in catalogue.libraries if name != plan.name]
    return Audit(
        inputs=(
            Input(kind="plan", file=plan.cited, sha256=_hash(plan)),
            *(Input(kind="diary", file=each.cited, sha256=_hash(each)) for each in diaries),
            *(
                Input(kind="library", file=name, version=catalogue.versions.get(name, 1))
                for name in libraries
            ),
        )
    )


def _diaries(source: Source) -> Iterator[Source]:
    yield source
    for part in source.included.values() if isinstance(source, Bound) else ():
        if isinstance(part, Source):
            yield from _diaries(part)


def _hash(source: Source) -> str:
    return hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
