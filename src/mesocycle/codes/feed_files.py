"""Codes of what `meso feed check` finds in a feed as bytes, and in how it is sent: E840 to W889."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_BYTES: tuple[Row, ...] = (
    (
        "E840",
        "no calendar",
        "What was read is a page, a message in JSON, nothing at all: no line says "
        "`BEGIN:VCALENDAR`. Programs that subscribe take it for a calendar that lost its events: "
        "GNOME Calendar empties itself and stays empty until the feed changes. A server that "
        "cannot make a feed answers with the last good one, or with 503.",
        "<!doctype html><p>Down for maintenance.",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nEND:VCALENDAR",
    ),
    (
        "E841",
        "a calendar without an event",
        "Programs do not agree on what that means. Thunderbird deletes all that it had, vdirsyncer "
        "stops with an error, GNOME Calendar keeps the old events for ever. Keep the last feed "
        "that had events; a plan that has ended says so in one event.",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nEND:VCALENDAR",
        "SUMMARY:Easy run",
    ),
    (
        "E842",
        "a calendar that breaks off",
        "The file ends before its last `END:VCALENDAR`: a download was cut short, or the file was "
        "read while somebody wrote it. icalendar and vobject refuse it; Home Assistant may take "
        "it for a calendar without events. Write feeds beside their place and rename them.",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nBEGIN:VEVENT\nUID:1",
        "SUMMARY:Easy run",
    ),
    (
        "E843",
        "another calendar in the same file",
        "A feed is one VCALENDAR with all events in it. Home Assistant refuses a file with two, "
        "others show the first and pass over the second.",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR",
        "SUMMARY:Easy run",
    ),
    (
        "E844",
        "lines that end in CR alone",
        "Every line ends in CR and LF (RFC 5545 3.1). A CR alone is a line end to some readers and "
        "a letter to others, so that one text becomes two lines; Home Assistant refuses the feed.",
        "",
        "",
    ),
    (
        "W844",
        "line ends that most readers forgive",
        "Every line ends in CR and LF, the last one too (RFC 5545 3.1). Here some end in LF alone, "
        "or the last one has no end. The readers that were tried take it; a server that a feed is "
        "put to need not.",
        "",
        "",
    ),
    (
        "W845",
        "a line of more than 75 octets",
        "Longer lines are folded: CR, LF and a space, which readers take out again. Most read long "
        "ones too. Octets are counted, not characters: an ä is two, an emoji four.",
        "",
        "",
    ),
    (
        "E846",
        "a line folded within a character",
        "A fold after 75 octets may stand in the middle of a character of several octets. That is "
        "allowed, but Home Assistant and vobject decode line by line and refuse the whole feed. "
        "Fold between characters.",
        "",
        "",
    ),
    (
        "E847",
        "no UTF-8",
        "Feeds are UTF-8 unless their server says otherwise, and hardly any program listens to "
        "that. Strict ones refuse the feed, others show rubbish for every letter beyond ASCII.",
        "",
        "",
    ),
    (
        "E848",
        "a byte order mark",
        "Some editors on Windows write three octets before the first letter. Home Assistant and "
        "vobject then do not find BEGIN where it should be, and refuse the feed. Save as UTF-8 "
        "without BOM.",
        "",
        "",
    ),
    (
        "E849",
        "a control character",
        "Texts hold no control characters but TAB. Home Assistant refuses the feed; programs that "
        "take a vertical tab, a NEL or a Unicode line separator for a line end see a line that "
        "nobody wrote, and what stands behind it as a property.",
        "",
        "",
    ),
)

_READERS: tuple[Row, ...] = (
    (
        "E883",
        "a reader refuses the feed",
        "The parsers of other programs that are installed were asked, and one of them does not "
        "read the feed: `ical` is the one of Home Assistant, vobject of many tools, icalendar of "
        "servers and scripts. The message is its own; the mistake itself is often told with its "
        "line by another code.",
        "",
        "",
    ),
    (
        "E884",
        "a reader sees more or fewer events",
        "The feed has so many events, and a parser of another program finds another number: it "
        "merged two with one UID, or passed over what it did not understand.",
        "",
        "",
    ),
    (
        "W885",
        "a reader that gives no answer",
        "The feed is too large for the parsers of others, or one of them was still busy after half "
        "a minute. So will be the programs that use it. A rule that repeats every second for ever "
        "does that, and so do tens of thousands of events.",
        "",
        "",
    ),
    (
        "W886",
        "readers that are not installed",
        "Only the parsers that are there were asked. `pip install 'mesocycle[readers]'` brings the "
        "one of Home Assistant, and vobject.",
        "",
        "",
    ),
)

_HTTP: tuple[Row, ...] = (
    (
        "W887",
        "everything is loaded at every look",
        "Programs ask again and again. With an ETag, or else Last-Modified, they can ask whether "
        "anything changed, and the server answers 304 without a body (RFC 9110 13). This server "
        "gives neither, or sends everything all the same.",
        "",
        "",
    ),
    (
        "E888",
        "a feed that cannot be had",
        "No connection, no whole answer within half a minute, or more than 20 MB. A feed on "
        "another machine is downloaded first: `meso feed check` reaches for this machine only.",
        "",
        "",
    ),
    (
        "W888",
        "two requests got different bytes",
        "Nothing changed between them, so the feed has the time of the request in it, or UIDs made "
        "anew each time. Programs then take every event for changed at every look; with new UIDs "
        "they show them twice for a while, and reminders come again.",
        "",
        "",
    ),
    (
        "E889",
        "an answer that programs do not take for a feed",
        "A status other than 200, a Content-Type other than `text/calendar`, or something else "
        "under gzip. Programs keep what they have, or switch the calendar off; browsers show it.",
        "",
        "",
    ),
    (
        "W889",
        "headers that do not go together",
        "Content-Type without `charset=utf-8`, HEAD with other headers than GET, gzip without "
        "`Vary: Accept-Encoding`. Most programs do not mind; caches and old ones do.",
        "",
        "",
    ),
)

CODES = codes((*_BYTES, *_READERS, *_HTTP), kind="feed")
