"""Files are written whole or not at all, and one build at a time."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from mesocycle.saving import writing
from mesocycle.saving.writing import FolderBusy, current, locked, write_all


@pytest.fixture
def out(tmp_path):
    return tmp_path / "build"


def write(out, **files):
    with locked(str(out)):
        return write_all(str(out), files)


def contents(out):
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_new_files_and_changed_ones(out):
    assert [w.changed for w in write(out, a=b"1", b=b"2")] == [True, True]
    assert [w.changed for w in write(out, a=b"1", b=b"3")] == [False, True]
    assert contents(out) == {"a": b"1", "b": b"3"}


def test_a_file_that_would_be_the_same_is_not_touched(out):
    write(out, a=b"1")
    before = (out / "a").stat()
    (written,) = write(out, a=b"1")
    after = (out / "a").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert (written.size, written.changed) == (1, False)


def test_what_was_there_before(out):
    assert current(str(out / "a")) is None
    write(out, a=b"1")
    assert current(str(out / "a")) == b"1"


def test_a_link_is_replaced_and_not_followed(out, tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(b"mine")
    out.mkdir()
    (out / "a").symlink_to(outside)
    write(out, a=b"1")
    assert outside.read_bytes() == b"mine"
    assert not (out / "a").is_symlink()


def full_disk(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_if_the_disk_refuses_the_old_files_stay_and_nothing_is_left(out, monkeypatch, call):
    write(out, a=b"1", b=b"2")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, full_disk)
        with pytest.raises(OSError, match="No space"):
            write(out, a=b"3", b=b"4")
    assert contents(out) == {"a": b"1", "b": b"2"}


def test_no_target_is_touched_before_all_bytes_are_on_the_disk(out, monkeypatch):
    write(out, a=b"1", b=b"2")
    real, calls = os.fsync, []

    def second_fails(handle):
        calls.append(handle)
        return real(handle) if len(calls) < 2 else full_disk()

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(OSError, match="No space"):
        write(out, a=b"3", b=b"4")
    assert contents(out) == {"a": b"1", "b": b"2"}


def test_what_a_killed_build_left_is_swept(out):
    out.mkdir()
    (out / ".meso-12345-0.tmp").write_bytes(b"half")
    (out / ".mine.tmp").write_bytes(b"not ours")
    write(out, a=b"1")
    assert sorted(contents(out)) == [".mine.tmp", "a"]


HOLD = """
import sys
from mesocycle.saving.writing import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_build(out):
    """Another process that holds the folder until it is told to end."""
    call = [sys.executable, "-c", HOLD, str(out)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.stdin.close()


def test_another_build_is_waited_for_but_not_for_ever(out, other_build, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE_S", 0.0)
    with pytest.raises(FolderBusy):
        write(out, a=b"1")
    assert contents(out) == {}


def test_when_the_other_build_ends_it_is_our_turn(out, other_build, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: other_build.stdin.close())
    write(out, a=b"1")
    assert contents(out) == {"a": b"1"}


def test_a_killed_build_holds_nothing(out, other_build):
    other_build.kill()
    other_build.wait()
    write(out, a=b"1")
    assert contents(out) == {"a": b"1"}


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "build").touch()
    with pytest.raises(OSError, match="exists"):
        write(tmp_path / "build", a=b"1")
