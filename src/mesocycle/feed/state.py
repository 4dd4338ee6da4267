"""The folder in which feeds remember: links, and the last good bytes of each feed."""

from __future__ import annotations

import os

from mesocycle.saving.writing import locked, write_all

#: The name of the state folder in a served folder.
NAME = ".meso"
_IGNORE = ".gitignore"


def state_of(folder: str, state: str | None = None) -> str:
    """Where the state of a served folder is: `state` if one was named, else `.meso` in it."""
    return os.path.join(folder, NAME) if state is None else state


def prepare(state: str) -> None:
    """Make the state folder, for its owner alone, and keep it out of version control.

    A folder that is there keeps its mode.

    Raises:
        FolderBusy: somebody else has held the folder for too long.
        OSError: it cannot be made.
    """
    if os.path.exists(os.path.join(state, _IGNORE)):
        return
    if not os.path.isdir(state):
        os.makedirs(os.path.dirname(os.path.abspath(state)), exist_ok=True)
        try:
            os.mkdir(state, 0o700)
        except FileExistsError:
            if not os.path.isdir(state):
                raise
    with locked(state):
        write_all(state, {_IGNORE: b"*\n"}, private=True)
