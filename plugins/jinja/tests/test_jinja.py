"""Templates: what they see, what they may do, and what is said of those that are wrong."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from mesocycle_jinja import Jinja
from mesocycle_jinja import budget as limits
from msgspec.structs import replace

from mesocycle.output import wording
from mesocycle.output.samples import hostile, ladder, samples, stopped
from mesocycle.output.testing import OutputContract, content, rendered
from mesocycle.programme import Because, Decision


class TestContract(OutputContract):
    output = Jinja()


def made(template, programme=None, **options):
    return content(Jinja(), programme or ladder(), template=template, **options).decode()


def refused(template, **options):
    """Why the template is refused, which it must be."""
    done = rendered(Jinja(), ladder(), options={"template": template} | options)
    assert [each.code for each in done.diagnostics] == ["E613"]
    assert not done.value
    return done.diagnostics[0].message.removeprefix("jinja was not made: ")


def warned(template, programme, **options):
    done = rendered(Jinja(), programme, options={"template": template} | options)
    return [each.message for each in done.diagnostics]


NAMES = "{% for session in programme.sessions %}{{ session.name }}\n{% endfor %}"


def test_a_template_that_is_silent_about_a_stop_is_warned_of():
    assert "does not say that training is stopped" in warned(NAMES, stopped())[0]
    assert warned(NAMES, ladder()) == []


@pytest.mark.parametrize(
    "words",
    [
        "{% for each in programme.notices %}<p>{{ each.text }}</p>{% endfor %}",
        "{% for each in programme.sessions %}{{ why_not(each) }}{% endfor %}",
        "{% for each in programme.sessions %}{{ each.status }}{% endfor %}",
    ],
)
def test_one_that_tells_it_in_any_words_is_not(words):
    assert warned(NAMES + words, stopped(), suffix="html") == []


def test_without_a_template_it_is_a_line_for_each_session():
    lines = content(Jinja(), ladder()).decode().splitlines()
    assert lines[0] == "A back that runs"
    assert lines[1].startswith("2026-12-07 07:00  Strength, about 40 min: Cat Cow, Figure Four")
    assert len([line for line in lines if line[:2] == "20"]) == len(ladder().sessions)
    assert lines[-2:] == [ladder().disclaimer, ladder().abort]


def test_a_template_sees_the_programme():
    assert made("{{ programme.athlete.name }}") == "Ana"
    first = "programme.sessions[0].blocks[0].items[0]"
    assert made(f"{{{{ {first}.sets[0].reps.target }}}}") == "10"


def test_it_has_the_words_of_all_outputs():
    assert made("{{ day(programme.starts, short=true) }}") == "Mon 7 Dec"
    assert made("{{ duration(5400) }}, {{ distance(42195) }}") == "1 h 30 min, 42.2 km"
    block = "programme.sessions[0].blocks[1]"
    superman = made(f"{{{{ work({block}.items[0], {block}) }}}}")
    assert superman == "3 × 8 reps (8–12), tempo 2-0-2-0, rest 60 s"
    for name in wording.__all__:
        if name[0].islower():
            assert made(f"{{{{ {name} is callable }}}}") == "True"


def test_what_people_wrote_is_escaped_in_markup_and_nowhere_else():
    twin = hostile("<b>&</b>")
    template = "<i>{{ programme.plan.name }}</i>"
    assert made(template, twin, suffix="html") == "<i>&lt;b&gt;&amp;&lt;/b&gt;</i>"
    assert made(template, twin, suffix="page.xml") == "<i>&lt;b&gt;&amp;&lt;/b&gt;</i>"
    assert made(template, twin, suffix="md") == "<i><b>&</b></i>"


def test_what_people_wrote_is_never_a_template():
    twin = hostile("{{ 7 * 7 }}{% endfor %}")
    assert made("{{ programme.plan.name }}", twin) == "{{ 7 * 7 }}{% endfor %}"


@pytest.mark.parametrize(
    ("suffix", "name", "media_type"),
    [
        ("txt", "txt", "text/plain; charset=utf-8"),
        ("html", "html", "text/html; charset=utf-8"),
        (".HTML", "html", "text/html; charset=utf-8"),
        ("week.md", "week.md", "text/markdown; charset=utf-8"),
        ("json", "json", "application/json"),
        ("org", "org", "text/plain; charset=utf-8"),
    ],
)
def test_the_suffix_says_what_it_is(suffix, name, media_type):
    product = rendered(Jinja(), ladder(), options={"template": "x", "suffix": suffix}).unwrap()[0]
    assert (product.suffix, product.media_type) == (name, media_type)


@pytest.mark.parametrize("suffix", ["plan", "diary", "my.plan", "PLAN"])
def test_it_never_writes_over_what_mesocycle_reads(suffix):
    assert refused("x", suffix=suffix).startswith("a template makes no .")


@pytest.mark.parametrize("suffix", ["", "a/b", "..", "../x", "a b", "ä", "x" * 50])
def test_what_is_no_suffix_is_refused(suffix):
    done = rendered(Jinja(), ladder(), options={"template": "x", "suffix": suffix})
    assert not done.value if suffix else done.value[0].suffix == "txt"


def test_stopped_sessions_show_no_exercise():
    template = "{% for s in programme.sessions %}{{ s.status }}:{{ s.blocks|length }} {% endfor %}"
    assert made(template, stopped()) == "done:1 stopped:0 stopped:0 "


def test_pain_is_there_only_with_reasons():
    held = Decision(
        id="d1", outcome="held", rule="pain above 3", text="Held.", session="s",
        because=(Because(file="ana.diary", line=3, text="pain 5"),),
    )  # fmt: skip
    decided = replace(ladder(), decisions=(held,))
    template = "[{% for d in programme.decisions %}{{ d.because[0].text }}{% endfor %}]"
    assert made(template, decided) == "[]"
    assert made(template, decided, reasons=True) == "[pain 5]"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("a\n{% for s in programme.sessions %}\nb", "line 3 of the template: Unexpected end"),
        ("a\nb\n{{ programme.nam }}", "line 3 of the template: a Programme has no 'nam'"),
        ("{{ sesion }}", "line 1 of the template: 'sesion' is undefined"),
        ("\n{% if sesion %}{% endif %}", "line 2 of the template: 'sesion' is undefined"),
        ("\n\n{{ day('x') }}", "line 3 of the template: Invalid isoformat string: 'x'"),
        ("{{ 1 / 0 }}", "line 1 of the template: division by zero"),
        ("{{ title }}", "line 1 of the template: this is a function; call it"),
        ("{{ 'a'|nope }}", "line 1 of the template: No filter named 'nope'."),
        ("{% include 'x' %}", "line 1 of the template: no loader"),
        ("{% import 'os' as os %}", "line 1 of the template: no loader"),
        ("{% extends 'base.html' %}", "line 1 of the template: no loader"),
        (" \n{# nothing #}", "the template made nothing"),
    ],
)
def test_a_wrong_template_is_told_with_its_line(template, says):
    assert refused(template).startswith(says)


@pytest.mark.parametrize(
    "template",
    [
        "{{ programme.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ day.__globals__ }}",
        "{{ programme.sessions.__init__ }}", "{{ ().__class__.__bases__[0].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os }}", "{{ self.__init__ }}",
        "{{ programme['__class__'] }}",
        "{{ programme|attr('__class__') }}", "{{ programme.regions.update({'a': 'b'}) }}",
        "{{ programme.regions.clear() }}", "{{ [1, 2].append(3) }}",
    ],
)  # fmt: skip
def test_a_template_only_reads_the_programme(template):
    assert refused(template).startswith("line 1 of the template: ")


GROWS = (
    "{{% set n = namespace(a={}) %}}{{% for i in range(99) %}}{{% set n.a = n.a {} n.a %}}"
    "{{% endfor %}}x"
)


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9) %}{{ 'x' * 999 }}{% endfor %}{% endfor %}",
        "{% set x %}{% for a in range(9999) %}" + "y" * 9999 + "{% endfor %}{% endset %}",
        GROWS.format("'xx'", "~"), GROWS.format("'xx'", "+"), GROWS.format("9", "*"),
        "{{ 'a' * 999999999 }}", "{{ 999999999 * [1] }}", "{{ 10 ** 10 ** 10 }}",
        "{{ 'a'|center(999999999) }}", "{{ 'a'.ljust(999999999) }}", "{{ 'a'|indent(999999999) }}",
        "{{ '%999999999d' % 1 }}", "{{ '{:999999999}'.format(1) }}", "{{ range(999999999)|list }}",
        "{{ '%999999999s'|format('x') }}", "{{ {}|tojson(indent=999999999) }}",
        "{{ 'a'|replace('', 'b' * 9999)|replace('b', 'c' * 9999) }}",
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for s in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    ],
)  # fmt: skip
def test_a_template_that_asks_for_too_much_is_stopped(template, monkeypatch):
    monkeypatch.setattr(limits, "STEPS", 50_000)
    monkeypatch.setattr(limits, "LETTERS", 1_000_000)
    assert "of the template: " in refused(template)


def test_a_year_is_far_below_the_limits(monkeypatch):
    monkeypatch.setattr(limits, "STEPS", limits.STEPS // 10)
    monkeypatch.setattr(limits, "LETTERS", limits.LETTERS // 10)
    assert len(made("", samples()["large"]).splitlines()) > 300


@pytest.mark.parametrize("template", ["{{ [1, 2]|random }}", "{{ lipsum() }}", "{{ now() }}"])
def test_nothing_differs_from_time_to_time(template):
    assert refused(template)


def test_loops_know_where_they_are():
    template = "{% for x in 'abc' %}{{ loop.index }}/{{ loop.length }}{{ loop.last }} {% endfor %}"
    assert made(template) == "1/3False 2/3False 3/3True "
    assert made("{% for x in [] %}{% else %}none{% endfor %}") == "none"
    assert made("{% for a, b in {'x': 1}.items() if b %}{{ a }}{% endfor %}") == "x"


def test_without_jinja_it_says_what_to_install(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "jinja2"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "mesocycle_jinja.sandbox", raising=False)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = rendered(Jinja(), ladder(), options={"template": "x"})
    assert [each.code for each in done.diagnostics] == ["E613"]
    assert done.diagnostics[0].hints == ("pip install 'mesocycle[jinja]'",)


def test_dates_are_texts():
    assert date.fromisoformat(made("{{ programme.sessions[0].date }}")).year == 2026
