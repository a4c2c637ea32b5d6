from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from support.kept import BOWL, kept_run
from support.landscapes import line_of
from support.waiting import PATIENCE

from gdviz.engine.pictures import Subject
from gdviz.views.export_dialog import ExportDialog
from gdviz.views.export_preview import SIZE
from gdviz.worker.exporting import THINGS

SUBJECT = Subject("Bowl", kept_run("", 0.1).trajectory, line_of(lambda w: (w - 3) ** 2, -2, 8))


@pytest.fixture
def dialog(qtbot: Any, tmp_path: Path) -> ExportDialog:
    dialog = ExportDialog(SUBJECT, BOWL, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: ExportDialog, thing: str) -> None:
    dialog.things.setCurrentRow(list(THINGS).index(thing))


def until_idle(qtbot: Any, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy, timeout=PATIENCE)


def test_it_shows_what_it_will_look_like(dialog: ExportDialog, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull(), timeout=PATIENCE)
    assert (dialog.picture.pixmap().width(), dialog.picture.pixmap().height()) == SIZE
    light = dialog.picture.pixmap().toImage().pixelColor(2, 2).lightness()
    dialog.look.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.picture.pixmap().toImage().pixelColor(2, 2).lightness() < light, timeout=PATIENCE)
    choose(dialog, "script")
    qtbot.waitUntil(lambda: "keras" in dialog.picture.text(), timeout=PATIENCE)


def test_one_press_writes_what_is_chosen(dialog: ExportDialog, qtbot: Any, tmp_path: Path) -> None:
    said: list[str] = []
    dialog.written.connect(said.append)
    assert dialog.path.text() == str(tmp_path / "chart.png")
    dialog.pixels.setCurrentIndex(0)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert dialog.export.text() == "Stop"
    until_idle(qtbot, dialog)
    assert (tmp_path / "chart.png").exists()
    assert said == [f"{tmp_path / 'chart.png'} was written."]
    assert dialog.export.text() == "Export"


def test_only_what_matters_is_asked(dialog: ExportDialog) -> None:
    assert dialog.pixels.isVisible()
    dialog.form.setCurrentText("SVG")
    assert not dialog.pixels.isVisible()
    assert dialog.path.text().endswith("chart.svg")
    choose(dialog, "numbers")
    assert not dialog.look.isVisible()
    choose(dialog, "film")
    assert dialog.pixels.isVisible()
    assert not dialog.copy.isEnabled()


def test_stopped_in_the_middle_nothing_is_left_and_the_window_lived(
    dialog: ExportDialog, qtbot: Any, tmp_path: Path
) -> None:
    choose(dialog, "map_film")
    dialog.form.setCurrentText("GIF")
    (tmp_path / "map film.gif").write_bytes(b"the old film")
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.progress.value() > 0, timeout=PATIENCE)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    until_idle(qtbot, dialog)
    assert dialog.problem.text() == "Stopped; nothing was written."
    assert [path.name for path in tmp_path.iterdir()] == ["map film.gif"]
    assert (tmp_path / "map film.gif").read_bytes() == b"the old film"


def test_closed_in_the_middle_nothing_is_left(dialog: ExportDialog, qtbot: Any, tmp_path: Path) -> None:
    choose(dialog, "map_film")
    dialog.form.setCurrentText("GIF")
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.progress.value() > 0, timeout=PATIENCE)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", ["chart.jpg", "no/where/chart.png", "", "~nobody-of-that-name/x.png"])
def test_a_place_that_cannot_be_is_said(dialog: ExportDialog, tmp_path: Path, path: str) -> None:
    dialog.path.setText(str(tmp_path / path) if path and not path.startswith("~") else path)
    dialog.export.click()
    assert not dialog.busy
    assert dialog.problem.text()
    assert not list(tmp_path.iterdir())


def test_pictures_and_texts_go_to_the_clipboard(dialog: ExportDialog, qtbot: Any) -> None:
    dialog.pixels.setCurrentIndex(0)
    dialog.copy.click()
    until_idle(qtbot, dialog)
    assert QGuiApplication.clipboard().image().width() == 1280
    choose(dialog, "numbers")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().startswith("epoch,loss")
    choose(dialog, "script")
    dialog.copy.click()
    assert "keras.optimizers.SGD" in QGuiApplication.clipboard().text()
