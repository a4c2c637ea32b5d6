"""How well the limit from curvature tells whether the loss will rise, and how long finding it takes.

The theorem is about a quadratic valley. A network that is trained nearly to the end lies in one, if a small L2 penalty
sees to it that there is an end. So first: trained networks, their limit measured there, and training on at parts of it.
Does the loss come to lie above that of the point within 30 steps?

Then the same far from there, where the curvature changes under way: full-batch plain SGD from the first weights, and
from partly trained ones, at parts of the limit at the start. Two questions:

- Is there any step among the first 30 after which the loss is higher than before?
- The curvature changes under way, and with it the limit. Where the rate is some part of the limit of the moment, as a
  window that measures it all the time would show it: does the loss rise within the next 10 steps?
"""

import json
import time
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.core.stability import largest_rate
from gdviz.engine.curvature import curvature
from gdviz.engine.landscape import Landscape
from gdviz.engine.networks import network
from gdviz.engine.runtime import compiled, prepare
from gdviz.engine.surface import training_loss

Array = np.ndarray[Any, Any]

DATA = {"iris": (16,), "wine": (16,), "moons": (16,), "breast_cancer": (16,)}
ACTIVATIONS = ("relu", "tanh")
SEEDS = range(4)
PARTS = (0.5, 0.7, 0.9, 1.0, 1.1, 1.2, 1.5, 2.0)
"""Of the limit."""
STEPS = 30
TRAINED = 200
"""Steps at half the limit after which a network counts as partly trained."""
SOON = 10
"""Steps to look ahead for the second question."""
BANDS = (0.0, 0.5, 0.7, 0.9, 1.1, 1.2, 1.5, 2.0, np.inf)
"""Of the limit of the moment."""
SETTLED_DATA = (*DATA, "diabetes", "sine")
SETTLED_L2, SETTLED_STEPS, SETTLED_PART = 0.01, 1000, 0.3
"""Penalty, and steps at what part of the first limit, after which a network counts as trained nearly to the end."""
RISE = 1e-4
"""Part of the loss by which it must grow in one step to count as having risen: more than rounding."""


def descended(landscape: Landscape, weights: Array, rates: Array, steps: int) -> tuple[Array, Array]:
    """Plain SGD on all rows from ``weights`` ``[K, P]``: path ``[steps + 1, K, P]`` and losses ``[steps + 1, K]``."""
    import tensorflow as tf

    loss = training_loss(landscape)

    def slope(at: Any) -> Any:
        with tf.GradientTape() as tape:
            tape.watch(at)
            each = loss(at)
            total = tf.reduce_sum(each)
        return each, tape.gradient(total, at)

    step, path, losses = compiled(slope, False), [], []
    for _ in range(steps + 1):
        values, gradient = step(tf.constant(weights))
        losses.append(values.numpy())
        path.append(weights)
        weights = weights - rates[:, None].astype(np.float32) * gradient.numpy()
    return np.array(path), np.array(losses)


def limits_along(landscape: Landscape, path: Array) -> Array:
    """The largest stable rate of plain SGD at each point of a path ``[T, P]``; NaN where there is none."""
    limits, like = [], None
    for weights in path:
        *_, found = curvature(landscape, weights, like=like)
        like = found.vector if np.isfinite(found.largest) else None
        limits.append(largest_rate("sgd", {}, found).rate or np.nan)
    return np.array(limits)


def watched(landscape: Landscape, starts: Array) -> tuple[Array, Array]:
    """Runs from ``starts`` ``[S, P]`` at each of `PARTS`.

    Returns:
        Whether each step raised the loss, ``[steps, S, parts]``, and what part of the limit before that step the rate
        was, of the same shape.
    """
    limits = np.concatenate([limits_along(landscape, start[None]) for start in starts])
    rates = (limits[:, None] * np.array(PARTS)).ravel()
    with np.errstate(all="ignore"):
        path, losses = descended(landscape, np.repeat(starts, len(PARTS), axis=0), rates, STEPS)
        risen = ~(losses[1:] <= losses[:-1] * (1 + RISE))
        along = [limits_along(landscape, path[:-1, run]) for run in range(len(rates))]
        parts = rates / np.array(along).T
    shape = (STEPS, len(starts), len(PARTS))
    return risen.reshape(shape), parts.reshape(shape)


