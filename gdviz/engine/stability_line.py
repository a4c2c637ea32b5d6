"""Where the stability line runs at one point of a recorded run."""

from dataclasses import replace
from time import perf_counter

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Curvature, Limit, Stability, needs_preconditioner, stable_rate
from gdviz.core.stability_line import StabilityLine
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.optimizers import parameters_of
from gdviz.engine.recorder import Snapshot
from gdviz.engine.replay import Stand
from gdviz.engine.stability import stabilities

TOLERANCE = 0.01
"""How closely the curvature is measured: it moves on before one could read more."""

PATIENCE = 0.5
"""Seconds after which the best so far has to do; the next look begins with it."""


def stability_line(stand: Stand, like: Stability | None = None) -> tuple[StabilityLine, Stability]:
    """The line at a point of a run: that of training on all rows at once, whatever the size of the batches.

    Args:
        stand: How the run stands there.
        like: What was found at a point nearby, to begin with.

    Returns:
        The line, and what it was made of.
    """
    rows = len(landscape_of(stand.experiment).train)
    whole = replace(stand.experiment, batch_size=max(rows, 1))
    best = _measured(stand, whole, like)
    share = stand.learning_rate / stand.experiment.learning_rate
    noisy = stand.experiment.batch_size < rows
    return StabilityLine(stand.step, best.limit, share, noisy, best.largest), best


def _measured(stand: Stand, experiment: Experiment, like: Stability | None) -> Stability:
    """What is known of the limit after as few products as will do."""
    snapshot, began = Snapshot(stand.step, stand.state, np.zeros(0), 0.0), 0.0
    best, hopeless = Stability(Limit(None, "")), _hopeless(experiment)
    for best in stabilities(snapshot, experiment, stand.weights, like):
        # The first product may have to compile.
        began = began or perf_counter()
        blind = hopeless or (needs_preconditioner(experiment.optimizer) and not stand.taken)
        if blind or _close(best.curvature) or perf_counter() - began > PATIENCE:
            break
    return best


def _close(found: Curvature | None) -> bool:
    """Whether the curvature is known closely enough."""
    return found is None or found.residual <= TOLERANCE * abs(found.largest)


def _hopeless(experiment: Experiment) -> bool:
    """Whether no curvature whatever would give a limit."""
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    bent = Curvature(1.0, 0.0, np.zeros(0, np.float32), 0, True, needs_preconditioner(experiment.optimizer))
    return stable_rate(experiment, parameters, experiment.batch_size, bent).rate is None
