"""The stability line where the largest stable rate is known by hand."""

from dataclasses import replace

import numpy as np
import pytest
from support.recorded import recorded

from gdviz.core.experiment import Experiment
from gdviz.core.stability_line import StabilityLine
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.curvature import curvature
from gdviz.engine.replay import Replay
from gdviz.engine.stability_line import stability_line

PARABOLA = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=6)
ADAM = Experiment(data="moons", units=(4,), batch_size=16, epochs=1)


def line_at(experiment: Experiment, step: int) -> StabilityLine:
    replay = Replay()
    return stability_line(replay.stand(recorded(experiment)[0], step))[0]


@pytest.mark.slow
def test_a_parabola_of_curvature_two_allows_a_rate_of_one() -> None:
    line = line_at(PARABOLA, 4)
    assert (line.step, line.rate) == (4, pytest.approx(1.0, rel=1e-3))
    assert line.curvature == pytest.approx(2.0, rel=1e-3)
    assert not line.noisy


@pytest.mark.slow
def test_the_schedule_is_counted_in() -> None:
    experiment = replace(PARABOLA, schedule="cosine")
    line = line_at(experiment, 3)
    assert line.share == pytest.approx(0.5)
    assert line.rate == pytest.approx(2.0, rel=1e-3)


@pytest.mark.slow
def test_a_network_in_small_batches_has_the_limit_of_the_full_batch() -> None:
    experiment = replace(ADAM, optimizer="sgd")
    line = line_at(experiment, 5)
    weights = recorded(experiment)[1][5]
    *_, exact = curvature(landscape_of(experiment), weights)
    assert line.noisy
    assert line.rate == pytest.approx(2 / exact.largest, rel=0.02)


@pytest.mark.slow
def test_adam_has_none_before_its_first_step_and_one_after() -> None:
    assert "has not seen any yet" in line_at(ADAM, 0).limit.reason
    line = line_at(ADAM, 6)
    assert line.rate is not None
    assert np.isfinite(line.rate)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"optimizer": "lion"}, "sign"),
        ({"ascend": True}, "climbs"),
        ({"clip_norm": 1.0}, "Clipping"),
        ({"landscape": "network", "data": "moons", "dropout": 0.5}, "Dropout"),
    ],
)
def test_out_of_the_theorys_reach_the_reason_is_given(changes: dict[str, object], words: str) -> None:
    assert words in line_at(replace(PARABOLA, **changes), 0).limit.reason
