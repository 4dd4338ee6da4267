"""What an output says of its own file: suffix and media type, where they are not fixed."""

from __future__ import annotations

import pytest

from mesocycle.output import Option, Rendered
from mesocycle.output.options import wrong_default
from mesocycle.output.samples import ladder
from mesocycle.output.testing import rendered


class Named:
    """An output that names its file itself."""

    name, suffix, media_type = "named", "txt", "text/plain"
    summary, options = "a file of any name", ()

    def __init__(self, **said):
        self._said = said

    def render(self, programme, context):
        return Rendered(b"x", **self._said)


def test_a_file_has_the_outputs_names_unless_it_has_its_own():
    (product,) = rendered(Named(), ladder()).value
    assert (product.suffix, product.media_type) == ("txt", "text/plain")
    (product,) = rendered(Named(suffix="page.html", media_type="text/html"), ladder()).value
    assert (product.suffix, product.media_type) == ("page.html", "text/html")


@pytest.mark.parametrize(
    "said",
    [
        {"suffix": "../x"},
        {"suffix": "a/b"},
        {"suffix": "a b"},
        {"suffix": 5},
        {"suffix": "x" * 50},
        {"media_type": "html"},
        {"media_type": "text/html\r\nSet-Cookie: a"},
    ],
)
def test_what_is_no_name_is_a_fault_of_the_plugin(said):
    done = rendered(Named(**said), ladder())
    assert [each.code for each in done.diagnostics] == ["E611"]
    assert not done.value


def test_an_option_of_the_type_file_has_no_file_by_default():
    assert wrong_default(Option(name="x", type="file", default="", help="a file")) is None
    assert wrong_default(Option(name="x", type="file", default="/etc/passwd", help="a file"))
