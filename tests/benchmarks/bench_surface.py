"""A loss surface against the loops that people write, and against the arithmetic that this machine can do at all."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.networks import keras_model
from gdviz.engine.runtime import has_xla, prepare
from gdviz.engine.surface import BLOCKS, evaluation, losses_at, surfaces

SIDE, DIGITS_SIDE = 101, 51
IRIS = validated(Experiment())
DIGITS = validated(Experiment(data="digits", units=(32,)))
"""64 inputs, 32 hidden neurons, 10 classes; 1437 training rows."""
EVALUATED, CALLED = 20, 300
"""Points sampled from the loops that would take too long."""
ROUNDS = 12
"""Times that everything is measured in turn; the best counts, since all else on the machine only adds."""
SIZES = (512, 1024, 2048)
"""Of the square matrices whose product tells the machine's peak."""


Clock = Callable[[], float]


def seconds(work: Callable[[], Any], clock: Clock = time.perf_counter) -> float:
    """Seconds by some clock: that on the wall, or that of the processors, which other programs do not slow down."""
    begun = clock()
    work()
    return clock() - begun


def best(
    works: dict[str, Callable[[], Any]], rounds: int = ROUNDS, clock: Clock = time.perf_counter
) -> dict[str, float]:
    """The shortest time of each, taken in turn so that all see the same machine; the first time does not count."""
    for work in works.values():
        work()
    times = [{name: seconds(work, clock) for name, work in works.items()} for _ in range(rounds)]
    return {name: min(found[name] for found in times) for name in works}


def path_of(experiment: Experiment) -> np.ndarray:
    """Three points for a plane to go through."""
    landscape = landscape_of(experiment)
    return np.stack([landscape.start(seed) for seed in range(3)])


def drawn(experiment: Experiment, side: int) -> None:
    """Every surface from coarse to fine."""
    for _ in surfaces(experiment, path_of(experiment), np.ones(3, np.float32), side=side):
        pass


def evaluated() -> Iterator[None]:
    """Keras as people write it: ``set_weights`` and ``evaluate``, point by point."""
    train, model = landscape_of(IRIS).train, keras_model("iris", (16,), 0)
    model.compile("sgd", "sparse_categorical_crossentropy")
    while True:
        model.set_weights([weight + 0.01 for weight in model.get_weights()])
        model.evaluate(train.x, train.y, batch_size=len(train), verbose=0)
        yield


def called() -> Iterator[None]:
    """A compiled loss of one model, called point by point on weights assigned to it."""
    import keras
    import tensorflow as tf

    train, model = landscape_of(IRIS).train, keras_model("iris", (16,), 0)
    x, y = tf.constant(train.x), tf.constant(train.y)
    loss = tf.function(lambda: keras.losses.SparseCategoricalCrossentropy()(y, model(x)))
    while True:
        for variable in model.trainable_variables:
            variable.assign(variable + 0.01)
        float(loss())
        yield


def matmul(size: int) -> Callable[[], Any]:
    """A product of two square matrices, which is all that the peak is measured by."""
    import tensorflow as tf

    factor = tf.random.normal((size, size))
    product = tf.function(lambda: tf.matmul(factor, factor))
    return lambda: product().numpy()


def arithmetic() -> float:
    """Multiplications and additions of the digits surface's matrix products, in 10^9."""
    landscape = landscape_of(DIGITS)
    kernels = sum(inputs * outputs for inputs, outputs in ((64, 32), (32, 10)))
    return 2e-9 * kernels * len(landscape.train) * DIGITS_SIDE**2


def points() -> np.ndarray:
    """Weights for every point of the digits surface."""
    landscape = landscape_of(DIGITS)
    noise = np.random.default_rng(0).normal(size=(DIGITS_SIDE**2, landscape.size))
    return np.asarray(landscape.start(0) + 0.1 * noise, np.float32)


def measured() -> dict[str, float]:
    """All figures."""
    prepare()
    slow, quick, weights = evaluated(), called(), points()
    iris = best(
        {
            "ours": lambda: drawn(IRIS, SIDE),
            "evaluate": lambda: [next(slow) for _ in range(EVALUATED)],
            "call": lambda: [next(quick) for _ in range(CALLED)],
        },
        rounds=4,
    )
    peaks = {f"matmul {size}": matmul(size) for size in SIZES}
    digits, part = landscape_of(DIGITS), BLOCKS * evaluation(landscape_of(DIGITS), has_xla()).block
    losses_at(digits, weights, has_xla())
    ours = {
        "digits": lambda: losses_at(digits, weights, has_xla()),
        "call": lambda: losses_at(digits, weights[:part], has_xla()),
    }
    times = best({**ours, **peaks})
    worked = best({**ours, **peaks}, clock=time.process_time)
    peak, peak_worked = (max(2e-9 * size**3 / by[f"matmul {size}"] for size in SIZES) for by in (times, worked))
    by_evaluate, by_call = iris["evaluate"] / EVALUATED * SIDE**2, iris["call"] / CALLED * SIDE**2
    return {
        "iris, coarse and fine, ms": 1e3 * iris["ours"],
        "set_weights and evaluate, s": by_evaluate,
        "compiled loss per point, s": by_call,
        "evaluate / ours": by_evaluate / iris["ours"],
        "compiled loss / ours": by_call / iris["ours"],
        "digits, ms": 1e3 * times["digits"],
        "digits, GFLOP/s": arithmetic() / times["digits"],
        "matmul peak, GFLOP/s": peak,
        "share of the peak": arithmetic() / times["digits"] / peak,
        "share, the best call alone": arithmetic() * part / DIGITS_SIDE**2 / times["call"] / peak,
        "share, by processor time": arithmetic() * part / DIGITS_SIDE**2 / worked["call"] / peak_worked,
        "points in a block, iris": evaluation(landscape_of(IRIS), has_xla()).block,
        "points in a block, digits": evaluation(landscape_of(DIGITS), has_xla()).block,
    }


def main(json_path: str | None = None) -> None:
    """Prints all figures."""
    figures = measured()
    for name, value in figures.items():
        print(f"{name:>28} {value:10.2f}")
    if json_path:
        Path(json_path).write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
