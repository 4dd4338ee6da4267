"""Every plan, diary, command and program that docs/ shows is run.

A block says what it is in its first line:

    ```plan                       a whole plan, or lines of one: compiles without a word
    ```plan in=session            lines that stand in a session (also: plan, item, exercise)
    ```plan in=session gym        the same, at a gym: barbells, and an athlete with maxes
    ```plan refused=E203          is refused, with this code and no other; `warned=` likewise
    ```plan each=E132             each of its lines is refused so
    ```plan file=back.plan        is also written to the page's folder; `add=` appends
    ```diary for=back.plan        goes with a plan of that folder
    ```console exit=1             `$` commands and what they print; … stands for anything
    ```python                     runs

Other languages are shown, and written if they say `file=`. With --update-golden a console
block that shows something else is rewritten.
"""

from __future__ import annotations

import pytest

from tests.docs.pages import DOCS, examples, pages
from tests.docs.runner import Page, Wrong


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch):
    """A hundred columns wide, without colour, whatever this run has."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(DOCS).as_posix())
def test_what_a_page_shows_is_true(path, tmp_path, update_golden):
    text = path.read_text(encoding="utf-8")
    page, wrong = Page(tmp_path), []
    for example in examples(text):
        try:
            page.run(example)
        except Wrong as why:
            if example.start not in page.outputs or not update_golden:
                wrong.append(f"{path.relative_to(DOCS)}:{example.line}: {why}")
    if update_golden:
        ends = {example.start: example.end for example in examples(text)}
        for start, output in sorted(page.outputs.items(), reverse=True):
            text = text[:start] + output + text[ends[start] :]
        path.write_text(text, encoding="utf-8")
    assert not wrong, "\n\n".join([*wrong, "If the new output is meant: make docs"])
