"""The surface as the window draws it, as a picture of any size to take away: with title, legend, gauge and caption.

It is drawn off-screen, a tile at a time, so that neither the graphics memory nor the window's patience limits its size.
Import it only where `gdviz.views.opengl.opengl_problem` has nothing to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QOpenGLFunctions, QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from gdviz.core.experiment import Experiment
from gdviz.core.height import Kind
from gdviz.core.runner import Runner
from gdviz.engine.pictures import Subject
from gdviz.views import markers
from gdviz.views.camera import Camera
from gdviz.views.frames import Frames, Quality
from gdviz.views.runner_marks import symbol
from gdviz.views.shapes import shape_of
from gdviz.views.surface_view import SurfaceView
from gdviz.views.theme import Theme
from gdviz.worker.turns import Turns

HEIGHT = 600
"""Height of the picture as its letters see it; with more pixels than that, letters and lines grow along."""
TILE = QSize(1920, 1080)
"""Pixels of one tile, at most."""
ROOM = 1.18
"""How much farther away the eye is than in the window."""
MARGIN = 14
"""Around the words, in the same units as `HEIGHT`."""


class Still(QObject):
    """What a picture sees of a session that does not change any more.

    Args:
        subject: The run and its surface.
        experiment: What it trained.
    """

    surface_changed = Signal(object)
    trajectory_changed = Signal(object)
    shown_step_changed = Signal(object)
    runners_changed = Signal(object)
    anatomy_changed = Signal(object)

    def __init__(self, subject: Subject, experiment: Experiment) -> None:
        """Takes everything over."""
        super().__init__()
        self.surface, self.trajectory, self.runners = subject.surface, subject.trajectory, subject.runners
        self.experiment, self.shown_step = experiment, None
        self.anatomy = None
        self.turns = Turns(self)

    def set_experiment(self, experiment: Experiment) -> bool:
        """Nothing changes it."""
        return False


class Portrait(QObject):
    """Draws one picture while other work goes on; `stop` ends it early.

    Args:
        subject: The run; its surface has two directions.
        experiment: What it trained.
        camera: Where from.
        kind: How losses become heights.
        parent: The widget that it is drawn for.
    """

    progress = Signal(float)
    """The part that is done, from 0 to 1."""
    done = Signal(QImage)
    """The picture."""
    failed = Signal(str)
    """It cannot be drawn, and why."""

    def __init__(self, subject: Subject, experiment: Experiment, camera: Camera, kind: Kind, parent: QWidget) -> None:
        """Draws nothing yet."""
        super().__init__(parent)
        self._subject = subject
        self._still = Still(subject, experiment)
        self._view = SurfaceView(self._still, parent)
        self._view.hide()
        # The box stands in the middle of the whole picture, with room for the words above and below it.
        self._view.look(replace(camera, zoom=camera.zoom * ROOM))
        self._view.set_scale(kind)
        self._frames = Frames(self, self)
        self._frames.resting = True
        self._frames.drawn.connect(self._on_tile)
        self._frames.failed.connect(self.failed)
        self._tiles: Iterator[QRect] = iter(())
        self._tile, self._count = QRect(), 0
        self._picture = QImage()

    def draw(self, theme: Theme, size: tuple[int, int]) -> None:
        """Begins a picture of ``size`` pixels, across and up; one that is under way is given up."""
        self._theme, self._ratio = theme, size[1] / HEIGHT
        self._picture = QImage(*size, QImage.Format.Format_RGB32)
        self._picture.fill(QColor(theme.background))
        self._view.set_theme(theme)
        self._width = round(size[0] / self._ratio)
        self._view.canvas.resize(self._width, HEIGHT)
        self._all = tiles(self._picture.size())
        self._tiles, self._count = iter(self._all), 0
        self._next()

    def stop(self) -> None:
        """Gives the picture up."""
        self._frames.stop()

    # What frames are made of

    def prepare(self) -> None:
        """Makes shaders and buffers in the current context."""
        self._view.canvas.prepare()

    def pixels(self) -> QSize:
        """Of the tile that is drawn."""
        return self._tile.size()

    def place(self) -> None:
        """Brings the scene up to date."""
        self._view.canvas.place()

    def paint(self, functions: QOpenGLFunctions, size: QSize, quality: Quality) -> object:
        """Draws the tile."""
        across, up = self._picture.width(), self._picture.height()
        at = self._tile
        part = QRectF(at.x() / across, at.y() / up, at.width() / across, at.height() / up)
        return self._view.canvas.paint(functions, size, quality, part)

    def _next(self) -> None:
        tile = next(self._tiles, None)
        if tile is None:
            self._finish()
            return
        self._tile = tile
        self._frames.ask()

    def _on_tile(self) -> None:
        drawn = self._frames.picture
        assert drawn is not None, "announced only with a picture"
        painter = QPainter(self._picture)
        painter.drawImage(self._tile.topLeft(), drawn)
        painter.end()
        self._count += 1
        self.progress.emit(self._count / (len(self._all) + 1))
        self._next()

    # The words around

    def _finish(self) -> None:
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._ratio, self._ratio)
        self._view.canvas.write(painter, self._theme)
        self._write_words(painter)
        painter.end()
        self.done.emit(self._picture)

    def _font(self, larger: float = 1.0, bold: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(larger * font.pointSizeF())
        font.setBold(bold)
        return font

    def _write_words(self, painter: QPainter) -> None:
        width = self._width
        painter.setFont(self._font(1.3, True))
        painter.setPen(QColor(self._theme.text))
        title = QRectF(MARGIN, MARGIN, width - 2 * MARGIN, 2 * QFontMetricsF(painter.font()).height())
        painter.drawText(title, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._subject.title)
        gauge = self._view.gauge
        gauge.resize(gauge.sizeHint())
        bottom = QPoint(MARGIN, HEIGHT - MARGIN - gauge.height())
        painter.save()
        painter.translate(bottom)
        gauge.paint(painter)
        painter.restore()
        painter.setFont(self._font())
        painter.setPen(QColor(self._theme.muted))
        left = bottom.x() + gauge.width() + MARGIN
        words = QRectF(left, bottom.y() - MARGIN, width - left - MARGIN, gauge.height() + 2 * MARGIN)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._view.caption.text())
        shown = [runner for runner in self._subject.runners if runner.shown]
        if shown:
            self._write_legend(painter, shown)

    def _write_legend(self, painter: QPainter, runners: Sequence[Runner]) -> None:
        """Which mark is which run, in the box's upper left corner."""
        line = QFontMetricsF(painter.font()).height() + 4
        middle = QPointF(MARGIN + 6, 4 * MARGIN + line / 2)
        for color, shape, name in [(self._theme.ball, "o", self.tr("Present run")), *self._named(runners)]:
            painter.setPen(QPen(QColor(markers.rim(color)), 1.0))
            painter.setBrush(QColor(color))
            painter.drawPath(QTransform().translate(middle.x(), middle.y()).scale(11, 11).map(shape_of(shape)))
            painter.setPen(QColor(self._theme.text))
            painter.drawText(middle + QPointF(14, QFontMetricsF(painter.font()).capHeight() / 2), name)
            middle += QPointF(0, line)

    def _named(self, runners: Sequence[Runner]) -> list[tuple[str, str, str]]:
        """Colour, symbol and name of each run."""
        marks = [(runner.mark, runner.name) for runner in runners]
        return [(markers.color(self._theme, mark), symbol(mark), name) for mark, name in marks]


def tiles(size: QSize) -> list[QRect]:
    """Parts of a picture of that size, each at most `TILE`, that cover it without overlap."""
    across, up = TILE.width(), TILE.height()
    return [
        QRect(left, top, min(across, size.width() - left), min(up, size.height() - top))
        for top in range(0, size.height(), up)
        for left in range(0, size.width(), across)
    ]
