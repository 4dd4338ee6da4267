"""Thunderbird without a window: subscribed by preferences, asked by remote control."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

from tests.clients.marionette import Marionette
from tests.clients.processes import end, end_all_of, home, said
from tests.clients.shown import Shown, moment

_AGENT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
#: Nothing but loopback: all else would go through a proxy on a port where nobody listens.
_ALONE = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.dns.disablePrefetch": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "mail.instrumentation.postUrl": "",
    "mail.rights.version": 1,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/v1",
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "",
}


class Thunderbird:
    """The calendar in Thunderbird, with offline support on, as subscribing leaves it."""

    name = "thunderbird"
    #: An answer of 400 and more, but 404, has it disable the calendar, which hides every event.
    goes_dark = True
    shows_alarms = shows_colours = shows_html = True
    #: Whether it knows events by their UID.
    keeps_uids = True

    def __init__(self, folder: Path) -> None:
        self._home = folder / "home"
        self._profile = folder / "profile"
        self._profile.mkdir()
        self._process: subprocess.Popen | None = None
        self._control: Marionette | None = None
        self.disabled = False

    @staticmethod
    def absent() -> str | None:
        """Why it cannot be tested here."""
        return None if shutil.which("thunderbird") else "thunderbird is not installed"

    @staticmethod
    def version() -> str:
        """The program's own word."""
        return said("thunderbird", "--version")

    def subscribe(self, url: str) -> None:
        """A calendar on the network, read only, as the wizard writes it."""
        calendar = {
            "uri": url,
            "type": "ics",
            "name": "Plan",
            "readOnly": True,
            "cache.enabled": True,
            "refreshInterval": "30",
            "calendar-main-in-composite": True,
        }
        wanted = {f"calendar.registry.plan.{name}": value for name, value in calendar.items()}
        settings = {
            **_ALONE,
            **wanted,
            "marionette.port": 0,
            "calendar.timezone.local": "Europe/Berlin",
            "calendar.timezone.useSystemTimezone": False,
        }
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in settings.items())
        (self._profile / "prefs.js").write_text("".join(lines), encoding="utf-8")
        self._start()

    def restart(self) -> None:
        """Ends it and starts it again."""
        self._stop()
        self._start()

    def refresh(self) -> None:
        """Synchronises once; returns when it has what came of it."""
        self._ask("refresh")

    def shown(self) -> list[Shown]:
        """What is in its calendar; nothing while it is disabled, for then no view has it."""
        found = self._ask("show")
        if self.disabled:
            return []
        return sorted(
            Shown(
                start=_when(each["start"]),
                end=_when(each["end"]),
                title=each["title"],
                status=each["status"],
                text=each["text"],
                uid=each["uid"],
                categories=tuple(sorted(each["categories"])),
                colour=each["colour"],
                alarms=tuple(each["alarms"]),
            )
            for each in found["items"]
        )

    def html(self, uid: str) -> str:
        """An event's text as its window shows it."""
        return next(each["html"] for each in self._ask("show")["items"] if each["uid"] == uid)

    def close(self) -> None:
        """Ends it."""
        self._stop()

    def _ask(self, action: str) -> dict:
        answer = self._control.script(_AGENT, action)
        if not isinstance(answer, dict) or "error" in answer:
            raise RuntimeError(f"thunderbird: {answer}")
        self.disabled = answer["disabled"]
        return answer

    def _start(self) -> None:
        port = self._profile / "MarionetteActivePort"
        port.unlink(missing_ok=True)
        (self._profile / ".parentlock").unlink(missing_ok=True)
        command = ["thunderbird", "--headless", "--no-remote", "--profile", str(self._profile)]
        command += ["--marionette", "-remote-allow-system-access"]
        self._process = subprocess.Popen(
            command,
            env={**home(self._home), "MOZ_CRASHREPORTER_DISABLE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 60
        while not (port.exists() and port.read_text()):
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("thunderbird did not start")
            time.sleep(0.1)
        self._control = Marionette(int(port.read_text()))

    def _stop(self) -> None:
        if self._control:
            self._control.close()
            self._control = None
        if self._process:
            end(self._process)
            end_all_of(self._home)
            self._process = None


def _when(moment_or_day: float | str) -> str:
    return moment_or_day if isinstance(moment_or_day, str) else moment(moment_or_day)
