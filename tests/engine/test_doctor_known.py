"""What the doctor is told of a run besides its curves."""

import pytest

from gdviz.core.experiment import Experiment
from gdviz.engine.doctor_known import known_of


@pytest.mark.parametrize(
    ("settings", "classes"),
    [
        ({"data": "iris"}, 3),
        ({"data": "sine"}, 0),
        ({"landscape": "model", "data": "iris"}, None),
        ({"data": "a file of one's own"}, None),
    ],
)
def test_rate_optimiser_and_classes_of_a_network(settings: dict[str, str], classes: int | None) -> None:
    known = known_of(Experiment(**settings, learning_rate=0.1, optimizer="sgd"))  # type: ignore[arg-type]
    assert known == {"learning_rate": 0.1, "optimizer": "sgd", "classes": classes}


def test_of_a_function_no_rate_is_told() -> None:
    assert known_of(Experiment(landscape="bowl", optimizer="momentum")) == {"optimizer": "momentum"}
