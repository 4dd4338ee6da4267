"""A folder as a place: whole files, that a web server can read, and only in the folder."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from mesocycle.feed.publishing.copies import Copy
from mesocycle.feed.publishing.folder import Folder
from mesocycle.feed.publishing.places import Held, Moved, Refused
from mesocycle.feed.publishing.publishing import Publisher
from mesocycle.saving import writing
from tests.unit.feed.publishing.calendars import COPY, FEED, KEY, always, calendar

ONE, TWO = calendar("one"), calendar("two")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "www" / "calendars"


@pytest.fixture
def folder(out):
    return Folder(str(out))


def write(folder, key, content):
    with folder.held([key]):
        folder.write(key, content, folder.read(key))


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_written_read_and_deleted_again(folder, out):
    assert folder.read(KEY) is None
    write(folder, KEY, ONE)
    assert folder.read(KEY) == Held(ONE)
    write(folder, KEY, TWO)
    assert (out / KEY).read_bytes() == TWO
    folder.delete(KEY, Held(TWO))
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("umask", [0o077, 0o022, 0])
def test_a_web_server_can_read_it_but_not_look_around(folder, out, umask):
    """Whoever could list the folder would know every secret."""
    before = os.umask(umask)
    try:
        write(folder, KEY, ONE)
        write(folder, "clinic/ana/back.ics", ONE)
    finally:
        os.umask(before)
    assert mode(out) == 0o711
    assert [mode((out / KEY).parent), mode(out / "clinic" / "ana")] == [0o755, 0o755]
    assert [mode(out / KEY), mode(out / "clinic/ana/back.ics")] == [0o644, 0o644]


def test_who_set_a_mode_of_their_own_keeps_it(folder, out):
    write(folder, KEY, ONE)
    for path, own in ((out / KEY, 0o640), ((out / KEY).parent, 0o750), (out, 0o755)):
        path.chmod(own)
    write(folder, KEY, TWO)
    assert [mode(out / KEY), mode((out / KEY).parent), mode(out)] == [0o640, 0o750, 0o755]


def test_what_somebody_else_wrote_is_not_replaced_or_deleted(folder, out):
    write(folder, KEY, ONE)
    (out / KEY).write_bytes(TWO)
    with pytest.raises(Moved):
        folder.write(KEY, calendar("three"), Held(ONE))
    with pytest.raises(Moved):
        folder.delete(KEY, Held(ONE))
    with pytest.raises(Moved):
        folder.write(KEY, calendar("three"), None)
    assert (out / KEY).read_bytes() == TWO


def test_a_change_is_later_by_a_second_at_least(folder, out):
    """Servers tell versions apart by the second, some by nothing else."""
    write(folder, KEY, ONE)
    ahead = (out / KEY).stat().st_mtime + 100
    os.utime(out / KEY, (ahead, ahead))
    write(folder, KEY, TWO)
    assert (out / KEY).stat().st_mtime >= ahead + 1


def test_files_that_others_keep_there_stay(folder, out):
    out.mkdir(parents=True)
    (out / "index.html").write_text("hello")
    write(folder, KEY, ONE)
    (out / KEY).with_name("notes.txt").write_text("mine")
    folder.delete(KEY, Held(ONE))
    assert sorted(p.name for p in out.rglob("*.*")) == ["index.html", "notes.txt"]


@pytest.mark.proves("C71")
def test_what_a_killed_one_left_is_swept_where_copies_go(folder, out):
    write(folder, KEY, ONE)
    left = [out / ".meso-12345-0.tmp", (out / KEY).with_name(".meso-12345-0.tmp")]
    for path in left:
        path.write_bytes(b"half")
    with folder.held([KEY, "never/plan.ics"]):
        pass
    assert [path.exists() for path in left] == [False, False]
    assert not (out / "never").exists()


@pytest.mark.proves("C71")
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_if_the_disk_refuses_the_old_one_stays_and_nothing_is_left(folder, out, monkeypatch, call):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    write(folder, KEY, ONE)
    monkeypatch.setattr(os, call, full)
    with pytest.raises(Refused) as refused:
        write(folder, KEY, TWO)
    assert refused.value.diagnostic.code == "E720"
    assert refused.value.diagnostic.message.endswith("www/calendars: no space left on device")
    assert [(p.name, p.read_bytes()) for p in out.rglob("*.*")] == [("plan.ics", ONE)]


@pytest.mark.parametrize("what", ["folder", "pipe", "link"])
def test_what_is_no_file_is_nothing_of_ours(folder, out, tmp_path, what):
    """A pipe that nobody writes to would be waited for."""
    (out / KEY).parent.mkdir(parents=True)
    if what == "folder":
        (out / KEY).mkdir()
    elif what == "pipe":
        os.mkfifo(out / KEY)
    else:
        (tmp_path / "mine").write_bytes(ONE)
        (out / KEY).symlink_to(tmp_path / "mine")
    assert folder.read(KEY) == Held(None)


def test_no_link_leads_out_of_the_folder(folder, out, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    out.mkdir(parents=True)
    (out / KEY).parent.symlink_to(outside)
    (outside / ".meso-1-0.tmp").touch()
    with folder.held([KEY]), pytest.raises(Refused) as refused:
        folder.write(KEY, ONE, None)
    assert refused.value.diagnostic.code == "E833"
    assert [p.name for p in outside.iterdir()] == [".meso-1-0.tmp"]


def test_the_folder_itself_may_be_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "www").symlink_to(tmp_path / "real")
    write(Folder(str(tmp_path / "www")), KEY, ONE)
    assert (tmp_path / "real" / KEY).read_bytes() == ONE


def test_no_secret_is_told_when_it_goes_wrong(folder, out):
    out.mkdir(parents=True)
    (out / KEY).parent.write_text("in the way")
    with pytest.raises(Refused) as refused:
        write(folder, KEY, ONE)
    assert "qqq" not in str(refused.value) + repr(refused.value.diagnostic)


def test_another_one_is_waited_for_but_not_for_ever(folder, out, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE_S", 0.0)
    with folder.held([]), pytest.raises(Refused) as refused, Folder(str(out)).held([]):
        pass
    assert refused.value.diagnostic.code == "E721"


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "www").touch()
    with pytest.raises(Refused) as refused:
        write(Folder(str(tmp_path / "www")), KEY, ONE)
    assert refused.value.diagnostic.code == "E720"


def test_a_folder_that_is_closed_costs_its_own_calendar_alone(folder, out, monkeypatch):
    """Root may enter everywhere, so the system's answer is given here."""
    other = Copy("b" * 43 + "/plan.ics", "other", FEED)
    real = os.lstat

    def closed(path, **more):
        if KEY in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path, **more)

    monkeypatch.setattr(os, "lstat", closed)
    done = list(Publisher(folder, always(ONE)).publish([COPY, other]))
    assert [each.state for each in done] == ["kept", "new"]
    assert [d.message for d in done[0].diagnostics] == [f"cannot read {out}: permission denied"]
