"""Where the stability line runs at one point of a recorded run."""

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Array, Curvature, Limit, needs_preconditioner, preconditioner, stable_rate
from gdviz.core.stability_line import StabilityLine
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.curvature import curvature, hessian_product
from gdviz.engine.landscape import Landscape
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of
from gdviz.engine.replay import Stand

TOLERANCE, MOST = 0.01, 60
"""How closely the curvature is measured, and by how many products at most: it moves on before one could read more."""

MOST_WEIGHTS = 100_000
"""Weights above which the curvature takes too long to be followed."""


def stability_line(stand: Stand, like: Array | None = None) -> tuple[StabilityLine, Array | None]:
    """The line at a point of a run.

    Args:
        stand: How the run stands there.
        like: The direction of the steepest bend at a point nearby, to begin with.

    Returns:
        The line, and the direction of the steepest bend if it was looked for.
    """
    experiment, landscape = stand.experiment, landscape_of(stand.experiment)
    share = stand.learning_rate / experiment.learning_rate
    noisy = experiment.batch_size < len(landscape.train)
    if reason := _out_of_reach(stand, landscape):
        if reason == _too_early(stand):
            # Compiles what the first step will need, so that nobody waits for it then.
            hessian_product(landscape, False)(stand.weights, np.ones(landscape.size))
        return StabilityLine(stand.step, Limit(None, reason), share, noisy), like
    found = _measured(stand, landscape, like)
    limit = _limit(experiment, found)
    return StabilityLine(stand.step, limit, share, noisy, found.largest), found.vector


def _limit(experiment: Experiment, found: Curvature) -> Limit:
    """The limit of training on all rows at once, whatever the size of the batches: rows are said to be none."""
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    return stable_rate(experiment, parameters, 0, found)


def _out_of_reach(stand: Stand, landscape: Landscape) -> str:
    """Why it is of no use to measure the curvature; empty if it is."""
    blind = Curvature(1.0, 0.0, np.zeros(0, np.float32), 0, True, needs_preconditioner(stand.experiment.optimizer))
    if reason := _limit(stand.experiment, blind).reason:
        return reason
    if landscape.size > MOST_WEIGHTS:
        return f"With {landscape.size:,} weights, measuring the curvature takes too long"
    return _too_early(stand)


def _too_early(stand: Stand) -> str:
    """That an optimiser which goes by what it remembers has nothing to remember yet; empty if that is not so."""
    if stand.taken or not needs_preconditioner(stand.experiment.optimizer):
        return ""
    title = OPTIMIZERS[stand.experiment.optimizer].title
    return f"{title} measures its steps by past slopes, and has none yet; take one step"


def _measured(stand: Stand, landscape: Landscape, like: Array | None) -> Curvature:
    """The curvature as the optimiser sees it."""
    optimizer, scale = stand.experiment.optimizer, None
    if needs_preconditioner(optimizer):
        parameters = parameters_of(optimizer, stand.experiment.optimizer_parameters)
        scale = preconditioner(optimizer, parameters, stand.memory, stand.taken)
    estimates = curvature(landscape, stand.weights, scale, like, tolerance=TOLERANCE, most=MOST)
    *_, found = estimates
    return found
