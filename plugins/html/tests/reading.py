"""A page, read back by a parser that knows nothing of how it was made."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from mesocycle_html import Html

from mesocycle.output.samples import samples
from mesocycle.output.testing import content
from mesocycle.programme import Programme

#: Elements after which a word ends.
BLOCKS = {"p", "li", "div", "h1", "h2", "h3", "h4", "h5", "summary", "label", "th", "td", "b"}
VOID = {"br", "input", "link", "meta"}


class Element:
    """An element: its name, attributes, text, and those inside."""

    def __init__(self, name: str, attributes: dict[str, str | None], parent: Element | None):
        self.name, self.attributes, self.parent = name, attributes, parent
        self.parts: list[Element | str] = []

    @property
    def inside(self) -> list[Element]:
        return [each for each in self.parts if isinstance(each, Element)]

    @property
    def words(self) -> list[str]:
        return [each for each in self.parts if isinstance(each, str)]

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    @property
    def text(self) -> str:
        """All text inside, on one line."""
        return " ".join("".join(self._texts()).split())

    def _texts(self):
        for each in self.parts:
            yield from [each] if isinstance(each, str) else each._texts()
        yield " " * (self.name in BLOCKS)

    def all(self, name: str | None = None, class_: str | None = None):
        """The elements inside, in order, of a name and a class."""
        for each in self.inside:
            if name in (None, each.name) and (class_ is None or class_ in each.classes):
                yield each
            yield from each.all(name, class_)

    def one(self, name: str | None = None, class_: str | None = None) -> Element:
        return next(self.all(name, class_))

    def known_as(self, identity: str) -> Element:
        return next(each for each in self.all() if each.attributes.get("id") == identity)

    def skeleton(self) -> str:
        """Elements and names of attributes, without a word of text."""
        head = " ".join([self.name, *self.attributes])
        return f"({head}{''.join(each.skeleton() for each in self.inside)})"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {}, None)
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        if len(dict(attrs)) < len(attrs):
            self.faults.append(f"twice the same attribute: {tag}")
        element = Element(tag, dict(attrs), self.here)
        self.here.parts.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag):
        if tag != self.here.name:
            self.faults.append(f"</{tag}> in <{self.here.name}>")
        self.here = self.here.parent or self.here

    def handle_data(self, data):
        self.here.parts.append(data)

    def handle_comment(self, data):
        self.faults.append(f"a comment: {data}")


def read(page: str) -> Element:
    """The whole of it; every element is closed where it should be."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.faults == []
    assert reader.here is reader.root
    return reader.root


@cache
def sample(name: str) -> Element:
    """The page of a sample, made once."""
    return made(samples()[name])


def made(programme: Programme, **options) -> Element:
    """The page of a programme."""
    return read(content(Html(), programme, **options).decode())
