"""Fixtures for pytest. In your `tests/conftest.py`:

    import pytest
    from mesocycle_agenda import Agenda

    pytest_plugins = ["mesocycle.output.testing.pytest"]


    @pytest.fixture
    def output():
        return Agenda()

A test that takes `programme` runs once for each sample programme; `rendered` is what your
output makes of it with all that it says, `content` only the bytes. `golden` compares with
`golden/SAMPLE.SUFFIX` beside the test; `pytest --update-golden` writes those files.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from os import PathLike

import pytest

from mesocycle.diagnostics import Outcome
from mesocycle.output.model import OptionValue, Output
from mesocycle.output.rendering import Product
from mesocycle.output.samples import MAKERS
from mesocycle.output.testing.golden import golden as compare
from mesocycle.output.testing.trying import rendered as run
from mesocycle.output.testing.trying import told
from mesocycle.programme import Programme

OPTION = "--update-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden`; if the project has an option of that name, that one is meant."""
    try:
        parser.addoption(
            OPTION, action="store_true", help="write the files in golden/ instead of comparing"
        )
    except ValueError:
        return


@pytest.fixture
def output() -> Output:
    """The output under test: define a fixture of this name in your conftest.py."""
    pytest.fail("define a fixture `output` in conftest.py that returns your output", pytrace=False)


@pytest.fixture(params=tuple(MAKERS))
def programme(request: pytest.FixtureRequest) -> Programme:
    """Each of the sample programmes, one after the other."""
    return MAKERS[request.param]()


@pytest.fixture
def rendered(output: Output, programme: Programme) -> Outcome[tuple[Product, ...]]:
    """What the output makes of the programme, with all that it says to it."""
    return run(output, programme)


@pytest.fixture
def content(rendered: Outcome[tuple[Product, ...]]) -> bytes:
    """The bytes that the output makes of the programme; a refused one is skipped."""
    if not rendered.value:
        refused = [each.code for each in rendered.diagnostics if each.severity == "error"]
        assert refused == ["E613"], told(rendered)
        pytest.skip(told(rendered))
    return rendered.value[0].content


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[..., None]:
    """`golden(output, "ladder")`: it makes what is in `golden/ladder.SUFFIX` beside the test."""
    update = bool(request.config.getoption(OPTION))

    def call(
        output: Output,
        sample: str | Programme = "ladder",
        path: str | PathLike[str] | None = None,
        **options: OptionValue,
    ) -> None:
        name = sample if isinstance(sample, str) else sample.plan.id
        file = f"{re.sub(r'[^A-Za-z0-9]+', '-', name)}.{output.suffix}"
        compare(
            output, sample, path or request.path.parent / "golden" / file, update=update, **options
        )

    return call
