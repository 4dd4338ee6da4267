"""Codes of calendars that people subscribe to: E800 to E889 and W840 to W889."""

from __future__ import annotations

from mesocycle.codes import Code


def _code(code: str, title: str, explanation: str) -> Code:
    return Code(code=code, title=title, explanation=explanation, broken="", mended="", kind="none")


CODES: tuple[Code, ...] = (
    _code(
        "E810",
        "an extra is not installed",
        "Calendars that people subscribe to need packages that mesocycle itself can do without, so "
        "they are in extras: `serve` has the web server, the page and the QR code, `publish` the "
        "storage of objects, `readers` further readers for `meso feed check`. Install the extra "
        "that the message names.",
    ),
    _code(
        "E811",
        "the server cannot listen",
        "The system did not let `meso serve` take the address or the port, and the message says "
        "why: another program listens there, perhaps another `meso serve`; the port is below 1024; "
        "or `--host` is no name of this machine.",
    ),
    _code(
        "W812",
        "the server is open to others",
        "`meso serve` speaks plain HTTP. Whoever listens on the way could read the calendars, and "
        "the links, which are as good as passwords. Let it listen to its own machine, as it does "
        "without `--host`, and put a web server with https in front of it.",
    ),
    _code(
        "W813",
        "all calendars tell of pain",
        "With `ical.reasons=yes` a calendar also says why a session is as it is, with what the "
        "athlete wrote of pain. Set for a whole folder, that holds for every link, also for those "
        "that were made before. It is meant for the link of one person: set it when you make that.",
    ),
    _code(
        "E820",
        "the links cannot be read",
        "The system did not let mesocycle read `links.json` in the state folder (`.meso` of the "
        "served folder, or `--state`), and the message says why. It can be read by its owner only: "
        "whoever makes links and whoever serves them must be the same user. A server goes on with "
        "the links that it knows; so it does if the whole folder is gone, as a disk that is not "
        "mounted.",
    ),
    _code(
        "E821",
        "the links are damaged",
        "`links.json` in the state folder is not as `meso feed` writes it: somebody edited it, or "
        "a disk lost a part of it. Nothing was changed. Bring it back from a backup. If there is "
        "none, move it away and make new links: secrets cannot be made again from anything else. "
        "A server that was running goes on with the links that it knew.",
    ),
    _code(
        "E822",
        "the links are of a newer mesocycle",
        "`links.json` in the state folder holds what this mesocycle does not know, so that it "
        "cannot tell what a link may show. Nothing was changed. Use the newer one.",
    ),
    _code(
        "W823",
        "others can read the links",
        "`links.json` is written so that only its owner can read it, but now others on the machine "
        "can: it was copied or brought back from a backup. It says who reads what, and the links "
        "that are published are in it as they are. Give it back to its owner alone; if others may "
        "have read it, make new links in the place of those that are published.",
    ),
)
