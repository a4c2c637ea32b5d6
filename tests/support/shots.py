"""What the 3D view shows, pixel by pixel."""

from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QVector3D

from gdviz.views.camera import TALL
from gdviz.views.surface_view import SurfaceView
from tests.support.landscapes import Announcer, bowl, run_down, surface_of

POINTS = [(-2.5, 2.0), (0.0, 1.0), (1.5, -0.2)]


def scene() -> Announcer:
    """A bowl with a run of two steps."""
    return Announcer(surface_of(bowl), run_down(bowl, POINTS))


def shown(session: Announcer, qtbot: Any) -> SurfaceView:
    """A view on the screen, 600 by 450."""
    view = SurfaceView(session)
    qtbot.addWidget(view)
    view.failures = []
    view.failed.connect(view.failures.append)
    view.resize(600, 450)
    view.show()
    qtbot.waitExposed(view)
    return view


def picture(view: SurfaceView) -> QImage:
    """What the 3D part of the view shows at rest."""
    view._pacer.due.emit()
    view.canvas.finish()
    image = view.canvas.grab().toImage()
    assert view.failures == []
    return image


def is_close(color: QColor, wanted: str, by: int = 60) -> bool:
    """Whether two colours differ by no more than light and shade."""
    other = QColor(wanted)
    pairs = ((color.red(), other.red()), (color.green(), other.green()), (color.blue(), other.blue()))
    return max(abs(one - two) for one, two in pairs) <= by


def at(image: QImage, place: QPointF) -> QColor:
    return image.pixelColor(place.toPoint())


def in_box(view: SurfaceView, weights: tuple[float, float], loss: float) -> QPointF:
    """Where a point of the landscape, from -3 to 3, is on the screen."""
    height = TALL * float(view.scale.heights(loss))
    return view.canvas.on_screen(QVector3D(weights[0] / 3, weights[1] / 3, height))


def colors_of(image: QImage, step: int = 4) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), step) for y in range(0, image.height(), step)
    }
