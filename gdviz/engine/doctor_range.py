"""Makes the range test that the doctor asks for: the other rates of `core.doctor_range`, side by side."""

from collections.abc import Generator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_range import FACTORS, test_epochs
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.sweep import sweep, variants

Curves = dict[float, NDArray[np.float32]]


def range_test(experiment: Experiment, epochs: int) -> Generator[Curves | None, None, None]:
    """Trains a run's network from the same start, on the same batches, at four other rates.

    Args:
        experiment: What was trained.
        epochs: How many epochs it has behind it, 1 at least.

    Yields:
        None while it trains; at last the training losses of the epochs tested by rate, as
        `core.diagnosis.diagnose` wants them. Stop asking, and the work stops.
    """
    tested = test_epochs(epochs, landscape_of(experiment).steps_per_epoch(experiment.batch_size))
    field = FIELDS["learning_rate"]
    rates = [rate for factor in FACTORS if field.low <= (rate := factor * experiment.learning_rate) <= field.high]
    # A schedule stretches over all epochs of a run, and would be over too soon in a shorter one.
    length = tested if experiment.schedule == "constant" else experiment.epochs
    # So few steps are over before XLA would have compiled them.
    for part in sweep(variants(replace(experiment, epochs=length), learning_rate=rates), xla=False):
        yield None
        if part.epochs_done.min() >= tested:
            break
    loss = part.history["loss"][:tested]
    yield {rate: loss[:, at] for at, rate in enumerate(rates)}
