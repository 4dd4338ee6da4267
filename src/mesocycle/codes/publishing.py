"""Codes of publishing: E830 to E839 and W830 to W839."""

from __future__ import annotations

from mesocycle.codes import Code


def _code(code: str, title: str, explanation: str) -> Code:
    return Code(code=code, title=title, explanation=explanation, broken="", mended="", kind="none")


CODES: tuple[Code, ...] = (
    _code(
        "E830",
        "a store cannot be reached",
        "The store did not answer, or answered that something is wrong with itself. It was "
        "asked several times, for two minutes at most. What had been published by then is told, "
        "the rest is as it was; `meso publish` again goes on from there.",
    ),
    _code(
        "E831",
        "a store does not let us in",
        "It does not know who is asking, or does not allow it. Stores take the key from the "
        "environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for s3, "
        "GOOGLE_APPLICATION_CREDENTIALS for gs, AZURE_STORAGE_ACCOUNT_NAME and "
        "AZURE_STORAGE_ACCOUNT_KEY for az. Whoever publishes has to read, write and delete the "
        "objects below the prefix.",
    ),
    _code(
        "E832",
        "no such bucket",
        "There is no bucket, or container, of that name. None is made here, since who may read "
        "it is yours to decide: make it first, as the page on publishing says.",
    ),
    _code(
        "E833",
        "something else lies there",
        "Where a calendar was to be written, or deleted, lies something that mesocycle did not "
        "make. It was left alone. Move it away, or publish to another folder or prefix.",
    ),
    _code(
        "E834",
        "somebody else keeps publishing there",
        "A calendar is replaced only if it is still the one that was read; each time somebody "
        "else had been quicker. Publish from one machine, or try again.",
    ),
    _code(
        "E835",
        "a store cannot tell versions apart",
        "What a store sent had no ETag, so nothing there can be replaced without risking what "
        "somebody else wrote. Look whether the address is that of a store, and not of a page.",
    ),
    _code(
        "E836",
        "a link without its feed",
        "A link was made for a feed that the folder does not give any more: the plan, the diary "
        "or the athlete is called otherwise now. What was published stays as it is. Name it as "
        "it was, or revoke the link and make a new one.",
    ),
    _code(
        "E837",
        "nothing to publish",
        "Calendars are published to those for whom a link was made with `meso feed create "
        "--publish`, and there is none. `--plain` publishes every feed under its name, for "
        "everybody.",
    ),
    _code(
        "W838",
        "names can be guessed",
        "With `--plain` a calendar is called like the plan and the athlete, and whoever guesses "
        "that can read it. That is right for a plan for everybody. For one person make a link, "
        "whose name nobody guesses.",
    ),
    _code(
        "W839",
        "a calendar in the place of another",
        "No session of the calendar that was published there before is in the new one. After a "
        "plan, or an athlete, was renamed that is so once. Every time, it is a mistake: two "
        "folders are published to one place, or two names differ only by capitals where these do "
        "not count, and each takes the other's place. Subscribers then see the training of "
        "somebody else.",
    ),
)
