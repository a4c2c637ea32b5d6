"""What ``gdviz sweep`` does: trains at several rates, draws the curves and says what the doctor sees in each."""

import argparse
import json
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gdviz.core.diagnosis import VERDICTS, Diagnosis, diagnose
from gdviz.core.experiment import Experiment, number
from gdviz.core.files import check_writable, write_atomically
from gdviz.core.report import Run, check_chart_path, write_chart
from gdviz.errors import UserError

TABLES = (".csv", ".tsv", ".txt")
"""Endings of tables that a sweep learns from."""

MOST_SEEDS = 10_000
"""Of one sweep."""


def run_sweep(options: argparse.Namespace) -> int:
    """Everything is checked before anything is trained, and nothing is written before everything is trained."""
    from gdviz.engine.doctor_known import known_of

    begun = time.perf_counter()
    rates = [float(number(text.strip(), "learning_rate")) for text in options.rates.split(",")]
    experiment = _experiment(options, rates[0])
    if options.out:
        check_chart_path(options.out)
    for path in filter(None, (options.out, options.json)):
        if str(path) != "-":
            check_writable(path)
    seeds = _seeds(options.seeds) if options.seeds else [experiment.seed]
    runs = [(rate, seed) for rate in rates for seed in seeds]
    histories = _trained(experiment, rates, seeds, options.scheduler)
    rates = [rate for rate, _ in runs]
    found = [
        diagnose(history, **{**known_of(experiment), "learning_rate": rate})
        for rate, history in zip(rates, histories, strict=True)
    ]
    if options.out:
        names = [f"rate {rate:g}" + (f", seed {seed}" if options.seeds else "") for rate, seed in runs]
        curves = [Run(name, h, d) for name, h, d in zip(names, histories, found, strict=True)]
        what = options.model.name if options.model else f"hidden layers of {options.net}"
        data = options.data.capitalize() if experiment.data == options.data else Path(options.data).name
        write_chart(options.out, f"{data}, {what}, {options.optimizer}, {experiment.epochs} epochs", curves)
    seconds = time.perf_counter() - begun
    content = _sweep_json(rates, histories, found, seconds)
    if options.seeds:
        content["runs"] = [{"seed": seed, **run} for (_, seed), run in zip(runs, content["runs"], strict=True)]
    write_json(options.json, content)
    if str(options.json) != "-":
        _print_rows(rates, histories, found, seconds, options.out)
    return 0


def _experiment(options: argparse.Namespace, rate: float) -> Experiment:
    """The experiment that the options describe, every setting checked."""
    from gdviz.engine.catalogue import validated

    return validated(
        Experiment(
            landscape="model" if options.model else "network",
            model=str(options.model.absolute()) if options.model else "",
            data=_data(options),
            units=tuple(int(number(text.strip(), "units")) for text in options.net.split(",")),
            optimizer=options.optimizer,
            learning_rate=rate,
            epochs=int(number(options.epochs, "epochs")),
            batch_size=int(number(options.batch_size, "batch_size")),
            seed=int(number(options.seed, "seed")),
        )
    )


def _data(options: argparse.Namespace) -> str:
    """The key of the data set; of a table, with the column to predict that was named, or the likeliest one."""
    if Path(options.data).suffix.lower() not in TABLES:
        return str(options.data)
    from gdviz.engine import csv_data, csv_key

    found = csv_data.inspect(options.data)
    names = [column.name for column in found.columns]
    if options.target not in (None, *names):
        raise UserError(f"The column to predict was {options.target!r}", f"one of {', '.join(names)}")
    return csv_key.key(Path(options.data).absolute(), options.target or found.target)


def _seeds(text: str) -> list[int]:
    """Seeds one by one and as spans, for example ``0,1,10-12``."""
    found: list[int] = []
    for part in text.split(","):
        ends = [int(number(end.strip(), "seed")) for end in part.split("-", 1)]
        if ends[-1] - ends[0] >= MOST_SEEDS:
            raise UserError(f"Seeds were {part.strip()}", f"at most {MOST_SEEDS:,} of them")
        found += range(ends[0], ends[-1] + 1)
    if not found:
        raise UserError(f"Seeds were {text!r}", "whole numbers, or spans such as 0-9 from a lower to a higher one")
    return found


def _trained(
    experiment: Experiment, rates: list[float], seeds: list[int], scheduler: str | None
) -> list[dict[str, list[float]]]:
    """The history of each rate from each seed, with progress on standard error; here, or on a cluster."""
    from gdviz.engine.cluster import spread
    from gdviz.engine.runtime import prepare
    from gdviz.engine.sweep import sweep, variants

    experiments = variants(experiment, learning_rate=rates, seed=seeds)
    if scheduler is None:
        _progress("Loading TensorFlow ...")
        prepare()
        _progress(f"Compiling {len(experiments)} runs ...")
    else:
        _progress(f"Handing {len(experiments)} runs to {scheduler} ...")
    told = 0
    for done in sweep(experiments) if scheduler is None else spread(experiments, scheduler):
        if int(10 * done.part) > told:
            told = int(10 * done.part)
            _progress(f"Training {len(experiments)} {'runs' if seeds[1:] else 'rates'} at once: {done.part:.0%}")
    _progress("")
    return [done.run(index) for index in range(len(experiments))]


def _progress(text: str) -> None:
    """Shows how far things are: on a terminal in one line that is rewritten, else a line each."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
    elif text:
        print(text, file=sys.stderr, flush=True)


def _sweep_json(
    rates: list[float], histories: list[dict[str, list[float]]], found: list[Diagnosis], seconds: float
) -> dict[str, Any]:
    """The contract of ``gdviz sweep --json``; what is not finite is null."""
    runs = []
    for rate, history, diagnosis in zip(rates, histories, found, strict=True):
        unknown = [math.nan] * len(history["loss"])
        curves = {name: _finite(history.get(name, unknown)) for name in ("loss", "val_loss", "accuracy")}
        runs.append({"learning_rate": rate, **curves, "verdict": diagnosis.verdict, "sentence": diagnosis.sentence})
    return {"runs": runs, "seconds": seconds}


def _finite(values: Sequence[float]) -> list[float | None]:
    """JSON knows neither NaN nor infinity."""
    return [value if math.isfinite(value) else None for value in values]


def _print_rows(
    rates: list[float],
    histories: list[dict[str, list[float]]],
    found: list[Diagnosis],
    seconds: float,
    chart: Path | None,
) -> None:
    """One row a rate, and where the chart is."""
    print(f"{'rate':>10}  {'first loss':>10}  {'last loss':>10}  verdict")
    for rate, history, diagnosis in zip(rates, histories, found, strict=True):
        loss = history["loss"]
        title = VERDICTS[diagnosis.verdict].title
        print(f"{rate:>10g}  {loss[0]:>10.4g}  {loss[-1]:>10.4g}  {title}: {diagnosis.sentence}")
    print(f"{len(rates)} runs in {seconds:.1f} s" + (f"; chart: {chart.absolute()}" if chart else ""))


def write_json(path: Path | None, content: dict[str, Any]) -> None:
    """Writes to a file, to standard output for ``-``, or not at all."""
    text = json.dumps(content, indent=1, allow_nan=False)
    if str(path) == "-":
        print(text)
    elif path is not None:
        write_atomically(path, text.encode())
