"""Entry points: how an installed distribution says that it holds a plugin.

Finding the files is the loaders' work (`mesocycle.loading.plugins`); here is what they say.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

from mesocycle.output.hookspecs import GROUP
from mesocycle.programme import Frozen

_VALUE = re.compile(r"(?P<module>[^\W\d]\w*(?:\.[^\W\d]\w*)*)(?::(?P<attribute>[\w.]+))?", re.ASCII)


class EntryPoint(Frozen):
    """One plugin: `value` is a module, or `module:object`. A bundled one has no version.

    A plugin of one `file` is the module in it, imported under the name `value`; that file's name
    stands for the distribution.
    """

    name: str
    value: str
    distribution: str
    version: str = ""
    file: str = ""

    @property
    def title(self) -> str:
        """How reports name the plugin: `agenda (coach-agenda 1.2)`."""
        return f"{self.name} ({f'{self.distribution} {self.version}'.rstrip()})"

    @property
    def project(self) -> str:
        """The distribution's name in its normal form, for comparing."""
        return normal_name(self.distribution)

    def owns(self, module: str) -> bool:
        """Whether a module of that name is the plugin's own code: its package's."""
        own = self.value.partition(":")[0]
        package = own if own.startswith("mesocycle.") else own.partition(".")[0]
        return module == package or module.startswith(f"{package}.")

    def resolve(self) -> object:
        """The module or object that the entry point names: imports it.

        Raises:
            ValueError: the value is not `module` or `module:object`.
            BaseException: whatever the plugin's own code raises.
        """
        if self.file:
            return _from_file(self.value, self.file)
        match = _VALUE.fullmatch(self.value)
        if match is None:
            raise ValueError(f"{self.value!r} is not a module, nor module:object")
        found: object = importlib.import_module(match["module"])
        for attribute in (match["attribute"] or "").split("."):
            found = getattr(found, attribute) if attribute else found
        return found


def _from_file(name: str, file: str) -> ModuleType:
    """The module in a file, imported under `name`, once."""
    if name in sys.modules:
        return sys.modules[name]
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} is no Python file")
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def normal_name(distribution: str) -> str:
    """The name as registries compare it: lower case, runs of `-_.` as one `-`."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def read_entry_points(
    text: str, distribution: str, version: str, *, wanted: str = GROUP
) -> Iterator[EntryPoint]:
    """The plugins that the text of an `entry_points.txt` lists in the group `wanted`.

    A line that is no `name = value` is taken as a name without a value, so that loading it
    reports it.
    """
    group = None
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif group == wanted and line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield EntryPoint(
                name=name.strip(),
                value=value.partition("[")[0].strip(),
                distribution=distribution,
                version=version,
            )
