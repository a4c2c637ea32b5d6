"""The engine against Keras as people write it, all in one run."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.descent import Command, Start, descent
from gdviz.engine.networks import keras_model
from gdviz.engine.optimizers import keras_optimizer
from gdviz.engine.runtime import prepare
from gdviz.engine.sweep import sweep, variants

IRIS = validated(Experiment(epochs=60))


def seconds(work: Callable[[], Any], times: int = 3) -> float:
    """Wall-clock seconds, the best of several times: everything else on the machine only ever adds."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


def fit() -> float:
    """Seconds of one ``model.fit`` of 60 epochs; the model is made and compiled before: only the fit counts."""
    train, validation = landscape_of(IRIS).train, landscape_of(IRIS).validation
    model = keras_model("iris", (16,), 0)
    model.compile(keras_optimizer("adam", {}, 0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    held_back = (validation.x, validation.y)
    return seconds(lambda: model.fit(train.x, train.y, 8, 60, verbose=0, validation_data=held_back), times=1)


def swept(count: int) -> Callable[[], None]:
    """A sweep of ``count`` rates."""
    rates = [10 ** (-4 + 4 * k / max(count - 1, 1)) for k in range(count)]
    experiments = variants(IRIS, learning_rate=rates)

    def work() -> None:
        for _ in sweep(experiments):
            pass

    return work


def first_step(units: int) -> float:
    """Seconds from choosing a network that was never seen to its first step."""
    experiment = replace(IRIS, units=(units,))

    def work() -> None:
        run = descent(experiment)
        assert isinstance(next(run), Start)
        run.send(Command(1, experiment))

    return seconds(work, times=1)


def measured() -> dict[str, float]:
    """All figures."""
    prepare()
    first = [first_step(units) for units in (17, 18, 19)]
    for count in (1, 3, 64):
        swept(count)()
    best = min(fit() for _ in range(3))
    one, three, many = (seconds(swept(count)) for count in (1, 3, 64))
    return {
        "model_fit_s": best,
        "ours_1_rate_s": one,
        "ours_3_rates_s": three,
        "ours_64_rates_s": many,
        "fit_3_over_ours_3": 3 * best / three,
        "ours_64_over_one_fit": many / best,
        "time_64_over_time_1": many / one,
        "first_step_new_network_s": sorted(first)[1],
    }


def main(json_path: str | None = None) -> None:
    """Prints the figures, and writes them if asked to."""
    found = measured()
    for name, value in found.items():
        print(f"{name:26} {value:10.3f}")
    if json_path is not None:
        Path(json_path).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
