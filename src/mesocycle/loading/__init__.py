"""Files become sources: the only stage that opens anything.

`read` takes one file (or standard input) to a `Source`; `Folder` answers the
plan's `use` lines, from the bundled libraries and from below the plan's folder;
`read_diary` brings what a diary includes with it.
Whatever is wrong with a file is a diagnostic, E700 to E709.
"""

from mesocycle.loading.diaries import owner_of, read_diary
from mesocycle.loading.files import STDIN, read, reason_of, shown_name
from mesocycle.loading.libraries import Folder, bundled_libraries

__all__ = [
    "STDIN",
    "Folder",
    "bundled_libraries",
    "owner_of",
    "read",
    "read_diary",
    "reason_of",
    "shown_name",
]
