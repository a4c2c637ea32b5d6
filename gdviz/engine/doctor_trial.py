"""Tries other rates, as the doctor asks for it: those of `core.doctor_trial`, side by side."""

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_trial import BESIDE, trial_epochs
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.sweep import alike, sweep, variants

Curves = dict[float, NDArray[np.float32]]


def try_rates(experiment: Experiment) -> Generator[Curves | None, None, None]:
    """Trains a run's network from the same start, on the same batches, at four other rates.

    Args:
        experiment: What is trained.

    Yields:
        None while it trains; at last the training losses of the epochs tried by rate, as
        `core.diagnosis.diagnose` wants them. Stop asking, and the work stops.
    """
    epochs = trial_epochs(experiment.epochs, landscape_of(experiment).steps_per_epoch(experiment.batch_size))
    field = FIELDS["learning_rate"]
    rates = [rate for factor in BESIDE if field.low <= (rate := factor * experiment.learning_rate) <= field.high]
    tries = variants(experiment, learning_rate=rates)
    curves: Curves = {}
    for members in alike(tries):
        # So few steps are over before XLA would have compiled them.
        for part in sweep([tries[i] for i in members], xla=False):
            yield None
            # The runs are not made shorter: a schedule stretches over all epochs.
            if part.epochs_done.min() >= epochs:
                break
        curves |= {rates[i]: part.history["loss"][:epochs, at] for at, i in enumerate(members)}
    yield curves
