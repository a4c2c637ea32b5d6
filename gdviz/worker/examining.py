"""What the doctor is told of a run, and asked; of a run under way as often as the window can do with."""

import math
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from gdviz.core.diagnosis import Diagnosis, diagnose
from gdviz.core.doctor_live import follow
from gdviz.core.experiment import Experiment
from gdviz.core.stability_line import StabilityLine
from gdviz.core.trajectory import Trajectory, epoch_means
from gdviz.engine.doctor_known import known_of
from gdviz.engine.doctor_trial import Curves, try_rates
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.worker.pacer import Pacer
from gdviz.worker.studies import Study
from gdviz.worker.turns import Turns

SHARE = 15.0
"""How many times what an examination and its telling took passes until the next one of a run under way."""

TRIAL = "other rates"
"""The study that tries other rates."""

LATE = 0.9
"""A stability line counts that was measured after this part of the run so far at the earliest: curvature moves on."""


class Examiner(QObject):
    """Asks the doctor about the session's run.

    Args:
        turns: When a run under way is examined.
        study: What tries other rates.
        parent: The Qt parent.

    Attributes:
        diagnosis: What the doctor said last of the present run.
    """

    changed = Signal(object)
    """`Diagnosis`, or None when there is nothing to say yet."""
    failed = Signal(object)
    """A `UserError`: the doctor can make nothing of the run."""

    def __init__(self, turns: Turns, study: Study, parent: QObject) -> None:
        """Knows of no run."""
        super().__init__(parent)
        self.diagnosis: Diagnosis | None = None
        self._run: tuple[Experiment, Trajectory] | None = None
        self._line: StabilityLine | None = None
        self._tried: tuple[Experiment, Curves] | None = None
        self._concluded = False
        self._pacer = Pacer(SHARE, self)
        self._turns, self._study = turns, study
        study.arrived.connect(self._on_tried)
        self._pacer.due.connect(self._on_due)

    def forget(self) -> None:
        """Another run begins."""
        self._rest()
        self._study.cancel()
        self._run, self._line, self._concluded = None, None, False
        self._say(None)

    def learn(self, line: StabilityLine | None) -> None:
        """Where the stability line runs; a run that has ended is looked at once more with what that says."""
        before, self._line = self._line, line
        if self._concluded and self._run is not None:
            known = [stable_rate_of(each, self._run[1]) for each in (before, line)]
            if known[1] is not None and known[1] != known[0]:
                self._examine(*self._run, False)

    def try_rates(self) -> None:
        """Has other rates tried from the start of the present run, which is then looked at once more."""
        if self._run is None:
            return
        experiment, trajectory = self._run
        if is_even(experiment, trajectory):
            self._study.begin(lambda: _named(experiment))
        else:
            what, expected = Said("The learning rate was changed on the way"), Said("one rate all along")
            self.failed.emit(UserError(what, expected, Said("Train anew")))

    def _on_tried(self, tried: tuple[Experiment, Curves]) -> None:
        """What was believed without it counts no more."""
        self._tried, self.diagnosis = tried, None
        if self._run is not None:
            self._examine(*self._run, not self._concluded)

    def follow(self, experiment: Experiment, trajectory: Trajectory) -> None:
        """Asks about a run under way, now or soon."""
        self._run, self._concluded = (experiment, trajectory), False
        self._pacer.ask()

    def conclude(self, experiment: Experiment, trajectory: Trajectory) -> None:
        """Asks about a run that has ended, at once."""
        self._rest()
        self._run, self._concluded = (experiment, trajectory), True
        self._examine(experiment, trajectory, False)

    def _rest(self) -> None:
        """Nothing is to be asked of a run under way any more."""
        self._pacer.stop()
        self._turns.drop(self)

    def _on_due(self) -> None:
        self._turns.add(self, self._follow)

    def _follow(self) -> None:
        began = perf_counter()
        assert self._run is not None
        self._examine(*self._run, True)
        self._pacer.spent(perf_counter() - began)

    def _examine(self, experiment: Experiment, trajectory: Trajectory, under_way: bool) -> None:
        """His own failure must not end the run."""
        try:
            tried = self._curves_for(experiment, trajectory)
            self._say(examined(experiment, trajectory, self.diagnosis, under_way, self._line, tried))
        except UserError as error:
            self.failed.emit(error)

    def _curves_for(self, experiment: Experiment, trajectory: Trajectory) -> Curves | None:
        """What other rates did, if they were tried beside such a run."""
        fits = self._tried is not None and counts(self._tried[0], experiment) and is_even(experiment, trajectory)
        return self._tried[1] if self._tried is not None and fits else None

    def _say(self, found: Diagnosis | None) -> None:
        self.diagnosis = found
        self.changed.emit(found)


def _named(experiment: Experiment) -> Iterator[tuple[Experiment, Curves] | None]:
    """`engine.doctor_trial.try_rates`, with whose rates they are."""
    for curves in try_rates(experiment):
        yield None if curves is None else (experiment, curves)


def is_even(experiment: Experiment, trajectory: Trajectory) -> bool:
    """Whether a run went by one rate, or one schedule, from its start."""
    rates = trajectory.learning_rate
    return experiment.schedule != "constant" or not len(rates) or bool(rates.min() == rates.max())


def counts(tried: Experiment, run: Experiment) -> bool:
    """Whether rates tried beside one run count for another: more epochs of the same run change nothing before them."""
    return run == (replace(tried, epochs=run.epochs) if run.schedule == "constant" else tried)


def examined(
    experiment: Experiment,
    trajectory: Trajectory,
    before: Diagnosis | None = None,
    under_way: bool = False,
    line: StabilityLine | None = None,
    tried: Curves | None = None,
) -> Diagnosis:
    """The doctor's word on a run; on one under way he is slow to change his mind.

    Beside the settings he is told what any run shows: the loss before its first step, the steps to an epoch and the
    norms of the gradients; and, where there are any, the largest stable rate as it was lately, and other rates.

    Args:
        experiment: What is trained.
        trajectory: What it recorded so far.
        before: What he said last.
        under_way: Whether the run goes on.
        line: Where the stability line ran last, if it was asked for.
        tried: What other rates did, if they were tried.

    Raises:
        UserError: If he can make nothing of it.
    """
    known, history = known_of(experiment), dict[str, Any](trajectory.history)
    if experiment.learns_rows:
        known |= {**_seen(trajectory), "stable_rate": stable_rate_of(line, trajectory), "range_test": tried}
        history["gradient_norm"] = epoch_means(trajectory.gradient_norm, trajectory.epoch_steps)
    if under_way:
        return follow(before, history, planned_epochs=experiment.epochs, **known)
    return diagnose(history, **known)


def stable_rate_of(line: StabilityLine | None, trajectory: Trajectory) -> float | None:
    """The rate that the stability line allows at the end of a run so far; None where it was not measured there."""
    if line is None or not LATE * trajectory.count <= line.step <= trajectory.count:
        return None
    return line.rate


def _seen(trajectory: Trajectory) -> dict[str, Any]:
    """What a run of a network shows before its first epoch is over."""
    start = float(trajectory.loss[0])
    return {
        "start_loss": start if 0 < start < math.inf else None,
        "steps_per_epoch": int(trajectory.epoch_steps[0]) or None if len(trajectory.epoch_steps) else None,
    }
