"""What the laboratory offers to do with a run that is chosen in a picture or a table: train it, or lay it over."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gdviz.core.experiment import Experiment
from gdviz.core.plain import plain
from gdviz.views.parts import described
from gdviz.worker.session import Session


class ChosenRun(QWidget):
    """Words on the run that is chosen, and its two buttons.

    Args:
        session: Where it is trained, or laid over.
        detail: Says what is chosen; the page fills it in.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, detail: QLabel, parent: QWidget | None = None) -> None:
        """Begins without a run."""
        super().__init__(parent)
        self._session, self.detail = session, detail
        self.load = described(
            QPushButton(self.tr("Train this one")),
            self.tr("Train this one"),
            self.tr("Takes this run's settings, and trains"),
        )
        self.lay = described(
            QPushButton(self.tr("Lay over")),
            self.tr("Lay over"),
            self.tr("Draws this run's path on the surface as well"),
        )
        self.load.clicked.connect(self.train)
        self.lay.clicked.connect(self.lay_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.detail, 1), (self.load, 0), (self.lay, 0)):
            row.addWidget(part, stretch)
        self.choose(None)

    def choose(self, experiment: Experiment | None, name: str = "") -> None:
        """Another run is chosen, or none.

        Args:
            experiment: Its settings.
            name: What it is called beside others, without its rate.
        """
        self._experiment, self._name = experiment, name
        for button in (self.load, self.lay):
            button.setEnabled(experiment is not None)

    def train(self) -> None:
        """Takes the run's settings, and trains."""
        if self._experiment is not None and self._session.set_experiment(self._experiment):
            self._session.reset()
            self._session.start()

    def lay_over(self) -> None:
        """Draws the run beside the others."""
        if self._experiment is not None:
            self._session.lay_over(f"{self._name}, {plain(self._experiment.learning_rate)}", self._experiment)
