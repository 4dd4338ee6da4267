"""Scenes for faults: a folder before, what is called there, and how it is afterwards.

Every scene replaces files that somebody depends on: published calendars, built ones, the last
good ones of a server, the links.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from mesocycle.cli import main
from mesocycle.feed.building.keeper import Keeper
from mesocycle.feed.building.make import make
from mesocycle.feed.building.news import to_tell
from mesocycle.feed.building.wire import Order
from mesocycle.feed.links.book import Book
from mesocycle.feed.publishing import publishing

PLAN = """\
plan "A back"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed at 07:00 for 40min
  Superman; 3x8-12; rest 60s; progress reps
"""
DIARY = 'athlete "Ana"\n  follows "A back" from 2026-12-07\n'
NOW = datetime(2026, 12, 7, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
TEMPORARY = (".meso-", ".tmp")

Files = dict[str, bytes]


class Scene(NamedTuple):
    """`lay_out` makes the folder, which is the working one then; `words` are those of `meso`.

    `look`: instead, what a server does when a plan changed. `kept` is the folder (or the file)
    that must not suffer.
    """

    name: str
    lay_out: Callable[[], None]
    words: Sequence[str]
    kept: str


def _plans(at: str = "at 07:00") -> None:
    Path("back.plan").write_text(PLAN.replace("at 07:00", at), "utf-8")
    Path("ana.diary").write_text(DIARY, "utf-8")


def _published() -> None:
    """Four calendars: one to be changed, one new, one revoked, one to be deleted."""
    _plans()
    book = Book(".meso")
    long_ago = NOW - timedelta(days=40)
    links = [book.create("back-ana", whom, {}, now=long_ago, publish=True)[0] for whom in "ABC"]
    call(["publish", ".", "--to", "out"], NOW)
    book.create("back-ana", "D", {"detail": "busy"}, now=NOW, publish=True)
    book.revoke(links[1].id, NOW)
    book.revoke(links[2].id, long_ago)
    _plans("at 08:00")


def _built() -> None:
    _plans()
    call(["build", "back.plan", "--diary", "ana.diary"], NOW)
    _plans("at 08:00")


def _served() -> None:
    _plans()
    Book(".meso").create("back-ana", "Ana", {}, now=NOW)
    Book(".meso").create("back-ana", "Ben", {"detail": "busy"}, now=NOW)
    look(NOW)
    _plans("at 08:00")


def _linked() -> None:
    _plans()
    Book(".meso").create("back-ana", "Ana", {}, now=NOW)
    Path("id").write_text(Book(".meso").links()[0].id)


SHORT = ("--format", "short")
PUBLISH = Scene("publish", _published, ("publish", ".", "--to", "out", *SHORT), "out")
BUILD = Scene("build", _built, ("build", "back.plan", "--diary", "ana.diary", *SHORT), "build")
SERVE = Scene("serve", _served, ("look",), ".meso/feeds")
REVOKE = Scene("revoke", _linked, ("feed", "revoke", ".", "@id"), ".meso/links.json")
SCENES = (PUBLISH, BUILD, SERVE, REVOKE)


def look(now: datetime) -> int:
    """What a server does when a file changed; 4 if the disk refused."""
    keeper = Keeper(".", Book(".meso"))
    told = to_tell(keeper.look(now))
    for each in told:
        print(f"{each.severity}[{each.code}]: {each.message}", file=sys.stderr)
    return 4 if told else 0


def call(words: Sequence[str], now: datetime) -> int:
    """`meso` here and now, as a shell would see it; `@id` is what the file `id` says."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(now.timestamp()))
    if list(words) == ["look"]:
        return look(now)
    sys.argv = ["meso", *(Path(w[1:]).read_text() if w.startswith("@") else w for w in words)]
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


class Here:
    """Makes feeds in this process, and each only once: what is to be seen is what is written."""

    _made: dict[str, object] = {}  # noqa: RUF012 - one for all forks, filled before them

    def __init__(self, *_: object) -> None:
        pass

    def make(self, order: Order):
        key = repr(order) + Path(order.feed.plan).read_text("utf-8")
        if key not in self._made:
            self._made[key] = make(
                order.feed, order.options, order.settings, order.previous, order.now
            )
        return self._made[key]

    def rest(self) -> None:
        pass

    close = rest


