"""Small calendars, whole and broken."""

from __future__ import annotations


def calendar(title: str = "A run", *, changed: str = "20261201T080000Z", events: int = 1) -> bytes:
    """A whole calendar that says `title`."""
    event = f"BEGIN:VEVENT\r\nUID:{{}}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nNAME:{title}\r\nLAST-MODIFIED:{changed}\r\n"
    return (head + "".join(map(event.format, range(events))) + "END:VCALENDAR\r\n").encode()


WHOLE = calendar()

BROKEN = {
    "empty": b"",
    "no events": calendar(events=0),
    "half": WHOLE[: len(WHOLE) // 2],
    "no end": WHOLE.removesuffix(b"END:VCALENDAR\r\n"),
    "cut line end": WHOLE[:-2],
    "a page": b"<!doctype html><title>Bad gateway</title>\n",
    "a page behind": WHOLE + b"<p>",
    "a page before": b"<p>" + WHOLE,
    "two": WHOLE * 2,
    "line feeds": WHOLE.replace(b"\r\n", b"\n"),
    "an event without an end": WHOLE.replace(b"END:VEVENT\r\n", b""),
    "an event without a beginning": WHOLE.replace(b"BEGIN:VEVENT\r\n", b""),
    "an end too many": WHOLE.replace(b"END:VEVENT\r\n", b"END:VEVENT\r\n" * 2),
    "nothing but NUL": b"\0" * 4096,
    "NUL at the end of a page": WHOLE[:60] + b"\0" * 40 + WHOLE[100:],
    "other letters": WHOLE.replace(b"SUMMARY:A", b"SUMMARY:\xff"),
}
