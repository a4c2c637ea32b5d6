"""Advice put to the test: what is changed, and what counts as right."""

import numpy as np
import pytest

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.proof import judged, prescribed

IRIS = Experiment(learning_rate=0.1, epochs=60)


def history(*losses: float, val: tuple[float, ...] = ()) -> dict[str, np.ndarray]:
    found = {"loss": np.array(losses, np.float32)}
    return found | ({"val_loss": np.array(val, np.float32)} if val else {})


@pytest.mark.parametrize(
    ("change", "rate", "epochs"),
    [
        ({"learning_rate": 0.1}, 0.01, 60),
        ({"epochs": 2.0}, 0.1, 120),
        ({"stop_at": 37}, 0.1, 37),
        ({}, 0.1, 120),
        ({"learning_rate": 1e9}, FIELDS["learning_rate"].high, 60),
        ({"epochs": 1e9}, 0.1, FIELDS["epochs"].high),
    ],
)
def test_nothing_is_changed_but_what_was_prescribed(change, rate: float, epochs: int) -> None:
    other = prescribed(IRIS, change)
    assert other.learning_rate == pytest.approx(rate)
    assert other.epochs == epochs


@pytest.mark.parametrize(
    ("change", "before", "after", "worked", "says"),
    [
        ({"learning_rate": 0.1}, history(3, 2, 2, 2), history(3, 1, 1, 1), True, "learning rate 0.01 instead of 0.1"),
        ({"learning_rate": 0.1}, history(3, 2, 2, 2), history(3, 3, 3, 3), False, "ended at 3 instead of 2"),
        ({"learning_rate": 0.1}, history(3, np.nan), history(3, 1, 1, 1), True, "instead of nothing finite"),
        ({"epochs": 2.0}, history(3, 2, 2, 2), history(3, 2, 2, 1.9), True, "120 epochs instead of 60"),
        (
            {"stop_at": 2},
            history(3, 2, 1, val=(3, 2, 4)),
            history(3, 2, val=(3, 2)),
            True,
            "validation loss ended at 2",
        ),
        ({}, history(3, 1, 1, 1), history(3, 1, 0.98, 0.98, 0.98), True, "nothing left to gain"),
        ({}, history(3, 1, 1, 1), history(3, 1, 0.5, 0.5, 0.5), False, "more to gain"),
    ],
)
def test_what_is_right_and_what_is_said(change, before, after, worked: bool, says: str) -> None:
    proof = judged(IRIS, change, before, after)
    assert proof.worked == worked
    assert says in proof.sentence
