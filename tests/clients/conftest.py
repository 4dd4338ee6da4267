"""Real calendar programs: a slow suite that runs only if asked for by name (`make clients`)."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.clients.waiting")

from tests.clients import chosen  # noqa: E402 - after register_assert_rewrite
from tests.clients.programs import PROGRAMS  # noqa: E402


def pytest_ignore_collect(collection_path, config) -> bool | None:
    """Whether to leave it out: always, unless the folder or a file of it is named."""
    return None if chosen.named(config.args) else True


def pytest_generate_tests(metafunc) -> None:
    """One run for each program."""
    if "program" in metafunc.fixturenames:
        names = [each.name for each in PROGRAMS]
        metafunc.parametrize("program", PROGRAMS, ids=names, indirect=True, scope="module")


@pytest.fixture(scope="module")
def program(request, tmp_path_factory):
    """A calendar program with a home of its own; skipped, with the reason, where it is absent."""
    reason = request.param.absent()
    if reason:
        pytest.skip(reason)
    found = request.param(tmp_path_factory.mktemp(request.param.name))
    yield found
    found.close()
