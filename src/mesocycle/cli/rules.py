"""What the rules are called in a few plain words, for the foot of `meso why`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

#: In the order in which they are told: what stops, what holds back, what chooses, what counts.
RULES: Final = {
    "SR4": "a red flag stops training until somebody who may clears it; it is asked about again",
    "SR18": "for some people training begins with a word from a doctor or physiotherapist",
    "SR5": "what hurt is left out until a test on a good day; above 5 of 10 nothing is trained",
    "SR2": "unknown is not painfree: what nobody has said counts as no",
    "SR3": "what nobody has tried is tested first: one easy set",
    "SR6": "what was once fine counts for four weeks, and until a flare",
    "SR10": "running and jumping wait for a brisk walk and for no pain",
    "SR12": "pain that draws back to the spine lets you walk, and earns no step up",
    "SR13": "at most one step a week or in two sessions, and none without the next morning",
    "SR14": "fewer that qualify are fewer: nothing fills up",
    "SR15": "what is to be avoided is left out; strong loads on a sore back are tested first",
    "SR19": "two days between strength sessions for the same muscles",
    "R2": "from the top of the list, the first that qualify",
    "R3": "to qualify: what the plan asks for, all of it, and known",
    "R6": "more when every set went well, the same or less when not",
    "R9": "the easier start, where that is known to be fine",
    "R10": "the coach's other exercise for a goal",
    "R11": "an easier form when the form is lost",
    "R12": "another exercise for another place",
    "R23": "while the back hurts, runs are easy",
    "R28": "no running before half an hour of brisk walking without pain",
    "R34": "less, or something else, while it hurts: the coach's rule",
    "R39": "distance to keep from a run",
    "days off": "after days off the coach has it go back",
    "missed": "what the plan does with what was missed",
    "diary": "what the diary says was done",
    "calendar": "the plan's calendar",
    "equipment": "it takes what is not there",
    "place": "it is done somewhere else",
    "rotate": "the plan takes turns",
    "rule": "a rule of the coach, in the plan",
    "plan": "what the coach says, in the plan",
    "until": "the coach's condition for the end of a phase",
    "test": "what a test gave",
    "load": "how a load is reckoned",
    "pace": "how a pace is reckoned",
    "zone": "how a zone is reckoned",
}


def in_words(rules: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of `rules` that has words, once, with them."""
    met = set(rules)
    yield from ((rule, words) for rule, words in RULES.items() if rule in met)
