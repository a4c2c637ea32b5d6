"""Trains the runs of a hand-in in the background, and has their chart drawn."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.plain import plain
from gdviz.core.report import Run, write_chart
from gdviz.engine.runtime import prepare
from gdviz.engine.sweep import sweep, variants
from gdviz.worker.modesty import step_back


class HandInThread(QThread):
    """Trains one experiment at several rates, all at once.

    Args:
        experiment: What all runs share.
        rates: The learning rates.
        title: Above the chart.
        parent: The Qt parent.
    """

    done = Signal(object, bytes)
    """Tuple of `Run`, and the chart as PNG."""
    failed = Signal(object)
    """The exception that ended it."""

    def __init__(
        self, experiment: Experiment, rates: tuple[float, ...], title: str, parent: QObject | None = None
    ) -> None:
        """Does not start yet; call ``start``."""
        super().__init__(parent)
        self._experiment, self._rates, self._title = experiment, rates, title

    def run(self) -> None:
        """The thread itself; called by Qt."""
        step_back()
        try:
            runs = self._trained()
            if runs is not None:
                self.done.emit(runs, self._chart(runs))
        except Exception as error:  # noqa: BLE001  (whatever it is, it must reach the window, not end the program)
            self.failed.emit(error)

    def _trained(self) -> tuple[Run, ...] | None:
        """The runs with their diagnoses; None where it was interrupted."""
        prepare()
        latest = None
        for done in sweep(variants(self._experiment, learning_rate=self._rates)):
            latest = done
            if self.isInterruptionRequested():
                return None
        assert latest is not None, "an experiment has at least one epoch"
        histories = [latest.run(index) for index in range(len(self._rates))]
        runs = []
        for rate, history in zip(self._rates, histories, strict=True):
            known = rate if self._experiment.landscape == "network" else None
            found = diagnose(history, learning_rate=known, optimizer=self._experiment.optimizer)
            runs.append(Run(plain(rate, 6), history, found))
        return tuple(runs)

    def _chart(self, runs: tuple[Run, ...]) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "chart.png"
            write_chart(path, self._title, runs)
            return path.read_bytes()
