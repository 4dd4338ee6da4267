"""Paths that are written in a text: to files in its own folder, or below, and nowhere else."""

from __future__ import annotations

import os

import msgspec


class Improper(Exception):
    """A path that leads to no file that may be had; the message is for who wrote it."""


class Below(msgspec.Struct, frozen=True):
    """What a `text` (plan, diary) may name: a `what` (library, diary) whose name has `suffix`."""

    text: str
    what: str
    suffix: str

    def find(self, folder: str, written: str) -> str:
        """The real path of the file that a text in `folder` calls `written`.

        Raises:
            Improper: it is no path, or one that leads out of the folder.
        """
        self._check(written)
        root = os.path.realpath(folder)
        path = os.path.realpath(os.path.join(root, written))
        # The link's target counts, not its name: a link is no way out of the folder.
        if os.path.commonpath((root, path)) != root:
            raise Improper(
                f"it is outside the {self.text}'s folder; copy it next to the {self.text}"
            )
        return path

    def _check(self, written: str) -> None:
        """Look at a path before the disk is asked."""
        if not written.strip() or any(ord(c) < 32 for c in written):
            raise Improper("this is no path")
        if "://" in written:
            raise Improper(f"a {self.text} fetches nothing; save the {self.what} next to it")
        if os.path.isabs(written) or written[0] in "/\\~" or written[1:2] == ":":
            raise Improper(f"the path must start at the {self.text}'s folder")
        if "\\" in written:
            raise Improper("write / between folders")
        if not written.endswith(self.suffix):
            raise Improper(f"a {self.what}'s name ends in {self.suffix}")
