"""A kit for those who write outputs: the tests that every output should pass, and what they use.

    from mesocycle.output.testing import OutputContract
    from mesocycle_agenda import Agenda


    class TestAgenda(OutputContract):
        output = Agenda()

`mesocycle.output.samples` has the programmes that it tries. `content` gives what an output makes
of one of them, `rendered` also what it says to it, and `golden` compares with a file that
somebody has looked at. Fixtures for pytest are in `mesocycle.output.testing.pytest`; a line in
`tests/conftest.py` brings them:

    pytest_plugins = ["mesocycle.output.testing.pytest"]

It is no entry point for pytest: that would run in every project of everybody who has mesocycle.
`pip install mesocycle[testing]` installs pytest; nothing else here needs it.
"""

from mesocycle.output.testing.contract import OutputContract
from mesocycle.output.testing.golden import golden
from mesocycle.output.testing.trying import content, rendered

__all__ = ["OutputContract", "content", "golden", "rendered"]
