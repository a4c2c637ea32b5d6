"""What the network answers to every input, over the examples it learns from: a map of classes, a field, or a curve."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainterPath, QShowEvent, QTransform
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdviz.core.boundary import Boundary
from gdviz.core.experiment import Experiment
from gdviz.views import plots
from gdviz.views.colors import color_table
from gdviz.views.contours import contour_lines
from gdviz.views.parts import Wanting, as_panel, described, label
from gdviz.views.runner_marks import symbol
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

EMPTY = (
    "This landscape has no examples to answer. Choose the network or a neuron, and what it answers to every input is "
    "drawn here."
)
WAITING = "As soon as the run is ready, what the network answers to every input is drawn here."

MODEL = (
    "As soon as the run is ready, what the model answers to every input is drawn here. A model that takes whole "
    "pictures has no two inputs to draw it over."
)

REASONS = {"network": WAITING, "model": MODEL}
"""What is said instead of `EMPTY`, by landscape."""

GLYPHS = ("\u25cf", "\u25a0", "\u25b2", "\u25c6", "\u2716", "\u2605", "\u25bc", "\u2b22")
"""The markers of `runner_marks` as characters, for the legend."""

FAINT, STRONG = 0.06, 0.5
"""How much of a class's colour is seen where it is as likely as not, and where it is certain."""

MOST_NAMED = 4
"""Classes that the legend names; of more, it would be taller than the picture."""


