"""Take away: one dialog for pictures, films, numbers and the Keras script, with a preview."""

import os
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import Experiment
from gdviz.core.numbers import epochs_csv
from gdviz.engine.keras_code import keras_code
from gdviz.engine.pictures import Look, Subject, picture
from gdviz.errors import UserError
from gdviz.views.export_preview import ExportPreview
from gdviz.views.parts import described, label
from gdviz.views.portrait import Portrait
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.exporting import SIZES, THINGS, Export, check, work_of
from gdviz.worker.job import Job
from gdviz.worker.words import spoken

LOOKS = {"Light, for paper": "light", "Dark, for a projector": "dark"}


def look_of(theme: str) -> Look:
    """The theme's colours for a picture."""
    colors = load_theme(theme)
    return Look(**{field.name: getattr(colors, field.name) for field in fields(Look)})


class ExportDialog(QDialog):
    """Asks what, how and where to, and writes it while the window goes on.

    Args:
        subject: The run as it is now.
        experiment: What it trains.
        folder: Where to write by default.
        portraits: Makes what draws the surface as the window does; without it, it is drawn as the vectors are.
        parent: The window.
    """

    written = Signal(str)
    """The path of a file that was written."""

    def __init__(
        self,
        subject: Subject,
        experiment: Experiment,
        folder: Path,
        portraits: Callable[[QWidget], Portrait] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begins with the loss chart."""
        super().__init__(parent)
        self._portraits = portraits
        self._portrait: Portrait | None = None
        self.setWindowTitle(self.tr("Take away"))
        self._subject, self._experiment, self._folder = subject, experiment, folder
        self._job: Job | None = None
        self._copying = False
        self.things = described(QListWidget(), self.tr("What to take away"))
        self.form, self.pixels, self.look = QComboBox(), QComboBox(), QComboBox()
        self.path = described(QLineEdit(), self.tr("File"), self.tr("Where to write"))
        self.browse = described(QPushButton("…"), self.tr("Browse"), self.tr("Choose folder and name"))
        self.sentence, self.problem = label(role="muted", wraps=True), label(wraps=True)
        self.picture = ExportPreview(portraits, self._text)
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self.copy = described(QPushButton(self.tr("Copy")), self.tr("Copy"), self.tr("Put it on the clipboard"))
        self.export = QPushButton(self.tr("Export"), default=True)
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self._connect()
        self.things.setCurrentRow(0)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None or self._portrait is not None

    def _connect(self) -> None:
        for key, thing in THINGS.items():
            self.things.addItem(spoken(thing.title))
            self.things.item(self.things.count() - 1).setData(Qt.ItemDataRole.UserRole, key)
        for size in SIZES:
            self.pixels.addItem(spoken(size), size)
        self.pixels.setCurrentIndex(self.pixels.findData("1920 x 1080"))
        for title, look in LOOKS.items():
            self.look.addItem(spoken(title), look)
        self.things.currentRowChanged.connect(self._on_thing)
        self.form.currentTextChanged.connect(self._on_form)
        self.look.currentTextChanged.connect(self._on_look)
        self.browse.clicked.connect(self._on_browse)
        self.copy.clicked.connect(self._on_copy)
        self.export.clicked.connect(self._on_export)
        self.close_button.clicked.connect(self.close)

    @property
    def thing(self) -> str:
        """What is chosen, a key of `THINGS`."""
        return str(self.things.currentItem().data(Qt.ItemDataRole.UserRole))

    def wish(self) -> Export:
        """What is asked for."""
        size, look = SIZES[self.pixels.currentData()], look_of(self.look.currentData())
        # Unlike Path.expanduser, this leaves alone whatever it does not know.
        path = Path(os.path.expanduser(self.path.text().strip()))
        return Export(self.thing, path, self._subject, self._experiment, look, size)

    def _on_thing(self) -> None:
        thing = THINGS[self.thing]
        self.form.blockSignals(True)
        self.form.clear()
        self.form.addItems([form[1:].upper() if form != ".py" else "Python" for form in thing.forms])
        self.form.blockSignals(False)
        self.sentence.setText(spoken(thing.sentence))
        self.copy.setEnabled("film" not in self.thing)
        self._on_form()

    def _on_form(self) -> None:
        ending = self._ending()
        self._rows.setRowVisible(self.pixels, ending in THINGS[self.thing].sizes)
        self._rows.setRowVisible(self.look, bool(THINGS[self.thing].picture))
        self.path.setText(str(self._folder / f"{self.thing.replace('_', ' ')}{ending}"))
        self.problem.clear()
        self._on_look()

    def _ending(self) -> str:
        return THINGS[self.thing].forms[max(0, self.form.currentIndex())]

    def _on_look(self) -> None:
        self.picture.ask(self.wish(), self._theme if self._is_portrait(self._ending()) else None)

    @property
    def _theme(self) -> Theme:
        return load_theme(self.look.currentData())

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Export"), self.path.text(), f"*{self._ending()}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The file itself is replaced only when the new one is whole; the dialog asks before.
        dialog.setDefaultSuffix(self._ending()[1:])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self._folder = Path(path).parent
        self.path.setText(path)

    def _on_export(self) -> None:
        """Writes it, or stops writing."""
        if self.busy:
            self._stop()
            return
        wish = self.wish()
        try:
            check(wish)
        except UserError as error:
            self.problem.setText(spoken(str(error)))
            return
        self.problem.setText("")
        if self._is_portrait(wish.path.suffix.lower()):
            self._paint(wish, self._write)
        else:
            self._write(wish)

    def _write(self, wish: Export, image: QImage | None = None) -> None:
        """Writes it, from the picture that was drawn already if there is one."""
        wish = wish if image is None else replace(wish, drawn=partial(png_of, image))
        self._begin(Job(work_of(wish), self), self.tr("{} was written.").format(wish.path))

    def _is_portrait(self, ending: str) -> bool:
        """Whether it is the window's own picture."""
        return self._portraits is not None and self.thing == "surface" and ending == ".png"

    def _paint(self, wish: Export, then: Callable[[Export, QImage | None], None]) -> None:
        """Draws the window's own picture; ``then`` gets it, or None where OpenGL fails after all."""
        assert self._portraits is not None, "asked only where there are some"
        self._portrait = portrait = self._portraits(self)

        def drawn(image: QImage | None = None) -> None:
            self._portrait = None
            portrait.deleteLater()
            then(wish, image)

        portrait.progress.connect(self._on_progress)
        portrait.done.connect(drawn)
        portrait.failed.connect(lambda _: drawn())
        self._show_busy(True)
        portrait.draw(self._theme, wish.size)

    def _stop(self) -> None:
        """Ends what is being drawn or written."""
        if self._job is not None:
            self._job.cancel()
        if self._portrait is not None:
            portrait, self._portrait = self._portrait, None
            portrait.stop()
            portrait.deleteLater()
            self.problem.setText(self.tr("Stopped; nothing was written."))
            self._show_busy(False)

    def _begin(self, job: Job, sentence: str) -> None:
        self._sentence = sentence
        self._job = job
        job.progress.connect(self._on_progress)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._show_busy(True)
        job.start()

    def _on_progress(self, part: Any) -> None:
        if isinstance(part, float):
            self.progress.setValue(round(1000 * part))

    def _on_done(self, content: Any) -> None:
        if self._copying:
            QGuiApplication.clipboard().setImage(QImage.fromData(content))
        else:
            self.written.emit(self._sentence)
        self.problem.setText(self._sentence)

    def _on_failed(self, error: Exception) -> None:
        self.problem.setText(
            spoken(str(error)) if isinstance(error, UserError) else self.tr("Something went wrong: {}").format(error)
        )

    def _on_finished(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.cancelled:
            self.problem.setText(self.tr("Stopped; nothing was written."))
        self._copying = False
        self._show_busy(False)
        if job is not None:
            job.deleteLater()

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setValue(0)
        self.export.setText(self.tr("Stop") if busy else self.tr("Export"))
        for part in (self.things, self.form, self.pixels, self.look, self.path, self.browse):
            part.setEnabled(not busy)
        self.copy.setEnabled(not busy and "film" not in self.thing)

    def _on_copy(self) -> None:
        """Puts a text on the clipboard at once, a picture as soon as it is drawn."""
        wish = self.wish()
        if self._is_portrait(self._ending()):
            self._paint(wish, self._copy_picture)
            return
        if THINGS[wish.thing].picture:
            self._copy_picture(wish)
            return
        try:
            QGuiApplication.clipboard().setText(self._text(wish))
            self.problem.setText(self.tr("It is on the clipboard."))
        except UserError as error:
            self.problem.setText(spoken(str(error)))

    def _copy_picture(self, wish: Export, image: QImage | None = None) -> None:
        """Puts the picture on the clipboard; draws it first, unless that is done."""
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
            self.problem.setText(self.tr("The picture is on the clipboard."))
            self._show_busy(False)
            return
        self._copying = True
        kind = THINGS[wish.thing].picture

        def work() -> Iterator[bytes]:
            yield picture(wish.subject, wish.look, kind, wish.size)

        self._begin(Job(work, self), self.tr("The picture is on the clipboard."))

    def _text(self, wish: Export) -> str:
        return keras_code(self._experiment) if wish.thing == "script" else epochs_csv(self._subject.trajectory)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stops what is being written, and waits until nothing of it is left."""
        self._end()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape closes like the button."""
        self._end()
        super().reject()

    def _end(self) -> None:
        self._stop()
        self.picture.end()
        if self._job is not None:
            self._job.wait()

    def _lay_out(self) -> None:
        self.things.setFixedWidth(150)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        self._rows = form = QFormLayout()
        for text, field in (
            (self.tr("Form"), self.form),
            (self.tr("Size"), self.pixels),
            (self.tr("Colours"), self.look),
            (self.tr("File"), where),
        ):
            form.addRow(text, field)
        right = QVBoxLayout()
        right.addWidget(self.picture)
        right.addWidget(self.sentence)
        right.addLayout(form)
        top = QHBoxLayout()
        top.addWidget(self.things)
        top.addLayout(right, 1)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing())
        self.progress.hide()
        self.export.setObjectName("primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(top, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)


def png_of(image: QImage) -> bytes:
    """A picture as the content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
