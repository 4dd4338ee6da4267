"""Whether who asks would rather have the bytes under gzip (RFC 9110 12.5.3)."""

from __future__ import annotations

import re
from functools import lru_cache

#: One coding and its weight; what has another form counts for nothing.
_CODING = re.compile(
    rb"[ \t]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)"
    rb"[ \t]*(?:;[ \t]*[qQ]=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*)?"
)
#: What browsers and calendar programs send has 40 bytes at most.
_LONGEST = 200


def takes_gzip(value: bytes | None) -> bool:
    """Whether gzip is welcome, by the field Accept-Encoding; None if there was none."""
    if value is None or len(value) > _LONGEST:
        return False
    return _takes_gzip(value)


@lru_cache(maxsize=256)
def _takes_gzip(value: bytes) -> bool:
    weights: dict[bytes, float] = {}
    for each in value.split(b","):
        found = _CODING.fullmatch(each)
        if found is not None:
            weights[found[1].lower()] = float(found[2] or 1)
    others = weights.get(b"*", 0.0)
    gzip = weights.get(b"gzip", weights.get(b"x-gzip", others))
    # Identity that is not named is taken, but whoever names gzip prefers it.
    return gzip > 0 and gzip >= weights.get(b"identity", 0.0)
