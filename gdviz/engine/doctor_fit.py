"""Fits the doctor's trees on the fitting part of the labelled set, and writes them as plain numbers.

    python -m gdviz.engine.doctor_fit

reads ``resources/data/doctor_set.npz`` and writes ``doctor_model.npz`` and ``doctor_limits.json`` beside it, in a
few minutes. It never looks at the scoring part. With ``--check`` nothing is written, but what was fitted on four
fifths of the data sets is tried on the others, in turn.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_facts import Facts, known_quantities
from gdviz.core.doctor_model import FIELDS, LEARNED
from gdviz.core.doctor_quantities import KNOWN, QUANTITIES
from gdviz.core.doctor_set import Network, read
from gdviz.core.doctor_signs import quantities
from gdviz.core.doctor_trial import trial_of
from gdviz.core.doctor_truth import RATES
from gdviz.engine.doctor_sources import UNITS
from gdviz.paths import resource

Array = NDArray[Any]

LENGTHS = (6, 10, 15, 22, 30, 60)
"""Lengths that each run is cut to: the doctor is asked while a run is young, too."""

_BLIND: dict[tuple[str, ...], float] = {
    tuple(name for name in QUANTITIES if name.startswith("val_")): 0.15,
    ("end_loss", "first_loss", "val_end"): 0.1,
}
_GUESSING = ("over_guessing", "first_over_guessing")
_START = ("over_start", "first_over_start", "threefold_of_gain", "tenfold_of_gain", "jumps_of_gain")
BLIND: dict[str, dict[tuple[str, ...], float]] = {
    "known": {**_BLIND, ("steps",): 0.5, _GUESSING: 0.5},
    "program": {
        **_BLIND,
        ("steps", *_GUESSING, *_START): 0.5,
        ("steps",): 0.25,
        _GUESSING: 0.25,
        _START: 0.25,
        ("stability",): 0.25,
        ("gradient", "gradient_late", "descent"): 0.25,
    },
}
BLIND["tested"] = {group: share for group, share in BLIND["program"].items() if not set(_START) & set(group)}
"""Quantities that are hidden in a share of the runs, by model, so that the trees know what to do without."""

_ALL = [*QUANTITIES, *KNOWN]
WIDTHS = {
    "alone": len(QUANTITIES),
    "known": _ALL.index("over_start"),
    "program": _ALL.index("lower_lead"),
    "tested": len(_ALL),
}
"""How many quantities each model asks for, counted from the first."""

RAW_WEIGHT = 0.2
"""What a run on inputs in units of their own weighs where the loss before training is hidden; found by trying.

Where nobody says what the loss was before, such runs look like others whose rate is wrong. With rate and optimiser
known, macro-F1 over the four learned verdicts, on data sets held out: in full they count for 0.784 on such inputs and
0.844 on standardised ones, at 0.25 for 0.762 and 0.850, left out for 0.700 and 0.852. There are few such runs.
"""

SETTINGS: dict[str, Any] = {
    "max_iter": 300,
    "learning_rate": 0.06,
    "max_depth": 6,
    "max_leaf_nodes": 20,
    "min_samples_leaf": 40,
    "l2_regularization": 5.0,
    "max_features": 0.4,
    "early_stopping": False,
    "random_state": 0,
}
"""Of scikit-learn's ``HistGradientBoostingClassifier``; found by ``--check``."""


def table(networks: Sequence[Network], lengths: Sequence[int]) -> tuple[Array, Array, Array]:
    """The runs that the trees are for, as rows.

    Returns:
        Quantities ``[runs, quantities]`` (those of `KNOWN` last), truths ``[runs]`` and data sets ``[runs]``.
    """
    rows, truths, sources = [], [], []
    for network in networks:
        for epochs in lengths:
            for at, right in enumerate(network.truths(epochs)):
                if right in LEARNED:
                    found = quantities(network.loss[at, :epochs], network.val_loss[at, :epochs])
                    rows.append([*found.values(), *_known(network, at, epochs, found).values()])
                    truths.append(right)
                    sources.append(network.settings["data"])
    return np.array(rows, float), np.array(truths), np.array(sources)


def _known(network: Network, at: int, epochs: int, found: dict[str, float]) -> dict[str, float]:
    """What is known of the run at rate number ``at`` besides its curves."""
    settings = network.settings
    run = Facts(
        network.loss[at, :epochs],
        network.val_loss[at, :epochs],
        0,
        RATES[at],
        settings["optimizer"],
        settings["steps"],
        settings["classes"],
        float(network.stable(epochs)[at]),
        network.fresh,
        network.gradient_norm[at, :epochs],
        trial_of(network.tried(at, epochs), RATES[at], epochs),
    )
    return known_quantities(run, found)


def hidden(values: Array, blind: dict[tuple[str, ...], float]) -> Array:
    """The table with the quantities of ``blind`` taken away from as many runs."""
    random, names = np.random.default_rng(0), [*QUANTITIES, *KNOWN]
    values = values.copy()
    for group, share in blind.items():
        rows, columns = np.flatnonzero(random.random(len(values)) < share), np.array(list(map(names.index, group)))
        values[np.ix_(rows, columns)] = np.nan
    return values


def examples(name: str, values: Array, sources: Array) -> tuple[Array, Array]:
    """What one of the models is fitted on.

    Returns:
        What is seen of each run ``[runs, quantities]``, and how much it counts.
    """
    seen = hidden(values, BLIND.get(name, BLIND["known"]))[:, : WIDTHS[name]]
    start = _ALL.index("over_start")
    told = ~np.isnan(seen[:, start]) if WIDTHS[name] > start else np.zeros(len(seen), bool)
    return seen, np.where(np.char.startswith(sources.astype(str), UNITS) & ~told, RAW_WEIGHT, 1.0)


