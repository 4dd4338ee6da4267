"""The outputs that ship with mesocycle; their folders are in plugins/.

Each is a whole project of its own, `mesocycle-NAME`, and uses nothing that a stranger could
not: install another version of it, and that one is used instead.
"""

#: Their names, in the order of listings.
BUNDLED = (
    "ical",
    "json",
    "markdown",
    "html",
    "csv",
    "pdf",
    "jinja",
    "zwo",
    "fit",
    "liftoscript",
    "intervals",
)

#: Those that are made where nobody says which.
BY_DEFAULT = ("ical", "json", "markdown")
