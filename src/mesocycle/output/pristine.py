"""The programme as it came in, whatever those who were handed it do to it."""

from __future__ import annotations

import msgspec

from mesocycle.output.isolation import attempt
from mesocycle.programme import Programme


class Pristine:
    """The programme as it came in, to compare with and to copy from.

    Outputs are handed a copy. Its structs are frozen, but not every value in them is.
    """

    def __init__(self, programme: Programme) -> None:
        self._encoded = msgspec.json.encode(programme)
        self.copy = self._decode()
        self._encoded = msgspec.json.encode(self.copy)  # 8 for a float has become 8.0

    def _decode(self) -> Programme:
        return msgspec.json.decode(self._encoded, type=Programme)

    def restore(self) -> bool:
        """Put back what an output changed; whether anything was."""
        if attempt(lambda: msgspec.json.encode(self.copy) == self._encoded).value:
            return False
        self.copy = self._decode()
        return True
