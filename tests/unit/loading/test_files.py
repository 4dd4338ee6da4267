"""Files, pipes and standard input become sources; what cannot be had says why."""

from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace

import pytest

from mesocycle.loading import read, shown_name


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(path, **how):
    found = read(path, **how)
    assert found.value is None
    (only,) = found.diagnostics
    return only


def test_a_file_is_read_under_the_name_that_people_typed(here):
    (here / "back.plan").write_text("plan\n")
    found = read("./back.plan").unwrap()
    assert (found.name, found.text) == ("back.plan", "plan\n")


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"plan\n")))
    found = read("-").unwrap()
    assert (found.name, found.text) == ("<stdin>", "plan\n")


def test_a_missing_file_names_the_one_that_was_meant(here):
    (here / "back.plan").touch()
    found = refusal("bakc.plan")
    assert found.code == "E700"
    assert found.message == "cannot read bakc.plan: no such file or directory"
    assert found.hints == ("did you mean back.plan?",)


def test_a_missing_folder_has_nothing_to_suggest():
    assert refusal("nowhere/back.plan").hints == ()


def test_a_folder_is_no_file(here):
    (here / "plans").mkdir()
    found = refusal("plans")
    assert (found.code, found.message) == ("E701", "plans is a folder, not a file")


@pytest.mark.parametrize("path", ["a\0b", "", "x" * 5000])
def test_a_name_that_no_file_can_have(path):
    assert refusal(path).code == "E700"


def test_a_file_without_an_end_is_too_large():
    assert refusal("/dev/zero").code == "E702"


def test_a_pipe_can_be_refused_without_waiting_for_it(here):
    os.mkfifo(here / "pipe.plan")
    assert refusal("pipe.plan", regular=True).code == "E701"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("-", "<stdin>"),
        ("plans//back.plan", "plans/back.plan"),
        ("../back.plan", "../back.plan"),
        ("/nowhere/back.plan", "/nowhere/back.plan"),
        (os.fsdecode(b"b\xe4ck.plan"), "b\\xe4ck.plan"),
    ],
)
def test_names_as_reports_print_them(path, shown):
    assert shown_name(path) == shown


def test_a_path_below_the_working_folder_is_shown_relative(here):
    assert shown_name(str(here / "plans" / "back.plan")) == "plans/back.plan"
