"""A folder with a plan, a diary and something to import, and what may be asked about them."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.campaigns.damage import Damage
from tests.campaigns.exports import Exports
from tests.campaigns.fuzz import PART, Pair, made
from tests.campaigns.said import lines_of, scenarios_of

PLAN, DIARY = "it.plan", "it.diary"


class Call(NamedTuple):
    """A command line, and what is on standard input."""

    arguments: list[str]
    stdin: str = ""

    def __str__(self) -> str:
        return f"meso {shlex.join(self.arguments)}\n{self.stdin}"


class Desk:
    """A folder with a plan and a diary, in which commands are run."""

    def __init__(self, random: Random, damage: Damage, sound: list[Pair]) -> None:
        self.random = random
        self.damage = damage
        self._sound = sound

    def lay_out(self) -> None:
        """Put a plan, a diary and a file to import into the working folder."""
        pair = self.random.choice(self._sound) if self.random.randrange(3) else made(self.random)
        plan = self._maybe(pair.plan, 8)
        Path(PLAN).write_text(plan, "utf-8")
        diary = self._maybe(pair.diary or 'athlete "Ana"\n', 5)
        end = self.random.choice(("\n", "\n", "\n", "\r\n"))
        data = diary.replace("\n", end).encode()
        if self._rarely(12):
            at = self.random.randrange(len(data))
            data = data[:at] + self.random.choice((b"\xff", b"\x00", b"\r", b"\xc3")) + data[at:]
        Path(DIARY).write_bytes(data)
        if pair.part is not None:
            Path(PART).write_text(self._maybe(pair.part, 8), "utf-8")
        elif self.random.randrange(4) == 0:
            Path(PART).write_text("2026-12-07 morning pain 0\n", "utf-8")

    def call(self) -> Call:
        """Something to ask."""
        ways = (self.log, self.log, self.imported, self.simulated, self.looked)
        return self.random.choice(ways)()

    def log(self) -> Call:
        """`meso log`."""
        lines = [self._maybe(line, 4) for line in lines_of(self.random)]
        lines = [line for line in lines if not line.startswith("-")] or ["pain 0"]
        arguments = ["log", PART if os.path.exists(PART) and self._rarely(4) else DIARY]
        stdin = ""
        if self._rarely(3):
            lines, stdin = ["-"], "\n".join(lines)
        arguments += ["--on", self._day()] if not self._rarely(8) else []
        arguments += ["--session", self.random.choice(("Hips", "Long run", "strngth", "A; B"))] * (
            self._rarely(5)
        )
        arguments += ["--plan", PLAN] if self._rarely(4) else []
        arguments += ["--dry-run"] if self._rarely(6) else []
        arguments += ["--format", self.random.choice(("json", "short"))] if self._rarely(4) else []
        return Call([*arguments, "--", *lines], stdin)

    def imported(self) -> Call:
        """`meso import`."""
        name, text = Exports(self.random).file()
        code = self.random.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"))
        Path(name).write_bytes(self._maybe(text, 2).encode(code, "replace"))
        arguments = ["import", name]
        arguments += ["--to", self.random.choice((DIARY, DIARY, "past.diary"))]
        for option, values in (
            ("--weights", ("kg", "lb")), ("--distances", ("km", "mi", "m")),
            ("--dates", ("dmy", "mdy")), ("--format", ("csv", "notes")),
        ):  # fmt: skip
            often = 8 if option == "--format" else 2
            arguments += [option, self.random.choice(values)] if self._rarely(often) else []
        arguments += ["--name", "Squat (Barbell)=Superman"] if self._rarely(3) else []
        arguments += ["--plan", PLAN] if self._rarely(3) else []
        return Call(arguments + ["--dry-run"] * self._rarely(8))

    def simulated(self) -> Call:
        """`meso simulate`."""
        arguments = ["simulate", PLAN, *(["--diary", DIARY] if not self._rarely(4) else [])]
        arguments += ["--weeks", self.random.choice("1123")]
        for text in scenarios_of(self.random)[: self.random.randint(0, 2)]:
            arguments += ["--scenario", self._maybe(text, 3)]
        arguments += ["--as-of", self._day()] if self._rarely(4) else []
        return Call(arguments + ["--format", "json"] * self._rarely(3))

    def looked(self) -> Call:
        """`meso why`, `meso show` or `meso check`."""
        name = self.random.choice(("why", "why", "show", "check"))
        if name == "check":
            return Call([name, PLAN, DIARY])
        arguments = [name, PLAN, "--diary", DIARY]
        arguments += ["--on", self._day()] if name == "why" or self._rarely(3) else []
        if name == "why":
            arguments += ["--session", "Hips"] * self._rarely(5)
            arguments += ["--exercise", "Superman"] * self._rarely(5)
            arguments += ["--as-known-on", self._day()] if self._rarely(3) else []
        arguments += ["--as-of", self._day()] if self._rarely(5) else []
        return Call(arguments + ["--format", "json"] * self._rarely(4))

    def _rarely(self, of: int) -> bool:
        return self.random.randrange(of) == 0

    def _maybe(self, text: str, of: int) -> str:
        """The text; once in so many times, damaged."""
        return self.damage.spoil(text) if self._rarely(of) else text

    def _day(self) -> str:
        return f"2026-12-{self.random.randint(5, 31):02}"
