"""Chromium without a window, driven over its own protocol (CDP)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

from tests.clients.processes import end, home

_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--remote-debugging-port=0",
)  # fmt: skip
_PATIENCE = 20.0


class Chromium:
    """One browser with one tab. `events` are what it told of by itself."""

    def __init__(self, process: subprocess.Popen, wire: ClientConnection) -> None:
        self._process = process
        self._wire = wire
        self._sent = 0
        self.events: list[dict] = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    @classmethod
    @contextmanager
    def started(cls, folder: Path) -> Iterator[Chromium]:
        """One with its home in `folder`, which ends with the block."""
        process = subprocess.Popen(
            [shutil.which("chromium") or "chromium", *_QUIET, f"--user-data-dir={folder / 'user'}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=home(folder),
        )
        try:
            with connect(_tab_of(process), max_size=None, open_timeout=_PATIENCE) as wire:
                yield cls(process, wire)
        finally:
            end(process)

    @staticmethod
    def absent() -> str | None:
        """Why there is none; None if there is one."""
        return None if shutil.which("chromium") else "chromium is not installed"

    def call(self, method: str, **parameters: object) -> dict:
        """Asks for one thing; the answer."""
        self._sent += 1
        self._wire.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._wire.recv(_PATIENCE))
            if told.get("id") == self._sent:
                assert "error" not in told, told
                return told["result"]
            self.events.append(told)

    def open(self, url: str, width: int, *, scripts: bool = True, scheme: str = "light") -> None:
        """Opens a page on a screen of that width, and waits until it is there."""
        size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", features=features)
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(each["method"] == "Page.loadEventFired" for each in self.events):
            self.events.append(json.loads(self._wire.recv(_PATIENCE)))

    def get(self, expression: str) -> object:
        """What an expression comes to in the page."""
        asked = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return asked["result"].get("value")

    def click(self, selector: str) -> None:
        """Clicks where an element is, as a hand would."""
        self.get(f"document.querySelector({selector!r}).scrollIntoView({{block: 'center'}})")
        box = f"document.querySelector({selector!r}).getBoundingClientRect()"
        at = {"x": self.get(f"{box}.x + {box}.width / 2"), "y": self.get(f"{box}.y + 5")}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)

    def told(self, *methods: str) -> list[dict]:
        """What was told of these kinds since the page was opened."""
        return [each["params"] for each in self.events if each["method"] in methods]


def _tab_of(process: subprocess.Popen) -> str:
    """The address of the first tab, which the browser itself tells of."""
    port = next(
        found[1]
        for line in process.stderr
        if (found := re.search(r"ws://127\.0\.0\.1:(\d+)/", line))
    )
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=_PATIENCE) as answer:
        tabs = json.load(answer)
    return next(each["webSocketDebuggerUrl"] for each in tabs if each["type"] == "page")