class BoundaryView(QWidget):
    """Shows the session's boundary.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        as_panel(self, self.tr("Answers to every input"))
        self._session = session
        self._looking = Wanting(session.want, "boundary")
        self._boundary: Boundary | None = None
        self._framed: object = None
        self.heading = label(self.tr("Answers"), role="heading")
        self.sentence = label(spoken(WAITING), role="muted", wraps=True)
        self.legend = QLabel(wordWrap=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.axes = [
            described(QComboBox(), name, self.tr("An input of the examples"))
            for name in (self.tr("Across"), self.tr("Upwards"))
        ]
        self._make_plot()
        self._lay_out()
        self.set_theme(load_theme("dark"))
        for box in self.axes:
            box.activated.connect(self._on_axes)
        session.boundary_changed.connect(self.show_boundary)
        session.experiment_changed.connect(self._on_experiment)
        self._data = session.experiment.data

    def set_theme(self, theme: Theme) -> None:
        """Recolours everything."""
        self._theme, self._framed = theme, None
        self._graphics.setBackground(theme.panel)
        plots.themed(self.plot, theme, self.font())
        self._border.setPen(plots.screen_pen(self, theme.text, 1.6 * theme.scale))
        self._curve.setPen(plots.screen_pen(self, theme.loss, 3 * theme.scale))
        self.show_boundary(self._session.boundary)

    def showEvent(self, event: QShowEvent) -> None:
        """Has the answers worked out."""
        super().showEvent(event)
        self._looking.set(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the answers."""
        super().hideEvent(event)
        self._looking.set(False)

    def show_boundary(self, boundary: Boundary | None) -> None:
        """Shows the answers, or why there are none."""
        self._boundary = boundary
        for part in (self._graphics, self.legend):
            part.setVisible(boundary is not None)
        self._choice.setVisible(boundary is not None and len(boundary.features) > 2)
        self.sentence.setText(self._said(boundary))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.heading.setText(
            self.tr("Answers") if boundary is None else self.tr("Answers after step {}").format(f"{boundary.step:,}")
        )
        if boundary is not None:
            self._draw(boundary)

    def _said(self, boundary: Boundary | None) -> str:
        """What there is to know of the picture besides the legend."""
        if boundary is None:
            known = self._session.why_no_close_up
            return spoken(known or REASONS.get(self._session.experiment.landscape, EMPTY))
        if not boundary.others:
            return ""
        if boundary.others == 1:
            return self.tr("A slice: the other input stands at its mean.")
        return self.tr("A slice: the other {} inputs stand at their mean.").format(boundary.others)

    def _draw(self, boundary: Boundary) -> None:
        if boundary.kind == "curve":
            self._curve.setData(boundary.x, boundary.answers)
        else:
            self._draw_field(boundary)
        self._curve.setVisible(boundary.kind == "curve")
        self._image.setVisible(boundary.kind != "curve")
        self._border.setVisible(boundary.kind != "curve")
        if self._framed is not boundary.examples:
            self._framed = boundary.examples
            self._frame(boundary)

    def _draw_field(self, boundary: Boundary) -> None:
        """Colours behind the examples, and a line where the likeliest class changes."""
        x, y = boundary.x, boundary.y
        colors = self._class_colors(boundary) if boundary.kind == "classes" else self._field_colors(boundary)
        self._image.setImage(colors, autoLevels=False, levels=(0, 255))
        step_x, step_y = float(x[1] - x[0]), float(y[1] - y[0])
        self._image.setRect(
            QRectF(float(x[0]) - step_x / 2, float(y[0]) - step_y / 2, step_x * len(x), step_y * len(y))
        )
        ends = np.zeros((0, 2), np.float32)
        if boundary.kind == "classes":
            margins = [boundary.margin(number).astype(float) for number in range(boundary.answers.shape[-1])]
            lines = [contour_lines(margin, x, y, np.zeros(1)) for margin in margins[: 1 if len(margins) == 2 else None]]
            ends = np.concatenate([ends, *lines])
        self._border.setData(ends[:, 0], ends[:, 1], connect="pairs")

    def _class_colors(self, boundary: Boundary) -> Any:
        """Each point in the colour of its likeliest class, the stronger the surer, ``[y, x, 3]``."""
        palette = np.array([_rgb(color) for color in self._palette()])[boundary.winners % len(self._palette())]
        count = boundary.answers.shape[-1]
        chance = boundary.answers.max(axis=-1)
        sure = np.clip((chance - 1 / count) / (1 - 1 / count), 0, 1)
        part = (FAINT + (STRONG - FAINT) * np.nan_to_num(sure))[..., None]
        return (part * palette + (1 - part) * np.array(_rgb(self._theme.panel))).astype(np.uint8)

    def _field_colors(self, boundary: Boundary) -> Any:
        """Each point in the colour of its number."""
        return color_table(self._theme)[_places(boundary.answers, boundary)]

    def _frame(self, boundary: Boundary) -> None:
        """What stays while a run goes on: axes, examples, legend."""
        # Where the inputs are chosen above, they need not be named once more.
        chosen = len(boundary.features) > 2
        self.plot.setLabel("bottom", None if chosen else spoken(boundary.names[0]))
        self.plot.setLabel("left", None if chosen else spoken(boundary.names[1]))
        plots.themed(self.plot, self._theme, self.font())
        rows = boundary.y if len(boundary.y) else _around(boundary.examples.y)
        self.plot.setRange(
            xRange=(float(boundary.x[0]), float(boundary.x[-1])), yRange=(float(rows[0]), float(rows[-1])), padding=0
        )
        self._draw_examples(boundary)
        self.legend.setText(self._legend(boundary))
        for box, feature in zip(self.axes, boundary.shown, strict=False):
            names = [spoken(name).split(" (")[0] for name in boundary.features]
            if [box.itemText(at) for at in range(box.count())] != names:
                box.clear()
                box.addItems(names)
            box.setCurrentIndex(feature)

    def _draw_examples(self, boundary: Boundary) -> None:
        """Each example with the marker of its class; those held back are hollow."""
        examples, classes = boundary.examples, bool(boundary.class_names)
        marks = examples.answers.astype(int) if classes else np.zeros(len(examples.x), int)
        colors = [QColor(color) for color in self._palette()]
        if classes:
            fills = [colors[mark % len(colors)] for mark in marks]
        elif boundary.kind == "field":
            table = color_table(self._theme)[_places(examples.answers, boundary)]
            fills = [QColor(*map(int, color)) for color in table]
        else:
            fills = [QColor(self._theme.val_loss)] * len(marks)
        shapes, size = _shapes(max(len(boundary.class_names), 1))
        few = 1.5 if len(marks) < 30 else 1.0
        inside = pg.mkBrush(self._theme.panel)
        outline = pg.mkPen(QColor(self._theme.panel), width=0.8)
        spots = [
            {
                "pos": (float(x), float(y)),
                "symbol": shapes[mark],
                "size": size * few * self._theme.scale,
                "brush": inside if hollow else pg.mkBrush(fill),
                "pen": pg.mkPen(fill, width=1.7) if hollow else outline,
            }
            for x, y, mark, fill, hollow in zip(examples.x, examples.y, marks, fills, examples.held_back, strict=True)
        ]
        self._dots.setData(spots)

    def _legend(self, boundary: Boundary) -> str:
        """What marker stands for which class, and what is hollow."""
        colors, parts = self._palette(), []
        for number, name in enumerate(boundary.class_names[:MOST_NAMED]):
            glyph = GLYPHS[number % len(GLYPHS)]
            parts.append(
                f'<span style="color:{colors[number % len(colors)]}">{glyph}</span>&nbsp;{_plain(spoken(name))}'
            )
        if len(boundary.class_names) > len(GLYPHS):
            parts = [self.tr("each number is an example of that class")]
        elif len(boundary.class_names) > MOST_NAMED:
            parts.append(self.tr("and {} more").format(len(boundary.class_names) - MOST_NAMED))
        if boundary.kind == "curve":
            parts = [
                f'<span style="color:{self._theme.loss}">\u2501</span>&nbsp;' + self.tr("answer"),
                f'<span style="color:{self._theme.val_loss}">\u25cf</span>&nbsp;' + self.tr("examples"),
            ]
        if boundary.kind == "field":
            parts = [self.tr("colour: the answer, dark is low"), "\u25cf&nbsp;" + self.tr("examples")]
        if boundary.examples.held_back.any():
            parts.append("\u25cb&nbsp;" + self.tr("held back").replace(" ", "&nbsp;"))
        return " &nbsp; ".join(parts)

    def _palette(self) -> tuple[str, ...]:
        """Colours of the classes."""
        return self._theme.runner_colors

    def _on_axes(self) -> None:
        """Shows other inputs; where one is chosen that the other axis has, the two change places."""
        pair = tuple(box.currentIndex() for box in self.axes)
        if pair[0] == pair[1] and self._boundary is not None:
            pair = self._boundary.shown[::-1]
        self._session.choose_features(pair)

    def _on_experiment(self, experiment: Experiment) -> None:
        """Other data have other inputs to choose from."""
        if experiment.data != self._data:
            self._data = experiment.data
            self._session.choose_features(())
        if self._boundary is None:
            self.sentence.setText(self._said(None))

    def _make_plot(self) -> None:
        self._graphics = pg.PlotWidget(axisItems=plots.plain_axes())
        self._graphics.setAccessibleName(self.tr("Picture of the answers"))
        self._graphics.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot = self._graphics.getPlotItem()
        plots.quiet(self.plot)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setContentsMargins(0, 4, 8, 0)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._border, self._curve = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        self._dots = pg.ScatterPlotItem()
        for item in (self._image, self._border, self._dots, self._curve):
            self.plot.addItem(item, ignoreBounds=True)

    def _lay_out(self) -> None:
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for box, arrow in zip(self.axes, "\u2192\u2191", strict=True):
            row.addWidget(label(arrow, role="muted"))
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.view().setMinimumWidth(200)
            row.addWidget(box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 8)
        layout.setSpacing(5)
        layout.addWidget(self.heading)
        layout.addWidget(self._choice)
        layout.addWidget(self.legend)
        layout.addWidget(self._graphics, 1)
        layout.addWidget(self.sentence)
        layout.addStretch(0)


