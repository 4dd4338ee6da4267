"""How athletes write down a day elsewhere, and what a diary says instead.

Rows of `habits.Habit`, tried in order: red flags that are not there, answers to questions,
conditions, sessions that were broken off or moved, exercises in the place of others, sharp pain.
What might say less than was meant (two symptoms in one line) is an example only.
"""

from __future__ import annotations

from mesocycle.syntax.mending.diary_habits import Row

_DATED = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) +"
_FLAGS = r"(?:red[ -]?)?flags?"
_SYMPTOM = (
    r"(numbness|tingling|weakness|burning|fever|foot drop|leg weakness|dizziness|swelling|spasm)"
)
_SHARP = r"(?:sharp|stabbing|shooting)"
_CONDITION = (
    r"(pregnan(?:t|cy)|post-?natal|osteoporosis|cancer|(?:recent )?(?:surgery|fracture)|operation)"
)
_LATER = r"(mon|tues?|wed|thurs?|fri|sat|sun)[a-z]*|yesterday"
_INSTEAD = r"(?:ins?tead|insted|instaed|in place|in lieu) of|rather than|replacing"

#: Lines with a date.
ENTRIES: tuple[Row, ...] = (
    (rf"(?i){_DATED}(?:no|without) (?:new |any )?{_FLAGS}(?: today| at all| this week|[.!])?$",
     r"\1 no red flags", True),
    (rf"(?i){_DATED}{_FLAGS}:? (?:none|no|nil|negative|0)$", r"\1 no red flags", True),
    (rf"(?i){_DATED}(?:all clear|(?:no|without) (?:new )?symptoms)$", r"\1 no red flags", False),
    (rf"(?i){_DATED}not numb$", r"\1 no numbness", True),
    (rf"(?i){_DATED}(?:no|without) {_SYMPTOM}(?:,| or | and | nor | in | left| right).*$",
     r"\1 no \2", False),
    (rf"(?i){_DATED}no improvement( after rest)?$", r"\1 flag no improvement\2", True),
    (rf"(?i){_DATED}red[ -]?flag:? +(?=[a-z\"])", r"\1 flag ", True),
    (rf"(?i){_DATED}(?:flag )?numb(?: in)?(?: my| the)?\b", r"\1 flag numbness", True),
    (rf"{_DATED}flag {_SYMPTOM}(?:,| and | or ).*$", r"\1 flag \2", False),
    (rf"{_DATED}(pain|morning pain|flag|condition|note|max|bodyweight): ?", r"\1 \2 ", True),
    (rf"{_DATED}([a-z][a-z ]*?) ?[:=] ?(?![0-9])(?=\w)", r"\1 \2 ", True),
    (rf"{_DATED}([a-z][a-z ]*?) ?[:=] ?([0-9]+)(?=,|$)", r"\1 \2 \3", False),
    (r"(?<=\w), ?([a-z]+) ?[:=] ?(\w+)", r", \1 \2", True),
    (rf"(?i){_DATED}(?:(?:i have|has|have|got|am|diagnosed with|diagnosis:?) )?{_CONDITION}$",
     r"\1 condition \2", True),
    (rf"(?i){_DATED}no (?:more )?conditions?$", r"\1 condition none", False),
    (rf"{_DATED}cleared \"\"", r'\1 cleared by ""', True),
    (rf"{_DATED}cleared with ([a-z ]+) by (\"\"|\w+)$", r"\1 cleared by \3 with \2", True),
    (rf"(?i){_DATED}cleared(?: of| for)? {_CONDITION}$", r"\1 cleared by Dr-Meyer with \2", False),
    (rf"{_DATED}(?:extra|bonus|additional|other)(?: session)?(?= \"\")", r"\1 unplanned", True),
    (rf"(?i){_DATED}(?:(?:a )?{_SHARP} pain|pain {_SHARP}) ([0-9]+)\b", r"\1 pain \2 sharp", True),
    (rf"(?i){_DATED}(?:a )?{_SHARP} pain\b", r"\1 pain 3 sharp", False),
    (rf"{_DATED}(pain [0-9]+) ?\(sharp\)", r"\1 \2 sharp", True),
    (rf"(?i){_DATED}import(?:ed)? (?=\"\")|^import(?:ed)? (?=\"\")", "include ", True),
)  # fmt: skip

