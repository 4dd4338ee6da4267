"""The other process of `elsewhere`: renders, and looks on.

python -m mesocycle.output.testing.world ANSWER < ASKED
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FrameType, ModuleType

import msgspec

from mesocycle.output.model import Output
from mesocycle.output.samples import MAKERS
from mesocycle.output.testing.elsewhere import Asked, There
from mesocycle.output.testing.trying import rendered

#: What reads the clock, called in whatever way; and what does if it is not given a time.
_CLOCKS = (time.time, time.time_ns)
_OF_A_TIME = {"localtime": 0, "gmtime": 0, "ctime": 0, "asctime": 0, "strftime": 1}
_OF_A_DATE = ("now", "today", "utcnow")

#: A record of a log has its time; nobody sees that in a file.
_MAY_LOOK = ("logging",)

_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Watch:
    """Looks on while something runs, and notes what an output should not do.

    `own` tells of a module's name whether it is the plugin's. Others may read the clock while
    they are imported, so they are looked at only when `strict`.
    """

    def __init__(self, own: Callable[[str], bool]) -> None:
        self.did: dict[str, None] = {}
        self.strict = False
        self._own = own
        self._watching = False
        self._scratch = os.path.realpath(tempfile.gettempdir())

    def __enter__(self) -> None:
        self._watching = True
        sys.setprofile(self._profile)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        self._watching = False

    def set_up(self) -> None:
        """Be told from now on, by Python, of files and connections, and by `time` of the time."""
        sys.addaudithook(self._audit)
        for name, given in _OF_A_TIME.items():
            setattr(time, name, self._wrapped(getattr(time, name), given))

    def _profile(self, frame: FrameType, event: str, called: object) -> None:
        if event != "c_call":
            return
        owner, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
        of_a_date = isinstance(owner, type) and issubclass(owner, date) and name in _OF_A_DATE
        if of_a_date or called in _CLOCKS:
            self._clock(frame, name)

    def _clock(self, frame: FrameType, what: str) -> None:
        module = frame.f_globals.get("__name__", "")
        looked = module.partition(".")[0] not in _MAY_LOOK if self.strict else self._own(module)
        if self._watching and looked:
            self.did[f"it reads the clock ({what}, {module}:{frame.f_lineno})"] = None

    def _wrapped(self, function: Callable[..., object], given: int) -> Callable[..., object]:
        def looking(*arguments: object) -> object:
            if len(arguments) <= given or arguments[given] is None:
                self._clock(sys._getframe(1), function.__name__)
            return function(*arguments)

        return looking

    def _audit(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._watching:
            return
        if event in _NETWORK:
            self.did[f"it uses the network ({event})"] = None
            raise PermissionError("an output may not use the network")
        if event == "open" and isinstance(arguments[0], (str, bytes)):
            _, mode, flags = arguments
            writes = bool(set(str(mode or "")) & set("wax+")) or bool(int(str(flags)) & _WRITES)
            name = os.path.realpath(os.fsdecode(arguments[0]))
            if writes and name != os.devnull and not name.startswith(self._scratch + os.sep):
                self.did[f"it writes a file ({name})"] = None


def look(asked: Asked) -> There:
    """Render what was asked for, twice: what comes first may import, and fill caches."""
    package = asked.module.partition(".")[0]
    watch = Watch(lambda module: module.partition(".")[0] == package)
    watch.set_up()
    with watch:
        output = _find(asked)
    if isinstance(output, str):
        return There(missing=output)
    made = {}
    for strict in (False, True):
        watch.strict = strict
        for name in asked.samples:
            programme = MAKERS[name]()
            with watch:
                done = rendered(output, programme)
            made[name] = b"".join(each.content for each in done.value or ())
    return There(made=made, did=tuple(watch.did))


def _find(asked: Asked) -> Output | str:
    """The output: a new one of its class, or that of the hook; or why there is none."""
    try:
        module = _module(asked)
        found: object = module
        for part in asked.qualname.split("."):
            found = getattr(found, part)
        made: Output = found()  # type: ignore[operator]  # whatever it is
    except Exception as error:  # noqa: BLE001 - plugins raise what they like; the hook may know
        offered = _of_the_hook(asked)
        return offered or f"{asked.qualname} cannot be made in another process: {error}"
    return made


def _module(asked: Asked) -> ModuleType:
    try:
        return importlib.import_module(asked.module)
    except ImportError:
        spec = spec_from_file_location(asked.module, asked.file) if asked.file else None
        if spec is None or spec.loader is None:
            raise
        module = sys.modules[asked.module] = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module


def _of_the_hook(asked: Asked) -> Output | None:
    parts = asked.module.split(".")
    for end in range(len(parts), 0, -1):
        module = sys.modules.get(".".join(parts[:end]))
        for each in getattr(module, "mesocycle_outputs", list)():
            if each.name == asked.output:
                found: Output = each
                return found
    return None


if __name__ == "__main__":
    told = look(msgspec.json.decode(sys.stdin.buffer.read(), type=Asked))
    Path(sys.argv[1]).write_bytes(msgspec.json.encode(told))
