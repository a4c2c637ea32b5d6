"""Advice put to the test: the same run once more, with nothing changed but what the doctor prescribed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.plain import plain
from gdviz.said import Said

Array = NDArray[np.float32]

LAST = 3
"""A run's end is the mean of so many last epochs, as in the doctor's own yardstick."""

LOWER, OF_THE_GAIN = 0.1, 0.01
"""Training on was worth it if it lowers the loss by more than this part of itself, and of all that was gained."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the second run showed.

    Attributes:
        worked: Whether the advice was right.
        sentence: What was changed, and how both runs ended.
        before: How the first run ended.
        after: How the second run ended.
    """

    worked: bool
    sentence: str
    before: float
    after: float


def followed(experiment: Experiment, change: Mapping[str, float]) -> Experiment:
    """The experiment as the doctor's ``change`` prescribes it, kept within what the settings allow."""
    rate = float(f"{experiment.learning_rate * change.get('learning_rate', 1.0):.3g}")
    epochs = round(change.get("stop_at", experiment.epochs * change.get("epochs", 1.0)))
    return replace(experiment, learning_rate=_within("learning_rate", rate), epochs=int(_within("epochs", epochs)))


def prescribed(experiment: Experiment, change: Mapping[str, float]) -> Experiment:
    """What the second run trains: the advice `followed`, or, where it is to leave all as it is, twice the epochs."""
    return followed(experiment, change or {"epochs": 2.0})


def judged(
    experiment: Experiment,
    change: Mapping[str, float],
    before: Mapping[str, Array],
    after: Mapping[str, Array],
) -> Proof:
    """Says whether the advice was right.

    A change of the rate, or more epochs, is right if training loss ends lower; an earlier stop if validation loss does;
    and leaving a run alone is right unless twice the epochs lower the loss by more than `LOWER` of itself and by more
    than `OF_THE_GAIN` of what was gained so far.

    Args:
        experiment: What was trained at first.
        change: What was prescribed; see `prescribed`.
        before: History of the first run, by Keras's names.
        after: History of the second.
    """
    name = "val_loss" if "stop_at" in change and "val_loss" in before else "loss"
    one, two = (
        _end(before[name], 1 if name == "val_loss" else LAST),
        _end(after[name], 1 if name == "val_loss" else LAST),
    )
    what = Said("validation loss") if name == "val_loss" else "loss"
    if not change:
        gained = _end(before["loss"][:1], 1) - one
        more = one - two
        worked = not (more > LOWER * abs(one) and more > OF_THE_GAIN * gained)
        found = Said("Twice the epochs took the loss from {} to {}", f"{one:.3g}", f"{two:.3g}")
        said = Said("so there was nothing left to gain worth the time") if worked else Said("so there was more to gain")
        return Proof(worked, Said("{}: {}.", found, said), one, two)
    worked = bool(two < one)
    end = Said("the {} ended at {} instead of {}", what, _said(two), _said(one))
    return Proof(
        worked, Said("{}: with {} {}.", Said("Yes") if worked else Said("No"), _told(experiment, change), end), one, two
    )


def _told(experiment: Experiment, change: Mapping[str, float]) -> str:
    """What was changed, in words."""
    other = prescribed(experiment, change)
    if "learning_rate" in change:
        return Said("learning rate {} instead of {}", plain(other.learning_rate), plain(experiment.learning_rate))
    return Said("{} epochs instead of {}", f"{other.epochs:,}", f"{experiment.epochs:,}")


def _within(name: str, value: float) -> float:
    return min(max(value, FIELDS[name].low), FIELDS[name].high)


def _end(losses: Array, epochs: int) -> float:
    """The mean of the last epochs; infinite where the run was lost."""
    end = float(np.mean(losses[-epochs:])) if len(losses) else np.inf
    return end if np.isfinite(end) else np.inf


def _said(loss: float) -> str:
    return f"{loss:.3g}" if np.isfinite(loss) else Said("nothing finite")
