"""Hostile texts in every field of a programme that takes one, and on the road from plan and diary.

    make fuzz OF=feeds RUNS=10000 SEED=7

Each run puts another text into each field at once. The feed must have the components and the
properties of its harmless twin, for icalendar, vobject and Home Assistant's parser, be without
fault for the reader of bytes and for `meso feed check`, and say the same words to all. What
breaks that is cut down to the fields that do, and written to a folder. Every tenth text also
takes the real road, through a plan and a diary, where it is not refused.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

from tests.properties import test_injected as road
from tests.properties.hostile import (
    HARMLESS,
    WISHES,
    differences,
    fields,
    filled,
    made,
    one,
    text,
    twin,
)


def campaign(random: Random, runs: int, kept: Path) -> int:
    """So many runs; how many of them were at fault. Each kind is kept once, in `kept`."""
    seen: Counter[str] = Counter()
    taken = tried = 0
    harmless = road.products(HARMLESS, "", road.REASONS)["ical"]
    for number in range(runs):
        different, used = one(random, number)
        if different:
            _keep(different, _culprits(used, number), kept / f"{number}.txt", seen)
        if number % 10 == 0:
            tried += 1
            payload = text(random)
            different = _on_the_road(payload, harmless)
            taken += different is not None
            if different:
                _keep(different, [f"road: {payload!a}"], kept / f"{number}-road.txt", seen)
        if number % 500 == 499:
            print(f"{number + 1} runs, {sum(seen.values())} faults", flush=True)
    texts = runs * sum(fields().values())
    print(f"{runs} runs, {texts} texts in {len(fields())} fields; {taken} of {tried} texts were")
    print(f"taken on the road; {sum(seen.values())} faults of {len(seen)} kinds", flush=True)
    return sum(seen.values())


def _on_the_road(payload: str, harmless: bytes) -> list[str] | None:
    try:
        made_of = road.products(payload, "", road.REASONS)
        return None if made_of is None else list(differences(made_of["ical"], harmless))
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is looked for
        return [f"{type(error).__name__}: {error}"]


def _keep(different: list[str], culprits: list[str], path: Path, seen: Counter[str]) -> None:
    kind = different[0][:60]
    seen[kind] += 1
    if seen[kind] == 1:
        path.write_text("\n".join([*different, "", *culprits, ""]), "utf-8", "backslashreplace")
        print(f"{path}\n" + "\n".join([*different[:3], *culprits[:3]]), flush=True)


def _culprits(used: dict[str, list[str]], number: int) -> list[str]:
    """The fields and texts that do it alone."""
    wishes, found = number % len(WISHES), []
    for field, texts in used.items():
        for each in dict.fromkeys(texts):
            programme = filled(lambda name, f=field, t=each: t if name == f else HARMLESS)
            try:
                if any(differences(made(programme, **WISHES[wishes]), twin(wishes))):
                    found.append(f"{field}: {each!a}")
            except AssertionError as error:
                found.append(f"{field}: {each!a} ({error})")
    return found
