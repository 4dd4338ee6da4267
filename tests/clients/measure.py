"""What programs do with feeds that ours must not be: measured, and printed as tables.

python -m tests.clients.measure [PROGRAM…]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.clients.programs import PROGRAMS
from tests.clients.samples import REVISIONS, calendar, event
from tests.clients.shown import lines
from tests.clients.stage import PAGE, Part, Stage
from tests.clients.waiting import look, until

NEXT_DAY = {"DTSTART": "20270323T060000Z", "DTEND": "20270323T070000Z"}
GOOD = calendar(event("a@sample"), event("b@sample", SUMMARY="Lift", **NEXT_DAY))
CHANGED = calendar(event("a@sample", SUMMARY="Run more", SEQUENCE="1"))
LATER = {"Retry-After": "1"}

#: Answers that a server might give in place of the calendar.
ANSWERS = {
    "nobody listens": None,
    "hangs up without a byte": Part(hang_up=True),
    "200, empty body": Part(b""),
    "200, calendar without events": Part(calendar()),
    "200, a page (text/html)": Part(PAGE, kind="text/html"),
    "200, half of the calendar": Part(GOOD[: len(GOOD) // 2]),
    "404": Part(b"no", 404, "text/plain"),
    "410": Part(b"gone", 410, "text/plain"),
    "429": Part(b"later", 429, "text/plain", headers=LATER),
    "500": Part(b"no", 500, "text/plain"),
    "502, a page": Part(PAGE, 502, "text/html"),
    "503": Part(b"later", 503, "text/plain", headers=LATER),
}


@contextmanager
def subscribed(kind: type, content: bytes, *, etag: bool = True) -> Iterator[tuple]:
    """A program that shows `content`, and its server."""
    stage = Stage(content)
    stage.part.etag = etag
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        program = kind(Path(folder).resolve())
        try:
            program.subscribe(stage.url)
            until(program.shown)
            yield program, stage
        finally:
            program.close()
            stage.down()


def again(program, stage: Stage) -> list[str]:
    """What is shown after a look."""
    look(program, stage)
    time.sleep(1)
    return lines(program.shown())


def edits(kind: type) -> Iterator[tuple[str, str]]:
    """Whether an edit is seen if it moves nothing, or one of the three."""
    changes = {
        "title": {"SUMMARY": "Run far"},
        "time": {"DTSTART": "20270322T050000Z"},
        "status": {"STATUS": "CANCELLED"},
    }
    for what, change in changes.items():
        for moved, revision in REVISIONS.items():
            if moved != "none" and what != "title":
                continue
            with subscribed(kind, calendar(event("a@sample"))) as (program, stage):
                before = lines(program.shown())
                words = {name.replace("-", "_"): value for name, value in revision.items()}
                stage.part.content = calendar(event("a@sample", **{**change, **words}))
                seen = again(program, stage) != before
            yield f"new {what}, moved: {moved}", "seen" if seen else "NOT SEEN"


def answers(kind: type) -> Iterator[tuple[str, str]]:
    """What becomes of the events, and how they come back."""
    for what, part in ANSWERS.items():
        with subscribed(kind, GOOD) as (program, stage):
            before = lines(program.shown())
            if part is None:
                stage.down()
            else:
                stage.part = part
            state = _state(program, before, again(program, stage))
            stage.up()
            stage.part = Part(GOOD)
            yield what, f"{state}; {_back(program, stage, before)}"


def asking(kind: type) -> Iterator[tuple[str, str]]:
    """What it sends when it asks again."""
    for etag in (True, False):
        with subscribed(kind, GOOD, etag=etag) as (program, stage):
            stage.part.headers["Last-Modified"] = "Mon, 01 Mar 2027 00:00:00 GMT"
            again(program, stage)
            again(program, stage)
            last = stage.asked[-1]
            sent = "If-None-Match" * bool(last.if_none_match)
            sent = sent or "If-Modified-Since" * bool(last.if_modified_since) or "nothing"
            yield f"sends, {'with' if etag else 'without'} ETag", f"{sent} ({last.program})"


def _state(program, before: list[str], now: list[str]) -> str:
    if program.disabled:
        return "hidden"
    return "kept" if now == before else f"{len(now)} of {len(before)} shown"


def _back(program, stage: Stage, before: list[str]) -> str:
    if again(program, stage) == before:
        return "there at the next look"
    program.restart()
    if again(program, stage) == before:
        return "back after a restart"
    stage.part = Part(CHANGED)
    return "back when it changes" if len(again(program, stage)) == 1 else "NOT BACK"


def main(names: list[str]) -> None:
    """Prints the tables."""
    parts: tuple[Callable, ...] = (edits, answers, asking)
    for kind in PROGRAMS:
        if kind.absent() or (names and kind.name not in names):
            continue
        print(f"\n## {kind.version()}\n")
        for part in parts:
            for what, found in part(kind):
                print(f"| {what} | {found} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
