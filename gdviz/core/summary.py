"""A run in plain sentences, for those who listen to it, and for a lab book."""

from collections.abc import Mapping

import numpy as np

from gdviz.core.diagnosis import VERDICTS, Diagnosis
from gdviz.core.evidence import number
from gdviz.core.experiment import Experiment
from gdviz.core.plain import plain
from gdviz.core.stability import Limit
from gdviz.core.trajectory import Array, Trajectory
from gdviz.said import Said, together

DOING: Mapping[str, str] = {
    "loading": "TensorFlow is still being loaded.",
    "preparing": "It is being prepared.",
    "ready": "It is ready to train.",
    "running": "It is training.",
    "paused": "It is paused.",
    "finished": "It is finished.",
    "failed": "It has stopped after an error.",
}
"""What a run is doing, in each of the session's states."""


def summary(
    experiment: Experiment,
    trajectory: Trajectory | None,
    diagnosis: Diagnosis | None,
    *,
    subject: str,
    optimizer: str,
    state: str = "",
    limit: Limit | None = None,
) -> str:
    """Says what is trained, how far it is, where the loss went, what the doctor says and what could be done.

    Args:
        experiment: The settings.
        trajectory: What the run recorded; None where there is none yet.
        diagnosis: What the doctor says; None where he has not spoken.
        subject: What is trained, as a noun, for example ``"a network on iris flowers"``.
        optimizer: The optimiser's name.
        state: A key of `DOING`; empty to leave it out.
        limit: The largest stable learning rate, if it was asked for.

    Returns:
        One paragraph to a line, in plain text.
    """
    rate = Said("at a learning rate of {}", plain(experiment.learning_rate, 6))
    lines = [
        Said("This is {}, trained with {} {}.", subject, optimizer, rate),
        _progress(experiment, trajectory, state),
    ]
    if trajectory is not None and trajectory.count:
        lines += [_loss(trajectory), _last_epoch(trajectory)]
    lines += [_stability(experiment, limit), *_doctor(diagnosis)]
    return together(*lines, between="\n")


def _progress(experiment: Experiment, trajectory: Trajectory | None, state: str) -> str:
    doing = DOING.get(state, "")
    if trajectory is None or not trajectory.count:
        return together(doing, Said("No step has been taken yet."))
    steps = Said("one step") if trajectory.count == 1 else Said("{} steps", f"{trajectory.count:,}")
    if experiment.landscape != "network":
        return together(doing, Said("It has taken {} of {}.", steps, f"{experiment.epochs:,}"))
    done = Said("{} of {} epochs", f"{len(trajectory.epoch_steps):,}", f"{experiment.epochs:,}")
    return together(doing, Said("It has taken {} and ended {}.", steps, done))


def _loss(trajectory: Trajectory) -> str:
    """Where the loss over all rows began and is now, and its lowest; or from when on it was no number."""
    loss = trajectory.loss
    broken = np.flatnonzero(~np.isfinite(loss))
    if broken.size:
        known = np.flatnonzero(np.isfinite(loss[: broken[0]]))
        began = Said("began at {} and ", number(float(loss[0]))) if known.size else ""
        return Said("The loss {}was no longer a finite number from step {} on.", began, f"{int(broken[0]):,}")
    lowest = int(loss.argmin())
    went = Said("The loss went from {} to {}", number(float(loss[0])), number(float(loss[-1])))
    if lowest == trajectory.count:
        return Said("{}, its lowest so far.", went)
    return Said("{}; it was lowest at step {}, with {}.", went, f"{lowest:,}", number(float(loss[lowest])))


def _last_epoch(trajectory: Trajectory) -> str:
    """What Keras would print of the last epoch, where it holds more than the loss."""
    history = trajectory.history
    found = [_said(name, history[row], percent) for row, (name, percent) in SAID.items() if row in history]
    return (
        Said("In the last epoch, {}.", together(*found, between=", ")) if found and len(trajectory.epoch_steps) else ""
    )


SAID: Mapping[str, tuple[str, bool]] = {
    "val_loss": ("the validation loss was", False),
    "accuracy": ("training accuracy", True),
    "val_accuracy": ("validation accuracy", True),
}


def _said(name: str, values: Array, percent: bool) -> str:
    value = float(values[-1])
    if not np.isfinite(value):
        return Said("{} not a number", name)
    return Said("{} {} percent", name, f"{100 * value:.0f}") if percent else Said("{} {}", name, number(value))


def _stability(experiment: Experiment, limit: Limit | None) -> str:
    if limit is None or (limit.rate is None and not limit.reason):
        return ""
    if limit.rate is None:
        return Said("Whether the rate is stable cannot be told: {}.", limit.reason)
    times = experiment.learning_rate / limit.rate
    what = (
        Said("steps across the steepest valley overshoot by ever more")
        if times > 1
        else Said("steps do not overshoot by ever more")
    )
    stable = Said("the largest that is stable with all rows at once, {}", number(limit.rate))
    return Said("The rate is {} times {}: {}.", number(times), stable, what)


def _doctor(diagnosis: Diagnosis | None) -> list[str]:
    if diagnosis is None:
        return [Said("The doctor has not said anything yet; he needs a few epochs.")]
    sure = "" if diagnosis.verdict == "unclear" else Said(", {} percent sure", f"{100 * diagnosis.confidence:.0f}")
    advice = Said("What could be done: {}", diagnosis.advice) if diagnosis.advice else ""
    return [Said("Diagnosis: {}{}. {}", VERDICTS[diagnosis.verdict].title, sure, diagnosis.sentence), advice]
