"""New lines for a diary: what somebody says in short, put where it belongs.

`spoken` makes a line of the diary's language of it, `book` finds its place in the text.
Nothing is written here, and nothing checked: the whole new text is read like any diary.
"""

from mesocycle.journal.book import Book, Renumbered, newest, replaced
from mesocycle.journal.spoken import Kind, Known, Said, spoken

__all__ = ["Book", "Kind", "Known", "Renumbered", "Said", "newest", "replaced", "spoken"]