def fitted(values: Array, truths: Array, weighed: Array | None = None) -> Any:
    """The classifier, to which each run counts as much as ``weighed`` says."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    numbers = np.array([LEARNED.index(truth) for truth in truths])
    return HistGradientBoostingClassifier(**SETTINGS).fit(values, numbers, sample_weight=weighed)


def packed(model: Any, names: Sequence[str], name: str) -> dict[str, Array]:
    """A fitted classifier as the arrays of `core.doctor_model`.

    scikit-learn shows the nodes of these trees nowhere else than in ``_predictors``.
    """
    nodes = [tree.nodes for trees in model._predictors for tree in trees]
    most = max(map(len, nodes))
    shape = (len(nodes), most)
    arrays: dict[str, Array] = {
        "question": np.zeros(shape, np.uint8),
        "limit": np.zeros(shape, np.float32),
        "left": np.tile(np.arange(most, dtype=np.uint8), (len(nodes), 1)),
        "right": np.tile(np.arange(most, dtype=np.uint8), (len(nodes), 1)),
        "blank_left": np.zeros(shape, bool),
        "value": np.zeros(shape, np.float32),
    }
    assert set(arrays) == set(FIELDS)
    for tree, each in enumerate(nodes):
        inner = np.flatnonzero(each["is_leaf"] == 0)
        for field, own in (("question", "feature_idx"), ("limit", "num_threshold"), ("left", "left")):
            arrays[field][tree, inner] = each[own][inner]
        arrays["right"][tree, inner] = each["right"][inner]
        arrays["blank_left"][tree, inner] = each["missing_go_to_left"][inner]
        arrays["value"][tree, : len(each)] = _means(each)
    text = np.frombuffer(" ".join(names).encode(), np.uint8)
    whole = {"base": np.ravel(model._baseline_prediction), "depth": np.array(SETTINGS["max_depth"]), "names": text}
    return {f"{name}_{field}": array for field, array in {**arrays, **whole}.items()}


def _means(nodes: Array) -> Array:
    """The value of each node: a leaf's own, else the mean of those below, by how many runs came there."""
    values = nodes["value"].astype(float).copy()
    for at in range(len(nodes) - 1, -1, -1):
        if not nodes["is_leaf"][at]:
            left, right = nodes["left"][at], nodes["right"][at]
            share = nodes["count"][left] / nodes["count"][at]
            values[at] = share * values[left] + (1 - share) * values[right]
    return values


def limits(values: Array, truths: Array) -> dict[str, dict[str, list[Any]]]:
    """For each verdict and quantity the one number that best tells that verdict from the rest.

    It is the limit at which ``share of the verdict's runs on its side - share of the others there`` is greatest,
    rounded to two digits. Kept where that is 0.25 or more.

    Returns:
        By verdict, by quantity: limit, whether the verdict lies at or below it, and that difference, largest first.
    """
    found: dict[str, dict[str, list[Any]]] = {verdict: {} for verdict in LEARNED}
    for verdict in LEARNED:
        own = truths == verdict
        for at, name in enumerate([*QUANTITIES, *KNOWN]):
            known = ~np.isnan(values[:, at])
            column, mine = values[known, at], own[known]
            marks = np.unique([float(f"{mark:.2g}") for mark in np.quantile(column, np.linspace(0.02, 0.98, 97))])
            gaps = [(column[mine] <= mark).mean() - (column[~mine] <= mark).mean() for mark in marks]
            best = int(np.abs(gaps).argmax())
            if abs(gaps[best]) >= 0.25:
                found[verdict][name] = [float(marks[best]), bool(gaps[best] > 0), round(abs(float(gaps[best])), 3)]
        found[verdict] = dict(sorted(found[verdict].items(), key=lambda item: -item[1][2]))
    return found


def checked(values: Array, truths: Array, sources: Array) -> None:
    """Prints how well the trees do on data sets that they were not fitted on."""
    from sklearn.metrics import classification_report
    from sklearn.model_selection import GroupKFold

    for name, width in WIDTHS.items():
        seen, weighed = examples(name, values, sources)
        said = np.empty(len(truths), object)
        for inside, outside in GroupKFold(5).split(seen, groups=sources):
            model = fitted(seen[inside], truths[inside], weighed[inside])
            said[outside] = np.array(LEARNED)[model.predict(values[outside, :width])]
        print(name, classification_report(truths, said.astype(str), digits=3), sep="\n")  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits and writes, or checks."""
    parser = argparse.ArgumentParser(description="Fit the doctor's trees anew.")
    parser.add_argument("--check", action="store_true", help="cross-validate over data sets; write nothing")
    options = parser.parse_args(arguments)
    path = resource("data/doctor_set.npz")
    networks = [network for network in read(path) if network.settings["part"] == "fitting"]
    values, truths, sources = table(networks, LENGTHS)
    if options.check:
        checked(values, truths, sources)
    else:
        write(path.parent, values, truths, sources)


def write(folder: Path, values: Array, truths: Array, sources: Array) -> None:
    """Writes the models and the limits to ``folder``."""
    names = [*QUANTITIES, *KNOWN]
    arrays: dict[str, Array] = {}
    for name, width in WIDTHS.items():
        seen, weighed = examples(name, values, sources)
        arrays |= packed(fitted(seen, truths, weighed), names[:width], name)
    np.savez_compressed(folder / "doctor_model.npz", **arrays)  # type: ignore[arg-type]
    usual = ~np.char.startswith(sources.astype(str), UNITS)
    text = json.dumps(limits(values[usual], truths[usual]), indent=1)
    (folder / "doctor_limits.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
