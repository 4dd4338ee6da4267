"""Which place somebody means: a folder, or a bucket by its address."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from mesocycle.feed.publishing.places import Place

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://(.*)", re.DOTALL)
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,221}")
#: The schemes of buckets, and what else they are called.
SCHEMES = {"s3": "s3", "gs": "gs", "az": "az", "gcs": "gs", "azure": "az"}


class BadPlace(ValueError):
    """What was named is no place to publish to; the message says why."""


class NoStore(Exception):
    """The library that speaks to buckets is not installed."""


def open_place(text: str, endpoint: str | None, environment: Mapping[str, str]) -> Place:
    """The place that `text` names: a path, `s3://bucket/prefix`, `gs://…` or `az://…`.

    Nobody is asked yet. `endpoint` is the address of a store that is not its maker's own.

    Raises:
        BadPlace: it names none, or `endpoint` does not go with it.
        NoStore: it is a bucket, and the extra is missing.
        Refused: nothing says who is asking.
    """
    match = _SCHEME.fullmatch(text)
    scheme = match[1].lower() if match else "file"
    if scheme == "file":
        if endpoint is not None:
            raise BadPlace("--endpoint is for buckets, and this is a folder")
        from mesocycle.feed.publishing.folder import Folder

        return Folder(_path(match[2]) if match else text)
    if scheme not in SCHEMES:
        raise BadPlace(f"{scheme}:// is no place to publish to; s3://, gs://, az:// or a folder is")
    assert match is not None
    bucket, _, prefix = match[2].partition("/")
    prefix = prefix.strip("/")
    if not _BUCKET.fullmatch(bucket):
        raise BadPlace(f"it names no bucket; write it as {scheme}://bucket/folder")
    steps = prefix.split("/") if prefix else []
    if not prefix.isprintable() or {"", ".", ".."} & set(steps):
        raise BadPlace("what stands behind the bucket is no path")
    return _bucket(SCHEMES[scheme], bucket, prefix, endpoint, environment)


def _path(rest: str) -> str:
    """The path of a file:// address on this machine."""
    host, slash, path = rest.partition("/")
    if host not in ("", "localhost") or not slash:
        raise BadPlace("write a folder as its path, or as file:///path")
    return unquote(slash + path)


def _bucket(
    scheme: str, bucket: str, prefix: str, endpoint: str | None, environment: Mapping[str, str]
) -> Place:
    near = _is_near(endpoint) if endpoint is not None else False
    try:
        from mesocycle.feed.publishing.stores import open_bucket
    except ModuleNotFoundError:
        raise NoStore from None
    return open_bucket(scheme, bucket, prefix, endpoint, environment, near=near)


def _is_near(endpoint: str) -> bool:
    """Whether the store is on this machine.

    Raises:
        BadPlace: it is no address, or what goes there could be read on the way.
    """
    try:
        parts = urlsplit(endpoint)
        host = (parts.hostname or "") if parts.port is None or parts.port else ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https") or not endpoint.isprintable():
        raise BadPlace("--endpoint takes an address, as https://storage.example.org")
    try:
        near = ipaddress.ip_address(host).is_loopback
    except ValueError:
        near = host == "localhost"
    if parts.scheme == "http" and not near:
        raise BadPlace("--endpoint has to be https: what is published is secret on its way too")
    return near
