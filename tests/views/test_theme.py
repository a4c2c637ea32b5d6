"""The looks: what is read can be read, what is told apart can be told apart, and the focus can be seen."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.diagnosis import Evidence
from gdviz.views.chart import Chart
from gdviz.views.evidence_row import EvidenceRow
from gdviz.views.parts import scrolled
from gdviz.views.theme import PROJECTOR, THEMES, Theme, load_theme, style_sheet

# How much of each colour reaches an eye without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
EYES = {
    "usual": np.eye(3),
    "no red": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "no green": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "no blue": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}


def linear(color: str) -> np.ndarray:
    """Red, green and blue as amounts of light."""
    parts = np.array(QColor(color).getRgbF()[:3])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The ratio of luminances as WCAG defines it."""
    low, high = sorted(float(linear(color) @ [0.2126, 0.7152, 0.0722]) + 0.05 for color in (one, other))
    return high / low


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b*, in which distances are about as large as they look."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x = to_xyz @ np.clip(light, 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(x > 0.008856, np.cbrt(x), 7.787 * x + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_writing_can_be_read(theme: Theme) -> None:
    for ink in (theme.text, theme.muted, theme.good, theme.warning, theme.bad, theme.accent):
        assert contrast(ink, theme.panel) >= 4.5
    for ink in (theme.text, theme.muted):
        assert contrast(ink, theme.background) >= 4.5
        assert contrast(ink, theme.raised) >= 4.5
    assert contrast(theme.accent_text, theme.accent) >= 4.5


def test_high_contrast_is_higher() -> None:
    theme = load_theme("contrast")
    for ink in (theme.text, theme.muted, theme.border, theme.accent):
        assert contrast(ink, theme.panel) >= 7


def test_curves_stand_out(theme: Theme) -> None:
    names = ("loss", "val_loss", "accuracy", "val_accuracy", "gradient_norm", "learning_rate")
    for color in (*(getattr(theme, name) for name in names), *theme.runner_colors):
        assert contrast(color, theme.panel) >= 3


@pytest.mark.parametrize("eye", EYES)
def test_eight_runs_are_told_apart_by_every_eye(theme: Theme, eye: str) -> None:
    assert len(theme.runner_colors) == 8
    seen = [lab(EYES[eye] @ linear(color)) for color in theme.runner_colors]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) > 15


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (("loss", "val_loss"), 50),
        (("accuracy", "val_accuracy"), 50),
        (("downhill", "momentum", "step"), 20),
        (("good", "warning", "bad"), 20),
    ],
)
def test_what_stands_side_by_side_is_told_apart_by_every_eye(
    theme: Theme, names: tuple[str, ...], apart: float, eye: str
) -> None:
    seen = [lab(EYES[eye] @ linear(getattr(theme, name))) for name in names]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) > apart


def row() -> EvidenceRow:
    result = EvidenceRow()
    result.show_piece(1, Evidence("jumps", (1, 5), 1.0, 0.5), "#808080", load_theme("dark"))
    return result


FOCUSABLE: dict[str, Callable[[], QWidget]] = {
    "button": lambda: QPushButton("Press"),
    "tool button": QToolButton,
    "list": QComboBox,
    "box": QLineEdit,
    "tick": lambda: QCheckBox("Tick"),
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
    "curves": Chart,
    "evidence": row,
    "scrolled": lambda: scrolled(QWidget()),
    "words": QPlainTextEdit,
}


@pytest.mark.parametrize("kind", FOCUSABLE)
def test_the_focus_can_be_seen(theme: Theme, kind: str, qtbot: Any) -> None:
    """In a colour that was not there before, or there is far more of it."""
    window, other, widget = QWidget(), QPushButton("Other"), FOCUSABLE[kind]()
    window.setStyleSheet(style_sheet(theme))
    if isinstance(widget, Chart):
        widget.set_theme(theme)
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(240, 160)
    window.show()
    window.activateWindow()
    ink = {QColor(theme.accent).rgb(), QColor(theme.text).rgb()}

    def seen() -> int:
        image = widget.grab().toImage()
        return sum(image.pixel(x, y) in ink for x in range(image.width()) for y in range(image.height()))

    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = seen()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert seen() >= before + 20


def test_larger_means_larger_letters_boxes_and_lines() -> None:
    usual, large = (style_sheet(load_theme("dark", scale)) for scale in (1.0, PROJECTOR))
    assert "padding: 6px 12px; min-height: 20px" in usual
    assert "padding: 8px 15px; min-height: 25px" in large
    assert "font-size: 13pt" in usual
    assert "font-size: 16pt" in large


def test_a_checked_segment_is_more_than_a_colour(theme: Theme) -> None:
    """What is on is filled: for eyes without colour the writing turns from dark on light to light on dark."""
    assert contrast(theme.accent, theme.raised) >= 3
