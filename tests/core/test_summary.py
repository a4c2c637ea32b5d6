"""The run in plain sentences."""

from typing import Any

import numpy as np
import pytest
from support.histories import run_with

from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.stability import Limit
from gdviz.core.summary import summary
from gdviz.core.trajectory import Trajectory


def told(trajectory: Trajectory | None, experiment: Experiment | None = None, **more: Any) -> str:
    """The sentences about a run of a network on iris."""
    more = {"diagnosis": None, "subject": "a network", "optimizer": "Adam", **more}
    return summary(experiment or Experiment(), trajectory, more.pop("diagnosis"), **more)


def test_before_the_first_step_it_says_what_would_be_trained() -> None:
    for trajectory in (None, Trajectory(np.zeros(1, np.float32), 1.0)):
        assert told(trajectory, state="ready").splitlines() == [
            "This is a network, trained with Adam at a learning rate of 0.01.",
            "It is ready to train. No step has been taken yet.",
            "The doctor has not said anything yet; he needs a few epochs.",
        ]


def test_a_run_is_told_from_what_to_what_could_be_done() -> None:
    loss = [0.9, 0.5, 0.4, 0.3, 0.35]
    found = diagnose({"loss": loss})
    lines = told(run_with(loss, loss, [0.5, 0.6, 0.7, 0.8, 0.983]), diagnosis=found, state="paused").splitlines()
    assert lines[1:4] == [
        "It is paused. It has taken 50 steps and ended 5 of 60 epochs.",
        "The loss went from 1 to 0.35; it was lowest at step 31, with 0.30.",
        "In the last epoch, the validation loss was 0.35, training accuracy 98 percent, "
        "validation accuracy 98 percent.",
    ]
    assert found.sentence.replace(" %", " percent") in lines[4]
    assert lines[5] == f"What could be done: {found.advice}".replace(" %", " percent")


def test_a_landscape_is_told_in_steps() -> None:
    experiment = Experiment("one_weight", learning_rate=0.4, epochs=20)
    assert "It has taken 3 steps of 20." in told(run_with([3.0, 2.0, 1.0], per_epoch=1), experiment)
    assert "It has taken one step of 20." in told(run_with([3.0], per_epoch=1), experiment)


def test_the_newest_is_called_the_lowest_where_it_is() -> None:
    assert "The loss went from 1 to 0.20, its lowest so far." in told(run_with([0.5, 0.2], per_epoch=1))


@pytest.mark.parametrize("broken", [np.nan, np.inf])
def test_a_loss_that_is_no_number_is_told_and_not_shown(broken: float) -> None:
    text = told(run_with([0.5, broken], [0.5, broken], per_epoch=1))
    assert "The loss began at 1 and was no longer a finite number from step 2 on." in text
    assert "the validation loss was not a number" in text
    assert "nan" not in text
    assert "inf " not in text


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        (Limit(0.005), "The rate is 2 times the largest that is stable with all rows at once, 0.005: steps across the"),
        (Limit(0.02), "all rows at once, 0.02: steps do not overshoot"),
        (Limit(None, "No limit is known"), "Whether the rate is stable cannot be told: No limit is known."),
    ],
)
def test_stability_is_told_where_it_is_known(limit: Limit, says: str) -> None:
    assert says in told(None, limit=limit)
    assert "stable" not in told(None) + told(None, limit=Limit(None))


def test_there_is_nothing_but_words() -> None:
    """What is said aloud has no signs that a voice would spell."""
    loss = list(np.geomspace(1, 0.01, 30))
    text = told(run_with(loss, loss, loss), diagnosis=diagnose({"loss": loss, "val_loss": loss}))
    assert not set(text) & set("<>%*_#|\t")
