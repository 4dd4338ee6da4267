"""Red flags that the places of pain raise by themselves: in a leg, or moving outward (SR8)."""

from __future__ import annotations

from typing import Final

from mesocycle.catalogue.body import CHAIN, chain_place
from mesocycle.diary.model import BodyPain, Diary, Flag

THIGH: Final = CHAIN.index("thigh")


def all_flags(diary: Diary) -> list[Flag]:
    """The flags as reported, and those that the places of pain raise, in date order."""
    found = list(diary.flags)
    before: BodyPain | None = None
    for pain in diary.pains:
        place = chain_place(pain.region) if pain.region else None
        if pain.value == 0:
            if pain.region is None and before and before.date < pain.date:  # of one day, the worse
                before = None
            continue
        if place is None:
            continue
        last = chain_place(before.region) if before and before.region else None
        if place >= THIGH:
            found.append(_flag(pain, "leg pain", f"pain in the {pain.region}"))
        elif last is not None and place > last and before:
            text = f"pain that moved from the {before.region} to the {pain.region}"
            found.append(_flag(pain, "pain moving outward", text))
        before = pain
    return sorted(found, key=lambda flag: flag.date)


def _flag(pain: BodyPain, symptom: str, text: str) -> Flag:
    return Flag(date=pain.date, symptom=symptom, level="see", text=text, because=pain.because)
