"""Whose time zones count: those that are installed with mesocycle, not those of the system.

The data of a system may be years old, and two machines would tell two times for one session.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from importlib.util import find_spec

#: What `zoneinfo` looks at when it is imported; what somebody set there counts.
_VARIABLE = "PYTHONTZPATH"


def prefer_own_zones(environment: MutableMapping[str, str]) -> None:
    """Have `zoneinfo` read the package tzdata first; for processes that are started too.

    It must be said before `zoneinfo` is imported.
    """
    package = find_spec("tzdata")
    for folder in (package.submodule_search_locations or ()) if package else ():
        environment.setdefault(_VARIABLE, os.path.join(os.path.abspath(folder), "zoneinfo"))
