"""What every page of the laboratory is made of: a form on top, a picture that grows, and sentences."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import Experiment, number
from gdviz.core.plain import plain
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.engine.datasets import title as data_title
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.engine.rate_map import spread_rates
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.views.parts import as_panel, described, label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.studies import Work
from gdviz.worker.words import spoken

CALM_MS = 120
"""Least milliseconds between two pictures of a study: drawing must not take the time that training needs."""

COMPILING = "Compiling \u2026"
WAITING = "TensorFlow is loading; it begins by itself."


class Page(QWidget):
    """One kind of study. A page says what it does in `name`, `verb` and `empty`, and fills in four methods.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    name: ClassVar[str] = ""
    """Its title in the laboratory's list; also the name of its study."""
    verb: ClassVar[str] = "Begin"
    """What its button says."""
    empty: ClassVar[str] = ""
    """What it says as long as there is nothing to show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Builds the page, empty."""
        super().__init__(parent)
        as_panel(self, spoken(self.name))
        self.session, self.theme = session, load_theme("dark")
        self.study = session.studies.of(self.name)
        self._waiting = False
        self._newest: Any = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._draw_newest)
        self.form = QHBoxLayout()
        self.begin = described(QPushButton(spoken(self.verb)), spoken(self.verb), spoken(self.empty))
        self.begin.setObjectName("primary")
        self.progress = described(QProgressBar(maximum=1000, textVisible=False), self.tr("Progress"))
        self.about = label(role="muted", wraps=True)
        self.words = label(wraps=True)
        self.content, self.stack = QWidget(), QStackedWidget()
        self.body = QVBoxLayout(self.content)
        self.build()
        self._lay_out()
        self.begin.clicked.connect(self.toggle)
        self.study.arrived.connect(self._on_arrived)
        self.study.ended.connect(self._on_ended)
        session.state_changed.connect(self._on_state)
        session.experiment_changed.connect(self._on_experiment)
        self._on_experiment(session.experiment)

    def build(self) -> None:
        """Adds the form's parts to ``form`` and the picture to ``body``."""
        raise NotImplementedError

    def work(self) -> Work:
        """What the form asks for.

        Raises:
            UserError: If something in it is not acceptable.
        """
        raise NotImplementedError

    def show_result(self, result: Any) -> float:
        """Shows the study so far; returns the part that is done, from 0 to 1."""
        raise NotImplementedError

    def obstacle(self, experiment: Experiment) -> str:
        """Why there is nothing to study in an experiment; empty if there is."""
        return ""

    def set_theme(self, theme: Theme) -> None:
        """Recolours the page."""
        self.theme = theme

    def toggle(self) -> None:
        """Begins, or stops what is under way."""
        if self.study.busy or self._waiting:
            self.cancel()
        else:
            self.start()

    def start(self) -> None:
        """Begins with the session's present experiment and what the form says."""
        if reason := self.obstacle(self.session.experiment):
            self.say(reason)
            return
        if self.session.state == "loading":
            self._waiting = True
            self._show_busy(spoken(WAITING))
            return
        try:
            work = self.work()
        except UserError as error:
            self.say(spoken(str(error)))
            return
        self._newest = None
        self.about.setText(in_words(self.session.experiment))
        self.study.begin(work)
        self._show_busy(spoken(COMPILING))

    def cancel(self) -> None:
        """Stops what is under way; what there is stays."""
        self._waiting = False
        self.study.cancel()
        self._show_idle()

    def say(self, sentence: str) -> None:
        """Says why nothing happens."""
        self.words.setText(sentence)
        self.words.setVisible(True)

    def _show_busy(self, sentence: str) -> None:
        self.begin.setText(self.tr("Stop"))
        self.progress.setRange(0, 0)
        self.progress.setVisible(True)
        self.say(sentence)

    def _show_idle(self) -> None:
        self.begin.setText(spoken(self.verb))
        self.progress.setVisible(False)
        if self.words.text() in (spoken(COMPILING), spoken(WAITING)):
            self.say(self.tr("Stopped."))

    def _on_arrived(self, result: Any) -> None:
        self._newest = result
        if not self._calm.isActive():
            self._draw_newest()

    def _draw_newest(self) -> None:
        """Draws what arrived since the last picture."""
        result, self._newest = self._newest, None
        if result is None:
            return
        self.stack.setCurrentWidget(self.content)
        part = self.show_result(result)
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(1000 * part))
        if self.study.busy:
            self._calm.start()

    def _on_ended(self, finished: bool) -> None:
        self._calm.stop()
        self._draw_newest()
        self._show_idle()

    def _on_state(self, state: str) -> None:
        if self._waiting and state != "loading":
            self._waiting = False
            self.start()

    def _on_experiment(self, experiment: Experiment) -> None:
        """Says what there is to do as long as there is nothing to see."""
        self._empty.setText(self.obstacle(experiment) or spoken(self.empty))
        self.begin.setEnabled(not self.obstacle(experiment) or self.study.busy)

    def _lay_out(self) -> None:
        self._empty = label(spoken(self.empty), role="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(60, 0, 60, 0)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self.content)
        self.form.addStretch(1)
        self.form.addWidget(self.begin)
        self.progress.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addLayout(self.form)
        layout.addWidget(self.progress)
        layout.addWidget(self.about)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.words)


