"""Requests damaged at random: every answer is whole, none is a 5xx, none has the secret in it.

A million of them are `make fuzz OF=requests`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from random import Random

import pytest

from tests.campaigns.requests import Asker, asked, fault
from tests.unit.feed.web.conftest import TOKEN
from tests.unit.feed.web.wire import run

HEAD = b"HTTP/1.1 200 OK\r\nreferrer-policy: no-referrer\r\nx-content-type-options: nosniff\r\n"


@pytest.mark.proves("C49", "C65")
def test_whatever_is_sent_is_answered_or_not_but_never_wrongly():
    asker, seen, wrong = Asker(Random(7), TOKEN), Counter(), []

    def all_(port):
        for _ in range(2000):
            pieces = asker.pieces()
            found = fault(asked(port, pieces), TOKEN, seen)
            if found:
                wrong.append((found, pieces))

    run(lambda wire: asyncio.to_thread(all_, wire.port))
    assert wrong == []
    assert {200, 400, 404, 405, 431} <= set(seen)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (b"hello", "no answer"),
        (HEAD.replace(b"200 OK", b"500 Oh") + b"\r\n", "a 500"),
        (HEAD.replace(b"200 OK", b"503 Oh") + b"\r\n", "a 503"),
        (HEAD + b"content-length: 5\r\n\r\nhell", "not whole"),
        (HEAD + b"content-length: 5\r\n\r\nhello" + HEAD[:40], "no answer"),
        (b"HTTP/1.1 200 OK\r\n\r\n", "without the fields"),
        (HEAD + b"location: /c/" + TOKEN.encode() + b"\r\n\r\n", "repeats the secret"),
    ],
)
def test_it_would_notice(answers, told):
    assert told in fault(answers, TOKEN, Counter())


@pytest.mark.parametrize(
    "answers",
    [
        b"",
        HEAD + b"content-length: 5\r\n\r\nhello",
        HEAD + b"content-length: 5\r\n\r\n" + HEAD + b"content-length: 5\r\n\r\nhello",
        HEAD.replace(b"200 OK", b"304 Not Modified") + b"\r\n",
    ],
)
def test_it_leaves_alone(answers):
    assert fault(answers, TOKEN, Counter()) is None
