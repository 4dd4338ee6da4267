"""What every part of a checked plan is."""

from __future__ import annotations

from typing import Literal

import msgspec

from mesocycle.frozen import FrozenMeta

Relation = Literal["before", "after"]
Care = Literal["rehab", "training"]


class Frozen(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """What every part of a checked plan is."""
