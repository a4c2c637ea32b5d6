"""What the dialogs for one's own files have in common: they look the file through in the background, then ask."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gdviz.views.parts import label
from gdviz.worker.job import Job, Work
from gdviz.worker.words import spoken

MOST_PROBLEMS = 4
"""Problems that are written out; more would hide what they are about."""


class PreviewDialog(QDialog):
    """Reads a file, shows what is in it, and lets it be used. A subclass says how in `show_preview` and `take`.

    Args:
        path: The file.
        parent: The window.
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        """Builds what is around the preview; `look` begins to read."""
        super().__init__(parent)
        self.path = path
        self.summary = label(self.tr("Reading {} \u2026").format(path.name), role="heading", wraps=True)
        self.problems = label(role="muted", wraps=True)
        self.note = label(wraps=True)
        self.progress = QProgressBar(maximum=0, textVisible=False)
        self.use = QPushButton(default=True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self._job: Job | None = None
        self.use.setObjectName("primary")
        self.use.setEnabled(False)
        self.use.clicked.connect(self._on_use)
        self.cancel.clicked.connect(self.reject)

    def show_preview(self, preview: Any) -> None:
        """Shows what was found."""
        raise NotImplementedError

    def take(self) -> None:
        """Hands on what was chosen."""
        raise NotImplementedError

    def unusable(self) -> str:
        """What stands in place of the summary where the file cannot be used."""
        raise NotImplementedError

    def look(self, work: Work) -> None:
        """Begins to read; the last thing that ``work`` yields is what `show_preview` gets."""
        self._job = Job(work, self)
        self._job.progress.connect(self._on_progress)
        self._job.done.connect(self.show_preview)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def show_problems(self, problems: tuple[str, ...] | list[str]) -> None:
        """Lists what was found wrong, or strange."""
        more = len(problems) - MOST_PROBLEMS
        shown = [*problems[:MOST_PROBLEMS], *([self.tr("And {} more such notes.").format(more)] if more > 0 else [])]
        self.problems.setText("\n".join(f"\u2022 {problem}" for problem in map(spoken, shown)))
        self.problems.setVisible(bool(shown))

    def lay_out(self, middle: QLayout) -> None:
        """Puts the parts around the preview."""
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (self.summary, self.progress, self.problems):
            layout.addWidget(part)
        layout.addLayout(middle, 1)
        layout.addWidget(self.note)
        layout.addLayout(buttons)

    def _on_use(self) -> None:
        self.take()
        self.accept()

    def _on_progress(self, part: Any) -> None:
        if isinstance(part, float):
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * part))

    def _on_failed(self, error: Exception) -> None:
        self.summary.setText(self.unusable())
        self.problems.setText(spoken(str(error)))
        self.problems.show()

    def _on_finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self.progress.hide()

    def done(self, result: int) -> None:
        """Whichever way it closes, reading ends first."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        super().done(result)
