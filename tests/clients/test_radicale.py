"""A calendar server takes every feed of the plans here whole, and gives it back."""

from __future__ import annotations

import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.clients.khal import TOOLS
from tests.clients.processes import end, home
from tests.clients.samples import calendar, event
from tests.clients.test_readers import FEEDS
from tests.clients.waiting import until
from tests.ports import free_port

pytestmark = pytest.mark.proves("C2")


@pytest.fixture(scope="module")
def radicale(tmp_path_factory):
    """The address of a server of one's own."""
    tool = TOOLS / "radicale"
    if not tool.exists():
        pytest.skip("radicale is not in .build/clients (make clients)")
    folder: Path = tmp_path_factory.mktemp("radicale")
    hosts = f"127.0.0.1:{free_port()}"
    settings = ["--server-hosts", hosts, "--auth-type", "none", "--rights-type", "authenticated"]
    settings += ["--storage-filesystem-folder", str(folder / "kept")]
    process = subprocess.Popen(
        [str(tool), "--config", "", *settings],
        env=home(folder / "home"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert until(lambda: _asked("GET", f"http://{hosts}/")[0] != 0, 20)
    yield f"http://{hosts}/ana"
    end(process)


@pytest.mark.parametrize("feed", FEEDS, ids=lambda each: each.stem)
def test_a_feed_is_taken_and_given_back(radicale, feed):
    content = feed.read_bytes()
    address = f"{radicale}/{feed.stem}/"
    assert _asked("PUT", address, content)[0] == 201
    status, back = _asked("GET", address)
    assert status == 200
    assert _events(back) == _events(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(calendar(event("a"), event("a")), id="two events of one UID"),
        pytest.param(calendar(event("a", RRULE="FREQ=SOMETIMES")), id="a rule that is none"),
    ],
)
def test_it_would_not_take_anything(radicale, content):
    assert _asked("PUT", f"{radicale}/bad/", content)[0] == 400


def _events(content: bytes) -> dict[str, tuple[str, object, object]]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return {
        str(each["UID"]): (str(each["SUMMARY"]), each["DTSTART"].dt, each["DTEND"].dt)
        for each in found
    }


def _asked(method: str, address: str, content: bytes | None = None) -> tuple[int, bytes]:
    headers = {"Content-Type": "text/calendar; charset=utf-8"}
    headers["Authorization"] = "Basic YW5hOmFuYQ=="  # ana, for whom any word will do
    request = urllib.request.Request(address, content, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read()
    except OSError:
        return 0, b""
