"""Icons: one set of SVG files, drawn in the theme's colours."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from gdviz.paths import resource


def pixmap(name: str, color: str, size: int = 20, ratio: float = 2.0) -> QPixmap:
    """The icon ``name`` with its ``currentColor`` painted as ``color``.

    Args:
        name: A file in ``resources/icons`` without its ending.
        color: ``#rrggbb``.
        size: Side in pixels that do not depend on the screen's scale.
        ratio: Real pixels to each of those.
    """
    key = f"{name} {color} {size} {ratio}"
    result = QPixmap()
    if not QPixmapCache.find(key, result):
        result = _drawn(name, color, size, ratio)
        QPixmapCache.insert(key, result)
    return result


def _drawn(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """`pixmap`, not yet drawn before."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(ratio)
    return result


def icon(name: str, color: str, disabled: str) -> QIcon:
    """The icon ``name`` for a button: in ``color``, and in ``disabled`` where the button cannot be pressed."""
    result = QIcon(pixmap(name, color))
    result.addPixmap(pixmap(name, disabled), QIcon.Mode.Disabled)
    return result
