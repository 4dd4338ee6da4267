"""Whatever people write is shown as they wrote it: compared with a parser of CommonMark."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mesocycle_markdown import Markdown
from mesocycle_markdown.escape import inline, paragraph

from mesocycle.output.samples import hostile
from mesocycle.output.testing import content
from mesocycle.output.text import one_line

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "<?php", "</table>",
    "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "[x]: https://example.org",
    "[x][y]", "<https://example.org>", "<a@example.org>", "&lt;b&gt;", "&#106;", "&copy;",
    "# heading", "## a ##", "text #", "---", "***", "___", "===", "- item", "+ item", "* item",
    "1. item", "12) item", "> quote", "```\ncode", "~~~", "`code`", "``a` b``", "    code",
    "**bold**", "__bold__", "*em*", "_em_", "~~gone~~", "a | b", "| a |\n|---|", "\\", "a\\",
    "\\*", "$x$", "a\n===", "a\n---", "line  \nbreak", ":-)", ": x", "- [ ] task", "\tx", "**",
    "*(a)*", "a*b*c", "“quoted”", "x_y_z", "[^1]", "[^1]: note", "'; --", "{{ x }}", "{% x %}",
]  # fmt: skip


def shown(markdown):
    """Each paragraph or item as a reader of HTML sees it, without the tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", READER.render(markdown))).replace("\u200b", "")


@pytest.mark.parametrize("text", PAYLOADS)
@pytest.mark.parametrize("before", ["", "# ", "- ", "> ", "**x** · "])
def test_it_reads_as_it_was_written(text, before):
    escaped = paragraph(text) if before in ("", "> ") else inline(text)
    if before == "> ":
        escaped = escaped.replace("\n", "\n> ")
    expected = one_line(("x · " if "x" in before else "") + text)
    assert one_line(shown(before + escaped)) == expected


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_whole_sheet_has_the_same_markup_as_with_harmless_words(text):
    def tags(words):
        made = content(Markdown(), hostile(words)).decode()
        return re.findall(r"</?[a-z0-9]+", READER.render(made))

    # As many lines, because a line of a paragraph stays a line.
    twin = "\n".join(["harmless"] * len([line for line in text.split("\n") if line.strip()]))
    assert tags(text) == tags(twin)


@settings(max_examples=300)
@given(st.text(st.sampled_from("\\`*_{}[]<>()#+-.!|~&$=:\"'^ \n1aß\u00a0"), min_size=1))
def test_no_mixture_of_marks_is_markup(text):
    markup = READER.render(paragraph(text))
    assert set(re.findall(r"</?([a-z0-9]+)", markup)) <= {"p", "br"}
    assert one_line(shown(paragraph(text))) == one_line(text)
