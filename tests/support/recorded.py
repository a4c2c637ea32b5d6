"""Short runs that are trained to their end and leave a record."""

from collections.abc import Mapping

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.catalogue import validated
from gdviz.engine.descent import Command, Start, descent
from gdviz.engine.recorder import Recorder
from gdviz.engine.trainer import CHUNK


def recorded(experiment: Experiment, changes: Mapping[int, Experiment] | None = None) -> tuple[Recorder, np.ndarray]:
    """Trains as a plain graph; ``changes`` says what to go by from some steps on. The record, and ``[T + 1, P]``."""
    recorder, changes = Recorder(), changes or {}
    generator = descent(validated(experiment), xla=False, recorder=recorder)
    start = next(generator)
    assert isinstance(start, Start)
    weights, at = [start.weights], 0
    try:
        generator.send(Command(0, validated(experiment)))
        while True:
            ahead = min((step - at for step in changes if step > at), default=CHUNK)
            steps = generator.send(Command(ahead, changes.get(at)))
            assert isinstance(steps, Steps)
            weights.append(steps.weights[:, 0])
            at += steps.count
    except StopIteration:
        return recorder, np.concatenate(weights)
