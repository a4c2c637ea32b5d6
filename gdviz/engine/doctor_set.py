"""Makes the labelled set that the loss-curve doctor is fitted on and scored on.

    python -m gdviz.engine.doctor_set resources/data/doctor_set.npz

trains every network below at the thirteen rates of the grid, for 120 epochs, and writes the curves. It takes about
three hours of one core; stopped and called again, it goes on with what is missing. The same command gives the same
networks; the last digits of the losses depend on the processor.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.core.doctor_set import LENGTHS, STEPS, Network, read, write
from gdviz.core.doctor_truth import RATES, final
from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps, epoch_means
from gdviz.engine.doctor_measures import stable_rates
from gdviz.engine.doctor_sources import DRAWN, FITTING, SCORING, UNITS, VARIED, key
from gdviz.engine.recorder import Recorder

SHAPES: dict[str, tuple[tuple[int, ...], ...]] = {
    "fitting": ((4,), (12,), (16,), (24,), (48,), (100,), (16, 16), (24, 12), (64, 32), (10, 10, 10)),
    "scoring": ((8,), (20,), (64,), (32, 16), (32, 32), (16, 12, 8)),
}
"""Hidden layers; no shape is in both parts."""

FURTHER_SHAPES: tuple[tuple[int, ...], ...] = (
    (3,),
    (6,),
    (10,),
    (32,),
    (40,),
    (80,),
    (128,),
    (12, 6),
    (20, 20),
    (48, 24),
    (64, 64),
    (100, 50),
    (8, 8, 8),
    (24, 16, 8),
    (32, 32, 32),
    (12, 12, 12, 12),
)
"""Of the fitting part as well, for the networks from `SECOND` on."""

OPTIMIZERS = ("sgd", "momentum", "rmsprop", "adam", "adamw", "nadam", "adagrad", "adamax", "lion", "adadelta", "ftrl")
SHARES = (5, 4, 4, 5, 2, 2, 3, 2, 1, 1, 1)
"""How often each optimiser is drawn."""

BATCH_SIZES = (8, 32, 128)
NETWORKS = {"fitting": 3010, "scoring": 150}
"""How many networks each part has."""

NAMED, STANDARD, SECOND, THIRD = 200, 400, 480, 2610
"""So many networks learn named data sets, each further one (of the fitting part only) a data set of its own; from
`STANDARD` on with inputs in units of their own, that are not standardised. From `SECOND` on data sets and shapes are
more varied, and networks are trained from one seed instead of two: another network tells more than another seed. From
`THIRD` on inputs are in units of their own again: they are what the doctor was wrong about most."""

MEASURED_OF = 3
"""Of every so many networks from `SECOND` on, gradient norms and the curvature of one are measured; and of all that
are scored."""
KEPT = max(LENGTHS)
EPOCHS = 2 * KEPT
BLOCK = 30
"""Networks to a process, so that compiled programs do not pile up in memory."""


def settings_of(part: str) -> list[dict[str, Any]]:
    """What to train for one part, drawn at random but always the same.

    Data, shape, optimiser and batch size; and now and then what makes runs overfit or differ: few training rows, wrong
    answers, a penalty, dropout, inputs that are not standardised, another activation.
    """
    random = np.random.default_rng(len(part) + ord(part[0]))
    sources = list(FITTING if part == "fitting" else SCORING)
    chance = np.array(SHARES) / sum(SHARES)

    def drawn(number: int) -> dict[str, Any]:
        shapes = SHAPES[part] + (FURTHER_SHAPES if number >= SECOND else ())
        return {
            "part": part,
            "data": _source(sources, number),
            "units": list(shapes[int(random.integers(len(shapes)))]),
            "optimizer": str(random.choice(OPTIMIZERS, p=chance)),
            "batch_size": int(random.choice(BATCH_SIZES)),
            "seed": 2 * number,
            "activation": str(random.choice(["relu", "tanh"], p=[0.8, 0.2])),
            "label_noise": float(random.choice([0.0, 0.1, 0.2], p=[0.7, 0.15, 0.15])),
            "validation_split": float(random.choice([0.2, 0.5, 0.75], p=[0.6, 0.2, 0.2])),
            "l2": float(random.choice([0.0, 0.001], p=[0.95, 0.05])),
            "dropout": float(random.choice([0.0, 0.2], p=[0.95, 0.05])),
            "standardize": bool(random.random() < 0.93) and not in_own_units(number),
        }

    return [drawn(number) for number in range(NETWORKS[part])]


def _source(named: Sequence[str], number: int) -> str:
    """The data set that network ``number`` learns."""
    if number < NAMED:
        return named[number % len(named)]
    return f"{DRAWN if number < STANDARD else UNITS if in_own_units(number) else VARIED}{number}"


def in_own_units(number: int) -> bool:
    """Whether the inputs of network ``number`` are in units of their own."""
    return STANDARD <= number < SECOND or number >= THIRD


def experiment_of(settings: dict[str, Any], folder: Path) -> Experiment:
    """The experiment of one network, at a rate of 1."""
    own = {name: value for name, value in settings.items() if name not in ("part", "data", "steps", "classes")}
    own["units"] = tuple(own["units"])
    return Experiment(data=key(settings["data"], folder), epochs=EPOCHS, learning_rate=1.0, **own)


def seeds_of(settings: dict[str, Any]) -> list[int]:
    """The seeds that a network is trained from."""
    first = int(settings["seed"])
    return [first] if first // 2 >= SECOND else [first, first + 1]


def is_measured(settings: dict[str, Any]) -> bool:
    """Whether gradient norms and the curvature of a network are measured, too."""
    number = settings["seed"] // 2
    return bool(settings["part"] == "scoring" or (number >= SECOND and number % MEASURED_OF == 0))


def trained(settings: dict[str, Any], folder: Path) -> list[Network]:
    """One network at every rate, from each seed."""
    from gdviz.engine.catalogue import landscape_of
    from gdviz.engine.datasets import DATASETS

    first, seeds = experiment_of(settings, folder), seeds_of(settings)
    landscape = landscape_of(first)
    steps = landscape.steps_per_epoch(first.batch_size)
    known = {"steps": steps, "classes": DATASETS[first.data].classes}
    experiments = [replace(first, seed=seed, learning_rate=rate) for seed in seeds for rate in RATES]
    recorded = _recorded(experiments, steps, is_measured(settings))
    loss, val_loss, gradient_norm, stable_rate = (
        recorded[name].T.reshape(len(seeds), len(RATES), -1) for name in STEPS
    )
    return [
        Network(
            {**settings, **known, "seed": seed},
            float(recorded["fresh"][at * len(RATES)]),
            loss[at, :, :KEPT],
            val_loss[at, :, :KEPT],
            final(loss[at]),
            gradient_norm[at, :, :KEPT],
            stable_rate[at],
        )
        for at, seed in enumerate(seeds)
    ]


def _recorded(experiments: Sequence[Experiment], steps_per_epoch: int, measured: bool) -> dict[str, Any]:
    """What K runs record: ``fresh``, the loss before training, ``[K]``, and the rest of a `Network` ``[epochs, K]``.

    NaN once all are lost, and where it was not measured.
    """
    from gdviz.engine.descent import Start, descents

    recorder = Recorder() if measured else None
    runs = descents(experiments, keep_path=False, recorder=recorder)
    start = next(runs)
    assert isinstance(start, Start)
    stable_rate = np.full((len(LENGTHS), len(experiments)), np.nan)
    batches: list[Steps] = []
    for at, epochs in enumerate([*LENGTHS, EPOCHS] if measured else [EPOCHS]):
        if not _driven(runs, batches, epochs * steps_per_epoch):
            break
        if recorder is not None and recorder.present is not None and epochs in LENGTHS:
            stable_rate[at] = stable_rates(experiments[0], recorder.present)
    steps = Steps.joined(batches)
    norms = epoch_means(steps.gradient_norm, steps.epoch_steps) if measured else np.empty((0, len(experiments)))
    curves = {"loss": steps.epoch_loss, "val_loss": steps.epoch_val_loss, "gradient_norm": norms}
    return {"fresh": start.loss, **{name: _whole(each) for name, each in curves.items()}, "stable_rate": stable_rate}


def _driven(runs: Any, batches: list[Steps], until: int) -> bool:
    """Drives the runs until so many steps were taken, and says whether any run is left."""
    from gdviz.engine.descent import Command
    from gdviz.engine.trainer import CHUNK

    taken = sum(batch.count for batch in batches)
    while taken < until:
        try:
            batches.append(runs.send(Command(min(CHUNK, until - taken))))
        except StopIteration:
            return False
        taken += batches[-1].count
    return True


def _whole(curves: Any) -> Any:
    """Curves ``[e, K]`` as ``[epochs, K]``, NaN from where all runs were lost."""
    missing = np.full((EPOCHS - len(curves), curves.shape[1]), np.nan)
    return np.concatenate([curves, missing])


def _block(settings: list[dict[str, Any]], folder: Path) -> list[Network]:
    """Some networks, in a process of their own."""
    from gdviz.engine.runtime import prepare

    prepare()
    return [network for one in settings for network in trained(one, folder)]


def _all(settings: list[dict[str, Any]], folder: Path, processes: int) -> Iterator[list[Network]]:
    """Everything, a block at a time."""
    blocks = [settings[at : at + BLOCK] for at in range(0, len(settings), BLOCK)]
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, context, max_tasks_per_child=1) as pool:
        yield from pool.map(_block, blocks, [folder] * len(blocks))


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains and writes."""
    parser = argparse.ArgumentParser(description="Make the doctor's labelled set anew.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--networks", type=int, help="only so many of each part")
    parser.add_argument("--processes", type=int, default=1, help="how many train side by side")
    options = parser.parse_args(arguments)
    # Both parts from the first block on, so that a file cut short is of use.
    parts = [settings_of(part)[: options.networks] for part in ("fitting", "scoring")]
    settings = [one for part in parts for one in part]
    settings.sort(key=lambda one: (one["seed"] / NETWORKS[str(one["part"])], str(one["part"])))
    networks = read(options.file) if options.file.exists() else []
    done = {(network.settings["part"], network.settings["seed"]) for network in networks}
    settings = [one for one in settings if (one["part"], one["seed"]) not in done]
    with tempfile.TemporaryDirectory() as folder:
        for block in _all(settings, Path(folder), options.processes):
            networks += block
            write(options.file, networks)
            sys.stderr.write(f"{len(networks)} networks\n")


if __name__ == "__main__":
    main()
