"""Flashcards on paper: one or eight to a page, every back behind its front when printed on both sides."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from gdviz.core.files import write_atomically
from gdviz.lessons.flashcards import sheets
from gdviz.lessons.model import Card

MARGIN = 10.0
"""Millimetres around a page."""

RESOLUTION = 300
"""Dots an inch."""


def paint_cards(device: QPagedPaintDevice, cards: Sequence[Card], per_page: int) -> None:
    """Paints fronts and backs in turn, for printing on both sides, turned along the long edge.

    Args:
        device: A printer, or a writer of PDF.
        cards: What is printed; at least one.
        per_page: 1 or 8.
    """
    painter = QPainter(device)
    box = QRectF(painter.viewport())
    first = True
    for fronts, backs in sheets(cards, per_page):
        for page, texts in ((fronts, "front"), (backs, "back")):
            if not first:
                device.newPage()
            first = False
            for place, card in enumerate(page):
                if card is not None:
                    _paint(painter, _cell(box, place, per_page), getattr(card, texts), per_page, texts == "front")
    painter.end()


def _cell(box: QRectF, place: int, per_page: int) -> QRectF:
    """Where a card is on its page."""
    columns = 1 if per_page == 1 else 2
    wide, high = box.width() / columns, box.height() / (per_page / columns)
    row, column = divmod(place, columns)
    return QRectF(box.x() + column * wide, box.y() + row * high, wide, high)


def _paint(painter: QPainter, cell: QRectF, text: str, per_page: int, front: bool) -> None:
    """One side of a card, its words as large as they fit."""
    pen = QPen(QColor("#888888"), cell.width() / 600, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRect(cell)
    inner = cell.marginsRemoved(QMarginsF(*[cell.width() * 0.08] * 4))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    for size in range(30 if per_page == 1 else 16, 6, -1):
        painter.setFont(QFont("sans-serif", size, QFont.Weight.DemiBold if front else QFont.Weight.Normal))
        if inner.contains(painter.boundingRect(inner, flags, text)):
            break
    painter.setPen(QColor("black"))
    painter.drawText(inner, flags, text)


def write_pdf(path: Path, cards: Sequence[Card], per_page: int) -> None:
    """Writes the cards as PDF.

    Raises:
        UserError: If it cannot be written.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle("gdviz")
    margins = QMarginsF(*[MARGIN] * 4)
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    writer.setPageLayout(page)
    paint_cards(writer, cards, per_page)
    buffer.close()
    write_atomically(path, bytes(content.data()))
