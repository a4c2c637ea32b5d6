"""One step taken apart: for one weight, every number that the optimiser works with, in the order it works them out."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.core.anatomy import Anatomy, figure
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.views.giving_way import GivingWay
from gdviz.views.parts import Wanting, as_panel, label, scrolled
from gdviz.views.term_rows import TermRows
from gdviz.views.theme import Theme, load_theme
from gdviz.views.weight_choice import WeightChoice
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

EMPTY = "Pause, or press Step, to take one step apart: every number that the optimiser works with stands here."

WORKING = "Taking this step apart \u2026"
"""What is said while it is being worked out, which takes a moment the first time."""


class AnatomyView(QWidget):
    """Shows the session's anatomy.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins with a sentence that says what to do."""
        super().__init__(parent)
        as_panel(self, self.tr("Step anatomy"))
        self._session = session
        self._looking = Wanting(session.want, "anatomy")
        self.heading = label(self.tr("One step taken apart"), role="heading")
        self.sentence = label(spoken(EMPTY), wraps=True)
        self.choice = WeightChoice()
        self.choice.changed.connect(self._on_choice)
        self.terms = TermRows()
        self._area = scrolled(self.terms, self.tr("The step's numbers"))
        self._lay_out()
        self.set_theme(load_theme("dark"))
        session.anatomy_changed.connect(self.show_anatomy)
        session.state_changed.connect(self._on_state)

    def set_theme(self, theme: Theme) -> None:
        """Recolours icons and bars."""
        self.choice.set_theme(theme)
        self.terms.set_theme(theme)
        self.show_anatomy(self._session.anatomy)

    def showEvent(self, event: QShowEvent) -> None:
        """Has the step worked out."""
        super().showEvent(event)
        self._looking.set(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the step."""
        super().hideEvent(event)
        self._looking.set(False)

    def show_anatomy(self, anatomy: Anatomy | None) -> None:
        """Shows a step, or what to do to see one."""
        for part in (self.choice, self._area):
            part.setVisible(anatomy is not None)
        if anatomy is None:
            self.heading.setText(self.tr("One step taken apart"))
            self._say_why_not()
            return
        self.choice.show_names(anatomy.names)
        weight = self.weight_of(anatomy)
        self.heading.setText(self.tr("Step {}").format(f"{anatomy.step + 1:,}"))
        self.sentence.setText(_told(anatomy, weight))
        self.terms.show_step(anatomy, weight)

    def _say_why_not(self) -> None:
        """What to do to see a step, or why there is none to be seen."""
        begun = self._session.state in ("ready", "running", "paused", "finished")
        self.sentence.setText(spoken(self._session.why_no_close_up or (WORKING if begun else EMPTY)))

    def _on_state(self) -> None:
        if self._session.anatomy is None:
            self._say_why_not()

    def weight_of(self, anatomy: Anatomy) -> int:
        """The weight shown: the one chosen, or the one that moves most."""
        return anatomy.liveliest if self.choice.weight is None else self.choice.weight

    def _on_choice(self) -> None:
        self.show_anatomy(self._session.anatomy)

    def _lay_out(self) -> None:
        top = GivingWay(self.heading, steady=True)
        for part in (self.heading, self.choice):
            top.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 6, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.sentence)
        layout.addWidget(self._area, 1)
        layout.addStretch(0)


def _told(anatomy: Anatomy, weight: int) -> str:
    """What the step does to the weight."""
    before, after = figure(float(anatomy.weights[weight])), figure(float(anatomy.after[weight]))
    title = OPTIMIZERS[anatomy.optimizer].title
    return spoken("{} at rate {} moves {} from {} to {}.").format(
        spoken(title), figure(anatomy.learning_rate), spoken(anatomy.names[weight]), before, after
    )
