"""A bucket as a place to publish to: S3 and what speaks like it, Google's and Azure's stores."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, PreconditionError

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.publishing.faults import is_answer, is_denied, no_bucket, refusal
from mesocycle.feed.publishing.places import LARGEST, Held, Moved, Refused

if TYPE_CHECKING:
    from obstore.store import ObjectStore

#: As the server sends them. What is revoked has to vanish, so nobody may keep it unasked.
_HEADERS = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Cache-Control": "private, max-age=300, must-revalidate",
}
#: How often to look whether a write that was not answered has come to something.
_TRIES = 3


class Bucket:
    """A bucket, or what is below a prefix in it.

    `scheme` is one of s3, gs and az; `name` is how somebody would write the whole of it.
    """

    def __init__(self, store: ObjectStore, scheme: str, name: str) -> None:
        self._store = store
        self._scheme = scheme
        self.name = name

    def held(self, keys: Iterable[str]) -> AbstractContextManager[None]:
        """Nobody can be kept out of a bucket; instead, every write says what it replaces."""
        del keys
        return nullcontext()

    def read(self, key: str) -> Held | None:
        """What lies there, with its ETag.

        Who may not list a bucket of S3 is told that what is not there is forbidden.
        """
        try:
            found = obstore.get(self._store, key)
            mark = found.meta["e_tag"] or "", found.meta["version"] or ""
            small = found.meta["size"] <= LARGEST
            return Held(bytes(found.bytes()) if small else None, mark)
        except (BaseError, FileNotFoundError) as error:
            if isinstance(error, FileNotFoundError) and not no_bucket(error):
                return None
            if self._scheme == "s3" and is_denied(error):
                return Held(None, seen=False)
            raise refusal(error, self.name, self._scheme) from None

    def write(self, key: str, content: bytes, before: Held | None) -> None:
        """Only if `before` is still there, as the store itself says."""
        mode: Any = "create" if before is None or not before.seen else self._unchanged(before)
        headers = {**_HEADERS, "Content-Disposition": f'inline; filename="{_file(key)}"'}
        for last in (*[False] * (_TRIES - 1), True):
            try:
                obstore.put(
                    self._store, key, content, attributes=headers, mode=mode, use_multipart=False
                )
                return
            except (AlreadyExistsError, PreconditionError) as error:
                if no_bucket(error) or (before is not None and not before.seen):
                    raise refusal(error, self.name, self._scheme) from None
                raise Moved from None
            except (BaseError, FileNotFoundError) as error:
                if last or is_answer(error):
                    raise refusal(error, self.name, self._scheme) from None
            # Nobody answered; it may have been written all the same.
            found = self.read(key)
            if found is not None and found.content == content:
                return
            if found != before:
                raise Moved

    def delete(self, key: str, before: Held) -> None:
        """Looked at just before: stores take no condition with a deletion."""
        if self.read(key) != before:
            raise Moved
        try:
            obstore.delete(self._store, key)
        except (BaseError, FileNotFoundError) as error:
            raise refusal(error, self.name, self._scheme) from None

    def _unchanged(self, before: Held) -> dict[str, str | None]:
        tag, version = before.mark
        if not tag and not version:
            message = f"{self.name} gives no ETags, so nothing can be replaced there safely"
            raise Refused(Diagnostic(code="E835", message=message), wide=True)
        return {"e_tag": tag or None, "version": version or None}

    def path(self, key: str) -> str:
        """The address of the object, as the store's own tools take it."""
        return f"{self.name}/{key}"


def _file(key: str) -> str:
    """What a browser is to call the file: nothing that a header cannot hold."""
    name = key.rpartition("/")[2]
    return name if name.isascii() and '"' not in name and "\\" not in name else "plan.ics"
