"""The laboratory in its window: every page begins with what to do, trains, tells, and can be stopped."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from support.sessions import BOWL, ready_session
from support.waiting import PATIENCE, until_state

from gdviz.core.experiment import Experiment
from gdviz.core.plain import plain
from gdviz.core.rate_zones import KINDS
from gdviz.engine.range_test import RangeTest
from gdviz.views.laboratory import PAGES, Laboratory
from gdviz.views.laboratory_luck import LuckPage
from gdviz.views.laboratory_map import BatchMapPage, OptimizerMapPage
from gdviz.views.laboratory_noise import NoisePage
from gdviz.views.laboratory_page import Page
from gdviz.views.laboratory_pair import PairPage
from gdviz.views.laboratory_plots import Chart
from gdviz.views.laboratory_range import RangePage, steepest
from gdviz.views.laboratory_sweep import SweepPage
from gdviz.views.main_window import MainWindow
from gdviz.views.menus import STUDIES
from gdviz.views.theme import PROJECTOR, load_theme
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session

IRIS = Experiment(epochs=2, batch_size=64)


@pytest.fixture
def session(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session whose studies go through plain graphs: they are there sooner, and how is not in question here."""
    monkeypatch.setattr("gdviz.engine.descent.has_xla", lambda: False)
    with ready_session(qtbot) as session:
        yield session


@pytest.fixture
def laboratory(qtbot: Any, session: Session) -> Laboratory:
    laboratory = Laboratory(session, KeptRuns(session))
    qtbot.addWidget(laboratory)
    laboratory.set_theme(load_theme("light"))
    laboratory.resize(900, 600)
    laboratory.show()
    return laboratory


def finished(qtbot: Any, page: Page) -> None:
    """Presses the page's button and waits for the end."""
    qtbot.mouseClick(page.begin, Qt.MouseButton.LeftButton)
    assert page.study.busy, page.words.text()
    assert page.begin.text() == "Stop"
    qtbot.waitUntil(lambda: not page.study.busy, timeout=PATIENCE)
    assert page.begin.text() == page.verb


def swept(qtbot: Any, laboratory: Laboratory, low: str = "0.001", high: str = "2", count: int = 5) -> SweepPage:
    """The sweep page with a sweep of the bowl."""
    page = laboratory.open(SweepPage)
    assert isinstance(page, SweepPage)
    page.range.low.setText(low)
    page.range.high.setText(high)
    page.range.count.setValue(count)
    finished(qtbot, page)
    return page


def test_every_page_says_what_to_do_and_everything_in_it_has_a_name(laboratory: Laboratory) -> None:
    for page in laboratory.pages:
        assert page.empty
        assert page.accessibleName() == page.name
        for box in [*page.findChildren(QPushButton), *page.findChildren(QLineEdit)]:
            # A spin box names itself; its line does not.
            assert box.accessibleName() or box.objectName() == "qt_spinbox_lineedit", (page.name, box)
    assert [laboratory.list.item(row).text() for row in range(len(PAGES))] == [page.name for page in PAGES]
    assert [page.name for page in PAGES] == list(STUDIES)


def test_a_sweep_draws_a_curve_a_point_and_a_sentence_for_each_rate(laboratory: Laboratory, qtbot: Any) -> None:
    page = swept(qtbot, laboratory)
    assert len(page.curves) == 5
    assert all(len(curve.getData()[0]) == 40 for curve in page.curves)
    assert len(page.ends.getData()[0]) == 5
    rows = [page.table.topLevelItem(row) for row in range(5)]
    assert all(row is not None and row.text(2) and row.text(3) for row in rows)
    assert "The lowest loss at the end" in page.words.text()
    words = [item.toPlainText() for item in page.bands.items if hasattr(item, "toPlainText")]
    assert words
    assert set(words) <= {kind.title for kind in KINDS.values()}
    qtbot.waitUntil(lambda: page.limit is not None, timeout=PATIENCE)
    assert page.limit is not None
    assert page.limit.rate == pytest.approx(1.0, rel=1e-3)
    assert "Dashed: 1," in page.words.text()


