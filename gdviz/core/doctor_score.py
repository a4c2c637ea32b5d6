"""How good a doctor is on runs whose truth is known: the figures of the scorecard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.diagnosis import Diagnosis, diagnose
from gdviz.core.doctor_live import follow
from gdviz.core.doctor_rivals import RIVALS
from gdviz.core.doctor_set import LENGTHS, RATES, Network
from gdviz.core.doctor_truth import TRUTHS, final
from gdviz.core.verdicts import HEALTHY

Array = NDArray[Any]

SPOKEN = 0.85
"""Share of the runs, the surest, that the precision is measured on."""

DRAWS = 1000
"""Draws of the bootstrap; each draws whole networks, since runs of one network resemble each other."""

NOTCH = float(np.sqrt(10.0))
"""A factor between two rates of the grid."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """One run of the set.

    Attributes:
        network: Which network.
        group: Number of the configuration; the two seeds of one are one group.
        at: Number of the rate in the grid.
        epochs: E.
        truth: The right verdict.
    """

    network: Network
    group: int
    at: int
    epochs: int
    truth: str

    @property
    def history(self) -> dict[str, Array]:
        """What the doctor is shown."""
        return {
            "loss": self.network.loss[self.at, : self.epochs],
            "val_loss": self.network.val_loss[self.at, : self.epochs],
        }

    @property
    def known(self) -> dict[str, Any]:
        """Rate and optimiser."""
        return {"learning_rate": RATES[self.at], "optimizer": self.network.settings["optimizer"]}


def runs_of(networks: Sequence[Network], lengths: Sequence[int] = LENGTHS) -> list[Run]:
    """Every run of ``networks``: each rate, cut to each length."""
    groups = {key: number for number, key in enumerate(dict.fromkeys(map(_configuration, networks)))}
    return [
        Run(network, groups[_configuration(network)], at, epochs, truth)
        for network in networks
        for epochs in lengths
        for at, truth in enumerate(network.truths(epochs))
    ]


def _configuration(network: Network) -> int:
    return int(network.settings["seed"]) // 2


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a doctor said of some runs: verdicts, how sure it was, and what is right; ``groups`` as in `Run`."""

    verdicts: Array
    confidences: Array
    truths: Array
    groups: Array

    def drawn(self, chosen: Array) -> "Said":
        """The same of the runs ``chosen``."""
        return Said(self.verdicts[chosen], self.confidences[chosen], self.truths[chosen], self.groups[chosen])


def said(runs: Sequence[Run], found: Sequence[Diagnosis]) -> Said:
    """Gathers what was said."""
    return Said(
        np.array([each.verdict for each in found]),
        np.array([each.confidence for each in found]),
        np.array([run.truth for run in runs]),
        np.array([run.group for run in runs]),
    )


def scores_by_verdict(told: Said) -> dict[str, float]:
    """F1 of each verdict: ``2 right / (said + there)``; ``unclear`` is never right."""
    found = {}
    for verdict in TRUTHS:
        there, spoken = told.truths == verdict, told.verdicts == verdict
        both = int(there.sum() + spoken.sum())
        found[verdict] = 2 * int((there & spoken).sum()) / both if both else 0.0
    return found


def macro_f1(told: Said) -> float:
    """Mean F1 over the six verdicts."""
    return float(np.mean(list(scores_by_verdict(told).values())))


def accuracy(told: Said) -> float:
    """Share of all runs that is right."""
    return float((told.verdicts == told.truths).mean())


def spoken(told: Said) -> float:
    """Share of runs for which there is a verdict."""
    return float((told.verdicts != "unclear").mean())


def precision(told: Said) -> float:
    """Share that is right of those for which there is a verdict."""
    speaks = told.verdicts != "unclear"
    return float((told.verdicts == told.truths)[speaks].mean()) if speaks.any() else 0.0


def precision_at_spoken(told: Said) -> float:
    """Share that is right of the `SPOKEN` surest."""
    speaks = told.verdicts != "unclear"
    order = np.argsort(-np.where(speaks, told.confidences, -1.0), kind="stable")
    return float((told.verdicts == told.truths)[order[: round(SPOKEN * order.size)]].mean())


def false_alarms(told: Said) -> float:
    """Share of healthy runs called ill."""
    healthy = np.isin(told.truths, list(HEALTHY))
    ill = ~np.isin(told.verdicts, [*HEALTHY, "unclear"])
    return float((ill & healthy).sum() / max(healthy.sum(), 1))


