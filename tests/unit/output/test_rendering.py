"""Each output runs by itself: what one does wrong is said, and the others are made."""

from __future__ import annotations

import pytest

from mesocycle.cli.terminal import PLUGIN_FAILED, exit_code
from mesocycle.output.registry import load
from mesocycle.output.rendering import render
from mesocycle.output.samples import ladder
from tests.unit.output.conftest import broken


@pytest.fixture
def registry(agenda):
    return load([agenda, broken("fails_to_render")]).value


def told(done):
    return [(each.code, each.message) for each in done.diagnostics]


def made(done):
    return {product.output: product.content for product in done.value}


def test_the_wanted_outputs_in_their_order(registry):
    done = render(registry, ladder(), ["json", "agenda", "json"])
    assert told(done) == []
    assert list(made(done)) == ["json", "agenda"]
    agenda = done.value[1]
    assert (agenda.suffix, agenda.media_type) == ("txt", "text/plain")
    assert b"2026-12-07 Strength\n2026-12-08 Easy run\n" in agenda.content


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("raises", "E610", "ZeroDivisionError: division by zero"),
        ("exits", "E610", "it tried to exit with 0"),
        ("recurses", "E610", "RecursionError"),
        ("arguments", "E610", "TypeError"),
        ("sets", "E610", "does not support item assignment"),
        ("text", "E611", "it returned a str, not a Rendered"),
        ("nothing", "E611", "it returned a NoneType, not a Rendered"),
        ("inside", "E611", "its content is a str, not bytes"),
        ("empty", "E611", "it made an empty file"),
        ("silent", "E611", "it gave no reason"),
        ("warns", "E611", "its warnings are not a tuple of texts"),
        ("mutates", "E612", "changed the programme while making mutates"),
        ("forces", "E612", "changed the programme while making forces"),
        ("ruins", "E612", "changed the programme while making ruins"),
    ],
)
def test_a_failure_is_named_and_the_others_are_as_without_it(registry, name, code, says):
    others = ["ical", "json", "markdown", "agenda"]
    programme = ladder()
    clean = made(render(registry, programme, others))
    done = render(registry, programme, [name, *others])
    ((found, message),) = told(done)
    assert found == code
    assert message.startswith("plugin fails_to_render (x-fails_to_render 0.3) ")
    assert says in message
    assert exit_code(done.diagnostics[:1]) == PLUGIN_FAILED
    assert made(done) == clean
    assert programme == ladder()


def test_a_wrong_answer_is_told_with_the_right_one(registry):
    (diagnostic,) = render(registry, ladder(), ["nothing"]).diagnostics
    assert diagnostic.hints == ("end render with: return Rendered(text.encode())",)


def test_the_place_of_a_failure_is_told(registry):
    (diagnostic,) = render(registry, ladder(), ["raises"]).diagnostics
    assert diagnostic.hints[0].startswith("raised at broken/fails_to_render.py:")


def test_an_interrupt_is_no_failure(registry, monkeypatch):
    def interrupted(self, programme, context):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(registry.outputs["agenda"].output), "render", interrupted)
    with pytest.raises(KeyboardInterrupt):
        render(registry, ladder(), ["agenda"])


def test_printing_is_held_back_with_a_warning(registry, capsys):
    done = render(registry, ladder(), ["prints"])
    assert [code for code, _ in told(done)] == ["W630"]
    assert made(done) == {"prints": b"x"}
    assert capsys.readouterr().out == ""


def test_a_doubt_is_a_warning(registry):
    done = render(registry, ladder(), ["doubts"])
    assert told(done) == [("W631", "doubts: it may be too long")]
    assert done.ok
    assert made(done) == {"doubts": b"x"}


def test_a_refusal_gives_its_reason(registry):
    done = render(registry, ladder(), ["refuses", "agenda"])
    assert told(done) == [("E613", "refuses was not made: there is no ink")]
    assert done.diagnostics[0].hints == ("buy some",)
    assert list(made(done)) == ["agenda"]


def test_an_unknown_output_is_a_mistake_of_who_asked(registry):
    done = render(registry, ladder(), ["icla", "agenda"])
    assert told(done) == [("E620", "unknown output 'icla'")]
    assert done.diagnostics[0].hints == ("did you mean ical?",)
    assert exit_code(done.diagnostics[:1]) != PLUGIN_FAILED
    assert list(made(done)) == ["agenda"]


def test_two_for_one_file_are_refused(agenda):
    twins = load([agenda, broken("endless")]).value
    done = render(twins, ladder(), ["agenda", "agenda-1"])
    assert told(done) == [("E621", "agenda-1 and agenda would write the same file, .txt")]
    assert list(made(done)) == ["agenda"]


class TestOptions:
    def test_a_wrong_option_keeps_only_its_output_from_being_made(self, registry):
        done = render(registry, ladder(), ["json", "agenda"], options={"json": {"ident": "4"}})
        assert told(done) == [("E622", "json has no option 'ident'")]
        assert done.diagnostics[0].hints == ("did you mean indent?",)
        assert list(made(done)) == ["agenda"]

    def test_a_value_of_another_type(self, registry):
        done = render(registry, ladder(), ["json"], options={"json": {"indent": "two"}})
        assert told(done) == [("E623", "json.indent is a whole number, not 'two'")]

    def test_an_option_of_an_output_that_is_not_wanted_now(self, registry):
        assert render(registry, ladder(), ["json"], options={"ical": {"alarm": "1h"}}).ok

    def test_an_option_of_an_output_that_does_not_exist(self, registry):
        done = render(registry, ladder(), ["json"], options={"jsn": {}})
        assert told(done) == [("E620", "unknown output 'jsn'")]
