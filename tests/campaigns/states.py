"""Rules, questions and lights for the plans of `runners`, and what a diary says to them.

Made of a `Random`. Most of it holds together; some is refused, which is an answer as well.
"""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from tests.campaigns.runners import Case, Maker

HEADER = (
    ("screening every 7 days", "screening every 1 day", "screening every 28 days"),
    ("pain limit 2", "pain limit 1", "pain limit 0"),
    ("retest after 7 days", "retest after 1 day"),
)
PROFILE = (
    ("age 40", "age 40", "age 17"),
    ("condition none", "condition none", "condition osteoporosis", "condition hamstring strain"),
    ("pain limit 1", 'pain limit 4 by "physiotherapist, 2026-11-01"'),
)

#: A session with exercises, for rules about them.
HIPS = """
session "Hips" on tue, fri at 19:00
  pick 2 from strength where painfree and slow; 3x8-12; slow; progress reps
  Superman; 2-3x8-12; progress reps
  Plank; 3x20-30s; progress hold by 5s to 60s
  Single Leg Bridge; 2x8 each side
"""

ASKS = {
    "swelling": ('ask swelling none, mild, severe "Is it swollen?"', ("none", "mild", "severe")),
    "sleep": ("ask sleep 1-5", ("1", "2", "3", "5")),
    "stiffness": ("ask stiffness none, short, long every 2 days", ("none", "short", "long")),
    "limp": ("ask limp no, yes every 7 days", ("no", "yes")),
}
LIGHT = """light knee
  red when {red}
  amber when {amber}
  green otherwise
"""
REDS = ("swelling is severe", "knee pain > 4", "knee pain > 4 or stiffness is long")
AMBERS = (
    "swelling is mild", "knee pain > 2 or stiffness is short", "knee pain > 2",
    "morning knee pain > 0",
)  # fmt: skip

CONDITIONS = (
    "pain > 3", "lower back pain > 0", "left knee pain >= 2", "pain during > 2", "pain after > 1",
    "morning pain > 0", "next morning pain > 1", "knee pain rising", "hip pain >= 1",
    "lower back pain not better in 14 days", "pain centralising", "pain peripheralizing",
    "pain beyond buttock", "numbness", "leg pain or numbness", "swelling is severe",
    "swelling is not none", "swelling >= mild", "sleep < 3", "limp is yes", "knee is red",
    "knee is not green", "knee is amber and week >= 2", "7 days off", "stiffness is long",
    "week >= 2", "outdoors", "not hip pain > 2", "age >= 60",
)  # fmt: skip
ACTIONS = (
    "hold", "easier", "skip", "skip runs", "skip strength", "skip Superman", "skip bikes",
    "avoid loads extension", "avoid impact >= 2", "avoid trains quads", "volume 60%", "volume 1%",
    "swap run for swim", "swap run for bike at 80%", "swap Superman for Bridge", "volume 100%",
    "intensity 80%", "intensity easy", "intensity tempo", "runs easy only", "stop",
    'stop "Ask somebody."', 'stop "Ask." until cleared', "stop until cleared", 'say "Slowly."',
    'cue "Breathe."', 'note "As it is."', 'volume 50%; say "Half of it."', "hold; skip runs",
)  # fmt: skip

ANSWERED = ("no red flags", "no flags", "no numbness")
TOLD = (
    "flag numbness left leg", "flag limp", "pain 2 sharp left knee", "pain 1 sharp",
    'cleared by "physio"', 'cleared by "Dr Meyer" for walking, strength',
    'cleared by "Dr Meyer" with osteoporosis', "condition osteoporosis", "condition pregnancy",
    'cleared by "Dr Meyer" with pregnancy for walking', "condition none", "pain 4 knee",
    "pain 2 buttock", "pain 0 lower back", "pain 3 calf", "pain 0", 'note "Slept badly."',
    'unplanned "Yoga"; felt rpe 3, 45min; pain 0\n  Superman; 10; pain 0',
    'unplanned "Swim"; 30min; pain 1', 'unplanned "Football"', "bodyweight 71kg",
    "Superman; 10, 10; pain 0; slow; form good", "Superman; 8; pain 2 sharp", "Plank; 20s; pain 1",
    "Superman; 3x10; unverified",
)  # fmt: skip
EXERCISES = (
    "Superman; 10, 10, 9; pain 0; slow; form good", "Superman; 12, 12; pain 0; slow; form good",
    "Plank; 30s, 28s; pain 0; form good", "Superman; 8; pain 1 sharp", "Plank; skipped",
    "Single Leg Bridge; left 8, 8; right 8, 8; pain left 0, right 3; slow", "Plank; 2x20s; pain 3",
    "Bridge instead of Superman; 10, 10; pain 0", "Superman; 9, 9; pain 0; form bad",
    "Bird Dog instead of Single Leg Bridge; left 10; right 10", 'Superman; skipped "no time"',
)  # fmt: skip
HOW = (
    "", "", "", '; stopped early "phone"', "; stopped early", '; unverified "old.csv"',
    "; unverified", "; pain 0", "; pain 2 sharp", "; pain 3 knee",
)  # fmt: skip


