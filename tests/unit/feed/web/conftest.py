"""A board with one calendar, and a desk that answers from it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest

from mesocycle.feed.model import Body, Health, Link
from mesocycle.feed.web.answer import Desk, WebSettings

TOKEN = "Ana" + "k" * 40
OTHER = "Ben" + "k" * 40
NOW = datetime(2026, 12, 7, 6, 30, 15, 250_000, tzinfo=UTC)
CHANGED = datetime(2026, 12, 6, 18, 0, 0, tzinfo=UTC)
CONTENT = b"BEGIN:VCALENDAR\r\n" + b"SUMMARY:Superman\r\n" * 200 + b"END:VCALENDAR\r\n"


def link_of(token, name="kimoru", **more):
    digest = hashlib.sha256(token.encode()).hexdigest()
    return Link(name, "back-ana", "Ana's phone", digest, NOW - timedelta(days=90), **more)


class Fake:
    """A board that is what a test makes of it: links by secret, a body for all of them."""

    def __init__(self):
        self.links = {TOKEN: link_of(TOKEN)}
        self.content: Body | None = Body(CONTENT, CHANGED)
        self.asked = 0

    def link(self, token):
        self.asked += 1
        return self.links.get(token)

    def body(self, link):
        return self.content

    def title(self, link):
        return "A back <that> runs"

    def health(self):
        return Health(feeds=2, stale=1, built=NOW)


def a_page(link, token, title):
    return f"<h1>{len(title)}</h1>", "default-src 'none'; style-src 'sha256-x'"


class Got:
    """A reply, easier to ask."""

    def __init__(self, answer):
        self.status = answer.reply.status
        self.fields = answer.reply.fields
        self.headers = {name.decode(): value.decode() for name, value in answer.reply.fields}
        self.body = answer.reply.body
        self.kind, self.link = answer.kind, answer.link


@pytest.fixture
def board():
    return Fake()


@pytest.fixture
def ask(board):
    """`ask("/health")`: what is answered; headers as keywords or pairs, a limit of None."""
    desk = Desk(board, WebSettings(per_hour=None), a_page)

    def call(path=f"/c/{TOKEN}/plan.ics", *pairs, method="GET", now=NOW, **headers):
        given = [(name.replace("_", "-").encode(), str(v).encode()) for name, v in headers.items()]
        given += [(name.encode(), value.encode()) for name, value in pairs]
        return Got(desk.answer(method, path.encode(), given, now))

    return call
