"""What a pupil has done, in one small file that survives a crash."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from gdviz.core.files import write_atomically
from gdviz.errors import UserError
from gdviz.lessons.marks import Bet
from gdviz.lessons.model import Lesson

VERSION = 1
"""Of the file."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come.

    Attributes:
        language: The language chosen, empty for the system's.
        at: The step (from 0) that each lesson begun stands at, by the lesson's key.
        done: Keys of the steps that are done.
        bets: First answers by key of the step.
        boxes: Of the flashcards, by key.
        rounds: Rounds of flashcards so far.
        quiz_best: Most right answers of a quiz, in per cent.
        quizzes: Quizzes so far; seeds the next one.
    """

    language: str = ""
    at: Mapping[str, int] = field(default_factory=dict)
    done: frozenset[str] = frozenset()
    bets: Mapping[str, Bet] = field(default_factory=dict)
    boxes: Mapping[str, int] = field(default_factory=dict)
    rounds: int = 0
    quiz_best: int = 0
    quizzes: int = 0

    def moved(self, lesson: Lesson, step: int) -> "Progress":
        """With the lesson standing at another step."""
        return replace(self, at={**self.at, lesson.key: step})

    def finished(self, step: str) -> "Progress":
        """With a step done."""
        return replace(self, done=self.done | {step})

    def bet(self, bet: Bet) -> "Progress":
        """With an answer, unless there is an earlier one to the same question: the first counts."""
        return self if bet.key in self.bets else replace(self, bets={**self.bets, bet.key: bet})

    def without(self, lesson: Lesson) -> "Progress":
        """With a lesson as if it had never been begun."""
        keys = {step.key for step in lesson.steps}
        return replace(
            self,
            at={key: step for key, step in self.at.items() if key != lesson.key},
            done=self.done - keys,
            bets={key: bet for key, bet in self.bets.items() if key not in keys},
        )

    def share(self, lesson: Lesson) -> float:
        """Part of the lesson's steps that is done, from 0 to 1."""
        return sum(step.key in self.done for step in lesson.steps) / max(len(lesson.steps), 1)


def to_json(progress: Progress) -> str:
    """As text."""
    plain = asdict(progress) | {"version": VERSION, "done": sorted(progress.done)}
    return json.dumps(plain, ensure_ascii=False, indent=1)


def from_json(text: str) -> Progress:
    """Out of text.

    Raises:
        ValueError: If it is not what `to_json` writes.
    """
    plain = json.loads(text)
    try:
        if plain.pop("version") != VERSION:
            raise ValueError("another version")
        bets = {str(key): Bet(**bet) for key, bet in plain.pop("bets").items()}
        at, boxes = _numbers(plain["at"]), _numbers(plain["boxes"])
        rounds, best, quizzes = (int(plain[name]) for name in ("rounds", "quiz_best", "quizzes"))
        done = frozenset(map(str, plain["done"]))
        return Progress(str(plain["language"]), at, done, bets, boxes, rounds, best, quizzes)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no record of progress") from error


def _numbers(table: Any) -> dict[str, int]:
    return {str(key): int(value) for key, value in table.items()}


class Keeper:
    """Keeps a `Progress` on disk: every change is written at once, so that a crash costs nothing.

    Args:
        file: Where.
    """

    def __init__(self, file: Path) -> None:
        """Reads the file; a damaged one is set aside, and `damaged` says so."""
        self._file = file
        self.damaged = ""
        self.progress = Progress()
        try:
            self.progress = from_json(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, RecursionError):
            self.damaged = self._set_aside()

    def keep(self, progress: Progress) -> None:
        """Takes over and writes.

        Raises:
            UserError: If it cannot be written; it is kept in memory all the same.
        """
        self.progress = progress
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"The folder {self._file.parent} cannot be made: {error.strerror}") from error
        write_atomically(self._file, to_json(progress).encode())

    def _set_aside(self) -> str:
        aside = self._file.with_suffix(".damaged")
        try:
            self._file.replace(aside)
        except OSError as error:
            return f"Your progress in {self._file} could not be read and starts afresh: {error.strerror}."
        return f"Your progress could not be read and starts afresh; the damaged file was kept as {aside}."
