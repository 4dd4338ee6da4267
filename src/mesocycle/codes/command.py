"""Codes of files and of what is done with them: E700 to E749."""

from __future__ import annotations

from mesocycle.codes import Code


def _code(code: str, title: str, explanation: str) -> Code:
    return Code(code=code, title=title, explanation=explanation, broken="", mended="", kind="none")


CODES: tuple[Code, ...] = (
    _code(
        "E700",
        "a file cannot be read",
        "The system did not let mesocycle read the file, and the message says why: there is no "
        "such file, or it belongs to somebody else. A name that is nearly right is suggested.",
    ),
    _code(
        "E701",
        "not a file",
        "What was named is a folder or a device. Name the plan or diary itself. Only `check` and "
        "`--diary` of `build` take a folder, for the plans and diaries in it.",
    ),
    _code(
        "E702",
        "a file is too large",
        "A plan, a diary or a library holds at most 4 MB, which is a hundred thousand lines. A "
        "larger file is hardly one; if it is, divide it into libraries.",
    ),
    _code(
        "E703",
        "not UTF-8",
        "Plans and diaries are text in UTF-8, so that names read the same everywhere. The file "
        "holds a byte that UTF-8 does not have at that place; it was probably saved in an older "
        "encoding. Save it as UTF-8.",
    ),
    _code(
        "E704",
        "UTF-16 instead of UTF-8",
        "The file was saved in UTF-16, which some editors call Unicode. Save it as UTF-8.",
    ),
    _code(
        "E705",
        "NUL byte",
        "A text has no NUL bytes. Either the file is not a text, or something damaged it.",
    ),
    _code(
        "E720",
        "a file cannot be written",
        "The system did not let mesocycle write, and the message says why. All files of the last "
        "build are as they were: nothing is replaced before all of it is on the disk.",
    ),
    _code(
        "E721",
        "somebody else is writing there",
        "Whoever writes into a folder, `meso build` or `meso log`, waits for the others, but not "
        "for ever. Another one has held the folder for half a minute, or has changed the diary "
        "meanwhile. Let it finish and try again, or build into another folder with `-o`.",
    ),
    _code(
        "E722",
        "two diaries would write the same files",
        "Files are named after the plan and the athlete, and two of the diaries have athletes of "
        'the same name. Tell them apart, for example with `athlete "Ana B."`.',
    ),
    _code(
        "W740",
        "a diary was checked without its plan",
        "The names of sessions and exercises in a diary are those of a plan and its libraries. "
        "Without the plan only the form of the entries can be checked. Name the plan too: "
        "`meso check back.plan ana.diary`.",
    ),
)
