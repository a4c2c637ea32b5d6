"""The one window: puts the views side by side and gives them menus and keys."""

import math
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gdviz import __version__
from gdviz.core.diagnosis import VERDICTS, Diagnosis
from gdviz.core.proof import prescribed
from gdviz.engine.doctor_known import counts_trials
from gdviz.paths import resource
from gdviz.views.anatomy_view import AnatomyView
from gdviz.views.diagnosis_view import DiagnosisView
from gdviz.views.dialogs import KeysDialog, ScoreDialog, SummaryDialog
from gdviz.views.experiment_panel import ExperimentPanel
from gdviz.views.file_actions import FileActions
from gdviz.views.fitting_tabs import FittingTabs
from gdviz.views.icons import icon
from gdviz.views.late import Late
from gdviz.views.loss_view import LossView
from gdviz.views.menus import STUDIES, Menus
from gdviz.views.notice import Notice
from gdviz.views.opengl import opengl_problem
from gdviz.views.own_files import OwnFiles
from gdviz.views.parts import described, in_reading_order
from gdviz.views.picture import SCALES, Picture
from gdviz.views.picture_stack import SWITCH, PictureStack
from gdviz.views.plane_chooser import PlaneChooser
from gdviz.views.race_view import RaceView
from gdviz.views.runs_view import RunsView
from gdviz.views.status_line import StatusLine
from gdviz.views.surface_view import SurfaceView
from gdviz.views.theme import Theme, load_theme
from gdviz.views.timeline import Timeline
from gdviz.views.transport import Transport
from gdviz.worker.document import Document
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

if TYPE_CHECKING:
    from gdviz.views.laboratory import Laboratory

SMALLEST = (1024, 680)
"""Least width and height; a projector of 1024 x 768 has room for it and the taskbar."""

COLUMNS, LARGE_COLUMNS = (264, 380, 300), (306, 352, 330)
"""Least widths of the three columns, usually and in projector mode, where the form needs more for its letters."""


