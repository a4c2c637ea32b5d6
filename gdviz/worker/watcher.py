"""Watches what is done in a session and tells it as plain facts that a lesson can be checked against."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from gdviz.core.trajectory import Trajectory
from gdviz.lessons.checks import Facts, Past
from gdviz.worker.session import Session

CALM = 100
"""Milliseconds between two looks at a run under way; the pupil does not wait, and the run is not held up."""

MOST_WEIGHTS = 8
"""Weights of a run that facts hold; no lesson asks for more."""


class Watcher(QObject):
    """Gathers the runs since `begin`.

    Args:
        session: What is watched.
        parent: The Qt parent.
    """

    facts_changed = Signal(object)
    """`Facts`: something happened."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Watches once `begin` is called."""
        super().__init__(parent)
        self._session = session
        self._stranger: Trajectory | None = None
        self._current: Trajectory | None = None
        self._runs: list[Past] = []
        self._watching = False
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._tell)
        session.trajectory_changed.connect(self._on_trajectory)
        session.state_changed.connect(self._on_state)
        session.experiment_changed.connect(self._soon)

    @property
    def facts(self) -> Facts:
        """What happened since `begin`."""
        return Facts(self._session.experiment, tuple(run for run in self._runs if run.steps))

    def begin(self, fresh: bool) -> None:
        """Forgets everything.

        Args:
            fresh: Whether the present run is none of it either, because another is about to be prepared.
        """
        self._runs, self._current, self._watching = [], None, True
        self._stranger = self._session.trajectory if fresh else None
        if not fresh:
            self._on_trajectory(self._session.trajectory)
            self._on_state(self._session.state)

    def close(self) -> None:
        """Watches no more, until `begin`; what was seen stays known."""
        self._watching = False
        self._calm.stop()

    def _on_trajectory(self, trajectory: Trajectory | None) -> None:
        """Takes the run down as it is now; settings count from the next step on, so only a step takes them over."""
        if not self._watching or trajectory is None or trajectory is self._stranger:
            return
        if trajectory is not self._current:
            self._current = trajectory
            self._runs.append(Past(self._session.experiment))
        if trajectory.count > self._runs[-1].steps:
            self._runs[-1] = self._past(trajectory)
            self._soon()

    def _past(self, trajectory: Trajectory) -> Past:
        accuracy = trajectory.history.get("accuracy")
        diagnosis = self._session.diagnosis
        return Past(
            self._session.experiment,
            trajectory.loss,
            trajectory.learning_rate,
            tuple(map(float, trajectory.last_weights[:MOST_WEIGHTS])),
            diagnosis.verdict if diagnosis else "",
            float(accuracy[-1]) if accuracy is not None and len(accuracy) else float("nan"),
        )

    def _on_state(self, state: str) -> None:
        if not self._watching or self._current is None:
            return
        if state == "finished" and self._current is self._session.trajectory:
            diagnosis = self._session.diagnosis
            verdict = diagnosis.verdict if diagnosis else ""
            self._runs[-1] = replace(self._runs[-1], ended=True, verdict=verdict)
            self._soon()

    def _soon(self, *ignored: object) -> None:
        if self._watching and not self._calm.isActive():
            self._calm.start()

    def _tell(self) -> None:
        self.facts_changed.emit(self.facts)
