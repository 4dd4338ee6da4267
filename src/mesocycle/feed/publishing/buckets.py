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
            if not any(mark):
                raise self._without_marks()
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
        mode: Any = "create"
        if before is not None and before.seen:
            parts = zip(("e_tag", "version"), before.mark, strict=True)
            mode = {name: value for name, value in parts if value}
        for last in (False, True):
            try:
                self._put(key, content, mode)
                return
            except (AlreadyExistsError, PreconditionError) as error:
                if no_bucket(error) or (before is not None and not before.seen):
                    raise refusal(error, self.name, self._scheme) from None
                moved = True
            except (BaseError, FileNotFoundError) as error:
                if last or is_answer(error):
                    raise refusal(error, self.name, self._scheme) from None
                moved = False
            # An answer may have been lost, or the first of two: it may have been written.
            found = self.read(key)
            if found is not None and found.content == content:
                return
            if moved or found != before:
                raise Moved

    def _put(self, key: str, content: bytes, mode: Any) -> None:
        headers = {**_HEADERS, "Content-Disposition": f'inline; filename="{_file(key)}"'}
        obstore.put(self._store, key, content, attributes=headers, mode=mode, use_multipart=False)

    def delete(self, key: str, before: Held) -> None:
        """Looked at just before: stores take no condition with a deletion."""
        if self.read(key) != before:
            raise Moved
        try:
            obstore.delete(self._store, key)
        except (BaseError, FileNotFoundError) as error:
            raise refusal(error, self.name, self._scheme) from None

    def _without_marks(self) -> Refused:
        message = f"{self.name} gives no ETags, so nothing can be replaced there safely"
        hint = "is this a store? look at --endpoint"
        return Refused(Diagnostic(code="E835", message=message, hints=(hint,)), wide=True)

    def path(self, key: str) -> str:
        """The address of the object, as the store's own tools take it."""
        return f"{self.name}/{key}"


def _file(key: str) -> str:
    """What a browser is to call the file: nothing that a header cannot hold."""
    name = key.rpartition("/")[2]
    return name if name.isascii() and '"' not in name and "\\" not in name else "plan.ics"
