"""Whether who asks has the same bytes already: If-None-Match, else If-Modified-Since."""

from __future__ import annotations

import re
from datetime import UTC, datetime

#: What stands behind the tag of the bytes under gzip, within its quotes.
ZIPPED = "-gzip"

#: An entity tag, weak or strong (RFC 9110 8.8.3).
_TAG = re.compile(rb'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_TIME = "(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
#: The three forms of a date (RFC 9110 5.6.7), the third of which has its year at the end.
_DATES = tuple(
    re.compile(form)
    for form in (
        f"{_DAY}, (?P<day>[0-9]{{2}}) {_MONTH} (?P<year>[0-9]{{4}}) {_TIME} GMT",
        f"{_DAY}[a-z]{{3,6}}, (?P<day>[0-9]{{2}})-{_MONTH}-(?P<year>[0-9]{{2}}) {_TIME} GMT",
        f"{_DAY} {_MONTH} (?P<day>[0-9 ][0-9]) {_TIME} (?P<year>[0-9]{{4}})",
    )
)


def held_tag(given: bytes, etag: str) -> str | None:
    """The tag among those of an If-None-Match that names our bytes, `*` included.

    `etag` is the tag of the bytes as they are. The comparison is weak: servers in between
    weaken a tag when they compress. The answer is strong, and says which form is held.
    """
    if given.strip() == b"*":
        return etag
    plain = etag.strip('"').encode()
    zipped = plain + ZIPPED.encode()
    for tag in _TAG.findall(given):
        if tag == plain:
            return etag
        if tag == zipped:
            return zipped_tag(etag)
    return None


def zipped_tag(etag: str) -> str:
    """The tag of the same bytes under gzip: another form, another tag (RFC 9110 8.8.3.3)."""
    return f'{etag[:-1]}{ZIPPED}"'


def unchanged_since(given: bytes, modified: datetime, now: datetime) -> bool:
    """Whether nothing changed since the date of an If-Modified-Since.

    What is no date counts for nothing, nor does one that is still to come, unless it is ours.
    """
    since = http_date(given, now)
    last = modified.astimezone(UTC).replace(microsecond=0)
    return since is not None and (since == last or last <= since <= now)


def http_date(given: bytes, now: datetime) -> datetime | None:
    """A date as HTTP writes it, in any of its three forms; None if it is none.

    A year of two digits is the one that is at most 50 years ahead of `now`.
    """
    text = given.decode("latin-1")
    found = next(filter(None, (form.fullmatch(text) for form in _DATES)), None)
    if found is None:
        return None
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += now.year // 100 * 100
        year -= 100 if year > now.year + 50 else 0
    month = _MONTHS.index(found["month"]) + 1
    hour, minute, second = (int(found[part]) for part in ("hour", "minute", "second"))
    if second == 60:  # a leap second is the last one of its minute
        return _moment(year, month, int(found["day"]), hour, minute, 59)
    return _moment(year, month, int(found["day"]), hour, minute, second)


def _moment(*parts: int) -> datetime | None:
    try:
        return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type] # six numbers, in order
    except ValueError:
        return None
