from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from support.kept import kept_run, used_document

from gdviz.core.experiment import Experiment
from gdviz.views.runs_view import EMPTY, RunsView, curve_points
from gdviz.views.theme import load_theme
from gdviz.worker.document import Document


@pytest.fixture
def document() -> Iterator[Document]:
    with used_document() as document:
        yield document


@pytest.fixture
def view(qtbot: Any, document: Document) -> RunsView:
    view = RunsView(document.session, document.kept)
    qtbot.addWidget(view)
    view.resize(320, 300)
    view.show()
    return view


def names(view: RunsView) -> list[str]:
    return [item.text(0) for item in view._items()]


def two_runs(document: Document) -> None:
    document.kept.set_runs((kept_run("slow", 0.1), kept_run("fast", 0.4, seed=3)))


def test_it_says_what_to_do_while_there_is_nothing(view: RunsView) -> None:
    assert view.note.text() == EMPTY
    assert not view.table.isVisible()
    assert not view.restore.isEnabled()


def test_keep_puts_the_present_run_on_the_list_once(view: RunsView, document: Document, qtbot: Any) -> None:
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert names(view) == ["SGD, 0.1"]
    assert not view.keep.isEnabled()
    assert not view._items()[0].icon(0).isNull()


def test_a_tick_draws_the_run_beside_the_present_one(view: RunsView, document: Document) -> None:
    two_runs(document)
    assert names(view) == ["fast", "slow"]
    view._items()[0].setCheckState(0, Qt.CheckState.Checked)
    assert [runner.name for runner in document.session.runners] == ["fast"]
    view._items()[1].setCheckState(0, Qt.CheckState.Checked)
    assert [runner.mark for runner in document.session.runners] == [0, 1]
    view._items()[0].setCheckState(0, Qt.CheckState.Unchecked)
    assert [runner.name for runner in document.session.runners] == ["slow"]
    document.session.set_runners(())
    assert view._items()[1].checkState(0) == Qt.CheckState.Unchecked


def test_a_run_of_another_surface_cannot_be_ticked(view: RunsView, document: Document) -> None:
    two_runs(document)
    document.session.set_experiment(Experiment("raised_square"))
    view.show_runs()
    assert not view._items()[0].flags() & Qt.ItemFlag.ItemIsUserCheckable
    view.table.setCurrentItem(view._items()[0])
    assert "another surface" in view.note.text()


def test_the_chosen_run_is_compared_with_the_present_settings(view: RunsView, document: Document) -> None:
    two_runs(document)
    view.table.setCurrentItem(view._items()[1])
    assert view.note.text().endswith("Nothing differs: the same settings give the same run.")
    view.table.setCurrentItem(view._items()[0])
    assert "2 things differ" in view.note.text()
    assert "Learning rate: 0.4 and 0.1" in view.note.text()
    document.session.set_experiment(kept_run("", 0.1, seed=3).experiment)
    assert "One thing differs. Learning rate: 0.4 and 0.1." in view.note.text()
    assert view.note.text().startswith("Converged")


def test_go_back_delete_and_undo(view: RunsView, document: Document, qtbot: Any) -> None:
    two_runs(document)
    view.table.setCurrentItem(view._items()[0])
    qtbot.mouseClick(view.restore, Qt.MouseButton.LeftButton)
    assert document.session.experiment.learning_rate == 0.4
    assert document.session.trajectory is document.kept.runs[1].trajectory
    view.table.setFocus()
    view.table.setCurrentItem(view._items()[0])
    view.delete.click()
    assert names(view) == ["slow"]
    assert view.undo.isVisible()
    qtbot.mouseClick(view.undo, Qt.MouseButton.LeftButton)
    assert names(view) == ["fast", "slow"]
    assert not view.undo.isVisible()


def test_a_run_gets_another_name(view: RunsView, document: Document) -> None:
    two_runs(document)
    view._items()[1].setText(0, "  <b>crawls</b> ")
    assert document.kept.runs[0].name == "<b>crawls</b>"
    assert names(view) == ["fast", "<b>crawls</b>"]
    view._items()[1].setText(0, "  ")
    assert document.kept.runs[0].name == "<b>crawls</b>"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_draws_the_curves(view: RunsView, document: Document, theme: str) -> None:
    document.kept.set_runs((kept_run("a", 0.1, "unclear"), kept_run("b", 0.1, ""), kept_run("c", 0.1, "diverging")))
    view.set_theme(load_theme(theme))
    assert names(view) == ["c", "b", "a"]
    picture = view._items()[0].icon(0).pixmap(64, 26).toImage()
    drawn = [picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height())]
    assert 0 < np.mean(np.array(drawn) > 0) < 0.5


@pytest.mark.parametrize(
    "loss", [[np.nan], [np.inf, 1.0], [2.0], [3.0, 3.0], [1.0, 1e-9, 1e-12], [-1.0, 5.0], list(range(10_000))]
)
def test_any_curve_fits_its_thumbnail(loss: list[float]) -> None:
    points = curve_points(np.array(loss, np.float32))
    assert np.isfinite(points).all()
    assert ((points >= 0) & (points <= 1)).all()
    assert len(points) <= 64
