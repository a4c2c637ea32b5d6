"""What a course is made of: frozen values, read from files by `gdviz.lessons.parse`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from gdviz.core.experiment import Experiment
from gdviz.lessons.checks import Check
from gdviz.lessons.questions import Question

TOOLS = ("quiz", "cards", "challenge", "clinic", "hand_in", "glossary")
"""Rooms of the program that a step may send to."""

SHOWS = ("table", "loop", "code")
"""What the player can show beside a step: the steps in a table, the loop with its numbers, the run as Keras code."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that a text states, and how the engine finds it.

    Attributes:
        says: The number as it is written, with a point, for example ``"2.965"``.
        what: ``"weight"``, ``"loss"``, ``"gradient"`` (of a single weight), ``"curvature"`` (the largest), or
            ``"limit"`` (2 over that).
        step: After how many steps; for a gradient, of which step, from 1.
        index: Which weight.
        settings: Settings that differ from the step's own.
    """

    says: str
    what: str
    step: int = 0
    index: int = 0
    settings: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody who solves a step does: change settings, then train.

    Attributes:
        settings: Settings to change first.
        steps: Single steps to take then; 0 to train to the end.
    """

    settings: Mapping[str, Any]
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do.

    Attributes:
        key: ``"<lesson>/<number from 1>"``.
        title: A few words.
        text: What to do and why.
        covers: Goals of the course, for example ``"A2"``.
        setup: The settings to begin with; None to go on with those of the step before.
        open: Settings that may be changed; None for all of them.
        ask: A question, or None. With checks it is a prediction, to be made before anything can be run.
        checks: What is to be brought about.
        solution: What somebody does who passes them.
        hints: Two at most, the second plainer than the first.
        after: What is said once the step is done.
        show: Keys of `SHOWS`.
        tool: One of `TOOLS`, or empty.
        numbers: Numbers that the texts state.
    """

    key: str
    title: str
    text: str
    covers: tuple[str, ...] = ()
    setup: Experiment | None = None
    open: tuple[str, ...] | None = None
    ask: Question | None = None
    checks: tuple[Check, ...] = ()
    solution: tuple[Action, ...] = ()
    hints: tuple[str, ...] = ()
    after: str = ""
    show: tuple[str, ...] = ()
    tool: str = ""
    numbers: tuple[Stated, ...] = ()

    @property
    def predicts(self) -> bool:
        """Whether its question comes before the run, so that a confidence is asked for."""
        return self.ask is not None and bool(self.checks)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row of steps.

    Attributes:
        key: The name of its file without ending.
        title: A few words.
        goal: What one can do afterwards, one sentence.
        minutes: About how long it takes.
        steps: In their order.
    """

    key: str
    title: str
    goal: str
    minutes: int
    steps: tuple[Step, ...]

    def setup_of(self, number: int) -> Experiment | None:
        """The settings that step ``number`` (from 0) begins with: its own, or the nearest before."""
        return next((step.setup for step in reversed(self.steps[: number + 1]) if step.setup is not None), None)


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question of the quiz; ``key`` is ``"q1"`` and so on."""

    key: str
    question: Question
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A flashcard; ``deck`` is the heading it belongs under."""

    key: str
    deck: str
    front: str
    back: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary.

    Attributes:
        key: Its name in links.
        term: The word.
        meaning: What it means.
        forms: Other forms of it in texts, for example the plural.
        covers: Goals of the course.
    """

    key: str
    term: str
    meaning: str
    forms: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """Settings worth a look, and why: ``good`` ones work, the others are mistakes to learn from."""

    key: str
    title: str
    why: str
    good: bool
    setup: Experiment
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """What may be wrong with a run of the clinic, and what one would see then."""

    text: str
    sign: str


@dataclass(frozen=True, slots=True)
class Case:
    """A run of the mystery clinic: only its curves are seen.

    Attributes:
        key: ``"c1"`` and so on.
        setup: What was trained.
        cause: Key of `Course.causes` that is right.
        why: What gave it away.
    """

    key: str
    setup: Experiment
    cause: str
    why: str


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that is learnt in one language.

    Attributes:
        language: For example ``"en"``.
        language_name: As its speakers call it.
        goals: Every goal of the course by key, ``"A1"`` and so on, in a few words.
        lessons: In their order.
        quiz: The bank of questions.
        cards: All decks.
        glossary: By key.
        presets: Good and bad.
        causes: What may be wrong with a run of the clinic, by key.
        cases: Of the clinic.
    """

    language: str
    language_name: str
    goals: Mapping[str, str]
    lessons: tuple[Lesson, ...]
    quiz: tuple[QuizQuestion, ...]
    cards: tuple[Card, ...]
    glossary: Mapping[str, Term]
    presets: tuple[Preset, ...]
    causes: Mapping[str, Cause]
    cases: tuple[Case, ...]

    def lesson(self, key: str) -> Lesson | None:
        """The lesson of that key, or None."""
        return next((lesson for lesson in self.lessons if lesson.key == key), None)

    def covered(self) -> dict[str, list[str]]:
        """For each goal where it is taught: keys of steps, questions, cards, terms and presets."""
        steps = [step for lesson in self.lessons for step in lesson.steps]
        terms = self.glossary.values()
        taught = [(e.key, e.covers) for part in (steps, self.quiz, self.cards, terms, self.presets) for e in part]
        found: dict[str, list[str]] = {goal: [] for goal in self.goals}
        for key, covers in taught:
            for goal in covers:
                found.setdefault(goal, []).append(key)
        return found


def experiment_of(settings: Mapping[str, Any], base: Experiment | None = None) -> Experiment:
    """The experiment that a table of settings describes, the others as in ``base`` or at their defaults.

    Lists become tuples and tables of named parameters sorted pairs, as `Experiment` has them.

    Raises:
        TypeError: If a setting does not exist.
    """
    standing = {each.name: getattr(base or Experiment(), each.name) for each in fields(Experiment)}
    return Experiment(**standing | {name: _frozen(value) for name, value in settings.items()})


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple(sorted((str(name), float(number)) for name, number in value.items()))
    return tuple(value) if isinstance(value, list) else value
