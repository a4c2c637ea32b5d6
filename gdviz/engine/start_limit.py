"""The largest stable learning rate at an experiment's start: what a sweep of rates is held against."""

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Array, Curvature, Limit, needs_preconditioner, preconditioner, stable_rate
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.curvature import curvature
from gdviz.engine.gradient_noise import row_gradients
from gdviz.engine.landscape import Landscape
from gdviz.engine.optimizers import parameters_of
from gdviz.engine.stability import NOT_DERIVED, UNMEASURED
from gdviz.said import Said

TOLERANCE, MOST = 0.01, 60
"""How closely the curvature is measured, and by how many products at most."""

MOST_WEIGHTS = 100_000
"""Weights above which that takes too long."""

LONG = 100_000
"""Steps after which an average has forgotten how it began."""


def start_limit(experiment: Experiment) -> Limit:
    """The largest stable rate of training on all rows at once, at the first weights.

    RMSprop and Adam divide slopes by an average of past ones. At the start there is none; so here it is what that
    average comes to where batches of the experiment's size are drawn at the first weights again and again:
    ``E[g^2] = G^2 + var / B * (N - B) / (N - 1)``, weight by weight, with G the gradient of all N rows, and var the
    variance of the rows' own. Measured on the iris network, an Adam that takes 60 tiny steps comes to the same limit.
    """
    landscape = landscape_of(experiment)
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    scaled = needs_preconditioner(experiment.optimizer)
    blind = Curvature(1.0, 0.0, np.zeros(0, np.float32), 0, True, scaled)
    # The limit holds for batches of all rows; said of any batch, it is told to be that.
    if reason := stable_rate(experiment, parameters, 0, blind).reason:
        return Limit(None, reason)
    if landscape.keepsakes:
        return Limit(None, UNMEASURED)
    if landscape.size > MOST_WEIGHTS:
        return Limit(None, Said("With {} weights, measuring the curvature takes too long", f"{landscape.size:,}"))
    weights = landscape.start(experiment.seed)
    scale = None
    if scaled:
        memory = _memory(landscape, weights, experiment.batch_size)
        scale = preconditioner(experiment.optimizer, parameters, memory, LONG)
    try:
        *_, found = curvature(landscape, weights, scale, tolerance=TOLERANCE, most=MOST)
    except LookupError:
        return Limit(None, NOT_DERIVED)
    return stable_rate(experiment, parameters, 0, found)


def _memory(landscape: Landscape, weights: Array, batch_size: int) -> dict[str, Array]:
    """What an optimiser that stands still remembers of the slopes there."""
    rows = row_gradients(landscape, weights)
    count = len(rows)
    batch = min(batch_size, count)
    mean = rows.mean(axis=0)
    noise = rows.var(axis=0) / batch * (count - batch) / (count - 1) if count > 1 else 0.0 * mean
    square = mean**2 + noise
    return {"velocity": square, "velocity_hat": square, "average_gradient": mean}
