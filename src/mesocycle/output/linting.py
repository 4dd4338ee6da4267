"""The rules of installed plugins, looked at, and called: what they find becomes diagnostics."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice

from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.output.asking import MOST, Plugins
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import a_or_an, fault, note_printing
from mesocycle.output.lints import Finding, Lint
from mesocycle.output.pristine import Pristine
from mesocycle.programme import Frozen, Programme

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Rule(Frozen):
    """A rule that was accepted."""

    lint: Lint
    entry_point: EntryPoint
    name: str
    summary: str

    @property
    def title(self) -> str:
        """The plugin that it is from."""
        return self.entry_point.title


class Lints:
    """The rules of `plugins`, in an order that never changes."""

    def __init__(self, plugins: Plugins) -> None:
        self._plugins = plugins
        notes = Diagnostics()
        self.rules = tuple(plugins.all("mesocycle_lints", read_lint, notes).values())
        #: What went wrong with plugins when they were asked for rules.
        self.faults = tuple(dict.fromkeys(notes))

    def look(self, programme: Programme) -> tuple[Diagnostic, ...]:
        """What every rule finds in the programme, beside E615 for those that fail."""
        pristine = Pristine(programme)
        notes = Diagnostics()
        for rule in self.rules:
            found = self._plugins.call(rule.entry_point, partial(_called, rule, pristine))
            note_printing(notes, rule.entry_point, found)
            if pristine.restore():
                wrong = f"changed the programme in its rule {rule.name}"
                notes.add(fault("E612", rule.entry_point, wrong))
            elif found.value is None:
                failed = f"failed in its rule {rule.name}"
                notes.add(fault("E615", rule.entry_point, failed, found))
            else:
                notes.extend(_told(rule, each, programme) for each in found.value)
        return tuple(dict.fromkeys(notes))


def read_lint(offered: Lint, entry_point: EntryPoint) -> Rule | str:
    """A rule as it was offered, or in words what keeps it from being one."""
    if isinstance(offered, type):
        return f"the class {offered.__name__}, where an object of it is wanted"
    missing = [name for name in ("name", "summary", "look") if not hasattr(offered, name)]
    if missing:
        return f"{a_or_an(offered)} has no {', no '.join(missing)}"
    name: object = offered.name
    if not (isinstance(name, str) and _NAME.fullmatch(name)):
        return f"{a_or_an(offered)} has the name {name!r:.60}"
    summary: object = offered.summary
    if not (isinstance(summary, str) and summary.strip() and summary.isprintable()):
        return f"{name} has no summary of one line"
    if not callable(offered.look):
        return f"the look of {name} is not a method"
    return Rule(lint=offered, entry_point=entry_point, name=name, summary=summary)


def _called(rule: Rule, pristine: Pristine) -> list[Finding]:
    """What the rule finds.

    Raises:
        TypeError: something else than findings; whatever the plugin's code raises.
    """
    found = list(islice(rule.lint.look(pristine.copy), MOST))
    for each in found:
        if wrong := _wrong(each):
            raise TypeError(wrong)
    return found


def _wrong(found: object) -> str | None:
    """What keeps it from being a finding: a plugin may give anything."""
    if not isinstance(found, Finding):
        return f"it found {a_or_an(found)}, not a Finding"
    code: object = found.code
    if not (isinstance(code, str) and _NAME.fullmatch(code)):
        return f"a finding has the code {code!r:.60}"
    severity: object = found.severity
    if severity not in ("warning", "note"):
        return f"{code} is {severity!r:.60}, neither a warning nor a note"
    texts: tuple[object, ...] = (found.message, found.hint, found.session)
    if not all(isinstance(each, str) for each in texts):
        return f"the message, hint or session of {code} is not a text"
    return None if found.message.strip() else f"{code} has no message"


def _told(rule: Rule, found: Finding, programme: Programme) -> Diagnostic:
    about = next((s for s in programme.sessions if s.id == found.session), None)
    where = f"{about.date} {about.name}: " if about and found.session else ""
    return Diagnostic(
        code=f"{rule.entry_point.name}/{found.code}",
        message=f"{where}{found.message}",
        severity=found.severity,
        hints=(found.hint,) if found.hint else (),
    )