def at_hand() -> None:
    """From now on feeds are made in this process."""
    publishing.Builder = Here
    from mesocycle.feed.building import keeper

    keeper.Builder = Here


class Done(NamedTuple):
    """How a call ended (negative: by a signal), and what it said on standard error."""

    code: int
    said: str

    @property
    def fine(self) -> bool:
        """Whether there was nothing to complain of."""
        return self.code == 0 and "error[" not in self.said


def forked(words: Sequence[str], folder: Path, *, kill_after: float | None = None) -> Done:
    """The call in a process of its own, without the wait for Python to start."""
    return finished(start(words, folder), kill_after)


class Started(NamedTuple):
    """A process under way, and where it speaks."""

    pid: int
    said: int


def start(
    words: Sequence[str], folder: Path, before: Callable[[], object] = lambda: None
) -> Started:
    """Begin a call; `before` is done in its process first."""
    heard, said = os.pipe()
    with warnings.catch_warnings():
        # Of other threads, which the child has no part of.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        os.close(said)
        return Started(pid, heard)
    code = 70
    try:
        os.chdir(folder)
        sys.stderr = open(said, "w", encoding="utf-8")  # noqa: SIM115 - till it ends
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        before()
        code = call(words, LATER)
        sys.stderr.flush()
    finally:
        os._exit(code)


def finished(started: Started, kill_after: float | None = None) -> Done:
    """Wait for the end of it, or bring it about."""
    if kill_after is not None:
        time.sleep(kill_after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(started.pid, signal.SIGKILL)
    with open(started.said, encoding="utf-8") as stream:
        said = stream.read()
    _, status = os.waitpid(started.pid, 0)
    return Done(os.waitstatus_to_exitcode(status), said)


def files(folder: Path, kept: str) -> Files:
    """What lies below a path, with its bytes."""
    at = folder / kept
    found = [at] if at.is_file() else sorted(p for p in at.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def is_temporary(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.startswith(TEMPORARY[0]) and name.endswith(TEMPORARY[1])


def _quiet() -> contextlib.AbstractContextManager[object]:
    return contextlib.redirect_stdout(io.StringIO())


class Stage:
    """A scene that can be played again and again: how it is before, and how it ought to be."""

    def __init__(self, scene: Scene, room: Path) -> None:
        self.scene = scene
        self._before = room / f"{scene.name}-before"
        self._room = room
        self._before.mkdir()
        with _quiet(), contextlib.chdir(self._before):
            scene.lay_out()
        with _quiet(), self.played() as folder, contextlib.chdir(folder):
            assert call(scene.words, LATER) == 0
            self.after = files(folder, scene.kept)
        self.before = files(self._before, scene.kept)
        assert self.before != self.after
        self.kept = [self._allowed(path) for path in self.before.keys() | self.after.keys()]

    def _allowed(self, path: str) -> tuple[str, tuple[bytes | None, ...]]:
        return path, (self.before.get(path), self.after.get(path))

    @contextlib.contextmanager
    def played(self) -> Iterator[Path]:
        """A folder as it is before, to be spoilt."""
        with tempfile.TemporaryDirectory(dir=self._room) as home:
            folder = Path(home) / "work"
            shutil.copytree(self._before, folder, symlinks=True)
            yield folder

    def torn(self, folder: Path) -> str | None:
        """A file that is neither as before nor as after."""
        now = files(folder, self.scene.kept)
        for path, allowed in self.kept:
            if now.get(path) not in allowed:
                return f"{path} is torn"
        odd = [p for p in now if p not in dict(self.kept) and not is_temporary(p)]
        return f"{odd[0]} is new" if odd else None

    def unmended(self, folder: Path) -> str | None:
        """What another run, undisturbed, does not put right."""
        again = forked(self.scene.words, folder)
        if not again.fine:
            return f"the next run ends with {again}"
        now = files(folder, ".")
        left = [path for path in now if is_temporary(path)]
        if left:
            return f"{left[0]} is left"
        kept = files(folder, self.scene.kept)
        return None if kept == self.after else "the next run does not come to the same"
