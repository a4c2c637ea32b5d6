"""A landscape of one weight: its loss as a curve, the steps on it, and the slope that the next step follows."""

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdviz.core.height import MINUS, HeightScale
from gdviz.core.plane import Surface
from gdviz.core.trajectory import Trajectory
from gdviz.views import captions, plots
from gdviz.views.path import flat_path, path_losses
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session

Array = NDArray[np.float32]

TANGENT_PART = 0.13
"""Half the tangent's width, as a part of the drawn range."""
MOST_DOTS = 400
"""Steps that are drawn as dots; of a longer run, the newest."""


class CurveView(QWidget):
    """Shows the session's landscape as a curve, where it has one weight.

    Args:
        session: Where landscape and steps come from.
        parent: The widget it belongs to.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Shows what the session holds now, and from then on whatever it announces."""
        super().__init__(parent)
        self._surface: Surface | None = None
        self._trajectory: Trajectory | None = None
        self._last_step: int | None = None
        self._make_plot()
        self._lay_out()
        self.set_theme(load_theme("dark"))
        self._session = session
        session.surface_changed.connect(self._on_surface)
        session.trajectory_changed.connect(self._on_trajectory)
        self._catch_up()

    def _make_plot(self) -> None:
        self._graphics = pyqtgraph.PlotWidget()
        self.plot = self._graphics.getPlotItem()
        plots.quiet(self.plot)
        self.plot.setLabel("left", self.tr("loss"))
        self.plot.getAxis("left").enableAutoSIPrefix(False)
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        self._curve = pyqtgraph.PlotCurveItem(connect="finite")
        self._tangent, self._steps = pyqtgraph.PlotCurveItem(), pyqtgraph.PlotCurveItem()
        self._dots, self._marks = pyqtgraph.ScatterPlotItem(), pyqtgraph.ScatterPlotItem()
        self._note = pyqtgraph.TextItem(anchor=(0.5, 1.7))
        for layer, item in enumerate((self._curve, self._steps, self._dots, self._tangent, self._marks, self._note)):
            item.setZValue(layer)
            self.plot.addItem(item)
        for line in (self._curve, self._steps, self._tangent):
            line.opts["antialias"] = True

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Loss curve over the weight"))
        self._graphics.setAccessibleName(self.tr("Loss over the weight: drag to move, wheel to zoom, Home resets"))
        self.setFocusProxy(self._graphics)
        self.caption = QLabel(self)
        self.caption.setWordWrap(True)
        self.caption.setAccessibleName(self.tr("What this curve shows"))
        self.caption.setContentsMargins(14, 4, 14, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._graphics, 1)
        layout.addWidget(self.caption)

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self._theme = theme
        self._graphics.setBackground(theme.background)
        plots.themed(self.plot, theme, self.font())
        self._curve.setPen(pyqtgraph.mkPen(theme.loss, width=3))
        self._steps.setPen(pyqtgraph.mkPen(plots.translucent(theme.text, 0.45), width=1.2))
        self._dots.setPen(pyqtgraph.mkPen(theme.background, width=1))
        self._dots.setBrush(pyqtgraph.mkBrush(theme.text))
        self._tangent.setPen(pyqtgraph.mkPen(theme.ball, width=2.2, style=Qt.PenStyle.DashLine))
        self._note.setColor(theme.text)
        self._note.fill = pyqtgraph.mkBrush(plots.translucent(theme.background, 0.75))
        self.caption.setStyleSheet(f"background: {theme.background}; color: {theme.muted}")
        self._draw_path()

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
        """Shows ``surface``; None, or a landscape of more weights, leaves the plot empty."""
        self._surface = surface if surface is not None and surface.loss.ndim == 1 else None
        if self._surface is None:
            self._curve.setData([], [])
            self.caption.setText(captions.empty())
        else:
            self._draw_curve(self._surface)
            self.reset()
        self._draw_path()

    def set_trajectory(self, trajectory: Trajectory | None) -> None:
        """Shows the steps of ``trajectory``; called again as it grows."""
        self._trajectory = trajectory
        self._draw_path()

    def set_last_step(self, step: int | None) -> None:
        """Shows the steps only up to ``step``; None for all of them."""
        self._last_step = step
        self._draw_path()

    def reset(self) -> None:
        """Shows the whole curve."""
        if self._surface is None:
            return
        losses = path_losses(self._surface, self._trajectory)
        scale = HeightScale.of(self._surface.loss, losses, "linear")
        room = 0.06 * (scale.ceiling - scale.low)
        x = self._surface.x
        self.plot.setRange(
            xRange=(float(x[0]), float(x[-1])), yRange=(scale.low - room, scale.ceiling + room), padding=0
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home shows the whole curve again."""
        if event.key() == Qt.Key.Key_Home:
            self.reset()
        else:
            super().keyPressEvent(event)

    def slope(self) -> float | None:
        """The curve's slope under the ball; None without a ball on the curve."""
        spot = self.ball()
        if self._surface is None or spot is None:
            return None
        x, loss = self._surface.x.astype(np.float64), _known(self._surface).astype(np.float64)
        here = float(np.interp(spot[0], x, np.gradient(loss, x), np.nan, np.nan))
        return here if np.isfinite(here) else None

    def ball(self) -> tuple[float, float] | None:
        """Where the ball is: its weight and its true loss."""
        spots = self._marks.getData()
        return (float(spots[0][-1]), float(spots[1][-1])) if len(spots[0]) else None

    def _draw_curve(self, surface: Surface) -> None:
        self._curve.setData(surface.x, _known(surface))
        self.plot.setLabel("bottom", surface.plane.names[0])
        plots.themed(self.plot, self._theme, self.font())
        self.caption.setText(captions.truth(surface))

    def _draw_path(self) -> None:
        """The steps, the ball and the tangent under it."""
        weight, losses = np.zeros(0, np.float32), np.zeros(0, np.float32)
        if self._surface is not None and self._trajectory is not None:
            flat, losses = flat_path(self._surface, self._trajectory, self._last_step)
            weight = flat[:, 0]
        weight, losses = weight[-MOST_DOTS:], losses[-MOST_DOTS:]
        self._steps.setData(weight, losses)
        self._dots.setData(weight[:-1], losses[:-1], size=7)
        ball = pyqtgraph.mkBrush(self._theme.ball)
        self._marks.setData(
            weight[-1:], losses[-1:], size=16, brush=ball, pen=pyqtgraph.mkPen(plots.OUTLINE, width=1.5)
        )
        self._draw_tangent()

    def _draw_tangent(self) -> None:
        slope, spot = self.slope(), self.ball()
        self._note.setVisible(slope is not None)
        if slope is None or spot is None or self._surface is None:
            self._tangent.setData([], [])
            return
        reach = TANGENT_PART * float(np.ptp(self._surface.x))
        ends = np.array([-reach, reach])
        self._tangent.setData(spot[0] + ends, spot[1] + slope * ends)
        self._note.setText(self.tr("slope {}").format(f"{slope:.3g}".replace("-", MINUS)))
        self._note.setPos(*spot)


def _known(surface: Surface) -> Array:
    """The losses on a line, NaN where they are infinite."""
    return np.where(np.isfinite(surface.loss), surface.loss, np.nan).astype(np.float32)