def test_a_run_of_the_sweep_is_trained_or_laid_over(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    page = swept(qtbot, laboratory)
    assert not page.chosen.load.isEnabled()
    page.choose(2)
    assert page.map is not None
    rate = page.map.rates[2]
    qtbot.mouseClick(page.chosen.lay, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(session.runners) == 1, timeout=PATIENCE)
    assert session.runners[0].experiment.learning_rate == rate
    qtbot.mouseClick(page.chosen.load, Qt.MouseButton.LeftButton)
    assert session.experiment == replace(BOWL, learning_rate=rate)
    until_state(qtbot, session, "finished")


def test_a_click_beside_a_point_or_a_curve_chooses_its_run(laboratory: Laboratory, qtbot: Any) -> None:
    page = swept(qtbot, laboratory, high="0.4")
    for at in (3, 1):
        x, y = page.ends.getData()
        _click(qtbot, page, page.ends_plot.vb.mapViewToScene(QPointF(float(x[at]), float(y[at]))))
        assert page.table.indexOfTopLevelItem(page.table.currentItem()) == at
    x, y = page.curves[4].getData()
    _click(qtbot, page, page.curves_plot.vb.mapViewToScene(QPointF(float(x[20]), float(y[20]))))
    assert page.table.indexOfTopLevelItem(page.table.currentItem()) == 4


def _click(qtbot: Any, page: SweepPage, spot: Any) -> None:
    qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=page.chart.mapFromScene(spot))


@pytest.mark.parametrize(("low", "high"), [("fast", "1"), ("1", "0.1"), ("0", "1"), ("0.1", "0.10001")])
def test_a_range_that_is_none_is_answered_in_words(laboratory: Laboratory, low: str, high: str) -> None:
    page = laboratory.open(SweepPage)
    assert isinstance(page, SweepPage)
    page.range.low.setText(low)
    page.range.high.setText(high)
    page.start()
    assert not page.study.busy
    assert "expected" in page.words.text().lower()


