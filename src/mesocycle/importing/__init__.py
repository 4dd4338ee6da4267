"""Past training, from other programs or from notes, as entries of a diary.

`sheet` reads tables (the exports of Strong, Hevy, Strava and Garmin, and plain ones), `notes`
reads what people write down; `entries` writes what was read as `unverified` entries. What
nobody understands is kept as a comment: nothing is lost, and nothing is guessed.
"""

from mesocycle.importing.entries import Row, rows_of
from mesocycle.importing.names import Namer
from mesocycle.importing.notes import read_notes
from mesocycle.importing.sheet import read_sheet
from mesocycle.importing.values import Units
from mesocycle.importing.workouts import Past, Workout

__all__ = ["Namer", "Past", "Row", "Units", "Workout", "read_notes", "read_sheet", "rows_of"]
