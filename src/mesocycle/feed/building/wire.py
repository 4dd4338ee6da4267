"""What goes between the keeper and the process that builds: frames of MessagePack.

No pickle: whatever a plugin does to that process, nothing it sends can run here.
"""

from __future__ import annotations

import struct
from datetime import date, datetime
from typing import IO, Any

import msgspec

from mesocycle.feed.building.make import Made, Settings
from mesocycle.feed.model import Feed
from mesocycle.source import Source

_SIZE = struct.Struct(">Q")
#: More than any feed and its report come to, in bytes.
_MOST = 256_000_000


class Order(msgspec.Struct, frozen=True):
    """A feed that is to be made; the arguments of `make`."""

    feed: Feed
    options: dict[str, str]
    settings: Settings
    previous: bytes | None
    now: datetime


class _Form(msgspec.Struct, frozen=True):
    """An order as it is sent; a day and the word "today" are both text then."""

    feed: Feed
    options: dict[str, str]
    as_of: str | None
    own: dict[str, str]
    previous: bytes | None
    now: datetime


class _Parcel(msgspec.Struct, frozen=True):
    """What was made; a source in it is a number, and stands once in `sources`."""

    sources: list[tuple[str, str]]
    made: msgspec.Raw


class Gone(Exception):
    """The other side is not there any more, or says what makes no sense."""


def send(stream: IO[bytes], data: bytes) -> None:
    """One frame.

    Raises:
        OSError: the other side is gone.
    """
    stream.write(_SIZE.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The next frame.

    Raises:
        Gone: there is none.
    """
    head = stream.read(_SIZE.size)
    size = _SIZE.unpack(head)[0] if len(head) == _SIZE.size else _MOST + 1
    data = stream.read(size) if size <= _MOST else b""
    if len(data) != size:
        raise Gone
    return data


def pack_order(order: Order) -> bytes:
    """An order as bytes."""
    as_of, own = order.settings.as_of, order.settings.options
    day = None if as_of is None else str(as_of)
    form = _Form(order.feed, order.options, day, own, order.previous, order.now)
    return msgspec.msgpack.encode(form)


def unpack_order(data: bytes) -> Order:
    """Bytes as an order."""
    form = msgspec.msgpack.decode(data, type=_Form)
    day = None if form.as_of in {None, "today"} else date.fromisoformat(form.as_of or "")
    settings = Settings("today" if form.as_of == "today" else day, form.own)
    return Order(form.feed, form.options, settings, form.previous, form.now)


def pack_made(made: Made) -> bytes:
    """What was made as bytes, each source in its diagnostics once."""
    sources: dict[int, tuple[int, Source]] = {}

    def number(source: object) -> int:
        if not isinstance(source, Source):
            raise TypeError(f"{type(source).__name__} cannot be sent")
        return sources.setdefault(id(source), (len(sources), source))[0]

    inner = msgspec.msgpack.encode(made, enc_hook=number)
    texts = [(source.name, source.text) for _, source in sources.values()]
    return msgspec.msgpack.encode(_Parcel(texts, msgspec.Raw(inner)))


def unpack_made(data: bytes) -> Made:
    """Bytes as what was made.

    Raises:
        Gone: they are nothing of the kind.
    """
    try:
        parcel = msgspec.msgpack.decode(data, type=_Parcel)
        sources = [Source(name, text) for name, text in parcel.sources]

        def source(_: type[Any], at: int) -> Source:
            return sources[at]

        return msgspec.msgpack.decode(parcel.made, type=Made, dec_hook=source)
    except (msgspec.DecodeError, IndexError, TypeError) as error:
        raise Gone from error
