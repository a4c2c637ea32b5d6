"""Makes the labelled set that the loss-curve doctor is fitted on and scored on.

    python -m gdviz.engine.doctor_set resources/data/doctor_set.npz

trains every network below at the thirteen rates of the grid, for 120 epochs, and writes the curves. It takes about an
hour of one core; stopped and called again, it goes on with what is missing. The same command gives the same networks;
the last digits of the losses depend on the processor. In the file as it stands gradient norms and stable rates were
recorded of 70 networks only, from the first of their seeds.
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

from gdviz.core.doctor_set import LENGTHS, Network, pack, read
from gdviz.core.doctor_truth import RATES, final
from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.doctor_measures import EpochSlopes, stable_rates
from gdviz.engine.doctor_sources import DRAWN, FITTING, SCORING, UNITS, key
from gdviz.engine.recorder import Recorder

SHAPES: dict[str, tuple[tuple[int, ...], ...]] = {
    "fitting": ((4,), (12,), (16,), (24,), (48,), (100,), (16, 16), (24, 12), (64, 32), (10, 10, 10)),
    "scoring": ((8,), (20,), (64,), (32, 16), (32, 32), (16, 12, 8)),
}
"""Hidden layers; no shape is in both parts."""

OPTIMIZERS = ("sgd", "momentum", "rmsprop", "adam", "adamw", "nadam", "adagrad", "adamax", "lion", "adadelta", "ftrl")
SHARES = (5, 4, 4, 5, 2, 2, 3, 2, 1, 1, 1)
"""How often each optimiser is drawn."""

BATCH_SIZES = (8, 32, 128)
NETWORKS = {"fitting": 480, "scoring": 150}
"""How many networks each part has; each is trained from two seeds."""

NAMED, STANDARD = 200, 400
"""So many networks learn named data sets, each further one (of the fitting part only) a data set of its own; from
`STANDARD` on with inputs in units of their own, that are not standardised."""

SEEDS = 2
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
        shapes = SHAPES[part]
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
            "standardize": bool(random.random() < 0.93) and number < STANDARD,
        }

    return [drawn(number) for number in range(NETWORKS[part])]


def _source(named: Sequence[str], number: int) -> str:
    """The data set that network ``number`` learns."""
    if number < NAMED:
        return named[number % len(named)]
    return f"{DRAWN if number < STANDARD else UNITS}{number}"


def experiment_of(settings: dict[str, Any], folder: Path) -> Experiment:
    """The experiment of one network, at a rate of 1."""
    own = {name: value for name, value in settings.items() if name not in ("part", "data", "steps", "classes")}
    own["units"] = tuple(own["units"])
    return Experiment(data=key(settings["data"], folder), epochs=EPOCHS, learning_rate=1.0, **own)


def trained(settings: dict[str, Any], folder: Path) -> list[Network]:
    """One network at every rate, from each seed."""
    from gdviz.engine.catalogue import landscape_of
    from gdviz.engine.datasets import DATASETS

    first = experiment_of(settings, folder)
    seeds = [settings["seed"] + offset for offset in range(SEEDS)]
    landscape = landscape_of(first)
    known = {"steps": landscape.steps_per_epoch(first.batch_size), "classes": DATASETS[first.data].classes}
    found = _recorded([replace(first, seed=seed, learning_rate=rate) for seed in seeds for rate in RATES])
    loss, val_loss, gradient_norm, stable_rate = (
        found[name].T.reshape(SEEDS, len(RATES), -1) for name in ("loss", "val_loss", "gradient_norm", "stable_rate")
    )
    return [
        Network(
            {**settings, **known, "seed": seed},
            float(found["fresh"][at * len(RATES)]),
            loss[at, :, :KEPT],
            val_loss[at, :, :KEPT],
            final(loss[at]),
            gradient_norm[at, :, :KEPT],
            stable_rate[at],
        )
        for at, seed in enumerate(seeds)
    ]


def _recorded(experiments: Sequence[Experiment]) -> dict[str, Any]:
    """What K runs record: ``fresh``, the loss before training, ``[K]``, and by epoch what a `Network` has, ``[e, K]``.

    NaN from where all are lost.
    """
    from gdviz.engine.descent import Command, Start, descents
    from gdviz.engine.trainer import CHUNK

    recorder = Recorder()
    runs = descents(experiments, keep_path=False, recorder=recorder)
    start = next(runs)
    assert isinstance(start, Start)
    found = {name: np.full((EPOCHS, len(experiments)), np.nan) for name in ("loss", "val_loss", "gradient_norm")}
    found["stable_rate"] = np.full((len(LENGTHS), len(experiments)), np.nan)
    slopes, done = EpochSlopes(), 0
    while done < EPOCHS:
        try:
            steps = runs.send(Command(CHUNK))
        except StopIteration:
            break
        assert isinstance(steps, Steps)
        norms = slopes.add(steps)
        if len(steps.epoch_steps):
            # There are validation rows, so no more than one epoch ends at a time.
            found["loss"][done], found["val_loss"][done] = steps.epoch_loss[0], steps.epoch_val_loss[0]
            found["gradient_norm"][done] = norms
            done += 1
            if done in LENGTHS and recorder.present is not None:
                found["stable_rate"][LENGTHS.index(done)] = stable_rates(experiments[0], recorder.present)
    return {"fresh": start.loss, **found}


def _block(settings: list[dict[str, Any]], folder: Path) -> list[Network]:
    """Some networks, in a process of their own."""
    from gdviz.engine.runtime import prepare

    prepare()
    return [network for one in settings for network in trained(one, folder)]


def _all(settings: list[dict[str, Any]], folder: Path) -> Iterator[list[Network]]:
    """Everything, a block at a time."""
    blocks = [settings[at : at + BLOCK] for at in range(0, len(settings), BLOCK)]
    context = get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        yield from pool.map(_block, blocks, [folder] * len(blocks))


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains and writes."""
    parser = argparse.ArgumentParser(description="Make the doctor's labelled set anew.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--networks", type=int, help="only so many of each part")
    options = parser.parse_args(arguments)
    # Both parts from the first block on, so that a file cut short is of use.
    parts = [settings_of(part)[: options.networks] for part in ("fitting", "scoring")]
    settings = [one for part in parts for one in part]
    settings.sort(key=lambda one: (one["seed"] / NETWORKS[str(one["part"])], str(one["part"])))
    networks = read(options.file) if options.file.exists() else []
    done = {(network.settings["part"], network.settings["seed"]) for network in networks}
    settings = [one for one in settings if (one["part"], one["seed"]) not in done]
    with tempfile.TemporaryDirectory() as folder:
        for block in _all(settings, Path(folder)):
            networks += block
            np.savez_compressed(options.file, **pack(networks))  # type: ignore[arg-type]
            sys.stderr.write(f"{len(networks) // SEEDS} networks\n")


if __name__ == "__main__":
    main()
