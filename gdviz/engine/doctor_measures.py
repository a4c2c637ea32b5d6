"""What the curvature allows, for many runs at once.

`engine.stability` measures one run for the window, to the last digit; here a dozen Hessian-vector products must do for
all the rates of a network together.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Curvature, needs_preconditioner, preconditioner, stable_rate
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.curvature import hessian_products
from gdviz.engine.landscape import Landscape
from gdviz.engine.optimizers import parameters_of
from gdviz.engine.recorder import Snapshot
from gdviz.engine.stability import moments_of, steps_of

Wide = NDArray[np.float64]

PRODUCTS = 12
"""Hessian-vector products to an estimate: what is asked is how far the rate is from the limit, in powers of ten."""


def stable_rates(experiment: Experiment, snapshot: Snapshot) -> Wide:
    """The largest stable rate of each of K runs where it stands, ``[K]``; NaN where the theory does not reach.

    As the window does, it is told of training on all rows at once, whatever the size of the batches.

    Args:
        experiment: One of the runs, which differ in rate and seed only.
        snapshot: How they stand.
    """
    landscape = landscape_of(experiment)
    whole = replace(experiment, batch_size=len(landscape.train))
    weights = np.asarray(snapshot.state.values[0], np.float32)
    rates = np.full(len(weights), np.nan)
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    scaled = needs_preconditioner(experiment.optimizer)
    blind = Curvature(1.0, 0.0, np.zeros(0, np.float32), 0, True, scaled)
    if stable_rate(whole, parameters, len(landscape.train), blind).rate is None or landscape.keepsakes:
        return rates
    scale = np.ones(weights.shape)
    if scaled:
        moments = {name: row.reshape(weights.shape) for name, row in moments_of(snapshot).items()}
        scale = preconditioner(experiment.optimizer, parameters, moments, steps_of(snapshot)).astype(float)
    for run, bent in enumerate(largest_curvatures(landscape, weights, scale)):
        found = stable_rate(whole, parameters, len(landscape.train), replace(blind, largest=float(bent)))
        rates[run] = np.nan if found.rate is None else found.rate
    return rates


def largest_curvatures(landscape: Landscape, weights: NDArray[np.float32], scale: Wide) -> Wide:
    """The largest eigenvalue of ``D^-1/2 H D^-1/2`` of each of K runs, by `PRODUCTS` steps of Lanczos, ``[K]``.

    Args:
        landscape: Whose loss.
        weights: ``[K, P]``.
        scale: D, ``[K, P]``.
    """
    product = hessian_products(landscape, False)
    fine = np.all(np.isfinite(weights) & (scale > 0), axis=1)
    root = np.where(fine[:, None], 1 / np.sqrt(np.where(fine[:, None], scale, 1.0)), 0.0)
    standing = np.where(fine[:, None], weights, 0.0).astype(np.float32)
    vector = np.random.default_rng(0).normal(size=weights.shape)
    basis, diagonal, beside = [], [], []
    for _ in range(min(PRODUCTS, weights.shape[1])):
        vector = vector / np.maximum(np.linalg.norm(vector, axis=1, keepdims=True), 1e-30)
        basis.append(vector)
        rest = root * product(standing, root * vector)
        diagonal.append((vector * rest).sum(axis=1))
        for _ in range(2):
            for earlier in basis:
                rest = rest - (earlier * rest).sum(axis=1, keepdims=True) * earlier
        beside.append(np.linalg.norm(rest, axis=1))
        vector = rest
    rows = zip(fine, np.stack(diagonal, axis=1), np.stack(beside, axis=1), strict=True)
    return np.array([_largest(along, between) if finite else np.nan for finite, along, between in rows])


def _largest(diagonal: Wide, beside: Wide) -> float:
    """The largest eigenvalue of a tridiagonal matrix, cut off where nothing was left to find."""
    ends = np.flatnonzero(~(beside[:-1] > 1e-7 * np.abs(diagonal[0])))
    size = int(ends[0]) + 1 if len(ends) else len(diagonal)
    inside = diagonal[:size], beside[: size - 1]
    if not all(np.isfinite(part).all() for part in inside):
        return np.nan
    return float(np.linalg.eigvalsh(np.diag(inside[0]) + np.diag(inside[1], 1) + np.diag(inside[1], -1))[-1])
