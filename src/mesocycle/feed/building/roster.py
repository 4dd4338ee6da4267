"""Which feeds a folder gives: every plan in it, for each athlete whose diary follows it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import msgspec

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.feed.building.glances import Glances
from mesocycle.feed.model import Feed
from mesocycle.loading.diaries import includes_of
from mesocycle.loading.files import read, reason_of, shown_name
from mesocycle.loading.following import followed_name, may_follow, plan_name
from mesocycle.loading.planned import athlete_of
from mesocycle.saving.names import stem_of

_PLAN, _DIARY = ".plan", ".diary"
#: Where `meso build` writes; what lies there is made, not meant.
BUILT = "build"


class _Text(msgspec.Struct, frozen=True):
    """What the roster has to know of a plan or a diary.

    `plan`: the plan's name, None of a library. `follows`: the plan that the diary names.
    `wrong`: why the file cannot be read; then nothing else is known.
    """

    plan: str | None = None
    athlete: str | None = None
    follows: str | None = None
    includes: tuple[str, ...] = ()
    wrong: tuple[Diagnostic, ...] = ()


class Roster:
    """The feeds of one folder, found again and again; files that stay are read once."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._text = Glances(_read)

    def look(self) -> Outcome[tuple[Feed, ...]]:
        """As `roster`, of the folder as it is now."""
        self._text.begin()
        notes: list[Diagnostic] = []
        folders = list(_walk(self._folder, notes))
        if not folders:
            return Outcome(None, tuple(notes))
        diaries = [path for _, paths in folders for path in paths if path.endswith(_DIARY)]
        parts = self._parts(diaries)
        named: dict[str, list[Feed]] = {}
        for folder, paths in folders:
            own = [path for path in paths if path not in parts]
            for feed in self._feeds(folder, own, notes):
                named.setdefault(feed.name, []).append(feed)
        notes += [_clash(name, same) for name, same in named.items() if len(same) > 1]
        found = [same[0] for same in named.values() if len(same) == 1]
        return Outcome(tuple(sorted(found)), tuple(notes))

    def _parts(self, diaries: Sequence[str]) -> set[str]:
        """The diaries that are parts of others: included somewhere, and naming no athlete."""
        included = set()
        for path in diaries:
            for written in self._text(path).includes:
                below = os.path.realpath(os.path.join(os.path.dirname(path), written))
                if below != os.path.realpath(path):
                    included.add(below)
        if not included:
            return set()
        alone = (path for path in diaries if self._text(path).athlete is None)
        return {path for path in alone if os.path.realpath(path) in included}

    def _feeds(self, folder: str, paths: Sequence[str], notes: list[Diagnostic]) -> Iterator[Feed]:
        """The feeds of one of the folders; `folder` is its path from the served one."""
        plans: dict[str, str] = {}
        for path in paths:
            notes.extend(self._text(path).wrong)
            plan = self._text(path).plan
            if plan is not None:
                plans[path] = plan
        followed = set()
        for path in paths:
            if not path.endswith(_DIARY) or self._text(path).wrong:
                continue
            diary = self._text(path)
            fit = [at for at, name in plans.items() if may_follow(diary.follows, name)]
            if len(fit) == 1:
                followed.add(fit[0])
                yield _feed(folder, fit[0], plans[fit[0]], path, diary.athlete)
            else:
                notes.append(_unassigned(path, diary, fit))
        for path, plan in plans.items():
            if path not in followed:
                yield _feed(folder, path, plan)


def roster(folder: str) -> Outcome[tuple[Feed, ...]]:
    """The feeds that `folder`, and what is below it, gives; by name.

    Left out are hidden folders, `build`, and links that lead out. Beside the feeds is told
    which files cannot be read (E700 to E705), which diaries follow no plan, or it is not
    clear which (W800), what has no proper name (W801) and which feeds would have the same
    name (E722): none of those is there. There is no value if the folder cannot be read.
    """
    return Roster(folder).look()


def _walk(root: str, notes: list[Diagnostic]) -> Iterator[tuple[str, list[str]]]:
    """Each folder, as a path from `root` with `/`, and the plans and diaries in it."""
    real = os.path.realpath(root)
    todo = [""]
    while todo:
        below = todo.pop()
        try:
            with os.scandir(os.path.join(root, below)) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except (OSError, ValueError) as error:
            shown = shown_name(os.path.join(root, below))
            message = f"cannot read {shown}: {reason_of(error)}"
            notes.append(Diagnostic(code="E700", message=message))
            continue
        paths = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name != BUILT and not _is_odd(entry, notes):
                    todo.append(f"{below}/{entry.name}".lstrip("/"))
            elif _is_text(entry, real) and not _is_odd(entry, notes):
                paths.append(os.path.normpath(entry.path))
        yield below, paths


def _is_text(entry: os.DirEntry[str], root: str) -> bool:
    """Whether it is a plan or a diary of the folder's own: a link may lead to another of them."""
    if not entry.name.endswith((_PLAN, _DIARY)):
        return False
    if not entry.is_symlink():
        return True
    target = os.path.realpath(entry.path)
    return os.path.commonpath((root, target)) == root


def _is_odd(entry: os.DirEntry[str], notes: list[Diagnostic]) -> bool:
    """Whether no link could say the name, which is then told."""
    if entry.name.isprintable() and not any("\ud800" <= c <= "\udfff" for c in entry.name):
        return False
    message = f"{shown_name(entry.path)!r} is no name that a link could say; it is left out"
    hint = "name it with letters, digits and dashes"
    notes.append(Diagnostic(code="W801", severity="warning", message=message, hints=(hint,)))
    return True


def _read(path: str) -> _Text:
    found = read(path, regular=True)
    if found.value is None:
        return _Text(wrong=found.diagnostics)
    text = found.value.text
    if path.endswith(_PLAN):
        return _Text(plan=plan_name(text))
    return _Text(
        athlete=athlete_of(found.value), follows=followed_name(text), includes=includes_of(text)
    )


def _feed(
    folder: str, path: str, plan: str, diary: str | None = None, athlete: str | None = None
) -> Feed:
    name = f"{folder}/{stem_of(path, plan, athlete, diary)}".lstrip("/")
    return Feed(name, path, diary)


def _clash(name: str, feeds: Sequence[Feed]) -> Diagnostic:
    """E722: feeds that nobody could tell apart."""
    files = " and ".join(shown_name(feed.diary or feed.plan) for feed in feeds)
    message = f"{files} would be the same feed, {name}"
    hints = ("give the athletes different names",)
    return Diagnostic(code="E722", message=message, hints=hints)


def _unassigned(path: str, diary: _Text, fit: Sequence[str]) -> Diagnostic:
    """W800: a diary of which nobody can say which plan it follows."""
    shown = shown_name(path)
    if fit:
        message = f"{shown} may follow {' or '.join(os.path.basename(at) for at in fit)}"
        hint = 'say which, below the athlete: follows "Name of the plan"'
        if diary.follows is not None:
            hint = "give the plans different names"
    elif diary.follows is None:
        message, hint = f"{shown} follows no plan", "put it into the folder of its plan"
    else:
        message = f"{shown} follows {diary.follows!r}, which is no plan of its folder"
        hint = "put it into the folder of its plan, and name the plan as that does"
    return Diagnostic(
        code="W800", severity="warning", message=f"{message}; it gives no feed", hints=(hint,)
    )
