"""Google's store counts versions: what is replaced is named by its number, not by its tag."""

from __future__ import annotations

import json
import os
from email.utils import formatdate

import pytest

from mesocycle.feed.publishing.opening import open_place
from mesocycle.feed.publishing.places import Held, Moved
from mesocycle.feed.publishing.publishing import Publisher
from tests.unit.feed.publishing.calendars import COPY, KEY, always, calendar

ONE, TWO = calendar("one"), calendar("two")


class Google:
    """The part of its XML interface that is used: GET, PUT under a condition, DELETE."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.number = 0

    def __call__(self, handler):
        key = handler.path
        headers = [
            ("ETag", f'"tag-{self.number}"'),
            ("x-goog-generation", str(self.number)),
            ("Last-Modified", formatdate(0, usegmt=True)),
        ]
        if handler.command == "GET":
            return (200, self.held[key], *headers) if key in self.held else (404, "")
        if handler.command == "DELETE":
            return 204 if self.held.pop(key, None) else 404, ""
        wanted = handler.headers["x-goog-if-generation-match"]
        if wanted != (str(self.number) if key in self.held else "0"):
            return 412, "<Error><Code>PreconditionFailed</Code></Error>"
        self.number += 1
        self.held[key] = handler.body
        return 200, "", ("ETag", f'"tag-{self.number}"'), ("x-goog-generation", str(self.number))


@pytest.fixture
def bucket(failing, monkeypatch):
    failing.answer = Google()
    nobody = {"disable_oauth": True, "client_email": "", "private_key": "", "private_key_id": ""}
    key = json.dumps({"gcs_base_url": failing.endpoint, **nobody})
    monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT_KEY", key)
    return open_place("gs://calendars/team", failing.endpoint, os.environ)


def test_copies_are_published_step_by_step(bucket):
    def state(content):
        return [done.state for done in Publisher(bucket, always(content)).publish([COPY])]

    assert [state(ONE), state(ONE), state(TWO)] == [["new"], ["unchanged"], ["changed"]]
    assert bucket.read(KEY).content == TWO


@pytest.mark.proves("C74")
def test_what_somebody_else_wrote_meanwhile_is_not_replaced(bucket):
    bucket.write(KEY, ONE, None)
    seen = bucket.read(KEY)
    assert seen == Held(ONE, ('"tag-1"', "1"))
    bucket.write(KEY, TWO, seen)
    for before in (seen, None):
        with pytest.raises(Moved):
            bucket.write(KEY, calendar("three"), before)
    assert bucket.read(KEY).content == TWO
