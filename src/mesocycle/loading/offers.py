"""The progressions of installed plugins, for the plans that ask for one.

Most plans ask for none, and then nothing of plugins is even imported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mesocycle.diagnostics import Diagnostic
    from mesocycle.output.asking import Plugins
    from mesocycle.output.offered import Installed
    from mesocycle.progressions import Offered


class PluginProgressions:
    """The progressions of installed plugins; nothing is looked for before a plan asks for one."""

    def __init__(
        self, near: str | None = None, plugins: Callable[[], Plugins] | None = None
    ) -> None:
        """Those that the plan at `near` may use; or those of `plugins`, opened for others too."""
        self._near = near
        self._plugins = plugins
        self._installed: Installed | None = None

    def all(self) -> Mapping[str, Offered]:
        """Every progression by name."""
        if self._installed is None:
            from mesocycle.loading.plugins import plugins
            from mesocycle.output.offered import Installed

            self._installed = Installed(self._plugins or (lambda: plugins(self._near)))
        return self._installed.all()

    def faults(self) -> tuple[Diagnostic, ...]:
        """What went wrong with plugins so far."""
        return self._installed.faults() if self._installed else ()
