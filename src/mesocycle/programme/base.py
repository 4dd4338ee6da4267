"""What every part of the tree is."""

from __future__ import annotations

import msgspec

from mesocycle.frozen import FrozenMeta


class Frozen(
    msgspec.Struct, metaclass=FrozenMeta, frozen=True, kw_only=True, omit_defaults=False, gc=False
):
    """What every part of the tree is: immutable, compared by value, keywords only."""