#: Clauses, of an exercise or of a session.
LOGS: tuple[Row, ...] = (
    (rf"(?i)^(?:(?:a )?{_SHARP} pain|pain {_SHARP}) ([0-9]+)\b", r"pain \1 sharp", True),
    (rf"(?i)^(?:a )?{_SHARP} pain$", "pain 3 sharp", False),
    (r"^(pain [0-9]+) ?\(sharp\)", r"\1 sharp", True),
    (r"(?i)^(?:imported|unchecked)(?: from)?\b", "unverified", True),
)

#: Clauses of a session.
SESSIONS: tuple[Row, ...] = (
    (r"(?i)^(?:(?:stopp?ed|ended|finished|broken|cut|abort(?:ed)?|partial(?:ly)?|incomplete"
     r"|unfinished|half)(?: (?:early|off|short|done))?)(?=$| \"\"$)", "stopped early", True),
    (rf"(?i)^(?:moved|done|was)(?: (?:from|of|on|for))? (?:{_LATER})$",
     "moved from 2026-12-07", False),
    (r"(?i)^(?:moved|instead of|from|was|postponed from|brought forward from)(?: on)? "
     r"(?=[0-9]{4}-)", "moved from ", True),
)  # fmt: skip

#: The line of a session, with what should follow a `;`.
SESSION_ENTRIES: tuple[Row, ...] = (
    (rf"{_DATED}\"\" ?\(?(?:unplanned|extra)\)?$", r'\1 unplanned ""', True),
    (r"\"\",? (?=(?:stopped early|moved from)\b)", '""; ', True),
    (rf"{_DATED}unplanned ([^\W\d_][\w ]*?),? ([0-9.]+ ?(?:min|h))$",
     r'\1 unplanned "\2"; felt \3', True),
    (rf"{_DATED}unplanned ([^\W\d_][\w ]*?),? ([0-9.]+ ?(?:km|mi))$",
     r'\1 unplanned "\2"; \3', True),
)  # fmt: skip

#: Lines of exercises under a session.
EXERCISES: tuple[Row, ...] = (
    (rf"(?i)^([^\W\d_][^\";|:()]*?) \(?(?:{_INSTEAD}) ([^\";|:()]+?)\)?$",
     r"\1 instead of \2", True),
    (r"^([^\W\d_][^\";|:()]*?) ?(?:->|→|=>) ?([^\W\d_][^\";|:()]*)$", r"\2 instead of \1", True),
    (r"(?i)^(?:swapped|swap|replaced) ([^\";|:()]+?) (?:for|with|by) ([^\";|:()]+)$",
     r"\2 instead of \1", True),
    (r"(?i)^instead of ([^\";|:()]+?)[:,] ?([^\";|:()]+)$", r"\2 instead of \1", True),
    (r"^([^\W\d_][^\";|:()]*?) for ([^\W\d_][^\";|:()]*)$", r"\1 instead of \2", False),
)  # fmt: skip

#: Lines of the profile.
PROFILE: tuple[Row, ...] = (
    (rf"(?i)^(?:(?:has|have) )?{_CONDITION}$", r"condition \1", True),
    (r"(?i)^(?:no|conditions?:?) (?:conditions?|none)$", "condition none", True),
    (r"^condition: ?", "condition ", True),
    (r"^pain limit: ?", "pain limit ", True),
    (r"^(pain limit [0-9]+),? \(?(?!by\b)([^\W\d_][\w-]*|\"\")\)?$", r"\1 by \2", True),
)

#: Another file.
INCLUDES: tuple[Row, ...] = (
    (r"^include:? ?(?=\"\")", "include ", True),
    (rf"{_DATED}include ", "include ", True),
)
