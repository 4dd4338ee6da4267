"""Codes of feeds that are found and made: E800 to E809, W800 to W809."""

from __future__ import annotations

from mesocycle.codes import Code


def _code(code: str, title: str, explanation: str) -> Code:
    return Code(code=code, title=title, explanation=explanation, broken="", mended="", kind="none")


CODES: tuple[Code, ...] = (
    _code(
        "W800",
        "a diary gives no feed",
        "A diary follows the plan that it names with `follows`, else the only plan of its folder. "
        "Of this one nobody can tell which plan it follows, so no calendar is made of it. Put it "
        "into the folder of its plan, or name the plan below the athlete.",
    ),
    _code(
        "W801",
        "a name that no link can say",
        "Feeds are named after their files, and a link names its feed. A file or folder whose "
        "name holds a line end, another control character, or bytes that are no text is left "
        "out. Rename it.",
    ),
    _code(
        "W802",
        "kept bytes cannot be used",
        "The last good bytes of a feed, in the state folder, are damaged. The feed is made anew "
        "from its plan. Only the revisions of its events are lost, so that subscribers load each "
        "event once more.",
    ),
    _code(
        "E801",
        "a feed takes too long",
        "Feeds are made in a process of their own, and this one did not end in time, so it was "
        "given up. The last good calendar stays. Most likely a plugin hangs: `meso build` of the "
        "same plan, with the same diary, shows where. It is tried again when a file of it "
        "changes, and now and then.",
    ),
    _code(
        "E802",
        "making a feed failed",
        "Something failed that never should: the process that makes feeds ended on its own, or "
        "there is a mistake in mesocycle. The last good calendar stays, and the other feeds go "
        "on. `meso build` of the same plan, with the same diary, shows more.",
    ),
    _code(
        "E803",
        "what was made is no calendar",
        "The output made a file that subscribers must not get: empty, cut off, or no calendar at "
        "all. Calendar programs would delete every event for it. The last good calendar stays. "
        "The fault is the output's; the message names its plugin.",
    ),
    _code(
        "E804",
        "the state folder cannot be used",
        "The last good bytes of feeds, and what they were made of, are kept in the state folder "
        "(`.meso` of the served folder, or `--state`). The system refused to write there, or to "
        "read what is there, and the message says why. What was made is served all the same, and "
        "writing is tried again; until then a restart would bring back older bytes. A feed whose "
        "last bytes cannot be read is not made, since the revisions of its events would start "
        "again; it is as soon as they can be.",
    ),
    _code(
        "E805",
        "a feed is gone, its links are not",
        "Subscribers have links to a feed that the folder does not give any more: the plan or "
        "diary was deleted, renamed, cannot be read, or the athlete has another name now. Their "
        "calendar stays as it was, because a file that is missing for a moment must not empty a "
        "phone. Put the file back, make new links to the feed's new name, or revoke the links: "
        "that is told to those who subscribed.",
    ),
    _code(
        "E806",
        "a feed is stopped because it cannot be made",
        "There is a mistake in the plan or in the diary, so the last good calendar stays. But the "
        "diary holds a red flag, or a condition, that nobody has cleared, and that calendar may "
        "say to train. Until it can be made again, its sessions from then on are shown as "
        "stopped. A line that was meant as a red flag counts as one, however it is misspelt: it "
        "may be the mistake itself. Mend what is told beside this.",
    ),
    _code(
        "E807",
        "a feed's name is somebody else's now",
        "Links remember whose diary they were made for. That diary has another name among the "
        "feeds now, and the name is that of another athlete: so it goes when two athletes have "
        "one name, and one of them is renamed. Nobody is shown what is somebody else's: the link "
        "goes on with the calendar that was good last. Make a new link to the new name, and "
        "revoke the old one.",
    ),
    _code(
        "E808",
        "the folder does not answer",
        "The server looks at its folder after every change, and this look does not end: most "
        "likely a disk of the network went away, and a file on it does not open. What was good "
        "last is served, but nothing is made anew, not even a calendar that a red flag stops. "
        "Bring the disk back, or start the server again.",
    ),
)
