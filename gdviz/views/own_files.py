"""Files that people bring, by their kind: a table is learnt from, a model is trained, a log is read by the doctor."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gdviz.core.diagnosis import VERDICTS, diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.history import read_history
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.errors import UserError
from gdviz.said import Said, together
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

TABLES = (".csv", ".tsv", ".txt")
LOGS = (".json", ".log")
MODELS = (".keras",)
SMALL = 1 << 20
"""Bytes up to which a table is looked at as a training log first; longer ones are data."""


class OwnFiles(QObject):
    """Opens tables, models and logs.

    Args:
        session: What they are for.
        window: The parent of its dialogs.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        """Waits for a path."""
        super().__init__(window)
        self._session, self._window = session, window

    def open(self, path: Path) -> None:
        """Opens a file by what it is; what it is not is said."""
        kind = path.suffix.lower()
        try:
            if kind in MODELS:
                self._ask_model(path)
            elif kind in LOGS or (kind in TABLES and _is_log(path)):
                self._show_diagnosis(path)
            elif kind in TABLES:
                self._ask_table(path)
            else:
                known = Said(
                    "a session (.gdviz), a class pack (.gdvizclass), a table or training log (.csv), a model (.keras)"
                )
                raise UserError(Said("{} is of a kind that gdviz does not read", path.name), known)
        except UserError as error:
            self._session.report(str(error))

    def _ask_table(self, path: Path) -> None:
        from gdviz.views.data_dialog import DataDialog

        dialog = DataDialog(path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._learn)
        dialog.open()

    def _ask_model(self, path: Path) -> None:
        from gdviz.views.model_dialog import ModelDialog

        session = self._session
        dialog = ModelDialog(path, session.experiment.data, lambda: session.state == "loading", self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda data: self._train(path, data))
        dialog.open()

    def _learn(self, key: str) -> None:
        """A model stays; anything else becomes a network."""
        experiment = self._session.experiment
        landscape = experiment.landscape if experiment.landscape == "model" else "network"
        if landscape != experiment.landscape:
            self._session.choose_landscape(landscape)
        self._begin(replace(self._session.experiment, data=key))

    def _train(self, path: Path, data: str) -> None:
        suggested = {"optimizer_parameters": (), **LANDSCAPES["model"].suggests}
        model = {"landscape": "model", "model": str(path.absolute()), "data": data, **suggested}
        self._begin(replace(self._session.experiment, **model))

    def _begin(self, wanted: Experiment) -> None:
        """Off it goes, unless the session says why not."""
        if self._session.set_experiment(wanted):
            self._session.start()

    def _show_diagnosis(self, path: Path) -> None:
        """What the doctor says of a training log."""
        found = diagnose(read_history(str(path)))
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("Training log: {}").format(path.name), "", parent=self._window
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("{} ({} sure)").format(spoken(VERDICTS[found.verdict].title), f"{found.confidence:.0%}"))
        advice = self.tr("Do: {}").format(spoken(found.advice)) if found.advice else ""
        box.setInformativeText(together(spoken(found.sentence), advice, between="\n\n"))
        box.setDetailedText(spoken(together(found.sentence, found.advice, found.why_not, between="\n")))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if path.suffix.lower() in TABLES:
            other = box.addButton(self.tr("Learn from it as a table"), QMessageBox.ButtonRole.AcceptRole)
            other.clicked.connect(lambda: self._ask_table(path))
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()


def _is_log(path: Path) -> bool:
    """Whether a table is the record of a training run: it has a loss for each epoch."""
    try:
        if path.stat().st_size > SMALL:
            return False
        with path.open(encoding="utf-8", errors="replace") as file:
            names = {name.strip().strip('"').lower() for name in file.readline(10_000).replace(";", ",").split(",")}
        return {"epoch", "loss"} <= names and bool(read_history(str(path)))
    except (OSError, ValueError, UserError):
        return False
