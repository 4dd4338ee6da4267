"""Ids are short, can be said, and never two the same."""

from __future__ import annotations

import re
import secrets

from hypothesis import given
from hypothesis import strategies as some

from mesocycle.feed.links.names import digest_of, new_id, new_token


@given(some.binary(min_size=40, max_size=40))
def test_an_id_can_be_said(noise):
    assert re.fullmatch("([bdfgklmnprstvz][aeiou]){3}", new_id(lambda size: noise[:size], ()))


def test_an_id_is_taken_once():
    taken = set()
    for _ in range(2000):
        taken.add(new_id(secrets.token_bytes, taken))
    assert len(taken) == 2000


def test_it_grows_where_all_short_ones_are_taken():
    class Short:
        def __contains__(self, name):
            return len(name) < 10

    assert len(new_id(secrets.token_bytes, Short())) == 10


@given(some.binary(min_size=32, max_size=32))
def test_a_token_is_one_word_of_an_address(noise):
    token = new_token(lambda _: noise)
    assert re.fullmatch("[A-Za-z0-9_-]{43}", token)
    assert digest_of(token) is not None


@given(some.text())
def test_no_text_upsets_the_look_for_it(text):
    assert digest_of(text) is None or len(text) == 43
