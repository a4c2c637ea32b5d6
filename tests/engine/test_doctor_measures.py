"""What is measured of many runs at once is what the window measures of each."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.descent import Command, descents
from gdviz.engine.doctor_measures import stable_rates
from gdviz.engine.recorder import Recorder
from gdviz.engine.stability import stability_at

RATES = (0.003, 0.03)


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
