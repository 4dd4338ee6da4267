"""Codes of what comes from other files.

Diaries in several files (E580 to E583), past training (E590 to E592), catalogues of others
(E593 to E597).
"""

from __future__ import annotations

from mesocycle.codes import Row, codes

_ATHLETE = 'athlete "Ana"\n  timezone Europe/Berlin\n'

_ROWS: tuple[Row, ...] = (
    ("E580", "a file that cannot be included",
     "A diary includes entries of files that end in .diary, in its own folder or below it. The "
     "file is not there, or lies elsewhere, or is none that can be read. Nothing of a diary is "
     "read if a part of it is missing: what stands there may be a red flag.",
     f'{_ATHLETE}\ninclude "../2025.diary"\n', f"{_ATHLETE}\n2025-12-30 morning pain 0\n"),
    ("E581", "a file includes itself",
     "The file includes another one, and that, perhaps through a third, includes the first. Its "
     "entries would have no end.",
     "", ""),
    ("E582", "a file is included twice",
     "Every entry counts once. Included twice, each session would have been done twice.",
     "", ""),
    ("E583", "an athlete in an included file",
     "The diary that includes others says whose it is, and all that is known of the athlete. What "
     "it includes has dated entries only.",
     "", ""),
    ("E590", "a file that is no record of training",
     "`meso import` reads tables with a column for the date and one for the exercise or the "
     "activity, and notes in which a line begins with a date. Here is neither. Look at the first "
     "line of the file, or say what it is: `--format csv` or `--format notes`.",
     "", ""),
    ("E591", "a unit that nobody says",
     "The file has numbers for weights or for distances, and says nowhere what they are in. That "
     "is not guessed: 60 lb and 60 kg are two different lifts. Say it: `--weights kg`, "
     "`--distances km`.",
     "", ""),
    ("E592", "day or month first",
     "A date such as 03/04/2026 can be read in two ways, and no other date of the file tells "
     "which is meant. Say it: `--dates dmy` for the day first, `--dates mdy` for the month.",
     "", ""),
    ("E593", "a catalogue that is no JSON",
     "`meso catalogue import` reads JSON, as free-exercise-db and wger give it out. The file is "
     "none, or only the beginning of one, or nested deeper than any of theirs. Download it again.",
     "", ""),
    ("E594", "a catalogue of no kind that is known",
     "The file is JSON, and holds no exercises of free-exercise-db (a list of objects with `name` "
     "and `primaryMuscles`) nor of wger (a page with `results`, each with `muscles` and "
     "`translations`). Several files are of one kind.",
     "", ""),
    ("E595", "a catalogue that is too large",
     "At most 32 MB and 10 000 exercises are read at once, and a library holds at most 4 MB. The "
     "catalogues that are out there are far smaller.",
     "", ""),
    ("E596", "a library that somebody changed",
     "`meso catalogue import` replaces a library that it wrote itself, as long as nobody has "
     "touched it. This file was written or changed by hand. Name another one, or say `--force`: "
     "what stands in it is then gone.",
     "", ""),
    ("E597", "nothing that can be imported",
     "None of the exercises in the file can be written in this language; the reasons stand with "
     "each. Nothing was written.",
     "", ""),
)  # fmt: skip

CODES = codes(_ROWS, "diary")
