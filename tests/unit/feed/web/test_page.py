"""The page of a link: what it offers, what it says, what it never does."""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from datetime import UTC, datetime
from html.parser import HTMLParser

import msgspec
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as some

from mesocycle.feed.links.addresses import addresses
from mesocycle.feed.model import Link
from mesocycle.feed.web.page import POLLS, page
from mesocycle.programme import DISCLAIMER

TOKEN = "RSF73WYN55FtWbDZytlctFADBXB0aKEGfzhwSki-gT4"
NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
LINK = Link("kimoru", "rehab/knee-7", "Ben's physio", "0" * 64, NOW, {"alarm": "30min"})
REVOKED = msgspec.structs.replace(LINK, revoked=NOW)
#: Where Google takes a link that is pasted.
BY_HAND = "https://calendar.google.com/calendar/r/settings/addbyurl"
VOID = {"meta", "input", "br", "link", "img", "hr"}
OWN = VOID | {"path", "rect"}


class Tree(HTMLParser):
    """Elements as (tag, attributes, text within); every tag has to be closed."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.open = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        assert tag in OWN
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for _, _, texts in self.open:
            texts.append(data)

    def all(self, *tags):
        return [(attrs, "".join(texts)) for tag, attrs, texts in self.elements if tag in tags]

    def text(self):
        return " ".join(self.all("body")[0][1].split())


def drawn(title="A back – Ana", base="https://cal.example.org", link=LINK):
    return page(link, title, addresses(base, TOKEN, title))


def hrefs(tree):
    return [attrs["href"] for attrs, _ in tree.all("a")]


@pytest.mark.proves("C67")
def test_a_button_for_each_program():
    at = addresses("https://cal.example.org", TOKEN, "A back – Ana")
    tree = Tree(drawn().html)
    assert hrefs(tree) == [at.webcal, at.google, at.outlook, at.office, BY_HAND]
    assert [text.split("  ")[0] for _, text in tree.all("b")] == [
        "On this device", "Google Calendar", "Outlook.com", "Microsoft 365",
    ]  # fmt: skip
    for attrs, _ in tree.all("a")[1:]:
        assert attrs["rel"] == "noopener noreferrer"


def test_the_link_can_be_copied_without_a_script():
    tree = Tree(drawn().html)
    ((field, _),) = tree.all("input")
    assert field["value"] == f"https://cal.example.org/c/{TOKEN}/plan.ics"
    assert "readonly" in field
    ((button, _),) = tree.all("button")
    assert "hidden" in button  # until the script is there that makes it do something


def test_the_qr_code_leads_to_this_page():
    at = addresses("https://cal.example.org", TOKEN, "x")
    ((_, qr),) = [each for each in Tree(drawn("x").html).all("svg") if "viewbox" in each[0]][1:]
    wanted = segno.make_qr(at.page, error="m").svg_inline(
        border=4, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    assert wanted in drawn("x").html
    assert qr.strip() == ""
    assert ET.fromstring(wanted).tag == "svg"


def test_how_soon_changes_show():
    tree = Tree(drawn().html)
    cells = [text for _, text in tree.all("th", "td")]
    assert cells == ["Program", "looks again", *(cell for row in POLLS for cell in row)]
    assert "every 8 to 24 hours" in dict(POLLS)["Google Calendar"]


def test_what_has_to_be_known():
    text = Tree(drawn().html).text()
    assert "as good as a password" in text
    assert "Did it get out? Tell whoever gave it to you" in text
    assert DISCLAIMER in text


@pytest.mark.proves("C65")
def test_it_says_which_calendar_it_is_and_nothing_else_of_it():
    html = drawn().html
    assert Tree(html).all("h1")[0][1] == Tree(html).all("title")[0][1] == "A back – Ana"
    for each in ("Ben", "physio", "rehab", "knee", "kimoru", "alarm", "30min", "0" * 10):
        assert each not in html


@pytest.mark.parametrize(
    ("base", "says", "phone"),
    [
        ("http://127.0.0.1:8080", "works on this computer only. Phones, Google and", False),
        ("http://localhost", "works on this computer only", False),
        ("http://192.168.1.5:8080", "works in its own network only. Google and Outlook", True),
        ("https://nas.local", "works in its own network only", True),
        ("http://cal.example.org", "is not encrypted", True),
    ],
)
def test_an_address_that_not_all_can_reach_says_so(base, says, phone):
    tree = Tree(drawn(base=base).html)
    assert says in tree.text()
    assert hrefs(tree) == [f"webcal:{base.partition(':')[2]}/c/{TOKEN}/plan.ics"]
    assert ("Point its camera here" in tree.text()) is phone


def test_one_that_all_can_reach_says_nothing_of_it():
    assert "This address" not in Tree(drawn().html).text()


# --- ended ---------------------------------------------------------------------------


@pytest.mark.parametrize("replaced", [True, False])
@pytest.mark.proves("C61")
def test_a_link_that_ended_says_what_to_do_and_offers_nothing(replaced):
    ended = msgspec.structs.replace(REVOKED, replaced=replaced)
    html = drawn(link=ended).html
    tree = Tree(html)
    assert tree.all("h1")[0][1] == "This link has ended"
    assert tree.all("a", "input", "button", "script") == []
    assert "Delete the old calendar" in tree.text()
    assert ("There is a new one in its place" in tree.text()) is replaced
    assert DISCLAIMER in tree.text()
    for each in (TOKEN, "A back", "Ana", "Ben", "rehab"):
        assert each not in html


# --- safe and sound ------------------------------------------------------------------------------

PAGES = pytest.mark.parametrize(
    "made", [drawn(), drawn(base="http://127.0.0.1"), drawn(link=REVOKED)],
    ids=["page", "here", "ended"],
)  # fmt: skip


@PAGES
@pytest.mark.proves("C65")
def test_it_loads_nothing_and_may_not(made):
    tree = Tree(made.html)
    assert tree.all("link", "img", "iframe", "object", "embed", "form", "base") == []
    assert all("src" not in attrs and "style" not in attrs for _, attrs, _ in tree.elements)
    assert not any(name.startswith("on") for _, attrs, _ in tree.elements for name in attrs)
    assert "url(" not in made.html.replace("url=", "")
    assert "@import" not in made.html
    assert made.csp.startswith("default-src 'none'; ")
    assert "unsafe" not in made.csp
    assert "frame-ancestors 'none'" in made.csp
    assert ({"name": "referrer", "content": "no-referrer"}, "") in tree.all("meta")


@PAGES
def test_style_and_script_are_those_that_the_policy_allows(made):
    for tag in ("style", "script"):
        for text in re.findall(f"<{tag}>(.*?)</{tag}>", made.html, re.DOTALL):
            digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in made.csp


@PAGES
def test_people_with_screen_readers_find_their_way(made):
    tree = Tree(made.html)
    assert tree.all("html")[0][0]["lang"] == "en"
    assert len(tree.all("main")) == len(tree.all("h1")) == len(tree.all("title")) == 1
    ids = [attrs["id"] for _, attrs, _ in tree.elements if "id" in attrs]
    assert len(set(ids)) == len(ids)
    for _, attrs, _ in tree.elements:
        named = [attrs[a] for a in ("for", "aria-labelledby", "aria-describedby") if a in attrs]
        assert set(named) <= set(ids)
    labels = [attrs["for"] for attrs, _ in tree.all("label")]
    assert all(attrs["id"] in labels for attrs, _ in tree.all("input"))
    assert all("aria-labelledby" in attrs for attrs, _ in tree.all("section"))
    viewport = next(a["content"] for a, _ in tree.all("meta") if a.get("name") == "viewport")
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport


PAYLOADS = (
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "</style><style>*{display:none}",
    "<!--",
    "]]>",
    "&lt;b&gt;",
    "\0\x1b[31m\u202eevil\u2028\ud800",
    "javascript:alert(1)",
    "x" * 5000,
)


@pytest.mark.parametrize("title", PAYLOADS, ids=lambda title: ascii(title[:20]))
def test_nothing_in_a_title_comes_alive(title):
    tame, made = Tree(drawn("harmless").html), drawn(title)
    tree = Tree(made.html)
    shape = [(tag, sorted(attrs)) for tag, attrs, _ in tree.elements]
    assert shape == [(tag, sorted(attrs)) for tag, attrs, _ in tame.elements]
    assert "49" not in tree.all("h1")[0][1]
    assert made.html.encode()
    assert made.csp == drawn("harmless").csp


@given(some.text(max_size=60))
def test_whatever_it_is_called_the_page_stays_whole(title):
    tree = Tree(drawn(title).html)
    assert len(tree.all("h1")) == 1
    assert len(hrefs(tree)) == 5


# --- what the eye gets ---------------------------------------------------------------------------


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_everything_can_be_read(mode):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for what a control is known by."""
    light, dark = re.findall(r":root \{(.*?)\}", drawn().html, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    if mode == "dark":
        colours |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))
    pairs = [
        ("ink", "ground"), ("ink", "sheet"), ("soft", "ground"), ("soft", "sheet"),
        ("accent", "sheet"), ("on-accent", "accent"), ("on-accent-soft", "accent"),
        ("caution-ink", "caution"),
    ]  # fmt: skip
    poor = {(a, b): contrast(colours[a], colours[b]) for a, b in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}
    assert contrast(colours["accent"], colours["ground"]) >= 3
    assert contrast(colours["soft"], colours["sheet"]) >= 3
