"""`meso feed` when links cannot be read or written: told, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from mesocycle.saving import writing

CALLS = [
    ("create", ".", "back-ana", "--for", "Ana"),
    ("list", "."),
    ("revoke", ".", "kimoru"),
    ("rotate", ".", "kimoru"),
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
@pytest.mark.parametrize(
    ("data", "code"),
    [(b"{", "E821"), (b"\xff" * 9, "E821"), (b'{"format": 9}', "E822")],
)
def test_links_that_cannot_be_read_are_told_and_left_alone(run, folder, call, data, code):
    (folder / ".meso").mkdir()
    (folder / ".meso" / "links.json").write_bytes(data)
    done = run("feed", *call)
    assert (done.exit_code, done.stdout) == (4, "")
    assert f"error[{code}]: .meso/links.json " in done.stderr
    assert (folder / ".meso" / "links.json").read_bytes() == data


@pytest.mark.parametrize("call", CALLS[:2], ids=lambda call: call[0])
def test_what_belongs_to_somebody_else(run, folder, create, call, monkeypatch):
    create()
    opened = os.open

    def denied(path, *more, **others):
        if str(path).endswith("links.json"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *more, **others)

    monkeypatch.setattr(os, "open", denied)
    done = run("feed", *call)
    assert done.exit_code == 4
    assert "error[E820]: cannot read .meso/links.json: permission denied" in done.stderr


def test_links_that_others_can_read_are_told(run, create, folder):
    create()
    assert "W823" not in run("feed", "list", ".").stderr
    (folder / ".meso" / "links.json").chmod(0o640)
    done = run("feed", "list", ".")
    assert done.exit_code == 0
    assert "warning[W823]: .meso/links.json can be read by others on this machine" in done.stderr
    assert "chmod 600 .meso/links.json" in done.stderr
    create(whom="Ben")
    assert "W823" not in run("feed", "list", ".").stderr


def test_a_disk_that_is_full(run, create, links, monkeypatch):
    create()
    before = links()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    done = run("feed", "create", ".", "back-ana", "--for", "Ben")
    monkeypatch.undo()
    assert (done.exit_code, done.stdout) == (4, "")
    assert "error[E720]: cannot write to .meso/links.json: no space left on device" in done.stderr
    assert links() == before


def test_somebody_who_does_not_let_go(run, folder, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE_S", 0.0)
    (folder / ".meso").mkdir()
    with writing.locked(str(folder / ".meso")):
        done = run("feed", "create", ".", "back-ana", "--for", "Ana")
    assert done.exit_code == 4
    assert "error[E721]" in done.stderr


def test_help_needs_none_of_the_rooms():
    code = (
        "import sys\nfrom mesocycle.cli import meso\n"
        "try: meso.main(['feed', 'create', '--help'], prog_name='meso')\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith(('mesocycle.feed.', 'segno', 'jinja2'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
