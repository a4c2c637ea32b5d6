"""The scorecard of the loss-curve doctor on the scoring part of the labelled set, beside the rules of others.

``dev.py bench doctor`` prints it; ``dev.py bench doctor --write`` also puts it where people read it:
``resources/data/doctor_scorecard.json``, the same as a table beside it, which the window shows, and the README.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.core.doctor_live import follow
from gdviz.core.doctor_score import (
    FIGURES,
    advice_works,
    another_seed,
    first_warning,
    interval,
    judged,
    rivals,
    runs_of,
    said,
    scores_by_verdict,
    share,
)
from gdviz.core.doctor_set import read
from gdviz.core.doctor_trial import trial_epochs
from gdviz.core.doctor_truth import RATES, TRUTHS
from gdviz.core.verdicts import HEALTHY, VERDICTS
from gdviz.paths import resource

LIVE_RUNS = 300
"""Runs that the live verdict is followed on, drawn from those of 60 epochs."""

DOCTORS = {
    "gdviz, loss and val_loss": "curves",
    "gdviz, with rate and optimiser": "known",
    "gdviz, in the program": "program",
    "gdviz, with other rates tried": "tested",
}
"""What the doctor is told, by the name of the row."""

RERUNS = 60
"""Runs, drawn from those with a verdict, that are trained once more as they were and once by the advice."""

README = Path(__file__).parents[2] / "README.md"
BEGINS, ENDS = "<!-- scorecard -->\n", "<!-- end of scorecard -->\n"
"""Where the table stands in the README."""


def figures(told: Any) -> dict[str, list[float]]:
    """Each figure with the ends of its 95 % interval."""
    return {name: [figure(told), *interval(figure, told, 200)] for name, figure in FIGURES.items()}


def advice(runs: list[Any], found: list[Any]) -> dict[str, list[float]]:
    """Share of the advice that works and how often it was given, by verdict.

    ``changes`` is all advice that changes something, ``false alarms`` that on healthy runs called ill; ``literal`` also
    counts leaving a converged run as right.
    """
    tried: dict[str, list[bool]] = {verdict: [] for verdict in TRUTHS}
    for run, diagnosis in zip(runs, found, strict=True):
        works = advice_works(run, diagnosis)
        if works is not None:
            tried[diagnosis.verdict].append(works)
    changes = [works for verdict, each in tried.items() if verdict != "converged" for works in each]
    alarms = [
        bool(advice_works(run, diagnosis))
        for run, diagnosis in zip(runs, found, strict=True)
        if run.truth in HEALTHY and diagnosis.verdict not in (*HEALTHY, "unclear")
    ]
    literal = changes + [True] * len(tried["converged"])
    table = {**tried, "changes": changes, "literal": literal, "false alarms": alarms}
    return {verdict: [float(np.mean(each or [0])), len(each)] for verdict, each in table.items()}


def tests_of(asked: list[Any], runs: int) -> dict[str, float]:
    """For how many of ``runs`` other rates are asked for, and how long those are tried."""
    parts = [trial_epochs(run.epochs, run.network.settings["steps"]) / run.epochs for run in asked]
    return {
        "asked for": len(asked) / runs,
        "length, as a part of the run, mean": float(np.mean(parts)),
        "as long as the run": float(np.mean([part == 1 for part in parts])),
    }


def early(runs: list[Any]) -> dict[str, float]:
    """How early the live verdict names an illness for good, and what false alarms that costs."""
    random = np.random.default_rng(0)
    long = [run for run in runs if run.epochs == 60]
    chosen = [long[at] for at in random.permutation(len(long))[:LIVE_RUNS]]
    courses = [(run.truth, *first_warning(run)) for run in chosen]
    ill = [
        since for truth, since, _, last, _ in courses if truth not in ("converged", "still_improving") and last == truth
    ]
    healthy = [(since, ever) for truth, since, ever, _, _ in courses if truth in ("converged", "still_improving")]
    changes = [each[-1] for each in courses]
    return {
        "runs": len(chosen),
        "median part of the run": float(np.median([since for since in ill if since is not None])),
        "named in the first half": float(np.mean([since is not None and since <= 0.5 for since in ill])),
        "healthy runs ever called ill": float(np.mean([ever for _, ever in healthy])),
        "healthy runs called ill at the end": float(np.mean([since is not None for since, _ in healthy])),
        "changes of the verdict, mean": float(np.mean(changes)),
        "changes of the verdict, in 95 % at most": float(np.percentile(changes, 95)),
        "ms an epoch after 1,000 epochs": live_cost(),
    }


def live_cost(epochs: int = 1000, times: int = 100) -> float:
    """Milliseconds of the processor for the live verdict on a noisy run of so many epochs."""
    noise = np.random.default_rng(0).normal(size=(2, epochs))
    loss, val_loss = (0.1 + np.exp(-np.arange(epochs) / 150)) * (1 + 0.02 * noise)
    before, begun = None, time.process_time()
    for _ in range(times):
        before = follow(before, {"loss": loss, "val_loss": val_loss}, learning_rate=0.01, optimizer="adam")
    return 1000 * (time.process_time() - begun) / times


def retrained(runs: list[Any], found: list[Any]) -> dict[str, list[float]]:
    """Share of the advice that works where it is really followed: two trainings from the same seed, compared.

    These are the trainings of "Prove it"; no other rate of the set is looked up. By verdict, for all that change
    something, and for all: the share, the ends of its 95 % interval, and how many.
    """
    random = np.random.default_rng(1)
    spoken = [at for at, diagnosis in enumerate(found) if diagnosis.verdict != "unclear"]
    tried: dict[str, list[bool]] = {verdict: [] for verdict in TRUTHS}
    with tempfile.TemporaryDirectory() as folder:
        for at in random.permutation(spoken)[:RERUNS]:
            tried[found[at].verdict].append(proved(runs[at], found[at].change, Path(folder)))
    changes = [works for verdict, each in tried.items() if verdict != "converged" for works in each]
    table = {**tried, "changes": changes, "all": changes + tried["converged"]}
    return {verdict: [*share(sum(each), len(each)), len(each)] for verdict, each in table.items()}


def proved(run: Any, change: dict[str, float], folder: Path) -> bool:
    """Trains one run as it was and by the advice."""
    from gdviz.core.proof import judged as compared
    from gdviz.core.proof import prescribed
    from gdviz.engine.doctor_set import experiment_of
    from gdviz.engine.sweep import sweep

    settings = {**run.network.settings}
    experiment = replace(experiment_of(settings, folder), learning_rate=RATES[run.at], epochs=run.epochs)
    both = experiment, prescribed(experiment, change)
    before, after = ([*sweep([each], xla=False)][-1].run(0) for each in both)
    return compared(experiment, change, before, after).worked


def measured() -> dict[str, Any]:
    """The whole scorecard."""
    networks = [network for network in read(resource("data/doctor_set.npz")) if network.settings["part"] == "scoring"]
    runs = runs_of(networks)
    card: dict[str, Any] = {
        "networks": len(networks),
        "runs": len(runs),
        "truths": dict(Counter(run.truth for run in runs)),
        "doctors": {},
        "verdicts": {},
        "advice": {},
    }
    for name, how in DOCTORS.items():
        begun = time.process_time()
        found = judged(runs, how)
        card["ms_per_diagnosis"] = 1000 * (time.process_time() - begun) / len(runs)
        told = said(runs, found)
        card["doctors"][name] = figures(told)
        card["verdicts"][name] = scores_by_verdict(told)
        card["advice"][name] = advice(runs, found)
        if how == "program":
            card["retrained"] = retrained(runs, found)
            asked = [run for run, diagnosis in zip(runs, found, strict=True) if diagnosis.test == "range_test"]
            card["range_tests"] = tests_of(asked, len(runs))
    for name, told in {**rivals(runs), "the same experiment, another seed": another_seed(runs)}.items():
        card["doctors"][name] = figures(told)
        card["verdicts"][name] = scores_by_verdict(told)
    card["early_warning"] = early(runs)
    return card


def told_figure(values: list[float]) -> str:
    """A figure with its interval, in words that fit a cell."""
    middle, low, high = values
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def as_table(card: dict[str, Any]) -> str:
    """The scorecard as Markdown."""
    rows = [["doctor", *FIGURES], ["---"] * (len(FIGURES) + 1)]
    rows += [[name, *(told_figure(found[figure]) for figure in FIGURES)] for name, found in card["doctors"].items()]
    rows += [[], ["F1 of", *(VERDICTS[truth].title.lower() for truth in TRUTHS)], ["---"] * (len(TRUTHS) + 1)]
    rows += [[name, *(f"{found[truth]:.2f}" for truth in TRUTHS)] for name, found in card["verdicts"].items()]
    kinds = [*TRUTHS, "changes", "false alarms"]
    rows += [[], ["advice that works", *kinds], ["---"] * (len(kinds) + 1)]
    rows += [
        [name, *(f"{found[kind][0]:.2f} of {found[kind][1]}" for kind in kinds)]
        for name, found in card["advice"].items()
    ]
    again = card["retrained"]
    rows += [[], ["really trained again", *again], ["---"] * (len(again) + 1)]
    # The whole row with intervals would be wider than the window that shows it.
    told = {
        kind: told_figure(each[:3]) if kind in ("changes", "all") else f"{each[0]:.2f}" for kind, each in again.items()
    }
    cells = (f"{told[kind]} of {each[3]}" if each[3] else "none" for kind, each in again.items())
    rows += [["gdviz, in the program", *cells]]
    return "\n".join("| " + " | ".join(row) + " |" if row else "" for row in rows)


def put_into(readme: Path, table: str) -> None:
    """Writes the table into the README between its marks."""
    text = readme.read_text(encoding="utf-8")
    head, rest = text.split(BEGINS)
    _, tail = rest.split(ENDS)
    readme.write_text(f"{head}{BEGINS}\n{table}\n\n{ENDS}{tail}", encoding="utf-8")


def main(json_path: str | None = None, write: bool = False) -> None:
    """Prints the scorecard."""
    card = measured()
    print(f"{card['runs']} runs of {card['networks']} networks; {card['ms_per_diagnosis']:.2f} ms a diagnosis\n")
    print(as_table(card))
    print("\nother rates:", ", ".join(f"{name} {value:.2f}" for name, value in card["range_tests"].items()))
    print("\nearly warning:", ", ".join(f"{name} {value:.2f}" for name, value in card["early_warning"].items()))
    text = json.dumps(card, indent=1)
    if json_path:
        Path(json_path).write_text(text, encoding="utf-8")
    if write:
        folder = resource("data/doctor_set.npz").parent
        (folder / "doctor_scorecard.json").write_text(text + "\n", encoding="utf-8")
        (folder / "doctor_scorecard.md").write_text(as_table(card) + "\n", encoding="utf-8")
        put_into(README, as_table(card))


if __name__ == "__main__":
    main(write="--write" in sys.argv[1:])
