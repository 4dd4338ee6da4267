"""The page in a real browser: a slow suite that runs only if asked for by name (`make browser`)."""

from __future__ import annotations

import shutil

import pytest

from tests.browser.pages import ARGUMENTS, written


def pytest_ignore_collect(collection_path, config) -> bool | None:
    """Whether to leave it out: always, unless the folder or a file of it is named."""
    named = any("tests/browser" in each.replace("\\", "/") for each in config.args)
    return None if named else True


@pytest.fixture(scope="session")
def chromium():
    """The browser of this system; skipped, with the reason, where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("chromium is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where pages are written, each once."""
    return written(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def visit(chromium, folder):
    """Opens a page of its own: `visit("ladder", day="2026-12-09", width=390, scheme="light")`."""
    from tests.browser.pages import Visit

    found: list[Visit] = []

    def open_page(name: str, **wishes) -> Visit:
        found.append(Visit(chromium, folder / f"{name}.html", **wishes))
        return found[-1]

    yield open_page
    for each in found:
        each.close()
