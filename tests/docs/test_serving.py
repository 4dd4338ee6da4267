"""What the pages about serving show and no test of pages can run: it never ends, or is not ours."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess

import pytest

from mesocycle.cli import meso
from tests.docs.pages import DOCS, examples

PAGES = [DOCS / "how-to" / name for name in ("serve.md", "behind-nginx.md", "publish.md")]
SYSTEMD = shutil.which("systemd-analyze")


def unit() -> str:
    text = PAGES[0].read_text("utf-8")
    return next(each.text for each in examples(text) if each.language == "ini")


def commands() -> list[str]:
    """Every `meso serve` and `meso feed` of the pages that is shown and not run."""
    found = []
    for page in filter(lambda page: page.exists(), PAGES):
        for each in examples(page.read_text("utf-8")):
            if each.language in ("text", "ini"):
                text = each.text.replace("\\\n", " ")
                found += re.findall(
                    r"^(?:\$ |ExecStart=).*?(?=meso (?:serve|feed) )(.*)$", text, re.MULTILINE
                )
    return found


@pytest.mark.parametrize("command", commands())
def test_a_command_that_is_shown_can_be_typed(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    words = shlex.split(command.replace("/srv/plans", "plans"))[1:]
    context, group = None, meso
    while hasattr(group, "get_command"):
        group = group.get_command(context, words.pop(0))
    with group.make_context(group.name, words):
        pass


def test_there_are_some():
    assert len(commands()) >= 4


def test_the_unit_starts_the_server_and_lets_it_end():
    parser = configparser.ConfigParser(strict=True)
    parser.optionxform = str
    parser.read_string(unit())
    service = parser["Service"]
    state = re.search(r"--state (\S+)", service["ExecStart"])
    assert state[1] == f"/var/lib/{service['StateDirectory']}"
    assert int(service["TimeoutStopSec"]) > 5


@pytest.mark.skipif(SYSTEMD is None, reason="there is no systemd here")
def test_systemd_knows_every_word_of_the_unit(tmp_path):
    text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit(), flags=re.MULTILINE)
    file = tmp_path / "meso-serve.service"
    file.write_text(text)
    done = subprocess.run(
        [SYSTEMD, "verify", "--man=no", str(file)], capture_output=True, text=True, check=False
    )
    ours = [row for row in done.stderr.splitlines() if "meso-serve" in row]
    assert not [row for row in ours if "Unknown" in row or "Failed to parse" in row], ours