FIGURES: Mapping[str, Callable[[Said], float]] = {
    "macro-F1": macro_f1,
    "accuracy": accuracy,
    "spoken": spoken,
    "precision when it speaks": precision,
    "precision at 85 % spoken": precision_at_spoken,
    "false alarms": false_alarms,
}
"""The figures of a scorecard, by name."""


def interval(figure: Callable[[Said], float], told: Said, draws: int = DRAWS) -> tuple[float, float]:
    """95 % of a figure over networks drawn anew (bootstrap)."""
    random = np.random.default_rng(0)
    places = [np.flatnonzero(told.groups == group) for group in np.unique(told.groups)]
    values = [
        figure(told.drawn(np.concatenate([places[at] for at in random.integers(len(places), size=len(places))])))
        for _ in range(draws)
    ]
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def advice_works(run: Run, found: Diagnosis) -> bool | None:
    """Whether the run that follows the advice ends better, from the runs beside it; None where nothing was advised.

    Training loss for the rate verdicts and ``still_improving``; for ``overfitting`` the validation loss at the epoch
    named, against that at the end. For ``converged`` nothing is changed, so the same run again would always do; it is
    asked instead whether twice the epochs would have ended within 2 % of what there was to gain. A rate beyond the grid
    counts as not better.
    """
    network, end = run.network, float(final(run.network.loss[run.at, : run.epochs]))
    end = end if np.isfinite(end) else np.inf
    if found.verdict == "unclear":
        return None
    if factor := found.change.get("learning_rate"):
        at = run.at + round(float(np.log(factor) / np.log(NOTCH)))
        return 0 <= at < len(RATES) and bool(final(network.loss[at, : run.epochs]) < end)
    if "epochs" in found.change:
        return bool(network.later(run.epochs)[run.at] < end)
    if stop := found.change.get("stop_at"):
        checked = network.val_loss[run.at, : run.epochs]
        return bool(checked[round(stop) - 1] < checked[-1])
    ends = final(network.loss[:, : run.epochs])
    gain = network.fresh - float(np.nanmin(ends))
    return bool(end - float(network.later(run.epochs)[run.at]) <= 0.02 * gain)


def best_reading(flags: Sequence[tuple[bool, ...]], truths: Sequence[str]) -> list[str]:
    """For each run the verdict that is most often right where those flags were raised."""
    counts: dict[tuple[bool, ...], dict[str, int]] = {}
    for raised, truth in zip(flags, truths, strict=True):
        table = counts.setdefault(raised, {})
        table[truth] = table.get(truth, 0) + 1
    best = {raised: max(table, key=lambda truth: table[truth]) for raised, table in counts.items()}
    return [best[raised] for raised in flags]


def rivals(runs: Sequence[Run]) -> dict[str, Said]:
    """What the rules of others say of the runs, read in the way that suits them best."""
    truths = [run.truth for run in runs]
    found = {}
    with np.errstate(all="ignore"):
        for name, rule in RIVALS.items():
            flags = [rule(run.history["loss"], run.history["val_loss"]) for run in runs]
            verdicts = np.array(best_reading(flags, truths))
            groups = np.array([run.group for run in runs])
            found[name] = Said(verdicts, np.ones(len(runs)), np.array(truths), groups)
    return found


def judged(runs: Sequence[Run], known: bool) -> list[Diagnosis]:
    """The doctor's verdict on each run."""
    return [diagnose(run.history, **(run.known if known else {})) for run in runs]


def first_warning(run: Run, known: bool = True) -> tuple[float | None, bool, str]:
    """The live verdict's course over one run.

    Returns:
        The epoch from which the last verdict stood, as a part of E, where that verdict is an illness; whether an
        illness was ever named; and the last verdict.
    """
    verdicts, before = [], None
    for epoch in range(1, run.epochs + 1):
        history = {name: values[:epoch] for name, values in run.history.items()}
        before = follow(before, history, planned_epochs=run.epochs, **(run.known if known else {}))
        verdicts.append(before.verdict)
    ill = [verdict not in HEALTHY and verdict != "unclear" for verdict in verdicts]
    since = next((at for at in range(len(ill), 0, -1) if not ill[at - 1]), 0)
    return ((since + 1) / run.epochs if ill[-1] else None), any(ill), verdicts[-1]
