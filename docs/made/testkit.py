"""The test kit: what the contract asks, and the sample programmes, from their docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from docs.made.table import table, title
from mesocycle.output.samples import MAKERS
from mesocycle.output.testing import OutputContract


def lines() -> Iterator[str]:
    """The promises in their order, then the samples in theirs."""
    yield from title("The test kit", "`src/mesocycle/output/testing`")
    yield "`pip install mesocycle[testing]`, and [how](../how-to/output-plugin.md#test-it)."
    yield ""
    yield "## The contract"
    yield ""
    yield "Every test of `OutputContract`, from `mesocycle.output.testing`."
    yield ""
    promises = {k: v for k, v in vars(OutputContract).items() if k.startswith("test_")}
    yield from table(
        ("test", "asks"),
        ((f"`{name}`", _said(promise)) for name, promise in promises.items()),
    )
    yield "What a subclass may set:"
    yield ""
    yield from table(
        ("", "unless set", ""),
        (
            ("`output`", "must be set", "the output to test"),
            (
                "`shows_disclaimer`",
                "where the media type is a text",
                "whether people read it; a table for other programs says `False`",
            ),
            (
                "`loses`",
                "`False`",
                "whether the format cannot hold all of a programme, and warnings say what it loses",
            ),
            (
                "`reads(made)`",
                "the bytes as UTF-8",
                "what a reader finds in it, for formats in which no text can be found",
            ),
        ),
    )
    yield "## Sample programmes"
    yield ""
    yield "Functions of `mesocycle.output.samples`; `samples()` gives all of them by name. They may"
    yield "change with any version of mesocycle: a golden file of one is then written anew."
    yield ""
    yield from table(
        ("name", "function", "is"),
        ((each, f"`{make.__name__}()`", _first(make)) for each, make in MAKERS.items()),
    )
    yield "## Functions and fixtures"
    yield ""
    yield from table(
        ("from `mesocycle.output.testing`", "gives"),
        (
            ("`content(output, programme, **options)`", "bytes; fails if anything was said to it"),
            (
                "`rendered(output, programme, options=…, previous=…)`",
                "an `Outcome`: the file, if one was made, and the diagnostics",
            ),
            (
                "`golden(output, sample, path, update=…, **options)`",
                "nothing; fails if the file's bytes are others",
            ),
        ),
    )
    yield from table(
        ("fixture of `mesocycle.output.testing.pytest`", "is"),
        (
            ("`output`", "yours: define it in `conftest.py`"),
            ("`programme`", "each sample, one after the other"),
            ("`rendered`", "what `output` makes of `programme`, an `Outcome`"),
            ("`content`", "the bytes of that; skipped where it refuses"),
            (
                "`golden(output, sample='ladder', path=…, **options)`",
                "compares with `golden/SAMPLE.SUFFIX` beside the test, or writes it "
                "(`pytest --update-golden`)",
            ),
        ),
    )


def _said(promise: object) -> str:
    return " ".join(cleandoc(promise.__doc__ or "").split())


def _first(made: object) -> str:
    return (made.__doc__ or "").splitlines()[0]