class Stated:
    """A plan and a diary of `Maker`, with all that a plan may say of how somebody is."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def case(self) -> Case:
        """A plan and a diary."""
        maker = Maker(self.random)
        case = maker.case()
        asked = sorted(ASKS) if self._often(10) else ["sleep", "swelling"]
        header = [*case.header, *self._one_each(HEADER)]
        body = self._inside(case.body + HIPS)
        margin = "".join(f"{ASKS[name][0]}\n" for name in asked)
        if self._often(15):
            red, amber = self.random.choice(REDS), self.random.choice(AMBERS)
            margin += LIGHT.format(red=red, amber=amber)
        if self._often(3):
            margin += self.block("")
        names = [*dict.fromkeys(re.findall(r'session "([^"]+)"', body))]
        return Case(
            tuple(header), f"{margin}\n{body}", case.calendar,
            (*case.entries, *self._entries(maker, asked, names)),
        )  # fmt: skip

    def profile(self) -> str:
        """Lines of an athlete."""
        return "".join(f"  {line}\n" for line in self._one_each(PROFILE))

    def _often(self, of: int) -> bool:
        return self.random.randrange(of) > 0

    def _one_each(self, of: tuple[tuple[str, ...], ...]) -> list[str]:
        return [self.random.choice(each) for each in of if self._often(3)]

    def rule(self, *, alone: bool = False) -> str:
        """One rule; `alone`: with one action, most often."""
        one, two = self.random.choice(CONDITIONS), self.random.choice(CONDITIONS)
        both = self.random.choice((one, one, one, f"{one} or {two}", f"{one} and {two}"))
        more = f"; {self.random.choice(ACTIONS)}" if self.random.randrange(4) == 0 else ""
        word, action = self.random.choice(("when", "when", "if")), self.random.choice(ACTIONS)
        if alone and self._often(10):
            action, more = action.partition("; ")[0], ""
        return f"{word} {both}: {action}{more}"

    def block(self, indent: str) -> str:
        """A block of rules."""
        rules = [f"{indent}  {self.rule()}\n" for _ in range(self.random.randint(1, 3))]
        if self.random.randrange(5) == 0:
            rules.append(f"{indent}    {self.random.choice(ACTIONS)}\n")
        return f"{indent}rules\n{''.join(rules)}"

    def _inside(self, body: str) -> str:
        """The body with rules in some of its phases and sessions."""
        made = []
        for line in body.splitlines():
            made.append(line + "\n")
            head = re.match(r" *(?=(phase|session) )", line)
            if head is None or self.random.randrange(3):
                continue
            below = head[0] + "  "
            made.append(self.block(below))
            if head[1] == "session":
                more = (self.rule(alone=True), '24h apart because "Two short ones."')
                made += [f"{below}{each}\n" for each in self._one_each((more,))]
        return "".join(made)

    def _entries(
        self, maker: Maker, asked: list[str], names: list[str]
    ) -> list[tuple[dt.date, str]]:
        found = [(maker.day(), self._answers(asked)) for _ in range(self.random.randint(0, 6))]
        found += [(maker.day(), self.random.choice(ANSWERED)) for _ in range(2)]
        found += [(maker.day(), self.random.choice(TOLD)) for _ in range(self.random.randint(0, 4))]
        for _ in range(self.random.randint(0, 5)):
            day = maker.day()
            name = "Hips" if self.random.randrange(2) else self.random.choice(names)
            how = self.random.choice(HOW)
            if self.random.randrange(6) == 0:
                how += f"; moved from {day - dt.timedelta(days=self.random.randint(1, 3))}"
            lines = self.random.sample(EXERCISES, self.random.randint(0, 3))
            below = "".join(f"\n  {line}" for line in lines if name in ("Hips", "Strength"))
            found.append((day, f'"{name}"{how}{below}'))
        return found

    def _answers(self, asked: list[str]) -> str:
        some = self.random.sample(asked, self.random.randint(1, 2))
        return ", ".join(f"{name} {self.random.choice(ASKS[name][1])}" for name in some)
