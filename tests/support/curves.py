"""A session that only tells of runs, and ways to look at and to point into the curves."""

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QColor, QImage
from support.landscapes import Announcer

from gdviz.core.diagnosis import Diagnosis, Evidence
from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.views.chart_parts import Stroke
from gdviz.views.loss_view import LossView
from gdviz.views.theme import load_theme

LOSS = [1.0, 0.5, 0.25, 0.2, 0.15, 0.12]
VAL_LOSS = [1.1, 0.7, 0.5, 0.6, 0.7, 0.8]
ACCURACY = [0.3, 0.5, 0.7, 0.8, 0.9, 1.0]


class Speaker(Announcer):
    """What the curves see of a session."""

    diagnosis_changed = Signal(object)
    runners_changed = Signal(object)
    shown_step_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.diagnosis: Diagnosis | None = None
        self.runners: tuple[Runner, ...] = ()
        self.shown_step: int | None = None
        self.state = "paused"
        self.experiment = Experiment(epochs=6)

    def train(self, trajectory: Trajectory | None) -> None:
        """A batch of steps arrived."""
        self.trajectory = trajectory
        self.trajectory_changed.emit(trajectory)

    def say(self, diagnosis: Diagnosis | None) -> None:
        """The doctor has spoken."""
        self.diagnosis = diagnosis
        self.diagnosis_changed.emit(diagnosis)

    def race(self, *runners: Runner) -> None:
        """Other runs are there."""
        self.runners = runners
        self.runners_changed.emit(runners)

    def show_step(self, step: int | None) -> None:
        """Somebody goes to a step."""
        self.shown_step = step
        self.shown_step_changed.emit(step)


def seen_at(verdict: str, *spans: tuple[int, int]) -> Diagnosis:
    """A diagnosis with a piece of evidence for each span of epochs."""
    evidence = tuple(Evidence(f"thing {number}", span, 1.0, 0.5, 1.0) for number, span in enumerate(spans, 1))
    return Diagnosis(verdict, 0.9, "It is so.", evidence, "Do this.", {})


def strokes(view: LossView, key: str) -> tuple[Stroke, ...]:
    """What is drawn in a panel."""
    return next(panel.strokes for panel in view.chart.panels if panel.key == key)


def drawn(view: LossView, key: str, color: str) -> tuple[list[float], list[float]]:
    """The frontmost curve of that colour in a panel."""
    stroke = next(each for each in reversed(strokes(view, key)) if each.color == getattr(load_theme("dark"), color))
    return list(stroke.x), [float(value) for value in stroke.y]


def words(view: LossView) -> str:
    """What a screen reader says of the curves."""
    return view.chart.accessibleDescription()


def spot(view: LossView, key: str, place: float, part: float = 0.5) -> QPoint:
    """A pixel of a panel: at a place of the level axis, ``part`` of the way up."""
    frame = view.chart.frame_of(key)
    return QPointF(view.chart.column_of(place), frame.bottom() - part * frame.height()).toPoint()


def hover(qtbot: Any, view: LossView, key: str, place: float) -> None:
    """The mouse goes there, from elsewhere: where it lies already since another test, it would not move."""
    qtbot.mouseMove(view.chart, QPoint(1, 1))
    qtbot.mouseMove(view.chart, spot(view, key, place))
    qtbot.waitUntil(lambda: view.chart.cursor_at is not None)


def picture(view: LossView) -> QImage:
    """The chart as it is painted."""
    return view.chart.grab().toImage()


def near(one: QColor, other: str) -> bool:
    """Whether two colours look alike."""
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], QColor(other).getRgb()[:3], strict=True)) < 60
