"""Clock, disk, network, folder, zone: an output that looks there is found out, in a process."""

from __future__ import annotations

import hashlib
import os
import socket
import time
from datetime import date, datetime
from pathlib import Path
from unittest import SkipTest

import pytest
from coach_agenda import Agenda

from mesocycle.output import Rendered
from mesocycle.output.testing import OutputContract


def contract(output_type):
    return type("Contract", (OutputContract,), {"output": output_type()})()


class Saying(Agenda):
    """Writes what `say` gives, behind what is good and right."""

    def render(self, programme, context):
        good = super().render(programme, context).content
        return Rendered(good + str(self.say(programme, context)).encode())

    def say(self, programme, context):
        return ""


class Today(Saying):
    def say(self, programme, context):
        return date.today().year // 1000  # noqa: DTZ011 - the same for long, and the clock


class Now(Saying):
    def say(self, programme, context):
        return datetime.now().year // 1000  # noqa: DTZ005 - as above


class Ticking(Saying):
    def say(self, programme, context):
        return time.time() > 0


class InItsZone(Saying):
    def say(self, programme, context):
        return time.localtime(0)


class Stamped(Saying):
    def say(self, programme, context):
        return time.strftime("%Y")[:1]


class Hashed(Saying):
    def say(self, programme, context):
        return "".join({session.name for session in programme.sessions})


class AtHome(Saying):
    def say(self, programme, context):
        return Path.home()


class Here(Saying):
    def say(self, programme, context):
        return os.getcwd()


class Calling(Saying):
    def say(self, programme, context):
        socket.create_connection(("127.0.0.1", 9))


class Writing(Saying):
    def say(self, programme, context):
        Path("agenda.log").write_text("made it")


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (Today, r"reads the clock \(today, .*test_elsewhere:\d+\)"),
        (Now, r"reads the clock \(now, "),
        (Ticking, r"reads the clock \(time, "),
        (Stamped, r"reads the clock \(strftime, "),
        (InItsZone, "ladder differs"),
        (Hashed, "differs .* or with another hash seed"),
        (AtHome, "ladder differs in another folder, home"),
        (Here, "ladder differs in another folder"),
        (Calling, "uses the network"),
        (Writing, r"writes a file \(.*agenda.log\)"),
    ],
)
def test_what_is_around_it_is_noticed(output, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError, match=told):
        contract(output).test_it_knows_nothing_but_its_arguments()


class Digest(Saying):
    """What depends on the programme alone may be as odd as it likes."""

    def say(self, programme, context):
        moment = datetime.fromisoformat("2026-12-07T07:00+01:00").timestamp()
        words = sorted({session.name for session in programme.sessions})
        return hashlib.sha256(f"{words}{time.gmtime(moment)}".encode()).hexdigest()


def test_what_is_reckoned_from_the_programme_alone_is_no_clock():
    contract(Digest).test_it_knows_nothing_but_its_arguments()


def test_an_output_that_only_its_test_can_make_is_skipped_in_another_process():
    class Local(Agenda):
        pass

    with pytest.raises(SkipTest, match="Local cannot be made in another process"):
        contract(Local).test_it_knows_nothing_but_its_arguments()
