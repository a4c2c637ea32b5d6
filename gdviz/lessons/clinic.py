"""The mystery clinic: sealed runs, a few tests each, and a verdict with a confidence."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.lessons.model import Case, Course
from gdviz.lessons.questions import Choice, Pick

BUDGET = 3
"""Tests for each patient."""


def _scaled(experiment: Experiment, factor: float) -> Experiment:
    limits = FIELDS["learning_rate"]
    return replace(experiment, learning_rate=min(max(experiment.learning_rate * factor, limits.low), limits.high))


TESTS: Mapping[str, Callable[[Experiment], Experiment]] = {
    "slower": lambda experiment: _scaled(experiment, 0.1),
    "faster": lambda experiment: _scaled(experiment, 10.0),
    "subtract": lambda experiment: replace(experiment, ascend=False),
    "standardise": lambda experiment: replace(experiment, standardize=True),
    "random_start": lambda experiment: replace(experiment, initializer="glorot_uniform"),
    "longer": lambda experiment: replace(experiment, epochs=2 * experiment.epochs),
}
"""What each test changes in the sealed run; all else stays, so that the difference tells."""


def question(course: Course, case: Case, text: str) -> Pick:
    """What is wrong with a patient? A wrong answer is told what one would see if it were right."""
    choices = [
        Choice(cause.text, case.why if key == case.cause else cause.sign, key == case.cause)
        for key, cause in course.causes.items()
    ]
    return Pick(text, tuple(choices))


def order(course: Course, seed: int) -> tuple[Case, ...]:
    """The patients in an order that another seed changes."""
    return tuple(random.Random(seed).sample(course.cases, len(course.cases)))
