"""A store by its scheme: how long it is waited for, how often asked, and who asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from obstore.exceptions import BaseError
from obstore.store import AzureStore, GCSStore, S3Store

from mesocycle.feed.publishing.buckets import Bucket
from mesocycle.feed.publishing.faults import no_key, refusal

_KINDS: dict[str, Any] = {"s3": S3Store, "gs": GCSStore, "az": AzureStore}
#: Bounded, so that a store that hangs is told of within two minutes.
_CLIENT = {"connect_timeout": timedelta(seconds=5), "timeout": timedelta(seconds=15)}
_RETRY = {
    "max_retries": 3,
    "retry_timeout": timedelta(seconds=30),
    "backoff": {
        "init_backoff": timedelta(milliseconds=200),
        "max_backoff": timedelta(seconds=5),
        "base": 2,
    },
}
#: Any of these says who is asking; else S3 is thought to run on a rented machine that knows.
_KEYS = (
    "AWS_ACCESS_KEY_ID",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
)


def open_bucket(
    scheme: str,
    bucket: str,
    prefix: str,
    endpoint: str | None,
    environment: Mapping[str, str],
    *,
    near: bool,
) -> Bucket:
    """The bucket, asked nothing yet; its store takes who is asking from the environment.

    `near`: `endpoint` is on this machine, so that it may be http.

    Raises:
        Refused: nothing says who is asking.
    """
    name = f"{scheme}://{bucket}{f'/{prefix}' if prefix else ''}"
    _see_who_asks(scheme, name, near, environment)
    options: dict[str, Any] = {
        "prefix": prefix or None,
        "client_options": _CLIENT | ({"allow_http": True} if near else {}),
        "retry_config": _RETRY,
    }
    if endpoint is not None:
        options["base_url" if scheme == "gs" else "endpoint"] = endpoint
    try:
        store = _KINDS[scheme](bucket, **options)
    except (BaseError, ValueError) as error:
        raise refusal(error, name, scheme) from None
    return Bucket(store, scheme, name)


def _see_who_asks(scheme: str, name: str, near: bool, environment: Mapping[str, str]) -> None:
    """Without a key, S3's own machines are asked for one; not where there can be none.

    Raises:
        Refused: nobody says who is asking.
    """
    nowhere = environment.get("AWS_EC2_METADATA_DISABLED", "").lower() == "true"
    if scheme == "s3" and (near or nowhere) and not any(map(environment.get, _KEYS)):
        raise no_key(name, scheme)