class MainWindow(QMainWindow):
    """Composes the views. It knows them; they do not know each other.

    Args:
        session: The state that all views share.
        held_looks: What the menu must not change: ``"theme"``, ``"projector"``.
    """

    theme_chosen = Signal(str)
    """A key of `THEMES`."""
    projector_chosen = Signal(bool)
    """Whether everything is to be larger."""
    painted = Signal()
    """The window is on the screen for the first time."""
    closed = Signal()
    """The window is going."""

    def __init__(self, session: Session, held_looks: Collection[str] = ()) -> None:
        """Builds everything; `set_theme` must follow."""
        super().__init__()
        self.session = session
        self._painted = False
        self.kept = KeptRuns(session, self)
        self.document = Document(session, self.kept, self)
        self.files = FileActions(self, self.document)
        self.own_files = OwnFiles(session, self)
        self.files.data_chosen.connect(self.own_files.open)
        self._theme = load_theme("dark")
        self._laboratory: Laboratory | None = None
        self.setWindowIcon(QIcon(str(resource("icons/gdviz.svg"))))
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.resize(1280, 720)
        self._why_flat = ""
        self._held_looks = held_looks
        self._build()
        session.diagnosis_changed.connect(self._mark_doctor)
        self.document.view = self.view_state
        self.document.view_restored.connect(self.restore_view)
        self.files.close_allowed.connect(self.close)

    def _build(self) -> None:
        """Everything that says something."""
        self._build_views()
        self._lay_out()
        self.words = SummaryDialog(self)
        self._menus = Menus(self)
        self._menus.add_pages([spoken(name) for name in STUDIES])
        self._menus.hold_looks(self._held_looks)
        self._menus.theme_chosen.connect(self.theme_chosen)
        self._menus.page_chosen.connect(self._open_page)
        self.setMenuBar(self._menus)
        self.setStatusBar(StatusLine(self.session))
        self.transport.train.setFocus()

    def say_anew(self) -> None:
        """Builds everything anew in the language that Qt speaks now, as it was; the run under way goes on."""
        state, columns, tab = self.view_state(), self.layout_state(), self.details.currentIndex()
        ticked, more = self._menus.ticked(), self.panel.more.isChecked()
        if self._laboratory is not None:
            self._laboratory.close()
            self._laboratory.deleteLater()
            self._laboratory = None
        # Qt lets go of the old contents, menus and status line as soon as new ones are put in their place.
        self.words.deleteLater()
        self._build()
        self.set_theme(self._theme)
        self.restore_view(state)
        self.restore_layout(columns)
        self.details.setCurrentIndex(tab)
        self._menus.tick(ticked)
        self.panel.more.setChecked(more)

    def set_theme(self, theme: Theme) -> None:
        """Recolours every view; the style sheet is the application's."""
        self._theme = theme
        for view in (self._laboratory, *self._themed):
            if view is not None:
                view.set_theme(theme)
        for part, least in zip(self._parts, COLUMNS if theme.scale == 1 else LARGE_COLUMNS, strict=True):
            part.setMinimumWidth(least)
        self._mark_doctor(self.session.diagnosis)

    def _mark_doctor(self, diagnosis: Diagnosis | None) -> None:
        """Puts the verdict's sign on the doctor's tab, so that it is noticed behind another."""
        verdict = VERDICTS[diagnosis.verdict] if diagnosis else None
        level, at = verdict.level if verdict else "unknown", self.details.indexOf(self.doctor)
        colors = {"good": self._theme.good, "warning": self._theme.warning, "bad": self._theme.bad}
        self.details.setTabIcon(at, icon(level, colors.get(level, self._theme.muted), self._theme.muted))
        said = spoken(verdict.title) if verdict else self.tr("No diagnosis yet")
        self.details.setTabToolTip(at, said)
        self.details.tabBar().setAccessibleTabName(at, self.tr("Doctor: {}").format(said))

    @property
    def laboratory(self) -> "Laboratory":
        """The laboratory, imported and made when it is first asked for."""
        if self._laboratory is None:
            from gdviz.views.laboratory import Laboratory

            self._laboratory = Laboratory(self.session, self.kept, self)
            self._laboratory.set_theme(self._theme)
        return self._laboratory

    def check_theme(self, name: str) -> None:
        """Ticks the theme ``name`` in the menu."""
        self._menus.theme_actions[name].setChecked(True)

    def check_projector(self, on: bool) -> None:
        """Ticks projector mode in the menu."""
        self._menus.actions_by_name["projector_chosen"].setChecked(on)

    def view_state(self) -> dict[str, str | float | bool]:
        """What the views show and how: for a session's file, and for the next time."""
        kept = {"picture": self.pictures.preferred, "scale": self.pictures.scale, "curves": self.losses.view_state()}
        return {**kept, "pace": self.session.pace}

    def restore_view(self, state: Any) -> None:
        """Shows what was shown; whatever is not right in ``state`` is left as it is."""
        kept = state if isinstance(state, Mapping) else {}
        picture, scale, pace = (kept.get(name) for name in ("picture", "scale", "pace"))
        if picture in list(SWITCH):
            self.pictures.prefer(picture)
        if scale in list(SCALES):
            self.pictures.set_scale(scale)
        self.losses.restore_view(kept.get("curves"))
        if isinstance(pace, int | float) and not isinstance(pace, bool) and 0 <= pace < math.inf:
            self.session.set_pace(float(pace))

    def layout_state(self) -> QByteArray:
        """How wide the columns are, for the next time."""
        return self._columns.saveState()

    def restore_layout(self, state: QByteArray) -> None:
        """Makes the columns as wide as they were."""
        self._columns.restoreState(state)

    def _build_views(self) -> None:
        problem = self._why_flat or opengl_problem()
        self.surface = None if problem else SurfaceView(self.session)
        if self.surface is not None:
            self.surface.failed.connect(self._on_surface_failed)
        self.pictures = PictureStack(self.session, self.surface, self._make_map, self._make_curve)
        self.timeline = Timeline(self.session)
        self.slice = PlaneChooser(self.session)
        self.pictures.add_beside_title(self.slice)
        self.pictures.add_below(self.timeline)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.pictures.show_focus)
        self.race = RaceView(self.session)
        self.runs = RunsView(self.session, self.kept)
        self.panel = ExperimentPanel(self.session)
        self.transport = Transport(self.session)
        self.losses = LossView(self.session)
        self.doctor = DiagnosisView(self.session)
        self.doctor.evidence_pointed.connect(self.losses.highlight)
        self.doctor.test_asked.connect(self._settle)
        self.doctor.score_asked.connect(self.show_score)
        self.anatomy, self.answers = AnatomyView(self.session), Late(self._make_answers)
        self.notice = Notice(self.session)
        middle, left = (self.pictures, self.timeline), (self.panel, self.transport)
        right = (self.losses, self.doctor, self.anatomy, self.answers, self.race, self.runs)
        self._themed = (*middle, *left, *right, self.notice)
        if problem:
            self._on_surface_failed(problem)

    # pyqtgraph's part in the window's start is a fifth, and these alone need it: they are imported when they are made.

    def _make_map(self) -> Picture:
        from gdviz.views.map_view import MapView

        return MapView(self.session)

    def _make_curve(self) -> Picture:
        from gdviz.views.curve_view import CurveView

        return CurveView(self.session)

    def _make_answers(self) -> QWidget:
        from gdviz.views.boundary_view import BoundaryView

        return BoundaryView(self.session)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.panel, 1)
        column.addWidget(self.transport)
        right = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=8)
        right.addWidget(self.losses)
        self.details = described(FittingTabs(), self.tr("Details"), self.tr("Doctor, race, and more"))
        described(
            self.details.tabBar(), self.tr("Details"), self.tr("Left and right arrow go from one tab to the next")
        )
        self.details.addTab(self.doctor, self.tr("Doctor"))
        self.details.addTab(self.anatomy, self.tr("Step"))
        self.details.addTab(self.answers, self.tr("Answers"))
        self.details.addTab(self.race, self.tr("Race"))
        self.details.addTab(self.runs, self.tr("Runs"))
        right.addWidget(self.details)
        right.setSizes([360, 310])
        in_reading_order(right)
        self._columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=8)
        self._parts = (left, self.pictures, right)
        for part in self._parts:
            self._columns.addWidget(part)
        in_reading_order(self._columns)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([280, 620, 360])
        center = QWidget()
        layout = QVBoxLayout(center)
        layout.setContentsMargins(10, 4, 10, 0)
        layout.setSpacing(8)
        layout.addWidget(self.notice)
        layout.addWidget(self._columns, 1)
        self.setCentralWidget(center)

    def _on_surface_failed(self, reason: str) -> None:
        """Without OpenGL the map takes over, and a sentence says so once."""
        self.pictures.give_up_surface()
        self.surface = None
        if reason != self._why_flat:
            self._why_flat = reason
            self.session.report(reason)

    def show_surface(self) -> None:
        """Shows the surface in 3D."""
        self.pictures.prefer("surface")

    def show_map(self) -> None:
        """Shows the map."""
        self.pictures.prefer("map")

    def show_both(self) -> None:
        """Shows surface and map."""
        self.pictures.prefer("both")

    def new_race(self) -> None:
        """Asks who runs."""
        self.details.setCurrentWidget(self.race)
        self.race.choose()

    def toggle_full_screen(self) -> None:
        """Fills the screen, or goes back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def tell_run(self) -> None:
        """Opens the run in plain sentences."""
        from gdviz.views.run_words import run_in_words

        self.words.tell(run_in_words(self.session))

    def show_keys(self) -> None:
        """Opens the list of all keys."""
        menus = {action.text().replace("&", ""): action.menu() for action in self._menus.actions()}
        KeysDialog({title: menu.actions() for title, menu in menus.items() if isinstance(menu, QMenu)}, self).open()

    def export(self) -> None:
        """Opens what takes pictures, films and numbers away."""
        from gdviz.views.taking_away import open_export

        open_export(self, self.session, self.surface, self.files.folder)

    def _settle(self, test: str) -> None:
        """Runs the test that the doctor names."""
        if test == "range_test" and counts_trials(self.session.experiment):
            self.session.try_rates()
        elif test == "range_test":
            self.laboratory.run_range_test()
        elif test == "longer_run":
            if self.session.set_experiment(prescribed(self.session.experiment, {"epochs": 2.0})):
                self.session.start()
        else:
            self.details.setCurrentWidget(self.anatomy)

    def show_score(self) -> None:
        """Opens how often the doctor is right."""
        ScoreDialog(self).open()

    def close_rooms(self) -> None:
        """Closes what speaks of the run in windows of its own."""
        self.words.close()
        if self._laboratory is not None:
            self._laboratory.close()

    def _open_page(self, number: int) -> None:
        from gdviz.views.laboratory import PAGES

        self.laboratory.open(PAGES[number])

    def about(self) -> None:
        """Says what this is."""
        text = self.tr(
            "<b>gdviz {}</b><p>See a network learn: real Keras training, the loss surface it walks on, and a "
            "doctor for loss curves.<p>Free software under the MIT licence. It never goes on the network."
        ).format(__version__)
        QMessageBox.about(self, self.tr("About gdviz"), text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A single file may be dropped."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the file: a session, a table, a model or a log."""
        if (path := _dropped(event)) is not None:
            event.acceptProposedAction()
            self.files.open_path(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says once that the window can be seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends the run, then goes; nothing is left behind."""
        if not self.files.may_close():
            event.ignore()
            return
        self.closed.emit()
        self.close_rooms()
        self.hide()
        self.session.close()
        event.accept()


def _dropped(event: QDropEvent) -> Path | None:
    """The one file of this computer that is being dropped; None where there is none, or several."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
