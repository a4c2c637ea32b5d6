"""The scorecard of the loss-curve doctor on the scoring part of the labelled set, beside the rules of others.

``dev.py bench doctor`` prints it. Called by itself with ``--write``, this script also writes
``resources/data/doctor_scorecard.json``, which the window may show, and the same as a table beside it.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.core.doctor_score import (
    FIGURES,
    advice_works,
    first_warning,
    interval,
    judged,
    rivals,
    runs_of,
    said,
    scores_by_verdict,
)
from gdviz.core.doctor_set import read
from gdviz.core.doctor_truth import TRUTHS
from gdviz.core.verdicts import HEALTHY, VERDICTS
from gdviz.paths import resource

LIVE_RUNS = 300
"""Runs that the live verdict is followed on, drawn from those of 60 epochs."""


def figures(told: Any) -> dict[str, list[float]]:
    """Each figure with the ends of its 95 % interval."""
    return {name: [figure(told), *interval(figure, told, 300)] for name, figure in FIGURES.items()}


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


def early(runs: list[Any]) -> dict[str, float]:
    """How early the live verdict names an illness for good, and what false alarms that costs."""
    random = np.random.default_rng(0)
    long = [run for run in runs if run.epochs == 60]
    chosen = [long[at] for at in random.permutation(len(long))[:LIVE_RUNS]]
    courses = [(run.truth, *first_warning(run)) for run in chosen]
    ill = [
        since for truth, since, _, last in courses if truth not in ("converged", "still_improving") and last == truth
    ]
    healthy = [(since, ever) for truth, since, ever, _ in courses if truth in ("converged", "still_improving")]
    return {
        "runs": len(chosen),
        "median part of the run": float(np.median([since for since in ill if since is not None])),
        "named in the first half": float(np.mean([since is not None and since <= 0.5 for since in ill])),
        "healthy runs ever called ill": float(np.mean([ever for _, ever in healthy])),
        "healthy runs called ill at the end": float(np.mean([since is not None for since, _ in healthy])),
    }


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
    for name, known in (("gdviz, loss and val_loss", False), ("gdviz, with rate and optimiser", True)):
        begun = time.process_time()
        found = judged(runs, known)
        card["ms_per_diagnosis"] = 1000 * (time.process_time() - begun) / len(runs)
        told = said(runs, found)
        card["doctors"][name] = figures(told)
        card["verdicts"][name] = scores_by_verdict(told)
        card["advice"][name] = advice(runs, found)
    for name, told in rivals(runs).items():
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
    return "\n".join("| " + " | ".join(row) + " |" if row else "" for row in rows)


def main(json_path: str | None = None, write: bool = False) -> None:
    """Prints the scorecard."""
    card = measured()
    print(f"{card['runs']} runs of {card['networks']} networks; {card['ms_per_diagnosis']:.2f} ms a diagnosis\n")
    print(as_table(card))
    print("\nearly warning:", ", ".join(f"{name} {value:.2f}" for name, value in card["early_warning"].items()))
    text = json.dumps(card, indent=1)
    if json_path:
        Path(json_path).write_text(text, encoding="utf-8")
    if write:
        folder = resource("data/doctor_set.npz").parent
        (folder / "doctor_scorecard.json").write_text(text + "\n", encoding="utf-8")
        (folder / "doctor_scorecard.md").write_text(as_table(card) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(write="--write" in sys.argv[1:])
