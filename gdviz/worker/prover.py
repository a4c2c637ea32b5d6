"""Proves advice: runs the experiment as it was and as the doctor would have it, side by side."""

from PySide6.QtCore import QObject, Signal

from gdviz.core.diagnosis import Diagnosis
from gdviz.core.experiment import Experiment
from gdviz.core.proof import judged, prescribed
from gdviz.worker.race import Race

NAMES = ("As it was", "By the advice")
"""The two runners."""


class Prover(QObject):
    """Sends two runners into the race and judges them.

    Args:
        race: Where they run.
        parent: The Qt parent.
    """

    proved = Signal(object)
    """`Proof`, or None while there is none."""

    def __init__(self, race: Race, parent: QObject | None = None) -> None:
        """Waits for advice."""
        super().__init__(parent)
        self._race = race
        self._question: tuple[Experiment, Diagnosis] | None = None
        race.ended.connect(self._on_ended)

    def prove(self, experiment: Experiment, diagnosis: Diagnosis) -> None:
        """Runs both; `proved` says how it went, unless the race is called off."""
        self._question = experiment, diagnosis
        self.proved.emit(None)
        other = prescribed(experiment, diagnosis.change)
        self._race.begin(list(zip(NAMES, (experiment, other), strict=True)), tune=False)

    def _on_ended(self) -> None:
        question, self._question = self._question, None
        if question is None or [runner.name for runner in self._race.runners] != list(NAMES) or self._race.cut_short:
            return
        experiment, diagnosis = question
        before, after = (runner.trajectory.history for runner in self._race.runners)
        self.proved.emit(judged(experiment, diagnosis.change, before, after))
