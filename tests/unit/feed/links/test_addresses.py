"""Addresses are quoted so that whoever takes them apart gets out what was put in."""

from __future__ import annotations

import string
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from mesocycle.feed.links.addresses import BadAddress, addresses, base_address, of_file, reach

TOKEN = "RSF73WYN55FtWbDZytlctFADBXB0aKEGfzhwSki-gT4"
URL = set(string.ascii_letters + string.digits + "-._~:/?#[]@!$&'()*+,;=%")


def test_all_of_them():
    at = addresses("https://cal.example.org", TOKEN, "A back – Ana")
    feed = f"cal.example.org/c/{TOKEN}/plan.ics"
    quoted = feed.replace("/", "%2F")
    name = "&name=A%20back%20%E2%80%93%20Ana"
    assert at.https == f"https://{feed}"
    assert at.page == f"https://cal.example.org/c/{TOKEN}"
    assert at.webcal == f"webcal://{feed}"
    google = "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F"
    assert at.google == google + quoted
    adding = f"/calendar/0/addfromweb?url=https%3A%2F%2F{quoted}{name}"
    assert at.outlook == f"https://outlook.live.com{adding}"
    assert at.office == f"https://outlook.office.com{adding}"


def test_a_file_has_no_page():
    at = of_file("https://b.example.org/x/plan.ics", "x")
    assert at.page is None
    assert at.webcal == "webcal://b.example.org/x/plan.ics"


@pytest.mark.proves("C67")
@example("A&url=https://evil.example#", "/a")
@example("\ud800", "")
@given(some.text(), some.text(string.ascii_letters + "/-~.!$&'()*+,;=:@", max_size=20))
def test_all_lead_to_the_same_feed(title, path):
    base = base_address(f"https://cal.example.org:8443/{path}")
    at = addresses(base, TOKEN, title)
    assert at.https == f"{base}/c/{TOKEN}/plan.ics"
    assert at.https.partition(":")[2] == at.webcal.partition(":")[2]
    assert parse_qs(urlsplit(at.google).query, strict_parsing=True) == {"cid": [at.webcal]}
    for adding in (at.outlook, at.office):
        query = parse_qs(urlsplit(adding).query, keep_blank_values=True, strict_parsing=True)
        name = title.encode("utf-8", "replace").decode()
        assert query == {"url": [at.https], "name": [name]}
        assert not urlsplit(adding).fragment
    assert all(set(each) <= URL for each in (at.https, at.webcal, at.google, at.outlook, at.office))


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://cal.example.org", "https://cal.example.org"),
        ("https://cal.example.org/", "https://cal.example.org"),
        ("HTTPS://Cal.Example.ORG/Training//", "https://cal.example.org/Training"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("http://[0:0::1]", "http://[::1]"),
        ("https://münchen.example/übung", "https://xn--mnchen-3ya.example/%C3%BCbung"),
        ("https://a.example/%C3%BC", "https://a.example/%C3%BC"),
        ("http://nas", "http://nas"),
    ],
)
def test_an_address_to_serve_under(typed, base):
    assert base_address(typed) == base
    assert base_address(base) == base


@pytest.mark.parametrize(
    "typed",
    [
        "", "cal.example.org", "//cal.example.org", "ftp://a.example", "webcal://a.example",
        "javascript:alert(1)", "https://", "https:///x", "https://ana:secret@a.example",
        "https://@a.example", "https://a.example?x=1", "https://a.example/#", "https://a.example/?",
        "https://a.example:99999", "https://a.example:x", "https://a.example:0",
        "https://a b.example",
        "https://a.example/a b", "https://a.example/%zz", "https://a\n.example",
        "https://a.exa\tmple",
        "https://a..example", "https://-a.example", "https://[::g]", "https://[fe80::1%eth0]",
        "https://" + "a" * 300, "https://a.example\\@b.example", 'https://a"b.example',
        "https://a.example/<script>\x7f", "https://\ud800.example", "https://a.example/\u202e",
    ],
    ids=ascii,
)  # fmt: skip
def test_what_is_none(typed):
    with pytest.raises(BadAddress):
        base_address(typed)


@given(some.text() | (some.text() | some.text("[]:@%./?#a1ü\\")).map("https://{}".format))
def test_whatever_is_typed_is_an_address_or_is_refused(text):
    try:
        base = base_address(text)
    except BadAddress:
        return
    assert base_address(base) == base
    assert set(base) <= URL
    assert not base.endswith("/")


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("http://127.0.0.1:8080", "here"),
        ("https://localhost", "here"),
        ("http://plans.localhost/x", "here"),
        ("http://[::1]:80", "here"),
        ("http://0.0.0.0:80", "here"),
        ("http://192.168.1.5", "near"),
        ("https://10.0.0.1", "near"),
        ("https://100.64.0.1", "near"),
        ("https://[fe80::1]", "near"),
        ("https://nas", "near"),
        ("https://nas.local", "near"),
        ("https://nas.fritz.box.home.arpa.", "near"),
        ("http://cal.example.org", "plain"),
        ("http://8.8.8.8", "plain"),
        ("https://cal.example.org", "public"),
        ("https://8.8.8.8/x", "public"),
    ],
)
def test_from_where_it_can_be_had(url, where):
    assert reach(url) == where