class RateRange:
    """Boxes for a range of rates: lowest, highest, how many.

    Args:
        count: How many to begin with.
    """

    def __init__(self, count: int, low: str = "0.00001", high: str = "10") -> None:
        """Builds the boxes."""
        self.low = described(
            QLineEdit(low),
            spoken("Lowest rate"),
            spoken("The lowest learning rate to try"),
        )
        self.high = described(
            QLineEdit(high),
            spoken("Highest rate"),
            spoken("The highest learning rate to try"),
        )
        self.count = described(
            QSpinBox(minimum=2, maximum=64, value=count),
            spoken("How many rates"),
            spoken("Evenly spread in powers of ten, 2 to 64"),
        )
        for box in (self.low, self.high):
            box.setMaximumWidth(86)

    def add_to(self, form: QBoxLayout) -> None:
        """Puts them into a form."""
        for text, box in (
            (spoken("Rates &from"), self.low),
            (spoken("&to"), self.high),
            (spoken("Ho&w many"), self.count),
        ):
            add_labelled(form, text, box)

    def rates(self) -> tuple[float, ...]:
        """What they say, ascending.

        Raises:
            UserError: If that is no range of learning rates.
        """
        low, high = (float(number(box.text().strip().replace(",", "."), "learning_rate")) for box in self._ends())
        if low >= high:
            raise UserError(
                Said("The rates went from {} to {}", plain(low, 6), plain(high, 6)),
                Said("a lowest rate below the highest"),
            )
        found = spread_rates(low, high, self.count.value())
        if len(found) < 2:
            raise UserError(
                Said("The rates went from {} to {}", plain(low, 6), plain(high, 6)), Said("rates farther apart")
            )
        return found

    def _ends(self) -> tuple[QLineEdit, QLineEdit]:
        return self.low, self.high


def add_labelled(form: QBoxLayout, text: str, box: QWidget) -> None:
    """Adds a box with its name before it; the letter after ``&`` leads there from the keyboard."""
    name = QLabel(text)
    name.setBuddy(box)
    form.addWidget(name)
    form.addWidget(box)


def in_words(experiment: Experiment) -> str:
    """What a study leaves alone, in a line."""
    optimizer = OPTIMIZERS[experiment.optimizer].title
    if experiment.landscape == "model":
        return spoken("Studied: your model on {}, {}, {} epochs.").format(
            spoken(data_title(experiment.data)), optimizer, f"{experiment.epochs:,}"
        )
    if experiment.landscape != "network":
        return spoken("Studied: {}, {}, {} epochs.").format(
            spoken(LANDSCAPES[experiment.landscape].title), optimizer, f"{experiment.epochs:,}"
        )
    units = ", ".join(map(str, experiment.units)) or spoken("no")
    return spoken("Studied: {}, {} hidden units, {}, batches of {}, {} epochs, seed {}.").format(
        spoken(data_title(experiment.data)),
        units,
        optimizer,
        experiment.batch_size,
        f"{experiment.epochs:,}",
        experiment.seed,
    )


def thin(count: int, most: int = 300) -> Sequence[int]:
    """At most ``most`` of ``count`` places, evenly spread, the last one among them."""
    stride = -(-count // most)
    return range((count - 1) % stride, count, stride) if count else range(0)
