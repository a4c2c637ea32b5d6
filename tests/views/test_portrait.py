"""The surface to take away: the window's own picture, at any size."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from support.landscapes import bowl, run_down, surface_of
from support.shots import POINTS, is_close
from support.waiting import PATIENCE

from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.engine.pictures import Subject
from gdviz.views import portrait as module
from gdviz.views.camera import Camera
from gdviz.views.export_dialog import ExportDialog
from gdviz.views.portrait import Portrait, tiles
from gdviz.views.theme import load_theme
from gdviz.worker.exporting import SIZES, THINGS

BOWL = Experiment("himmelblau")
OTHER = Runner("Other run", BOWL, run_down(bowl, POINTS[::-1]))
SUBJECT = Subject("A bowl", run_down(bowl, POINTS), surface_of(bowl), (OTHER,))


@pytest.fixture
def widget(qtbot: Any) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def made(parent: QWidget) -> Portrait:
    return Portrait(SUBJECT, BOWL, Camera(), "auto", parent)


def drawn(qtbot: Any, widget: QWidget, size: tuple[int, int], theme: str = "light") -> QImage:
    portrait, found = made(widget), list[QImage]()
    portrait.done.connect(found.append)
    portrait.draw(load_theme(theme), size)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return found[0]


def pixels(image: QImage) -> Any:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def test_tiles_cover_a_picture_of_4k_without_overlap() -> None:
    covered = np.zeros((2160, 3840), int)
    for tile in tiles(QSize(3840, 2160)):
        covered[tile.top() : tile.bottom() + 1, tile.left() : tile.right() + 1] += 1
    assert (covered == 1).all()


def test_it_has_the_surface_its_words_and_no_seams(
    qtbot: Any, widget: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = drawn(qtbot, widget, (640, 360))
    theme = load_theme("light")
    assert (whole.width(), whole.height()) == (640, 360)
    assert is_close(whole.pixelColor(639, 0), theme.background, 6)
    assert not is_close(whole.pixelColor(320, 200), theme.background)
    plain = np.abs(pixels(whole) - pixels(whole)[0, -1]).max(axis=2) < 24
    for left, top, right, bottom in ((280, 4, 360, 26), (4, 30, 80, 80), (4, 330, 60, 354)):
        assert not plain[top:bottom, left:right].all(), "title, legend, gauge"
    monkeypatch.setattr(module, "TILE", QSize(250, 200))
    assert np.abs(pixels(drawn(qtbot, widget, (640, 360))) - pixels(whole)).mean() < 0.5


def test_stopped_nothing_more_is_heard(qtbot: Any, widget: QWidget) -> None:
    portrait, found = made(widget), list[QImage]()
    portrait.done.connect(found.append)
    portrait.draw(load_theme("dark"), (320, 180))
    portrait.stop()
    drawn(qtbot, widget, (64, 36))
    assert not found


def dialog_for(qtbot: Any, folder: Path, portraits: Callable[[QWidget], Portrait]) -> ExportDialog:
    dialog = ExportDialog(SUBJECT, BOWL, folder, portraits)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.things.setCurrentRow(list(THINGS).index("surface"))
    dialog.pixels.setCurrentIndex(0)
    return dialog


def test_the_dialog_writes_and_copies_the_windows_own_picture(qtbot: Any, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path, made)
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull(), timeout=PATIENCE)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=PATIENCE)
    written = QImage(str(tmp_path / "surface.png"))
    assert (written.width(), written.height()) == (1280, 720)
    dialog.copy.click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=PATIENCE)
    assert QGuiApplication.clipboard().image().size() == written.size()
    same = np.abs(pixels(written.convertToFormat(QImage.Format.Format_RGB32)) - pixels(_copied()))
    assert same.mean() < 0.5


def _copied() -> QImage:
    return QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_RGB32)


def test_stopped_while_it_is_drawn_the_old_file_stays(qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "surface.png").write_bytes(b"the old picture")
    dialog = dialog_for(qtbot, tmp_path, made)
    dialog.export.click()
    assert dialog.busy
    dialog.export.click()
    assert not dialog.busy
    assert dialog.problem.text() == "Stopped; nothing was written."
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"the old picture"]


def test_without_opengl_it_is_drawn_as_the_vectors_are(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_opengl(self: object) -> None:
        raise RuntimeError("the driver is gone")

    monkeypatch.setattr(Portrait, "prepare", no_opengl)
    monkeypatch.setitem(SIZES, "1280 x 720", (320, 180))
    dialog = dialog_for(qtbot, tmp_path, made)
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull(), timeout=PATIENCE)
    dialog.export.click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=PATIENCE)
    assert (tmp_path / "surface.png").read_bytes().startswith(b"\x89PNG")
