"""Whatever text comes in: diagnostics with spans inside the file, never an exception."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.syntax.reading import diary, plan

PLANS = Path(__file__).resolve().parents[3] / "plans"
LINES = sorted(
    {
        line
        for path in [*PLANS.rglob("*.plan"), *PLANS.rglob("*.diary")]
        for line in path.read_text(encoding="utf-8").splitlines()
    }
)
WORDS = sorted({word for line in LINES for word in line.split()})
SIGNS = list(" \t\n;:,.|#()\"'-+*x=<>%@/&0123456789“”\u00a0\u202e\x00\ufeff٣é")

texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(SIGNS), max_size=200).map("".join),
    st.lists(st.sampled_from(WORDS + SIGNS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(LINES), max_size=20).map("\n".join),
)


@st.composite
def damaged(draw):
    """Lines of real files with some characters deleted, doubled, or replaced."""
    text = "\n".join(draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=12)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(text) - 1)))
        text = (
            text[:at] + draw(st.sampled_from(["", text[at : at + 1] * 2, *SIGNS])) + text[at + 1 :]
        )
    return text


def holds(outcome):
    source = outcome.value.source
    for each in outcome.diagnostics:
        assert each.span.source is source
        assert 0 <= each.span.start <= each.span.end <= len(source.text)
        assert each.message
        assert "\n" not in each.span.text
    for statement in outcome.value.statements:
        inside(statement, source)


def inside(statement, source):
    """Every piece stands in the file, in one line, where its words do."""
    for piece in (statement.head, *statement.clauses):
        assert 0 <= piece.start <= piece.end <= len(source.text)
        assert "\n" not in piece.span.text
    for child in statement.children:
        inside(child, source)


@given(st.one_of(texts, damaged()))
@settings(max_examples=300, deadline=None)
def test_any_text_as_a_plan(text):
    holds(plan(text))


@given(st.one_of(texts, damaged()))
@settings(max_examples=300, deadline=None)
def test_any_text_as_a_diary(text):
    holds(diary(text))
