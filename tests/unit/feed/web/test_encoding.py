"""Who wants gzip."""

from __future__ import annotations

import pytest

from mesocycle.feed.web.encoding import takes_gzip
from tests.unit.feed.web.wire import FEED

pytestmark = pytest.mark.proves("C57")


@pytest.mark.parametrize(
    "value",
    [
        "gzip", "GZIP", "x-gzip", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.8, *;q=0.1", "*",
        "*;q=0.5", "gzip;q=0.001", "gzip;q=1", "gzip ; q=0.5", "identity;q=0.5, gzip;q=0.5",
        "identity;q=0, gzip", "gzip;Q=0.5", "deflate,\tgzip", "br;level=3,gzip", "identity;q=0, *",
    ],
)  # fmt: skip
def test_who_does(value):
    assert takes_gzip(value.encode())


@pytest.mark.parametrize(
    "value",
    [
        None, "", "identity", "br", "deflate", "gzip;q=0", "gzip;q=0.0", "gzip;q=0.000", "*;q=0",
        "gzip;q=0, *", "x-gzip;q=0, *;q=1", "identity, gzip;q=0.5", "identity;q=0.9, *;q=0.5",
        "gzip;q=2", "gzip;q=-1", "gzip;q=nan", "gzip;q=", "gzip;", "gzip;x=1", "gzi p", "xgzip",
        "gzip2", "gzip;q=1.5", "gzip;q=0.5555", "gzip;q=1e0", ",", ";", "q=1", "ｇｚｉｐ",
        "a" * 199 + ",gzip", "gzip" + "," * 200,
    ],
)  # fmt: skip
def test_who_does_not(value):
    assert not takes_gzip(value.encode() if value is not None else None)


@pytest.mark.parametrize(
    ("values", "zipped"),
    [(("br", "gzip"), True), (("gzip;q=0", "*"), False), (("identity", "gzip;q=0.1"), False)],
)
def test_several_fields_are_one_list(ask, values, zipped):
    got = ask(FEED, *(("accept-encoding", each) for each in values))
    assert ("content-encoding" in got.headers) is zipped
