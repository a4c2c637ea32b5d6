"""A quiz: questions in changing order, a score at the end, and the mistakes once more."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from gdviz.lessons.marks import Bet, Marks, marks
from gdviz.lessons.model import QuizQuestion
from gdviz.lessons.questions import Judgement, Pick


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz under way; `answered` gives the next one.

    Attributes:
        questions: In the order in which they are asked, with their choices in the order in which they are shown.
        bets: The answers so far.
    """

    questions: tuple[QuizQuestion, ...]
    bets: tuple[Bet, ...] = ()

    @property
    def current(self) -> QuizQuestion | None:
        """The question to be answered, None at the end."""
        return self.questions[len(self.bets)] if len(self.bets) < len(self.questions) else None

    @property
    def marks(self) -> Marks:
        """What it has been worth so far."""
        return marks(self.bets)

    @property
    def mistakes(self) -> tuple[QuizQuestion, ...]:
        """The questions that were answered wrongly."""
        return tuple(asked for asked, bet in zip(self.questions, self.bets, strict=False) if not bet.right)

    def answered(self, answer: Any, confidence: float) -> tuple["Quiz", Judgement]:
        """The quiz after an answer to the current question, and what is said to it."""
        asked = self.current
        assert asked is not None, "only asked while there is a question"
        judgement = asked.question.judged(answer)
        bet = Bet(asked.key, judgement.right, confidence, judgement.given)
        return replace(self, bets=(*self.bets, bet)), judgement


def quiz(bank: Sequence[QuizQuestion], seed: int, count: int = 10) -> Quiz:
    """A quiz of ``count`` questions of the bank; another seed gives other questions in another order."""
    chance = random.Random(seed)
    chosen = chance.sample(list(bank), min(count, len(bank)))
    return Quiz(tuple(replace(each, question=_shuffled(each.question, chance)) for each in chosen))


def _shuffled(question: Any, chance: random.Random) -> Any:
    """The question with its choices in another order."""
    if not isinstance(question, Pick):
        return question
    return replace(question, choices=tuple(chance.sample(question.choices, len(question.choices))))
