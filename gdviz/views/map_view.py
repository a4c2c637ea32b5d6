"""The loss surface from straight above: colours and contour lines, with the path over them. It needs no OpenGL."""

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsItem, QLabel, QVBoxLayout, QWidget

from gdviz.core.height import HeightScale, Kind
from gdviz.core.plane import Surface
from gdviz.core.trajectory import Trajectory
from gdviz.views import captions, plots
from gdviz.views.contours import contour_lines, levels
from gdviz.views.height_field import OVERSHOOT, resampled
from gdviz.views.path import flat_path, path_losses
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session

Array = NDArray[np.float32]

SMOOTH = 4
"""Pixels of the colour image to a cell of the surface, along each side."""


class MapView(QWidget):
    """Shows the session's surface and trajectory as a map.

    Args:
        session: Where they come from.
        parent: The widget it belongs to.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Shows what the session holds now, and from then on whatever it announces."""
        super().__init__(parent)
        self._surface: Surface | None = None
        self._trajectory: Trajectory | None = None
        self._scale = HeightScale("linear", 0.0, 1.0)
        self._kind: Kind = "auto"
        self._last_step: int | None = None
        self._colors = np.zeros((256, 3), np.uint8)
        self._cut_color = (128, 128, 128)
        self._make_plots()
        self._make_marks()
        self._lay_out()
        self.set_theme(load_theme("dark"))
        self._session = session
        session.surface_changed.connect(self._on_surface)
        session.trajectory_changed.connect(self._on_trajectory)
        self._catch_up()

    def _make_plots(self) -> None:
        """The map, and the colour bar to its right."""
        self._graphics = pyqtgraph.GraphicsLayoutWidget()
        self.plot, self._bar = self._graphics.addPlot(), pyqtgraph.PlotItem()
        # In the map's own grid, as pyqtgraph's colour bars are, so that both have the same height.
        self.plot.layout.addItem(self._bar, 2, 5)
        self.plot.layout.setColumnFixedWidth(4, 16)
        for plot in (self.plot, self._bar):
            plots.quiet(plot)
        self._bar.setMouseEnabled(False, False)
        self._bar.setContentsMargins(0, 0, 0, 0)
        self._bar.layout.setContentsMargins(0, 0, 0, 0)
        self._bar.layout.setColumnFixedWidth(1, 18)
        self._bar.hideAxis("left")
        self._bar.hideAxis("bottom")
        self._bar.showAxis("right")
        self._bar.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
        self._bar_image = pyqtgraph.ImageItem(axisOrder="row-major")
        self._bar.addItem(self._bar_image)

    def _make_marks(self) -> None:
        """Everything that lies on the map, from the bottom to the top."""
        self._image = pyqtgraph.ImageItem(axisOrder="row-major")
        self._fine, self._bold = (pyqtgraph.PlotCurveItem(connect="pairs") for _ in range(2))
        self._path = pyqtgraph.PlotCurveItem()
        self._marks = pyqtgraph.ScatterPlotItem(pxMode=True)
        for layer, item in enumerate((self._image, self._fine, self._bold, self._path, self._marks)):
            item.setZValue(layer)
            self.plot.addItem(item)
        for line in (self._fine, self._bold):
            # Hundreds of pieces that never move under a path that does: painted once, kept as a picture.
            line.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        for line in (self._fine, self._bold, self._path):
            line.opts["antialias"] = True

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Map of the loss surface"))
        self._graphics.setAccessibleName(self.tr("Map of the loss surface: drag to move, wheel to zoom, Home resets"))
        self.setFocusProxy(self._graphics)
        self.caption = QLabel(self)
        self.caption.setWordWrap(True)
        self.caption.setAccessibleName(self.tr("What this map shows"))
        self.caption.setContentsMargins(14, 4, 14, 8)
        self._message = QLabel(self._graphics)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._graphics, 1)
        layout.addWidget(self.caption)

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self._graphics.setBackground(theme.background)
        for plot in (self.plot, self._bar):
            plots.themed(plot, theme, self.font())
        self._colors = plots.color_table(theme)
        gray = QColor(theme.muted)
        self._cut_color = gray.red(), gray.green(), gray.blue()
        self._fine.setPen(plots.flat_pen(plots.translucent(plots.OUTLINE, 0.38), 1.0))
        self._bold.setPen(plots.flat_pen(plots.translucent(plots.OUTLINE, 0.7), 1.5))
        self._path.setPen(pyqtgraph.mkPen(theme.path, width=2.4))
        self._path.setShadowPen(pyqtgraph.mkPen(plots.OUTLINE, width=4.6))
        self._theme = theme
        self.caption.setStyleSheet(f"background: {theme.background}; color: {theme.muted}")
        self._message.setStyleSheet(f"background: {theme.background}; color: {theme.muted}")
        self._draw_surface()
        self._draw_path()

    @property
    def scale(self) -> HeightScale:
        """How losses are turned into colours now."""
        return self._scale

    def ball(self) -> tuple[float, float] | None:
        """Where the ball is, in the map's own coordinates."""
        spots = self._marks.getData()
        return (float(spots[0][-1]), float(spots[1][-1])) if len(spots[0]) else None

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up: behind another view nothing was drawn, since training needs the time."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        self.set_trajectory(self._session.trajectory)
        self.set_surface(self._session.surface)

    def _on_surface(self, surface: Surface | None) -> None:
        if self.isVisible():
            self.set_surface(surface)

    def _on_trajectory(self, trajectory: Trajectory | None) -> None:
        if self.isVisible():
            self.set_trajectory(trajectory)

    def set_surface(self, surface: Surface | None) -> None:
        """Shows ``surface``; None, or a line, leaves the map empty."""
        self._surface = surface if surface is not None and surface.loss.ndim == 2 else None
        self._rescale()
        self._draw_surface()
        self._draw_path()
        self.reset()

    def set_trajectory(self, trajectory: Trajectory | None) -> None:
        """Shows the path of ``trajectory``; called again as it grows."""
        self._trajectory = trajectory
        if self._surface is not None and not self._scale.holds(path_losses(self._surface, trajectory)):
            self._rescale()
            self._draw_surface()
        self._draw_path()

    def set_last_step(self, step: int | None) -> None:
        """Shows the path only up to ``step``, as it was then; None for all of it."""
        self._last_step = step
        self._draw_path()

    def set_scale(self, kind: Kind) -> None:
        """Colours losses on a linear or logarithmic scale, or on whichever fits."""
        self._kind = kind
        self._rescale()
        self._draw_surface()

    def reset(self) -> None:
        """Shows the whole map."""
        if self._surface is not None:
            x, y = self._surface.x, self._surface.y
            self.plot.setRange(xRange=(float(x[0]), float(x[-1])), yRange=(float(y[0]), float(y[-1])), padding=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home shows the whole map again, plus and minus zoom, arrows move."""
        key, keys = event.key(), Qt.Key
        box = self.plot.getViewBox()
        moves = {keys.Key_Left: (-1, 0), keys.Key_Right: (1, 0), keys.Key_Up: (0, 1), keys.Key_Down: (0, -1)}
        if key == keys.Key_Home:
            self.reset()
        elif key in (keys.Key_Plus, keys.Key_Equal, keys.Key_Minus):
            box.scaleBy([1.15 if key == keys.Key_Minus else 1 / 1.15] * 2)
        elif key in moves:
            across, up = moves[keys(key)]
            shown = box.viewRect()
            box.translateBy(QPointF(0.1 * across * shown.width(), 0.1 * up * shown.height()))
        else:
            super().keyPressEvent(event)

    def _rescale(self) -> None:
        """Chooses a scale for what is shown, and the words and ticks that follow from it."""
        self._message.setVisible(self._surface is None)
        self._message.setText(captions.empty())
        if self._surface is None:
            self.caption.setText("")
            return
        losses = path_losses(self._surface, self._trajectory)
        self._scale = HeightScale.of(self._surface.loss, losses, self._kind)
        notes = [captions.truth(self._surface), captions.cut(self._surface, self._scale)]
        self.caption.setText("; ".join(note for note in notes if note))
        first, second = (*self._surface.plane.names, "", "")[:2]
        for side, name in (("bottom", first), ("left", second)):
            self.plot.setLabel(side, name)
        self._bar.setLabel("right", captions.height_name(self._scale))
        ticks = [(float(self._scale.heights(value)), word) for value, word in self._scale.ticks()]
        self._bar.getAxis("right").setTicks([ticks])

    def _draw_surface(self) -> None:
        self._bar_image.setImage(self._colors[:, None])
        self._bar_image.setRect(QRectF(0, 0, 1, 1))
        if self._surface is None:
            return
        surface = self._surface
        heights = self._scale.heights(surface.loss, OVERSHOOT)
        rows, columns = heights.shape
        smooth = resampled(heights, SMOOTH * (rows - 1) + 1, SMOOTH * (columns - 1) + 1)
        picture = self._colors[np.clip(smooth * 255, 0, 255).astype(np.uint8)]
        unknown = resampled((~np.isfinite(surface.loss)).astype(np.float32), *smooth.shape) > 0
        picture[(smooth > 1.0) | unknown] = self._cut_color
        self._image.setImage(picture, levels=(0, 255))
        self._image.setRect(_around(surface, smooth.shape))
        for line, at in zip((self._fine, self._bold), levels(self._scale), strict=True):
            ends = contour_lines(np.where(np.isfinite(surface.loss), heights, np.nan), surface.x, surface.y, at)
            line.setData(ends[:, 0], ends[:, 1])

    def _draw_path(self) -> None:
        """The path, its start and the ball."""
        flat = np.zeros((0, 2), np.float32)
        if self._surface is not None and self._trajectory is not None:
            flat, _ = flat_path(self._surface, self._trajectory, self._last_step)
        self._path.setData(flat[:, 0], flat[:, 1])
        rim = pyqtgraph.mkPen(plots.OUTLINE, width=1.5)
        looks = ((flat[:1], self._theme.path, 9), (flat[-1:], self._theme.ball, 15))
        self._marks.setData(
            [
                {"pos": spot[0], "brush": pyqtgraph.mkBrush(color), "size": size, "pen": rim}
                for spot, color, size in looks
                if len(spot)
            ]
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the message in the middle."""
        super().resizeEvent(event)
        self._message.setGeometry(self._graphics.rect())


def _around(surface: Surface, shape: tuple[int, ...]) -> QRectF:
    """The rectangle of an image whose outermost pixels have their middles on the surface's border."""
    wide, high = float(surface.x[-1] - surface.x[0]), float(surface.y[-1] - surface.y[0])
    dx, dy = wide / (shape[1] - 1), high / (shape[0] - 1)
    return QRectF(float(surface.x[0]) - dx / 2, float(surface.y[0]) - dy / 2, wide + dx, high + dy)
