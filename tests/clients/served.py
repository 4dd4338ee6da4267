"""A coach's folder under `meso serve`, with one link: what a subscriber meets."""

from __future__ import annotations

import json
import re
import subprocess
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from pathlib import Path

from tests.clients.built import MESO, meso
from tests.clients.plans import Plan
from tests.clients.processes import end
from tests.clients.stage import Asked
from tests.clients.waiting import until
from tests.ports import free_port

_PROBE = "the-suite-itself"
_ASKED = re.compile(r'^\S+ (?:GET|HEAD) feed \S+ (\d+) \S+ \S+ "(.*)"$', re.MULTILINE)


class ServedFeed:
    """What the coach writes, and the server that watches it. Its address stays."""

    def __init__(self, folder: Path, limit: str = "off") -> None:
        self._folder = folder
        self._limit = limit
        self._port = free_port()
        self._log = folder.with_name(f"{folder.name}-access.log")
        self._log.touch()
        self._process: subprocess.Popen | None = None
        self._link = ("", "")

    @property
    def url(self) -> str:
        """The subscriber's address; made when it is first asked for."""
        if not self._link[0]:
            self._link = self._new_link("create", ".", "back-ana", "--for", "a program")
        return self._link[0]

    @property
    def asked(self) -> list[Asked]:
        """All requests for the feed, from the server's own log; the suite's own left out."""
        found = _ASKED.findall(self._log.read_text("utf-8"))
        return [Asked(int(status), who, None, None) for status, who in found if who != _PROBE]

    @property
    def is_up(self) -> bool:
        """Whether anybody listens."""
        return self._process is not None

    def publish(self, plan: Plan) -> bytes:
        """Saves a plan, and waits until it is what is served; the bytes."""
        before = self._content() if self._process else b""
        self.save(plan)
        if not self._process:
            self.up()
        assert until(lambda: self._content() not in {b"", before}), "the edit is not served"
        return self._content()

    def save_broken(self, plan: Plan) -> None:
        """Saves a plan with a mistake in it, and waits until the server has seen it."""
        path = self._folder / "back.plan"
        path.write_text(plan.plan.replace("Superman", "Supermann"), "utf-8")
        if self._process:
            assert until(lambda: self._health()["stale"] == 1), "the mistake is not seen"

    def revoke(self) -> None:
        """Revokes the link, and waits until the server knows."""
        meso(self._folder, "feed", "revoke", ".", self._link[1])
        assert until(lambda: self._content().count(b"BEGIN:VEVENT") == 1), "it is still served"

    def rotate(self) -> None:
        """Has a new link in the place of the old one."""
        self._link = self._new_link("rotate", ".", self._link[1])
        assert until(lambda: self.status() == 200), "the new link is not served"

    def age(self, days: int) -> None:
        """Has the link been revoked so many days earlier."""
        path = self._folder / ".meso" / "links.json"
        book = json.loads(path.read_text("utf-8"))
        for each in book["links"]:
            revoked = datetime.fromisoformat(each["revoked"]) - timedelta(days=days)
            created = datetime.fromisoformat(each["created"]) - timedelta(days=days)
            each["revoked"] = revoked.isoformat().replace("+00:00", "Z")
            each["created"] = created.isoformat().replace("+00:00", "Z")
        new = path.with_suffix(".new")
        new.write_text(json.dumps(book), "utf-8")
        new.chmod(0o600)
        new.replace(path)

    def down(self) -> None:
        """Ends the server."""
        if self._process:
            end(self._process)
            self._process = None

    def up(self) -> None:
        """Starts it, at the address it had."""
        arguments = ["--port", str(self._port), "--limit", self._limit]
        self._process = subprocess.Popen(
            [MESO, "serve", str(self._folder), *arguments, "--access-log", str(self._log)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self.url
        assert until(self._answers, 30), "meso serve does not answer"

    def status(self) -> int:
        """What the feed answers now."""
        return self._get(self.url)[0]

    def close(self) -> None:
        """Ends it all."""
        self.down()

    def _new_link(self, *arguments: str) -> tuple[str, str]:
        base = f"http://127.0.0.1:{self._port}"
        told = meso(self._folder, "feed", *arguments, "--url", base).stdout
        link = re.search(r"^(\w+):", told, re.MULTILINE)
        return re.search(r"http://\S+/plan\.ics", told)[0], link[1]

    def _answers(self) -> bool:
        return self._get(self.url)[0] != 0

    def _content(self) -> bytes:
        status, content = self._get(self.url)
        return content if status == 200 else b""

    def _health(self) -> dict:
        return json.loads(self._get(f"http://127.0.0.1:{self._port}/health")[1])

    def _get(self, url: str) -> tuple[int, bytes]:
        request = urllib.request.Request(url, headers={"User-Agent": _PROBE})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read()
        except OSError:
            time.sleep(0.1)
            return 0, b""

    def save(self, plan: Plan) -> None:
        """Saves a plan and a diary, without a look at what is served."""
        for name, text in (("back.plan", plan.plan), ("ana.diary", plan.diary)):
            path = self._folder / name
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, encoding="utf-8")
