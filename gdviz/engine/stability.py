"""The largest stable learning rate of a run as it stands: what the window asks for while it trains."""

from collections.abc import Callable, Generator

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Array, Limit, Parameters, Stability, needs_preconditioner, preconditioner, stable_rate
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.curvature import curvature
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of
from gdviz.engine.recorder import Recorder, Snapshot
from gdviz.engine.variables import State
from gdviz.said import Said

NOT_DERIVED = "TensorFlow has no second derivative of one of the model's layers"
UNMEASURED = "Batch normalisation and dropout make the loss of training another than the one measured here"


def moments_of(recorded: Snapshot | State) -> dict[str, Array]:
    """What the optimiser of a single run remembers, flattened: ``{"velocity": [P], ...}``.

    Args:
        recorded: A snapshot or its state.
    """
    state = recorded.state if isinstance(recorded, Snapshot) else recorded
    found: dict[str, list[Array]] = {}
    for path, value in zip(state.names, state.values, strict=True):
        name = next((name for name in _MEMORY if path.endswith(f"_{name}")), None)
        if name is not None:
            found.setdefault(name, []).append(np.asarray(value, np.float32).ravel())
    return {name: np.concatenate(parts) for name, parts in found.items()}


def steps_of(recorded: Snapshot | State) -> int:
    """Steps that the optimiser has taken since it was chosen; 0 if it does not count them."""
    state = recorded.state if isinstance(recorded, Snapshot) else recorded
    counts = [value for path, value in zip(state.names, state.values, strict=True) if path.endswith("/iteration")]
    return int(counts[0]) if counts else 0


_MEMORY = ("velocity_hat", "velocity", "average_gradient")
"""Names that Keras gives to what `gdviz.core.stability.preconditioner` needs."""


def stability_at(
    recorded: Recorder | Snapshot | None,
    experiment: Experiment,
    weights: Array,
    like: Stability | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Stability:
    """The last and best of `stabilities`, or the best so far once ``cancelled()`` is true; made for a thread."""
    best = Stability(Limit(None, _TOO_FEW))
    for found in stabilities(recorded, experiment, weights, like):
        best = found
        if cancelled():
            break
    return best


def stabilities(
    recorded: Recorder | Snapshot | None, experiment: Experiment, weights: Array, like: Stability | None = None
) -> Generator[Stability, None, None]:
    """How steep the loss is at some weights and the largest rate that allows, ever better.

    Args:
        recorded: What the run's recorder holds, for optimisers that measure their steps by past slopes; of a recorder
            its present state counts. None before there is a run.
        experiment: What is trained.
        weights: Where, ``[P]``.
        like: What was found before, nearby: a few products then do.

    Yields:
        A `Stability` after every Hessian-vector product. Its curvature is that which the optimiser's limit is made of:
        of the Hessian as the optimiser scales it where that counts, else of the Hessian itself. Where no limit is
        known, ``limit.reason`` says why, and the curvature is measured all the same if it can be.
    """
    landscape = landscape_of(experiment)
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    snapshot = recorded.present if isinstance(recorded, Recorder) else recorded
    scale, reason = None, UNMEASURED if landscape.keepsakes else ""
    if needs_preconditioner(experiment.optimizer):
        scale = _scale(snapshot, experiment.optimizer, parameters)
        reason = reason or ("" if scale is not None else Said(_NO_STEPS, OPTIMIZERS[experiment.optimizer].title))
    before = like.curvature.vector if like is not None and like.curvature is not None else None
    if before is not None and (before.shape != weights.shape or not np.isfinite(before).all()):
        before = None
    try:
        for found in curvature(landscape, weights, scale, before):
            told = Limit(None, reason) if reason else stable_rate(experiment, parameters, len(landscape.train), found)
            yield Stability(told, found)
    except LookupError:
        yield Stability(Limit(None, NOT_DERIVED))


_TOO_FEW = "The curvature has not been measured yet"
_NO_STEPS = "{} measures its steps by slopes, and has not seen any yet"


def _scale(snapshot: Snapshot | None, optimizer: str, parameters: Parameters) -> Array | None:
    """What the optimiser divides each weight's gradient by; None as long as it has taken no step."""
    if snapshot is None or not steps_of(snapshot):
        return None
    try:
        return preconditioner(optimizer, parameters, moments_of(snapshot), steps_of(snapshot))
    except KeyError:  # The snapshot is that of another optimiser.
        return None
