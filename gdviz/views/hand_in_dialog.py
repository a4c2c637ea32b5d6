"""The hand-in: three rates, the pupil's name and sentences, and one click that makes the report."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import Experiment, number
from gdviz.core.files import write_atomically
from gdviz.core.hand_in import HandIn, as_html
from gdviz.core.plain import plain
from gdviz.core.report import Run
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.views.parts import described, label
from gdviz.worker.hand_in_thread import HandInThread
from gdviz.worker.words import spoken

FACTORS = (0.01, 1.0, 100.0)
"""The rates that are suggested, as parts of the one that is set."""


class HandInDialog(QDialog):
    """Makes the report of a learning-rate experiment.

    Args:
        experiment: What all runs share.
        rates: The three rates to begin with; by default some around the experiment's.
        parent: The window.
    """

    problem = Signal(str)
    """A sentence for the person."""
    crashed = Signal(object)
    """An exception that is a fault of ours."""
    written = Signal(object)
    """Path of the HTML file; the PDF lies beside it."""

    def __init__(self, experiment: Experiment, rates: tuple[float, ...] = (), parent: QWidget | None = None) -> None:
        """Begins with rates filled in."""
        super().__init__(parent)
        self._experiment = experiment
        self._thread: HandInThread | None = None
        self._path = Path()
        self.setWindowTitle(self.tr("Hand-in"))
        self.resize(560, 0)
        rates = rates or tuple(float(f"{experiment.learning_rate * factor:.3g}") for factor in FACTORS)
        self.name = described(QLineEdit(), self.tr("Your name"))
        self.rates = [described(QLineEdit(plain(rate, 6)), self.tr("Learning rate")) for rate in rates[:3]]
        self.sentences = [described(QLineEdit(), self.tr("Your sentence")) for _ in self.rates]
        for box in self.sentences:
            box.setPlaceholderText(self.tr("Your sentence, or leave it empty to write by hand"))
        self.told = label(role="muted", wraps=True)
        self.make = QPushButton(self.tr("Make the report \u2026"))
        self.make.setObjectName("primary")
        self.make.clicked.connect(self._on_make)
        self._lay_out()

    def write(self, path: Path) -> None:
        """Trains, then writes ``path`` (HTML) and the same as PDF beside it."""
        try:
            rates = tuple(float(number(box.text().replace(",", "."), "learning_rate")) for box in self.rates)
            if len(set(rates)) < len(rates):
                raise UserError(Said("Two of the rates are the same"), Said("three different ones"))
        except UserError as error:
            self.told.setText(spoken(str(error)))
            return
        self._path = path
        self.make.setEnabled(False)
        self.told.setText(self.tr("Training \u2026"))
        title = self.tr("One experiment, three learning rates")
        self._thread = HandInThread(replace(self._experiment, learning_rate=rates[0]), rates, title, self)
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)
        self._thread.finished.connect(self._on_gone)
        self._thread.start()

    def done(self, result: int) -> None:
        """Closes, by whatever way; ends what runs, and waits for it."""
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()
        super().done(result)

    def _on_make(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "report.html", self.tr("HTML (*.html)"))
        if path:
            self.write(Path(path))

    def _on_done(self, runs: tuple[Run, ...], chart: bytes) -> None:
        sentences = tuple(box.text().strip() for box in self.sentences)
        page = as_html(
            HandIn(self.name.text().strip(), self._experiment, runs, sentences, chart), self._words(), spoken
        )
        try:
            write_atomically(self._path, page.encode())
            write_atomically(self._path.with_suffix(".pdf"), pdf_of(page))
        except UserError as error:
            self.told.setText(spoken(str(error)))
            return
        self.told.setText(self.tr("Done: {} and {}").format(self._path.name, self._path.with_suffix(".pdf").name))
        self.written.emit(self._path)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.setText(spoken(str(error)))
        else:
            self.told.setText(self.tr("It failed."))
            self.crashed.emit(error)

    def _on_gone(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()
        self.make.setEnabled(True)

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("One experiment, three learning rates"),
            self.tr("Name"),
            self.tr("The rates"),
            self.tr("What happened"),
            self.tr("The doctor says"),
            self.tr("I say"),
            self.tr("To repeat it"),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Your name"), self.name)
        for title, rate, sentence in zip(
            (self.tr("Too low"), self.tr("About right"), self.tr("Too high")), self.rates, self.sentences, strict=False
        ):
            pair = QHBoxLayout()
            rate.setFixedWidth(90)
            pair.addWidget(rate)
            pair.addWidget(sentence, 1)
            form.addRow(title, pair)
        layout = QVBoxLayout(self)
        words = self.tr("Three runs that differ in the learning rate alone, everything else as it is set now.")
        layout.addWidget(label(words, wraps=True))
        layout.addLayout(form)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.make)
        layout.addLayout(row)


def pdf_of(page: str) -> bytes:
    """An HTML page as PDF, A4."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    margins = QMarginsF(*[15.0] * 4)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins))
    document = QTextDocument()
    document.setHtml(page)
    document.print_(writer)
    buffer.close()
    return bytes(content.data())
