"""The part of the session with the settings: what they are, who may change them, and what they were before."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import LANDSCAPES, validated
from gdviz.errors import UserError
from gdviz.worker.company import Company
from gdviz.worker.locks import Locks
from gdviz.worker.undo import Undo
from gdviz.worker.words import spoken


class Choosing(Company):
    """Every change of the settings comes through here, and is held against their ranges and their locks.

    Args:
        experiment: What to begin with.
        parent: The Qt parent.
    """

    experiment_changed = Signal(object)
    """`Experiment`: a setting changed."""
    problem = Signal(str)
    """A sentence for the person: what went wrong, what was expected, what to do."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        """Holds nothing still."""
        super().__init__(parent)
        self._experiment = experiment
        self._undo = Undo()
        self.locks = Locks(self)

    @property
    def experiment(self) -> Experiment:
        """The settings as they stand."""
        return self._experiment

    def report(self, sentence: str) -> None:
        """Tells the person something; the one door for messages, also for views."""
        self.problem.emit(spoken(sentence))

    def admitted(self, experiment: Experiment) -> Experiment:
        """The experiment, held against the range of every setting and against the locks.

        Raises:
            UserError: If a setting is out of range, or changes what is held still.
        """
        experiment = validated(experiment)
        self.locks.check(self._experiment, experiment)
        return experiment

    def set_experiment(self, experiment: Experiment) -> bool:
        """Changes the settings. Live ones reach a running run; any other ends it and prepares a new one.

        A setting out of range, or one that is locked, changes nothing and is answered by `problem`.

        Returns:
            Whether they are the settings now.
        """
        return self._change(experiment, self.admitted)

    def set_up(self, experiment: Experiment) -> bool:
        """As `set_experiment`, for whoever holds the locks: a lesson, a class pack, the clinic."""
        return self._change(experiment, validated)

    def choose_landscape(self, key: str) -> None:
        """Goes to another landscape, with the settings it suggests where they are not held still."""
        suggested = {name: value for name, value in _suggested(key).items() if name not in self.locks.settings}
        self.set_experiment(replace(self._experiment, landscape=key, **suggested))

    def undo(self) -> None:
        """Takes back the last change of the settings."""
        self._go(self._undo.undo, self._undo.redo)

    def redo(self) -> None:
        """Takes back the last undo."""
        self._go(self._undo.redo, self._undo.undo)

    def _change(self, experiment: Experiment, admitted: Callable[[Experiment], Experiment]) -> bool:
        try:
            experiment = admitted(self._at_home(experiment))
        except UserError as error:
            self._refuse(error)
            return False
        if experiment != self._experiment:
            self._undo.record(self._experiment, experiment)
            self._take(experiment)
        return True

    def _at_home(self, experiment: Experiment) -> Experiment:
        """The experiment without the start that was meant for another landscape."""
        moved = (experiment.landscape, experiment.formula) != (self._experiment.landscape, self._experiment.formula)
        return replace(experiment, start=()) if moved and experiment.start == self._experiment.start else experiment

    def _go(
        self, there: Callable[[Experiment], Experiment | None], back: Callable[[Experiment], Experiment | None]
    ) -> None:
        """Goes through the past or the future, unless that would change what is held still."""
        experiment = there(self._experiment)
        if experiment is None:
            return
        try:
            self.locks.check(self._experiment, experiment)
        except UserError as error:
            back(experiment)
            self._refuse(error)
            return
        self._take(experiment)

    def _refuse(self, error: UserError) -> None:
        """Says why not, and has every view show what still stands."""
        self.report(str(error))
        self.experiment_changed.emit(self._experiment)

    def _take(self, experiment: Experiment) -> None:
        """Takes other settings over; the session knows what that means for the run."""
        raise NotImplementedError


def _suggested(key: str) -> dict[str, Any]:
    """What a landscape suggests, with its own and the optimiser's parameters at their defaults."""
    suggests = LANDSCAPES[key].suggests if key in LANDSCAPES else {}
    return {"optimizer_parameters": (), "landscape_parameters": (), **suggests}
