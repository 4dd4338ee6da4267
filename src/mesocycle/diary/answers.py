"""What the athlete was asked: whether there is a red flag, and the questions of the plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from typing import cast

from mesocycle.catalogue.model import fold
from mesocycle.catalogue.suggest import closest
from mesocycle.catalogue.words import CONDITIONS
from mesocycle.diary import flags
from mesocycle.diary.meant import SAFELY
from mesocycle.diary.model import Answer, Screened
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import AskHead, Node, Piece, Statement, Word
from mesocycle.syntax.safety_words import safety_word

_LENGTH = re.compile("[0-9.]+(min|h)")


def screened(reader: Reader, statement: Statement, date: dt.date) -> Screened | None:
    """`no red flags`, `no numbness`; a symptom that is on no list is a mistake."""
    node = cast(d.ScreenedEntry, statement.head.node)
    because = reader.because(statement.head)
    if node.symptom is None:
        return Screened(date=date, because=because)
    found = flags.symptom(node.symptom.text)
    if found is None:
        reader.unknown("E410", "red flag", statement.head, node.symptom, flags.names())
        return None
    return Screened(date=date, because=because, symptom=found.name)


def is_answer(reader: Reader, statement: Statement) -> bool:
    """Whether a line that may name an exercise answers a question: `2026-12-08 swelling mild`."""
    node = statement.head.node
    if isinstance(node, d.AnswersEntry):
        return True
    if not isinstance(node, d.ExerciseEntry) or node.exercise.mod or node.exercise.equipment:
        return False
    text = node.exercise.name.text
    if reader.catalogue.find(text) is not None:
        return False
    if _question(reader.asks or (), text) is not None:
        return True
    said = any(not isinstance(piece.node, d.DiaryNote) for piece in statement.clauses)
    return _like_an_answer(reader, text, said=said)


def _like_an_answer(reader: Reader, text: str, *, said: bool) -> bool:
    """Whether a line of which nobody knows an exercise reads as an answer, if a wrong one.

    `said`: something is said behind it, as of an exercise.
    """
    name, _, value = text.rpartition(" ")
    if reader.catalogue.find(name) is not None or reader.catalogue.suggest(text) is not None:
        return False
    if _near_safety(text):
        return reader.asks is not None
    if said:
        return False
    if reader.asks is None:
        return bool(name) and text.islower()
    return text.islower() or (bool(name) and value[0].isdigit())


def _near_safety(text: str) -> bool:
    """Whether a word of the text is, or may be meant for, one that stops training."""
    return any(safety_word(word) for word in text.split())


def answers(reader: Reader, statement: Statement, date: dt.date) -> list[Answer]:
    """The answers of a line; what no question asks, or no scale knows, is a mistake."""
    piece = statement.head
    node = cast("d.AnswersEntry | d.ExerciseEntry", piece.node)
    said = node.answers if isinstance(node, d.AnswersEntry) else (node.exercise.name,)
    found: dict[str, Answer] = {}
    for word in said:
        answer = _answer(reader, piece, word, date)
        if answer is not None and answer.name in found:
            reader.said_twice(piece, answer.name, word)
        elif answer is not None:
            found[answer.name] = answer
    return list(found.values())


def _answer(reader: Reader, piece: Piece[Node], word: Word, date: dt.date) -> Answer | None:
    because = reader.because(piece)
    if reader.asks is None:
        name, _, value = word.text.rpartition(" ")
        if name and not _near_safety(word.text):
            return Answer(date=date, name=name, value=value, because=because)
    ask = _question(reader.asks or (), word.text)
    if ask is None:
        _nobody_asks(reader, piece, word)
        return None
    text = word.text[len(ask.name.text) :].strip(" ")
    meant = _on_the_scale(ask, text)
    if meant is None:
        _off_the_scale(reader, piece, ask, word, text)
        return None
    return Answer(date=date, name=ask.name.text, value=meant, because=because)


def _question(asks: Collection[AskHead], text: str) -> AskHead | None:
    """The question that a text begins with; of several the one with the longest name."""
    folded = f"{fold(text)} "
    fitting = [ask for ask in asks if folded.startswith(f"{fold(ask.name.text)} ")]
    return max(fitting, key=lambda ask: len(ask.name.text), default=None)


def _on_the_scale(ask: AskHead, text: str) -> str | None:
    """The answer in the plan's spelling; None where the scale does not have it."""
    if ask.words:
        return next((word.text for word in ask.words if fold(word.text) == fold(text)), None)
    if not text.isdecimal() or ask.low is None or ask.high is None:
        return None
    return str(int(text)) if ask.low <= int(text) <= ask.high else None


def _off_the_scale(reader: Reader, piece: Piece[Node], ask: AskHead, word: Word, text: str) -> None:
    words = [each.text for each in ask.words]
    near = closest(text, words) if text else None
    scale = ", ".join(words) if words else f"{ask.low} to {ask.high}"
    answer = near or (words[0] if words else str(ask.high))
    reader.notes.error(
        "E444", f"`{text}` is no answer to {ask.name.text}" if text else "an answer is missing",
        piece.at(word), f"did you mean {near}?" if near else "not on its scale",
        hint=f"the answers are {scale}: {ask.name.text} {answer}",
    )  # fmt: skip


def _nobody_asks(reader: Reader, piece: Piece[Node], word: Word) -> None:
    """Tell that the plan has no such question, and what may have been meant."""
    reader.notes.error(
        "E418", f"nobody asks for `{word.text}`", piece.at(word),
        "neither an exercise nor a question of the plan", hint=_meant(reader, word.text),
    )  # fmt: skip


def _meant(reader: Reader, text: str) -> str:
    """What to write for a line that is no answer to anything."""
    name, _, value = text.rpartition(" ")
    names = [ask.name.text for ask in reader.asks or ()]
    if reader.catalogue.find(text) is not None:
        return "an exercise has a line of its own, which says what was done"
    if found := flags.symptom(text):
        return f"a red flag is written: flag {found.name}"
    for part in text.split():
        if meant := safety_word(part):
            return f"did you mean `{meant}`? it has a line of its own: {SAFELY[meant]}"
    if flags.speaks_of(text):
        return "if it is a red flag, write it as one: flag leg weakness, flag dizziness …"
    if near := closest(name or text, names) or closest(text, names):
        return f"did you mean `{near}`?"
    if _LENGTH.fullmatch(value):
        return f'a session of no plan is written: unplanned "{name}"; felt {value}'
    if CONDITIONS.find(text) is not None:
        return f"a condition is written: condition {text}"
    if names:
        return f'the plan asks for {", ".join(names)}; free text is a note: note "{text}"'
    return f'the plan asks nothing; free text is a note: note "{text}"'
