"""What is measured of many runs at once is what the window measures of each."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.descent import Command, descents
from gdviz.engine.doctor_measures import EpochSlopes, stable_rates
from gdviz.engine.recorder import Recorder
from gdviz.engine.stability import stability_at

RATES = (0.003, 0.03)


def steps_of(norms: list[float], ended: bool) -> Steps:
    """Steps of one run, of which only the gradients' norms matter."""
    row, none = np.array(norms, np.float32)[:, None], np.empty((0, 1), np.float32)
    return Steps(none, row, row, row, row, np.array([9] if ended else [], np.int64), none, none, none, none)


def test_norms_are_averaged_over_each_epoch() -> None:
    slopes = EpochSlopes()
    slopes.add(steps_of([1.0, 2.0], ended=False))
    assert slopes.add(steps_of([6.0], ended=True)) == pytest.approx([3.0])
    assert slopes.add(steps_of([5.0, 7.0], ended=True)) == pytest.approx([6.0])


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_stable_rates_of_several_runs_are_those_of_each(optimizer: str) -> None:
    experiment = Experiment(data="iris", units=(4,), optimizer=optimizer, epochs=5, batch_size=32)
    recorder = Recorder()
    runs = descents([replace(experiment, learning_rate=rate) for rate in RATES], False, False, recorder)
    next(runs)
    for _ in range(5):
        runs.send(Command(1000))
    runs.close()
    assert recorder.present is not None
    found = stable_rates(experiment, recorder.present)
    for at, rate in enumerate(RATES):
        alone, one = Recorder(), replace(experiment, learning_rate=rate)
        run = descents([one], False, False, alone)
        next(run)
        for _ in range(5):
            run.send(Command(1000))
        run.close()
        assert alone.present is not None
        whole = replace(one, batch_size=len(landscape_of(one).train))
        wanted = stability_at(alone, whole, alone.present.state.values[0][0]).limit.rate
        assert wanted is not None
        assert found[at] == pytest.approx(wanted, rel=0.1)


def test_where_no_theory_reaches_there_is_no_stable_rate() -> None:
    experiment = Experiment(data="iris", units=(4,), optimizer="lion", epochs=1, batch_size=32)
    recorder = Recorder()
    runs = descents([experiment], False, False, recorder)
    next(runs)
    runs.send(Command(1000))
    runs.close()
    assert recorder.present is not None
    assert np.isnan(stable_rates(experiment, recorder.present)).all()
