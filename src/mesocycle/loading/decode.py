"""Bytes become text, or one diagnostic that says why not."""

from __future__ import annotations

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.source import Source, Span

#: The most that a plan, a diary or a library may hold, in bytes.
MAX_BYTES = 4_000_000

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = "save the file as UTF-8 (in most editors: Save as, encoding UTF-8)"


def decode(name: str, data: bytes) -> Outcome[Source]:
    """The source that `data` holds: UTF-8, with or without a mark, any line ends folded.

    Text in another encoding, with NUL bytes, or of more than `MAX_BYTES` is refused: E702
    to E705.
    """
    if len(data) > MAX_BYTES:
        return _refused(
            "E702",
            f"{name} is too large",
            f"a plan or diary holds at most {MAX_BYTES // 1_000_000} MB",
        )
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        return _refused("E704", f"{name} is not UTF-8 but UTF-16", _SAVE_AS)
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as bad:
        return _undecodable(name, data, bad)
    source = Source(name, text.replace("\r\n", "\n"))
    nul = source.text.find("\0")
    if nul >= 0:
        return _refused(
            "E705",
            "NUL byte in the text",
            "delete it, or look whether this is a text file at all",
            Span(source, nul, nul + 1),
            "a text has none",
        )
    return Outcome(source)


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every other of the first bytes is NUL, as in Latin text without a mark."""
    head = data[:64]
    even, odd = head[::2], head[1::2]
    return len(head) >= 4 and (set(even) == {0} or set(odd) == {0}) and set(head) != {0}


def _undecodable(name: str, data: bytes, bad: UnicodeDecodeError) -> Outcome[Source]:
    before = data[: bad.start].decode("utf-8").replace("\r\n", "\n")
    source = Source(name, data.decode("utf-8", "replace").replace("\r\n", "\n"))
    return _refused(
        "E703",
        f"{name} is not UTF-8",
        _SAVE_AS,
        Span(source, len(before), len(before) + 1),
        f"byte 0x{data[bad.start]:02x} does not belong here",
    )


def _refused(
    code: str, message: str, hint: str, span: Span | None = None, label: str = ""
) -> Outcome[Source]:
    return Outcome(
        None, (Diagnostic(code=code, message=message, span=span, label=label, hints=(hint,)),)
    )
