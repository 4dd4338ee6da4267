"""What an object store says when it refuses, in words that hold no secret.

Its own messages hold the whole address of the object, which is the secret; of them only the
number of the answer and the store's own code are told on.
"""

from __future__ import annotations

import re

from obstore.exceptions import AlreadyExistsError, PermissionDeniedError, UnauthenticatedError

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.publishing.places import Refused

_STATUS = re.compile(r"status code: (\d{3}(?: [A-Z][A-Za-z' ]{1,30})?)")
_CODE = re.compile(r"<Code>([A-Za-z]{1,60})</Code>")
_NO_BUCKET = frozenset({"NoSuchBucket", "ContainerNotFound"})
#: Answers to a key or a signature that the store does not know, rather than to what was asked.
_STRANGERS = frozenset({
    "AuthenticationFailed", "ExpiredToken", "InvalidAccessKeyId", "InvalidAuthenticationInfo",
    "InvalidToken", "RequestTimeTooSkewed", "SignatureDoesNotMatch",
})  # fmt: skip
_ELSEWHERE = frozenset({"AuthorizationHeaderMalformed", "PermanentRedirect"})
_CREDENTIALS = {
    "s3": "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    "gs": "GOOGLE_APPLICATION_CREDENTIALS",
    "az": "AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY",
}


def code_of(error: Exception) -> str | None:
    """The store's own word for what is wrong, as `AccessDenied`."""
    found = _CODE.search(str(error))
    return found[1] if found else None


def no_bucket(error: Exception) -> bool:
    """Whether there is no such bucket, rather than no such object."""
    return code_of(error) in _NO_BUCKET


def is_denied(error: Exception) -> bool:
    """Whether we are known, and may not do this: also S3's answer to what is not there."""
    return isinstance(error, PermissionDeniedError) and code_of(error) not in _STRANGERS


def is_answer(error: Exception) -> bool:
    """Whether the store said no, rather than nothing."""
    return _STATUS.search(str(error)) is not None or "redirect" in str(error)


def refusal(error: Exception, name: str, scheme: str) -> Refused:
    """What to tell of it. `name` is the bucket's, `scheme` one of s3, gs and az."""
    said = _said(error)
    if no_bucket(error):
        message = f"there is no {'container' if scheme == 'az' else 'bucket'} {name}{said}"
        hint = "make it, or look at how it is spelled"
        return _refused("E832", message, hint)
    if _asks_the_machine(error) or "must be specified" in str(error):
        return no_key(name, scheme)
    if isinstance(error, UnauthenticatedError) or code_of(error) in _STRANGERS:
        message = f"{name} does not know who is asking{said}"
        return _refused("E831", message, f"look at {_CREDENTIALS[scheme]}")
    if isinstance(error, PermissionDeniedError | AlreadyExistsError):
        message = f"{name} does not allow this{said}"
        return _refused(
            "E831", message, "whoever publishes has to read objects, to write and to delete them"
        )
    if "redirect" in str(error) or code_of(error) in _ELSEWHERE:
        return _refused("E830", f"{name} is in another region", "set AWS_REGION to the bucket's")
    if said:
        return _refused("E830", f"{name} failed{said}", "try again later")
    return _refused("E830", f"{name} cannot be reached", "look at the network and at --endpoint")


def no_key(name: str, scheme: str) -> Refused:
    """Nothing says who is asking."""
    return _refused("E831", f"nothing says who is asking for {name}", f"set {_CREDENTIALS[scheme]}")


def _refused(code: str, message: str, hint: str) -> Refused:
    return Refused(Diagnostic(code=code, message=message, hints=(hint,)), wide=True)


def _said(error: Exception) -> str:
    status = _STATUS.search(str(error))
    words = [*((status[1].strip(),) if status else ()), *filter(None, [code_of(error)])]
    return f": {', '.join(words)}" if words else ""


def _asks_the_machine(error: Exception) -> bool:
    """Whether it was the metadata of a rented machine that did not answer: there is no key."""
    return "169.254." in str(error) or "metadata.google" in str(error)
