"""The program's icon in every size and format, drawn from ``resources/icons/gdviz.svg``.

    python icons.py FOLDER

writes ``gdviz-16.png`` to ``gdviz-512.png``, ``gdviz.ico`` for Windows and ``gdviz.icns`` for macOS.
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from recipe import ROOT

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Edges in pixels that desktops ask for."""

SOURCE = ROOT / "resources" / "icons" / "gdviz.svg"


def draw_icons(folder: Path) -> None:
    """Writes every size and format into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"gdviz-{size}.png").write_bytes(drawn(SOURCE, size))
    # Each size as it was drawn, not the largest made smaller, which is a blur at 16 pixels.
    *smaller, largest = [Image.open(folder / f"gdviz-{size}.png") for size in SIZES]
    largest.save(folder / "gdviz.ico", sizes=[each.size for each in smaller], append_images=smaller)
    largest.save(folder / "gdviz.icns", append_images=smaller)


def drawn(source: Path, size: int) -> bytes:
    """A square picture of an SVG file as PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    # Once more by Pillow, which writes the same bytes for the same picture and no date.
    packed = io.BytesIO()
    Image.open(io.BytesIO(buffer.data().data())).save(packed, "PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw_icons(Path(sys.argv[1]))
