"""What a thing to take away will look like: the picture, small, or the beginning of the text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from gdviz.engine.pictures import picture
from gdviz.errors import UserError
from gdviz.views.portrait import Portrait
from gdviz.views.theme import Theme
from gdviz.worker.exporting import THINGS, Export
from gdviz.worker.job import Job
from gdviz.worker.words import spoken

SIZE = (544, 306)
"""Pixels across and up."""
LINES, LETTERS = 18, 80
"""Of a text."""


class ExportPreview(QLabel):
    """Draws in the background; what is asked for meanwhile is drawn next.

    Args:
        portraits: Makes what draws the surface as the window does, if there is such a thing.
        text: Makes the text that is to be taken away.
        parent: The Qt parent.
    """

    def __init__(
        self,
        portraits: Callable[[QWidget], Portrait] | None,
        text: Callable[[Export], str],
        parent: QWidget | None = None,
    ) -> None:
        """Shows nothing yet."""
        super().__init__(parent, alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._portraits, self._text = portraits, text
        self._wish: Export | None = None
        self._theme: Theme | None = None
        self._job: Job | None = None
        self._portrait: Portrait | None = None
        self._stale = False
        self._calm = QTimer(self, singleShot=True, interval=120)
        self._calm.timeout.connect(self._draw)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setFixedSize(*SIZE)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.tr("Preview"))

    def ask(self, wish: Export, theme: Theme | None) -> None:
        """Shows another wish soon.

        Args:
            wish: What is to be taken away.
            theme: In which the window's own picture is to be drawn; None if it is drawn otherwise.
        """
        self._wish, self._theme = replace(wish, size=SIZE), theme
        self._calm.start()

    def end(self) -> None:
        """Draws no more, and waits until nothing is under way."""
        self._calm.stop()
        if self._portrait is not None:
            self._portrait.stop()
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _draw(self) -> None:
        if self._job is not None:
            self._stale = True
            return
        wish = self._wish
        assert wish is not None, "the timer runs only after something was asked for"
        kind = THINGS[wish.thing].picture
        if not kind:
            self._show_text(wish)
        elif self._theme is not None and self._portraits is not None:
            self._paint(self._theme, self._portraits)
        else:
            self._begin(wish, kind)

    def _paint(self, theme: Theme, portraits: Callable[[QWidget], Portrait]) -> None:
        """The window's own picture."""
        if self._portrait is None:
            self._portrait = portraits(self)
            self._portrait.done.connect(self._on_portrait)
            self._portrait.failed.connect(self._on_no_portrait)
        self._portrait.draw(theme, SIZE)

    def _begin(self, wish: Export, kind: str) -> None:
        def work() -> Iterator[bytes]:
            yield picture(wish.subject, wish.look, kind, wish.size)

        self._job = Job(work, self)
        self._job.done.connect(self._on_picture)
        self._job.finished.connect(self._on_finished)
        self._job.start()

    def _show_text(self, wish: Export) -> None:
        try:
            text = self._text(wish)
        except UserError as error:
            text = spoken(str(error))
        self.setPixmap(QPixmap())
        self.setText("\n".join(line[:LETTERS] for line in text.splitlines()[:LINES]))

    def _on_portrait(self, image: QImage) -> None:
        if self._theme is not None:
            self.setPixmap(QPixmap.fromImage(image))

    def _on_no_portrait(self, _: str) -> None:
        self._portraits = None
        self._calm.start()

    def _on_picture(self, content: bytes) -> None:
        if self._wish is not None and THINGS[self._wish.thing].picture and not (self._theme and self._portraits):
            self.setPixmap(QPixmap.fromImage(QImage.fromData(content)))

    def _on_finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        if self._stale and self.isVisible():
            self._stale = False
            self._draw()