def _shapes(count: int) -> tuple[list[Any], float]:
    """A marker for each class and how large they are drawn; where there are too few markers, the classes' numbers."""
    if count <= len(GLYPHS):
        return [symbol(number) for number in range(count)], 8
    return [_written(str(number)) for number in range(count)], 11


def _written(text: str) -> QPainterPath:
    """Text as a marker: about one unit high, around the middle."""
    path = QPainterPath()
    path.addText(0, 0, QFont("sans-serif", 20, QFont.Weight.Bold), text)
    area = path.boundingRect()
    scale = 1 / max(area.width(), area.height())
    return QTransform.fromScale(scale, scale).translate(-area.center().x(), -area.center().y()).map(path)


def _around(values: Any) -> Any:
    """A little below the lowest and a little above the highest value."""
    low, high = float(values.min()), float(values.max())
    room = 0.15 * (high - low) or abs(high) or 1.0
    return np.array([low - room, high + room])


def _rgb(color: str) -> tuple[int, int, int]:
    """Red, green and blue from 0 to 255."""
    known = QColor(color)
    return known.red(), known.green(), known.blue()


def _places(values: Any, boundary: Boundary) -> Any:
    """Where numbers stand in a table of 256 colours that spans the examples' answers."""
    low, high = float(boundary.examples.answers.min()), float(boundary.examples.answers.max())
    part = (np.nan_to_num(values) - low) / ((high - low) or 1.0)
    return np.clip(part * 255, 0, 255).astype(int)


def _plain(text: str) -> str:
    """A name that came out of a file, harmless in rich text."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