def test_stopped_it_stays_as_far_as_it_came(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    session.set_experiment(replace(BOWL, epochs=90_000))
    page = laboratory.open(SweepPage)
    assert isinstance(page, SweepPage)
    page.start()
    qtbot.waitUntil(lambda: page.map is not None, timeout=PATIENCE)
    page.toggle()
    assert not page.study.busy
    assert page.map is not None
    assert page.map.sweep.part < 1.0
    assert page.progress.isHidden()


def test_closing_the_laboratory_stops_its_studies(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    session.set_experiment(replace(BOWL, epochs=90_000))
    page = laboratory.open(SweepPage)
    assert isinstance(page, SweepPage)
    page.start()
    assert page.study.busy
    laboratory.close()
    assert not page.study.busy


def test_escape_stops_a_study_and_then_closes_the_laboratory(
    laboratory: Laboratory, session: Session, qtbot: Any
) -> None:
    session.set_experiment(replace(BOWL, epochs=90_000))
    page = laboratory.open(SweepPage)
    assert isinstance(page, SweepPage)
    page.start()
    qtbot.keyClick(page.begin, Qt.Key.Key_Escape)
    assert not page.study.busy
    assert laboratory.isVisible()
    qtbot.keyClick(page.begin, Qt.Key.Key_Escape)
    assert not laboratory.isVisible()


def test_the_range_test_offers_its_rate(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    laboratory.run_range_test()
    page = laboratory.page(RangePage)
    assert isinstance(page, RangePage)
    qtbot.waitUntil(lambda: not page.study.busy, timeout=PATIENCE)
    assert page.test is not None
    assert page.test.suggestion is not None
    assert page.use.text() == f"Use {plain(page.test.suggestion, 2)}"
    qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    assert session.experiment.learning_rate == pytest.approx(page.test.suggestion, rel=0.05)


def test_the_steepest_descent_is_where_the_loss_falls_fastest() -> None:
    rates = np.geomspace(1e-5, 10, 100)
    losses = 1 / (1 + np.exp(0.4 * (np.arange(100) - 60.0)))
    assert steepest(RangeTest(rates, losses, losses, None)) == pytest.approx(60, abs=1)
    assert steepest(RangeTest(rates, losses[::-1], losses[::-1], None)) is None


def test_luck_needs_a_network(laboratory: Laboratory, session: Session) -> None:
    for kind in (LuckPage, BatchMapPage, NoisePage):
        page = laboratory.open(kind)
        assert isinstance(page, Page)
        assert not page.begin.isEnabled()
        assert "Choose a network" in page.obstacle(session.experiment)


@pytest.mark.slow
def test_twenty_seeds_tell_rate_from_luck(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    session.set_experiment(replace(IRIS, learning_rate=0.001))
    page = laboratory.open(LuckPage)
    assert isinstance(page, LuckPage)
    page.second.setText("0,1")
    finished(qtbot, page)
    assert [len(fan.curves) for fan in page.fans] == [20, 20]
    assert page.words.text().startswith("0.1 beats 0.001 in 20 of 20 seeds. It is the rate")
    page.against.setChecked(False)
    finished(qtbot, page)
    assert len(page.fans) == 1
    assert page.words.text().startswith("Rate 0.001: With 20 seeds")


def test_a_map_of_optimisers_has_a_sign_and_a_number_in_each_cell(
    laboratory: Laboratory, session: Session, qtbot: Any
) -> None:
    page = laboratory.open(OptimizerMapPage)
    assert isinstance(page, OptimizerMapPage)
    for key, tick in page.ticks.items():
        tick.setChecked(key in ("sgd", "momentum"))
    page.range.count.setValue(3)
    finished(qtbot, page)
    texts = [page.table.item(row, column).text() for row in range(2) for column in range(3)]
    assert all(text.split("\n")[0] in {kind.sign for kind in KINDS.values()} for text in texts)
    page.table.item(0, 0).setSelected(True)
    assert page.chosen.load.isEnabled()
    page.table.item(1, 1).setSelected(True)
    assert not page.chosen.load.isEnabled()
    assert "2 things differ" in page.chosen.detail.text()
    page.table.item(0, 0).setSelected(False)
    qtbot.mouseClick(page.chosen.load, Qt.MouseButton.LeftButton)
    assert session.experiment.optimizer == "momentum"


@pytest.mark.slow
def test_a_map_of_batch_sizes_has_a_row_for_each(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    session.set_experiment(IRIS)
    page = laboratory.open(BatchMapPage)
    assert isinstance(page, BatchMapPage)
    page.sizes.setText("120, 32")
    page.range.count.setValue(2)
    finished(qtbot, page)
    assert [page.table.verticalHeaderItem(row).text() for row in range(2)] == ["Batch 32", "Batch 120"]
    page.sizes.setText("0")
    page.start()
    assert "Batch size was 0" in page.words.text()


@pytest.mark.slow
def test_the_cloud_shrinks_as_the_batch_grows(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    session.set_experiment(IRIS)
    page = laboratory.open(NoisePage)
    assert isinstance(page, NoisePage)
    finished(qtbot, page)
    assert page.noise is not None
    assert page.noise.sizes[page.slider.value()] == 64
    spreads = []
    for at in range(page.slider.maximum() + 1):
        page.slider.setValue(at)
        spreads.append(float(np.std(page.tips.getData()[1])))
    assert spreads == sorted(spreads, reverse=True)
    assert "Noise scale here" in page.words.text()


def test_two_runs_are_compared_by_what_differs(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    page = laboratory.open(PairPage)
    assert isinstance(page, PairPage)
    assert page.stack.currentIndex() == 0
    session.start()
    until_state(qtbot, session, "finished")
    session.set_experiment(replace(BOWL, learning_rate=0.2))
    session.start()
    until_state(qtbot, session, "finished")
    # What was kept can be chosen without being drawn, the present run once.
    assert [page.second.itemText(at) for at in range(page.second.count())] == ["Present run", "SGD, 0.1"]
    assert page.words.text().startswith("One thing differs. Learning rate: 0.1 and 0.2.")


def test_a_run_beside_the_present_one_is_compared_too(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    page = laboratory.open(PairPage)
    assert isinstance(page, PairPage)
    session.start()
    until_state(qtbot, session, "finished")
    session.lay_over("Faster", replace(BOWL, learning_rate=0.3))
    qtbot.waitUntil(lambda: page.second.count() == 2, timeout=PATIENCE)
    assert (page.first.currentText(), page.second.currentText()) == ("Present run", "Faster")
    assert page.words.text().startswith("One thing differs. Learning rate: 0.1 and 0.3.")
    session.lay_over("Other", replace(BOWL, learning_rate=0.3, optimizer="momentum"))
    qtbot.waitUntil(lambda: page.second.count() == 3, timeout=PATIENCE)
    page.second.setCurrentIndex(2)
    assert "2 things differ, so nobody can tell" in page.words.text()


def test_where_the_doctor_can_make_nothing_of_other_rates_the_laboratory_looks_for_one(
    session: Session, qtbot: Any
) -> None:
    session.choose_landscape("rosenbrock")
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.set_theme(load_theme("light"))
    window.show()
    window.doctor.test_asked.emit("range_test")
    page = window.laboratory.page(RangePage)
    assert isinstance(page, RangePage)
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.test is not None, timeout=PATIENCE)
    window.close()


def test_the_main_window_opens_every_page_by_its_key_and_takes_the_laboratory_with_it(
    session: Session, qtbot: Any
) -> None:
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.set_theme(load_theme("light"))
    window.show()
    actions = [action for page in PAGES for action in window.findChildren(QAction) if page.name in action.text()]
    assert [action.shortcut().toString() for action in actions] == [f"Alt+{number}" for number in range(1, 8)]
    actions[PAGES.index(RangePage)].trigger()
    laboratory = window.laboratory
    assert laboratory.isVisible()
    assert not laboratory.isModal()
    assert laboratory.page(RangePage).isVisible()
    window.close()
    assert not laboratory.isVisible()


def test_what_the_session_reports_is_said_here_too(laboratory: Laboratory, session: Session) -> None:
    session.report("Something was wrong.")
    assert laboratory.problem.text() == "Something was wrong."
    assert laboratory.problem.isVisible()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_it_can_be_recoloured_with_results_in_it(laboratory: Laboratory, qtbot: Any, name: str) -> None:
    page = swept(qtbot, laboratory)
    laboratory.set_theme(load_theme(name))
    picture = page.chart.grab().toImage()
    assert picture.pixelColor(2, 2).name() == load_theme(name).panel


def test_lines_are_wider_on_a_projector_and_as_wide_on_every_screen(
    laboratory: Laboratory, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = swept(qtbot, laboratory)
    curve = page.curves[1]
    usual = curve.opts["pen"].widthF()
    laboratory.set_theme(load_theme("light", PROJECTOR))
    assert curve.opts["pen"].widthF() == pytest.approx(PROJECTOR * usual)
    assert set(page.ends.data["size"]) == {8 * PROJECTOR}
    ratio = page.chart.devicePixelRatioF()
    monkeypatch.setattr(Chart, "devicePixelRatioF", lambda chart: 2 * ratio)
    QApplication.sendEvent(laboratory, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert curve.opts["pen"].widthF() == pytest.approx(2 * PROJECTOR * usual)


def test_rates_above_a_narrow_map_are_never_cut(laboratory: Laboratory, session: Session, qtbot: Any) -> None:
    session.set_experiment(replace(BOWL, epochs=2))
    page = laboratory.open(OptimizerMapPage)
    assert isinstance(page, OptimizerMapPage)
    finished(qtbot, page)
    table = page.table
    for width in (1200, laboratory.minimumWidth()):
        laboratory.resize(width, 600)
        for column in range(table.columnCount()):
            head = table.horizontalHeaderItem(column)
            assert head is not None
            assert QFontMetrics(head.font()).horizontalAdvance(head.text()) <= table.columnWidth(column)
