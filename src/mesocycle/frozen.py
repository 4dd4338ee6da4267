"""What type checkers cannot see by themselves: children of a frozen struct are frozen."""

from __future__ import annotations

from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class FrozenMeta(msgspec.StructMeta):
    """The metaclass of frozen base structs.

    At run time msgspec passes `frozen=True` on to subclasses anyway; this tells type
    checkers so, and spares every one of a hundred small structs from repeating it.
    """
