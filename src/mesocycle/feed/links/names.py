"""What links are called, and what opens them: a short name for everybody, a secret for one."""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Container

#: Where chance comes from: so many bytes of it, as `secrets.token_bytes` gives them.
Chance = Callable[[int], bytes]

_SECRET_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
#: Syllables of a name, and how often to try before it gets one more.
_SYLLABLES, _TRIES = 3, 20


def new_token(chance: Chance) -> str:
    """A secret of 256 bits, in 43 characters that no address quotes."""
    return urlsafe_b64encode(chance(_SECRET_BYTES)).rstrip(b"=").decode()


def digest_of(token: str) -> str | None:
    """The SHA-256 of a token in hexadecimal; None if it has not the form of one."""
    if _TOKEN.fullmatch(token) is None:
        return None
    return hashlib.sha256(token.encode()).hexdigest()


def new_id(chance: Chance, taken: Container[str]) -> str:
    """A name to say over the telephone, such as `kimoru`, that is not `taken`. No secret."""
    tries = 0
    while True:
        syllables = _SYLLABLES + tries // _TRIES
        name = "".join(_syllable(byte) for byte in chance(syllables))
        if name not in taken:
            return name
        tries += 1


def _syllable(byte: int) -> str:
    which, vowel = divmod(byte, len(_VOWELS))
    return _CONSONANTS[which % len(_CONSONANTS)] + _VOWELS[vowel]
