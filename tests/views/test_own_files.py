import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMessageBox
from support.kept import used_document
from support.models import dense
from support.waiting import PATIENCE, until_state

from gdviz.engine import runtime
from gdviz.engine.csv_key import options_of
from gdviz.views.data_dialog import DataDialog
from gdviz.views.model_dialog import ModelDialog
from gdviz.views.own_files import OwnFiles
from gdviz.views.preview_dialog import PreviewDialog
from gdviz.worker.session import Session

PLANTS = "id,species,height,leaves,colour,site\n" + "".join(
    f"{row},{('ada', 'bob')[row % 2]},{row * 7 % 11 / 4},{row % 5 or ''},{('red', 'blue', 'white')[row % 3]},north\n"
    for row in range(1, 40)
)
LOG = "epoch,loss,val_loss\n" + "".join(f"{epoch},{1 / (epoch + 1)},{1 / (epoch + 1)}\n" for epoch in range(30))


@pytest.fixture
def session() -> Iterator[Session]:
    with used_document() as document:
        yield document.session


@pytest.fixture
def window(qtbot: Any) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def own_files(session: Session, window: QMainWindow) -> OwnFiles:
    return OwnFiles(session, window)


@pytest.fixture
def plants(tmp_path: Path) -> Path:
    path = tmp_path / "pl\u00e4nts & more.csv"
    path.write_text(PLANTS, encoding="utf-8")
    return path


def opened(own_files: OwnFiles, window: QMainWindow, path: Path, qtbot: Any) -> DataDialog:
    own_files.open(path)
    dialog = window.findChild(DataDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._job is None, timeout=PATIENCE)
    return dialog


def item(dialog: DataDialog, name: str) -> Any:
    return next(item for item in dialog._items() if item.text(0) == name)


def test_a_table_is_shown_and_learnt_from(
    own_files: OwnFiles, window: QMainWindow, session: Session, plants: Path, qtbot: Any
) -> None:
    dialog = opened(own_files, window, plants, qtbot)
    assert dialog.summary.text() == "39 rows and 6 columns"
    assert dialog.target.currentText() == "colour"
    assert "'site' is no input" in dialog.problems.text()
    assert dialog.table.item(0, 1).text() == "bob"
    assert "colour (one of 3 classes) from 3" in dialog.note.text()
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert session.experiment.landscape == "network"
    assert options_of(session.experiment.data).target == "colour"
    assert Path(options_of(session.experiment.data).path) == plants


def test_columns_get_their_roles(
    own_files: OwnFiles, window: QMainWindow, session: Session, plants: Path, qtbot: Any
) -> None:
    dialog = opened(own_files, window, plants, qtbot)
    dialog.target.setCurrentText("height")
    item(dialog, "leaves").setCheckState(0, Qt.CheckState.Unchecked)
    assert "height (a number) from 2" in dialog.note.text()
    for name in ("species", "colour", "leaves"):
        item(dialog, name).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.use.isEnabled() or "from 1" in dialog.note.text()
    item(dialog, "species").setCheckState(0, Qt.CheckState.Checked)
    dialog.use.click()
    assert options_of(session.experiment.data).without == ("leaves", "colour")
    assert not item(dialog, "site").flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_target_that_cannot_be_learnt_is_said_at_once(
    own_files: OwnFiles, window: QMainWindow, plants: Path, qtbot: Any
) -> None:
    dialog = opened(own_files, window, plants, qtbot)
    dialog.target.setCurrentText("site")
    assert "same answer in every row" in dialog.note.text()
    assert not dialog.use.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("content", [b"", b"only one column\n1\n", b"PK\x03\x04 a spreadsheet", b"a,b\n1,2,3\n"])
def test_a_table_that_is_none_is_said_in_the_dialog(
    own_files: OwnFiles, window: QMainWindow, tmp_path: Path, content: bytes, qtbot: Any
) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    dialog = opened(own_files, window, tmp_path / "a.csv", qtbot)
    assert dialog.summary.text() == "This table cannot be used"
    assert "'a.csv'" in dialog.problems.text()
    assert not dialog.use.isEnabled()
    dialog.reject()


def test_closed_while_it_reads(own_files: OwnFiles, window: QMainWindow, plants: Path) -> None:
    own_files.open(plants)
    dialog = window.findChild(DataDialog)
    assert dialog is not None
    dialog.reject()
    assert not dialog.isVisible()


def test_a_log_goes_to_the_doctor_and_can_be_a_table_all_the_same(
    own_files: OwnFiles, window: QMainWindow, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "log.csv").write_text(LOG)
    own_files.open(tmp_path / "log.csv")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "sure" in box.text()
    assert "loss" in box.informativeText()
    next(button for button in box.buttons() if "table" in button.text()).click()
    dialog = window.findChild(DataDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._job is None, timeout=PATIENCE)
    assert dialog.summary.text().startswith("30 rows")
    dialog.reject()


