"""How good a doctor is on runs whose truth is known: the figures of the scorecard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
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

TOLD = ("curves", "known", "program", "tested")
"""What the doctor may be told besides the curves: nothing; rate and optimiser; all that the program knows; or that, and
what other rates do where he asks for them to be tried."""

SEEN = {"diverging", "overfitting"}
"""Truths that the run's own curves tell by definition."""

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
        """The curves that everybody is shown."""
        return self.shown("curves")

    def shown(self, how: str) -> dict[str, Array]:
        """The curves that the doctor is shown: the program has gradient norms as well."""
        names = ("loss", "val_loss") if how in ("curves", "known") else ("loss", "val_loss", "gradient_norm")
        return {name: getattr(self.network, name)[self.at, : self.epochs] for name in names}

    def told(self, how: str) -> dict[str, Any]:
        """What the doctor is told besides, before any test: a member of `TOLD`."""
        settings = self.network.settings
        known = {"learning_rate": RATES[self.at], "optimizer": settings["optimizer"]}
        besides = {"steps_per_epoch": settings.get("steps"), "classes": settings.get("classes")}
        stable = float(self.network.stable(self.epochs)[self.at])
        measured = {"start_loss": self.network.fresh, "stable_rate": stable if np.isfinite(stable) else None}
        program = {**known, **besides, **measured}
        return {"curves": {}, "known": known}.get(how, program)


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


def another_seed(runs: Sequence[Run]) -> Said:
    """What one would say who had made the whole experiment, from another seed: every rate, and twice the epochs.

    Diverging and overfitting he reads off the run's own curves; the rest is the other run's truth, and he is the surer
    the further that lies from every limit. So much of the truth is due to chance, and little can be known of it.
    """
    places = {(run.network.settings["seed"], run.at, run.epochs): run for run in runs}
    margin = {(seed, epochs): run.network.margins(epochs) for (seed, _, epochs), run in places.items() if run.at == 0}
    verdicts, confidences = [], []
    for run in runs:
        seed = run.network.settings["seed"] ^ 1
        other = places[seed, run.at, run.epochs].truth
        plain = {run.truth, other} & SEEN
        verdicts.append(run.truth if plain else other)
        confidences.append(np.inf if plain else margin[seed, run.epochs][run.at])
    truths, groups = (np.array([getattr(run, name) for run in runs]) for name in ("truth", "group"))
    return Said(np.array(verdicts), np.array(confidences), truths, groups)


def share(right: int, count: int) -> list[float]:
    """A share and the ends of its 95 % interval (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""
    if not count:
        return [0.0, 0.0, 1.0]
    part, z = right / count, 1.96
    middle = part + z * z / (2 * count)
    width = z * float(np.sqrt(part * (1 - part) / count + z * z / (4 * count * count)))
    whole = 1 + z * z / count
    return [part, (middle - width) / whole, (middle + width) / whole]


def judged(runs: Sequence[Run], how: str) -> list[Diagnosis]:
    """The doctor's verdict on each run, told what ``how`` of `TOLD` says."""
    return [_judged(run, how) for run in runs]


def _judged(run: Run, how: str) -> Diagnosis:
    found = diagnose(run.shown(how), **run.told(how))
    if how != "tested" or found.test != "range_test":
        return found
    return diagnose(run.shown(how), **run.told(how), range_test=run.network.tried(run.at, run.epochs))


def first_warning(run: Run, how: str = "program") -> tuple[float | None, bool, str, int]:
    """The live verdict's course over one run.

    Returns:
        The epoch from which the last verdict stood, as a part of E, where that verdict is an illness; whether an
        illness was ever named; the last verdict; and how often the verdict changed.
    """
    verdicts, before, shown = [], None, run.shown(how)
    # The curvature was measured at the end only.
    told = {name: value for name, value in run.told(how).items() if name != "stable_rate"}
    for epoch in range(1, run.epochs + 1):
        history = {name: values[:epoch] for name, values in shown.items()}
        before = follow(before, history, planned_epochs=run.epochs, **told)
        verdicts.append(before.verdict)
    ill = [verdict not in HEALTHY and verdict != "unclear" for verdict in verdicts]
    since = next((at for at in range(len(ill), 0, -1) if not ill[at - 1]), 0)
    changes = sum(one != two for one, two in pairwise(verdicts))
    return ((since + 1) / run.epochs if ill[-1] else None), any(ill), verdicts[-1], changes
