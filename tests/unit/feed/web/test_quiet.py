"""What libraries log is told without what somebody sent."""

from __future__ import annotations

import asyncio
import logging

import pytest

from mesocycle.feed.web import quiet
from tests.unit.feed.web.conftest import TOKEN

pytestmark = pytest.mark.proves("C65")


@pytest.fixture
def said():
    """What was told; afterwards the loggers are as they were."""
    loggers = [logging.getLogger(name) for name in quiet._LOGGERS]
    before = [(each.handlers, each.propagate, each.level) for each in loggers]
    heard = []
    quiet.tame(heard.append)
    yield heard
    for logger, (handlers, propagate, level) in zip(loggers, before, strict=True):
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)


@pytest.mark.parametrize("name", ["uvicorn.error", "uvicorn", "asyncio", "watchfiles"])
def test_an_error_is_told_without_what_is_filled_in(said, name):
    logging.getLogger(name).error("cannot serve %s", f"/c/{TOKEN}")
    assert said == ["cannot serve %s"]


def test_a_traceback_is_a_place(said):
    try:
        raise ValueError(TOKEN)
    except ValueError as bug:
        logging.getLogger("uvicorn.error").error("Exception in %s", TOKEN, exc_info=bug)
    assert len(said) == 1
    assert said[0].startswith("ValueError in ")
    assert TOKEN not in said[0]
    assert not logging.getLogger("uvicorn").propagate


@pytest.mark.parametrize("level", ["debug", "info", "warning"])
def test_what_clients_do_wrong_is_not_told(said, level):
    getattr(logging.getLogger("uvicorn.error"), level)("Invalid HTTP request received.")
    getattr(logging.getLogger("uvicorn.access"), level)("GET /c/%s", TOKEN)
    assert said == []


def test_what_the_loop_sees_is_a_place():
    heard = []
    tell = quiet.told_by_loop(heard.append)
    loop = asyncio.new_event_loop()
    tell(loop, {"message": TOKEN, "exception": KeyError(TOKEN)})
    tell(loop, {"message": TOKEN})
    loop.close()
    assert heard == ["KeyError", "an event of the loop failed"]


def test_the_same_is_told_once_an_hour():
    heard, now = [], [0.0]
    tell = quiet.seldom(heard.append, lambda: now[0])
    for seconds in (0, 1, 3599, 3600, 3601):
        now[0] = float(seconds)
        tell("x")
        tell("y")
    assert heard == ["x", "y"] * 2


def test_it_is_not_remembered_for_ever():
    heard = []
    tell = quiet.seldom(heard.append, lambda: 0.0)
    for number in range(1000):
        tell(str(number))
        tell(str(number))
    assert len(heard) == 1000