@pytest.mark.parametrize("name", ["picture.png", "gone.json", "folder.csv", "gone.keras", "noending"])
def test_what_is_not_read_is_said(
    own_files: OwnFiles, window: QMainWindow, session: Session, tmp_path: Path, name: str, qtbot: Any
) -> None:
    problems: list[str] = []
    session.problem.connect(problems.append)
    (tmp_path / "folder.csv").mkdir()
    own_files.open(tmp_path / name)
    dialog = window.findChild(PreviewDialog)
    if dialog is not None:
        qtbot.waitUntil(lambda: dialog._job is None, timeout=PATIENCE)
        problems.append(dialog.problems.text())
        dialog.reject()
    assert name in problems[0]


@pytest.fixture(scope="module")
def model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    runtime.prepare()
    return dense(tmp_path_factory.mktemp("models") / "m\u00f6del \u2603.keras", 4, 3, "softmax", loss="mse")


def asked_model(own_files: OwnFiles, window: QMainWindow, path: Path, qtbot: Any) -> ModelDialog:
    own_files.open(path)
    dialog = window.findChild(ModelDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._job is None, timeout=PATIENCE)
    return dialog


@pytest.mark.slow
def test_a_model_is_shown_with_its_layers_and_the_data_that_suit_and_trained(
    session: Session, window: QMainWindow, model_file: Path, qtbot: Any
) -> None:
    session.load()
    until_state(qtbot, session, "finished")
    dialog = asked_model(OwnFiles(session, window), window, model_file, qtbot)
    assert dialog.summary.text() == "m\u00f6del \u2603.keras: one layer, 15 weights"
    row = dialog.layers.topLevelItem(0)
    assert [row.text(column) for column in (1, 2, 3)] == ["Dense", "3", "15"]
    assert dialog.facts["output"].text() == "3 numbers, softmax"
    assert dialog.key() == "iris"
    assert "one of 3 classes from 4 inputs. Loss: MeanSquaredError (as it was compiled)" in dialog.note.text()
    digits = dialog.data.findData("digits")
    assert "digits has 64 features" in dialog.data.itemData(digits, Qt.ItemDataRole.ToolTipRole)
    dialog.data.setCurrentIndex(digits)
    assert not dialog.use.isEnabled()
    dialog.data.setCurrentIndex(dialog.data.findData("iris"))
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert (session.experiment.landscape, session.experiment.model) == ("model", str(model_file))
    until_state(qtbot, session, "running", "finished")


def test_a_table_for_the_model_joins_the_list_and_says_if_it_does_not_suit(
    own_files: OwnFiles, window: QMainWindow, model_file: Path, plants: Path, qtbot: Any
) -> None:
    dialog = ModelDialog(model_file, "iris", parent=window)
    qtbot.waitUntil(lambda: dialog._job is None, timeout=PATIENCE)
    dialog._open_table(str(plants))
    table = dialog.findChild(DataDialog)
    assert table is not None
    qtbot.waitUntil(lambda: table._job is None, timeout=PATIENCE)
    table.use.click()
    assert options_of(dialog.key()).target == "colour"
    assert "features, but the model's input is 4" in dialog.note.text()
    assert not dialog.use.isEnabled()
    dialog.reject()


def test_a_model_that_is_none_is_said_in_the_dialog_also_before_tensorflow_is_there(
    own_files: OwnFiles, window: QMainWindow, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "a.keras").write_bytes(b"PK\x03\x04 cut off")
    dialog = asked_model(own_files, window, tmp_path / "a.keras", qtbot)
    assert dialog.summary.text() == "This model cannot be used"
    assert "a.keras" in dialog.problems.text()
    assert not dialog.use.isEnabled()
    dialog.reject()


def test_a_model_waits_for_tensorflow_and_can_be_closed_meanwhile(
    own_files: OwnFiles, window: QMainWindow, model_file: Path
) -> None:
    own_files.open(model_file)
    dialog = window.findChild(ModelDialog)
    assert dialog is not None
    assert not dialog.use.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_model_that_vanishes_before_it_is_used_changes_nothing(
    session: Session, own_files: OwnFiles, window: QMainWindow, model_file: Path, tmp_path: Path
) -> None:
    problems: list[str] = []
    session.problem.connect(problems.append)
    before, path = session.experiment, tmp_path / "a.keras"
    shutil.copy(model_file, path)
    own_files.open(path)
    dialog = window.findChild(ModelDialog)
    assert dialog is not None
    path.unlink()
    dialog.chosen.emit("iris")
    dialog.reject()
    assert session.experiment == before
    assert not session.waiting
    assert "a.keras' cannot be read" in problems[0]
