"""Which place somebody means."""

from __future__ import annotations

import sys

import pytest

from mesocycle.feed.publishing.opening import BadPlace, NoStore, open_place
from mesocycle.feed.publishing.places import Refused

ENVIRONMENT = {"AWS_ACCESS_KEY_ID": "me", "AWS_SECRET_ACCESS_KEY": "secret"}


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    """No keys of whoever runs the tests."""
    import os

    for name in list(os.environ):
        if name.startswith(("AWS_", "AZURE_", "GOOGLE_")):
            monkeypatch.delenv(name)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


def name(text, endpoint=None):
    return open_place(text, endpoint, ENVIRONMENT).name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("out", "out"),
        ("./out/", "out"),
        ("s3:/out", "s3:/out"),
        ("s3", "s3"),
        ("s3://bucket", "s3://bucket"),
        ("S3://bucket/", "s3://bucket"),
        ("s3://bucket/a/b/", "s3://bucket/a/b"),
        ("gs://bucket/a", "gs://bucket/a"),
        ("gcs://bucket/a", "gs://bucket/a"),
    ],
)
def test_folders_and_buckets(text, shown):
    assert name(text) == shown


def test_azure_asks_whose_account(monkeypatch):
    with pytest.raises(Refused) as refused:
        name("az://container/a")
    assert refused.value.diagnostic.code == "E831"
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_NAME", "coach")
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_KEY", "c2VjcmV0")
    assert name("az://container/a") == "az://container/a"


def test_a_folder_by_its_address(tmp_path):
    assert name(f"file://{tmp_path}/a%20b") == str(tmp_path / "a b")


@pytest.mark.parametrize(
    "text",
    [
        "http://bucket.s3.amazonaws.com/a",
        "https://example.org/calendars",
        "ftp://host/a",
        "memory://",
        "file://server/share",
        "file://relative",
        "s3://",
        "s3:///prefix",
        "s3://a",
        "s3://bucket/../other",
        "s3://bucket/a//b",
        "s3://bucket/./a",
        "s3://bucket/a\x1b[31m",
        "s3://user:password@bucket/a",
        "s3://bucket?versionId=1/a",
    ],
)
def test_anything_else_is_no_place(text):
    with pytest.raises(BadPlace):
        name(text)


@pytest.mark.parametrize(
    "endpoint",
    ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000", "https://nas.example"],
)
def test_a_store_of_ones_own(endpoint):
    assert name("s3://bucket/a", endpoint) == "s3://bucket/a"


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://nas.example:9000",
        "http://192.168.1.2:9000",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "http://0.0.0.0:9000",
        "127.0.0.1:9000",
        "ftp://127.0.0.1",
        "https://",
        "https://host:port",
        "",
    ],
)
def test_nothing_secret_goes_over_the_wire_in_clear(endpoint):
    with pytest.raises(BadPlace):
        name("s3://bucket/a", endpoint)


def test_a_folder_has_no_endpoint():
    with pytest.raises(BadPlace):
        name("out", "https://nas.example")


@pytest.mark.parametrize(
    ("environment", "endpoint"),
    [({}, "http://127.0.0.1:9"), ({"AWS_EC2_METADATA_DISABLED": "true"}, None)],
)
def test_without_a_key_nobody_is_asked_for_one_in_vain(environment, endpoint):
    with pytest.raises(Refused) as refused:
        open_place("s3://bucket/a", endpoint, environment)
    assert refused.value.diagnostic.code == "E831"
    assert "AWS_ACCESS_KEY_ID" in refused.value.diagnostic.hints[0]


@pytest.mark.parametrize("text", ["s3://bucket", "gs://bucket", "az://bucket"])
def test_without_the_extra_a_folder_is_all_there_is(monkeypatch, text):
    for module in list(sys.modules):
        if module.startswith(("obstore", "mesocycle.feed.publishing.stores")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(NoStore):
        name(text)
    assert name("out") == "out"
