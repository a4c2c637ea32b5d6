"""Every number that a lesson states, recomputed by the engine and found in its texts, with a comma in German."""

from functools import cache

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.curvature import curvature
from gdviz.lessons.library import Library
from gdviz.lessons.model import Stated, Step, experiment_of

LIBRARY = Library(validated)
ENGLISH, GERMAN = LIBRARY.course("en")[0], LIBRARY.course("de")[0]
STATED = [
    (lesson.setup_of(at), step, number)
    for lesson in ENGLISH.lessons
    for at, step in enumerate(lesson.steps)
    for number in step.numbers
]


@cache
def trained(experiment: Experiment) -> Trajectory:
    return trajectory_of(experiment)


def measured(experiment: Experiment, number: Stated) -> float:
    """What the engine finds for the number."""
    if number.what in ("curvature", "limit"):
        landscape = landscape_of(experiment)
        *_, found = curvature(landscape, landscape.start(0))
        largest = found.largest
        return largest if number.what == "curvature" else 2 / largest
    run = trained(experiment)
    if number.what == "gradient":
        # Plain descent moves by minus rate times gradient, which also tells the sign that the norm does not.
        moved = run.weights[number.step] - run.weights[number.step - 1]
        return float(-moved[number.index] / experiment.learning_rate)
    return float(run.loss[number.step] if number.what == "loss" else run.weights[number.step, number.index])


@pytest.mark.parametrize(("base", "step", "number"), STATED, ids=lambda value: getattr(value, "key", None))
def test_the_engine_finds_the_number(base: Experiment, step: Step, number: Stated) -> None:
    experiment = validated(experiment_of(number.settings or {}, base))
    assert experiment.optimizer == "sgd" or number.what != "gradient"
    decimals = len(number.says.partition(".")[2])
    places = decimals if decimals else 1
    assert measured(experiment, number) == pytest.approx(float(number.says), abs=0.51 * 10.0**-places)


def words(step: Step) -> str:
    return " ".join([step.text, step.after, repr(step.ask)]).replace("\\xb2", "")


@pytest.mark.parametrize("at", range(len(STATED)))
def test_the_texts_state_the_number(at: int) -> None:
    _, step, number = STATED[at]
    german = next(each for lesson in GERMAN.lessons for each in lesson.steps if each.key == step.key)
    assert number.says in words(step)
    assert number.says.replace(".", ",") in words(german)


def test_the_numbers_of_the_course_are_among_them() -> None:
    said = {number.says for _, _, number in STATED}
    assert {"2.965", "1.20", "0.444", "2.6", "-16", "4.5", "0.6"} <= said


def test_a_wrong_number_would_be_found() -> None:
    bowl = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=20)
    assert measured(bowl, Stated("2.965", "weight", 20)) != pytest.approx(2.956, abs=0.0005)
    assert np.isfinite(measured(bowl, Stated("1", "limit")))