def settled() -> dict[str, Array]:
    """How many of `SEEDS` rose above where they began, by data and activation, at each of `PARTS`; near a minimum."""
    found = {}
    for data, activation in product(SETTLED_DATA, ACTIVATIONS):
        landscape = network(data, (16,), activation=activation, l2=SETTLED_L2)
        first = np.stack([landscape.start(seed) for seed in SEEDS])
        rates = np.array([SETTLED_PART * limits_along(landscape, start[None])[0] for start in first])
        starts = descended(landscape, first, rates, SETTLED_STEPS)[0][-1]
        limits = np.concatenate([limits_along(landscape, start[None]) for start in starts])
        with np.errstate(all="ignore"):
            tried = (limits[:, None] * np.array(PARTS)).ravel()
            losses = descended(landscape, np.repeat(starts, len(PARTS), axis=0), tried, STEPS)[1]
            risen = ~(losses[1:] <= losses[:1] * (1 + RISE)).all(axis=0)
        found[f"{data} {activation}"] = risen.reshape(len(starts), len(PARTS)).sum(axis=0)
    return found


def starts_of(landscape: Landscape) -> tuple[Array, Array]:
    """First weights of every seed, and the same partly trained, ``[seeds, P]`` each."""
    first = np.stack([landscape.start(seed) for seed in SEEDS])
    rates = np.array([0.5 * limits_along(landscape, start[None])[0] for start in first])
    return first, descended(landscape, first, rates, TRAINED)[0][-1]


def calibration() -> dict[str, tuple[Array, Array]]:
    """What `watched` finds, by data, activation and start."""
    found = {}
    for (data, units), activation in product(DATA.items(), ACTIVATIONS):
        landscape = network(data, units, activation=activation)
        for name, starts in zip(("first", "trained"), starts_of(landscape), strict=True):
            found[f"{data} {activation} {name}"] = watched(landscape, starts)
    return found


def sums(risen: Array, parts: Array) -> dict[str, float]:
    """The figures that matter, from all runs: ``[steps, runs, parts]`` each."""
    asked, ever = np.array(PARTS), risen.any(axis=0)
    low, high = asked <= 0.9, asked >= 1.2
    quiet = ~ever & high
    figures: dict[str, float] = {
        "rose, rate 0.9 of the first limit or less": int(ever[:, low].sum()),
        "of": ever[:, low].size,
        "rose, rate 1.2 of the first limit or more": int(ever[:, high].sum()),
        "of ": ever[:, high].size,
        "of the others, limit grew above the rate": int(((parts < 1).any(axis=0) & quiet).sum()),
        "of  ": int(quiet.sum()),
    }
    soon = np.array([risen[at : at + SOON].any(axis=0) for at in range(STEPS - SOON)])
    now = parts[: STEPS - SOON]
    for least, most in pairwise(BANDS):
        within = (now >= least) & (now < most)
        figures[f"% rise soon, {least:.1f} to {most:.1f} of the limit then"] = 100 * float(soon[within].mean())
    return figures


def milliseconds() -> dict[str, float]:
    """Time of one estimate on iris after the first: afresh, and beginning with the vector of a point nearby."""
    landscape = network("iris", (16,))
    times: dict[str, list[float]] = {"afresh": [], "nearby": []}
    for seed in range(12):
        begun = time.perf_counter()
        *_, found = curvature(landscape, landscape.start(seed))
        between = time.perf_counter()
        list(curvature(landscape, landscape.start(seed) * np.float32(1.002), like=found.vector))
        times["afresh"].append(1e3 * (between - begun))
        times["nearby"].append(1e3 * (time.perf_counter() - between))
    return {name: float(np.median(values[2:])) for name, values in times.items()}


def main(json_path: str | None = None) -> None:
    """Prints how often the loss rose by part of the limit, and the sums that matter."""
    prepare()
    near = settled()
    print(f"{'near a minimum: loss rose, of 4':>46}", *[f"{part:5.1f}" for part in PARTS])
    for name, counts in near.items():
        print(f"{name:>46}", *[f"{count:5d}" for count in counts])
    for kind in ACTIVATIONS:
        group = [counts for name, counts in near.items() if name.endswith(kind)]
        print(f"{f'{kind}, of {len(SEEDS) * len(group)}':>46}", *[f"{count:5d}" for count in sum(group)])
    found = calibration()
    print(f"{'loss rose within 30 steps, of 4':>46}", *[f"{part:5.1f}" for part in PARTS])
    table = {name: risen.any(axis=0).sum(axis=0).tolist() for name, (risen, _) in found.items()}
    for name, counts in table.items():
        print(f"{name:>46}", *[f"{count:5d}" for count in counts])
    risen, parts = (np.concatenate([pair[which] for pair in found.values()], axis=1) for which in (0, 1))
    print(f"{'of ' + str(risen.shape[1]):>46}", *[f"{count:5d}" for count in risen.any(axis=0).sum(axis=0)])
    measured = {**sums(risen, parts), **{f"ms, {name}": value for name, value in milliseconds().items()}}
    for name, value in measured.items():
        print(f"{name:>46} {value:8.1f}")
    if json_path:
        Path(json_path).write_text(
            json.dumps(
                {**measured, "parts": PARTS, "rose_of_4": table, "near_of_4": {k: v.tolist() for k, v in near.items()}}
            ),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
