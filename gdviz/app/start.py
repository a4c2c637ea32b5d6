"""Start-up, as a list of things to be done in order."""

import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QFileOpenEvent, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gdviz.app.crash import CrashKeeper
from gdviz.app.lab_settings import read_lab_settings
from gdviz.app.learn_menu import LearnMenu
from gdviz.app.learning import Learning
from gdviz.app.settings import PACE, Settings
from gdviz.app.voice import Voice, chosen
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.lessons.library import Library
from gdviz.lessons.progress import Keeper
from gdviz.paths import user_dir
from gdviz.said import together
from gdviz.views.fitting_tabs import scaled
from gdviz.views.main_window import MainWindow
from gdviz.views.theme import PROJECTOR, Theme, load_theme, style_sheet
from gdviz.worker.autosave import Autosave
from gdviz.worker.locks import ADMINISTRATOR
from gdviz.worker.session import Session
from gdviz.worker.tidying import Tidying

LATE = ("gdviz.views.map_view", "gdviz.views.curve_view", "gdviz.views.boundary_view")
"""Views that the first picture does without: they bring pyqtgraph, which takes as long as a fifth of all else."""

LOAD_AFTER_MS = 50
"""So that the first picture is on the screen before the import of TensorFlow takes its share of time."""

ROOM_FOR_DRIVERS = 16 * 2**20
"""Bytes on the disk below which drivers of graphics had better keep nothing there."""


def open_window(file: Path | None = None) -> int:
    """Opens the window and stays until it is closed.

    Args:
        file: A session, table, model or log to begin with.

    Returns:
        The exit status.

    Raises:
        UserError: If there is no screen.
    """
    check_screen()
    application = make_application()
    program = Program(application)
    program.crashes.install()
    program.window.show()
    if file is not None:
        program.window.files.open_path(file)
    try:
        return application.exec()
    finally:
        # Usually closed with the window. Whatever else ends the program, Qt aborts on a thread that still runs.
        program.session.close()


def check_screen() -> None:
    """Makes sure that Qt will find a screen; without one it would end the process.

    Raises:
        UserError: If there is none.
    """
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise UserError(
            "There is no screen here to open a window on", "", "Without one, try gdviz sweep or gdviz diagnose"
        )


def spare_full_disk() -> None:
    """Without room for its cache of compiled programs, Mesa is told to do without.

    Some versions map a file that they could not fill, and the system ends the program at the first touch of it.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    folder = next(path for path in (cache, *cache.parents) if path.exists())
    if sys.platform.startswith("linux") and shutil.disk_usage(folder).free < ROOM_FOR_DRIVERS:
        os.environ |= {"MESA_SHADER_CACHE_DISABLE": "true", "MESA_GLSL_CACHE_DISABLE": "true"}


def make_application() -> QApplication:
    """The Qt application, or the one there is."""
    spare_full_disk()
    application = QApplication.instance() or _first_application()
    assert isinstance(application, QApplication)
    application.setApplicationName("gdviz")
    application.setDesktopFileName("gdviz")
    application.setStyle("Fusion")
    # The window shares Python's lock with the training threads; a fifth of the usual turn keeps it from stuttering.
    sys.setswitchinterval(0.001)
    return application


class Application(QApplication):
    """Qt's application, which macOS tells of double-clicked files in an event."""

    file_opened = Signal(str)
    """The path of a file that was double-clicked."""

    def event(self, event: QEvent) -> bool:
        """Takes the files; anything else is Qt's."""
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def _first_application() -> Application:
    """The application; where Qt would end the process with a core dump, it ends with a sentence and status 2."""
    held_back: list[str] = []

    def on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        held_back.append(message)
        if kind == QtMsgType.QtFatalMsg:
            reason = next((line for line in held_back if "could not" in line.lower()), message)
            hint = "Look at the screen's settings; without a screen, try gdviz sweep or gdviz diagnose"
            sys.stderr.write(f"gdviz: {UserError(f'No window can be opened here: {reason}', '', hint)}\n")
            sys.stderr.flush()
            os._exit(2)

    qInstallMessageHandler(on_message)
    application = Application(sys.argv[:1])
    qInstallMessageHandler(None)
    sys.stderr.writelines(f"{message}\n" for message in held_back)
    return application


class Program(QObject):
    """Session, settings and window, put together.

    Args:
        application: Qt's.
        experiment: What to begin with; by default what there was last time.
        settings: What is remembered; by default the user's, over the administrator's.
    """

    def __init__(
        self, application: QApplication, experiment: Experiment | None = None, settings: Settings | None = None
    ) -> None:
        """Builds everything; the window is not shown yet. TensorFlow loads once it has been painted."""
        super().__init__(application)
        self._application = application
        self.settings = settings or Settings(lab=read_lab_settings())
        lab = self.settings.lab
        self.session = Session(experiment or self.settings.experiment(), PACE, self)
        self.crashes = CrashKeeper(self.session)
        self._loading = QTimer(self, singleShot=True, interval=LOAD_AFTER_MS)
        self._loading.timeout.connect(self._load)
        library, keeper, self.voice = Library(validated), Keeper(user_dir() / "progress.json"), Voice(self)
        self.voice.speak(chosen(library.languages(), *lab.languages(keeper.progress.language)))
        self._lock()
        self.window = MainWindow(self.session, lab.locked)
        self.learning = Learning(self.window, library, keeper, self.voice, lab)
        self.learning.rebuilt.append(self._lock)
        self.learn_menu = LearnMenu(self.learning)
        self.learning.pack_changed.connect(self._on_pack)
        self.settings.restore(self.window)
        self.tidying = Tidying(self)
        self.autosave = Autosave(self.window.document, self.settings.path.parent / "autosave", self)
        self.window.files.last = self.autosave.last
        self.window.files.recent = self.settings.recent()
        self.window.files.recent_changed.connect(self.settings.set_recent)
        self.apply_theme()
        self.window.check_theme(self.settings.theme())
        self.window.check_projector(self.enlarged)
        self.window.theme_chosen.connect(self.choose_theme)
        self.window.projector_chosen.connect(self.choose_projector)
        self.window.painted.connect(self._on_painted)
        self.window.closed.connect(self._on_closed)
        self.session.state_changed.connect(self._on_state)
        if isinstance(application, Application):
            application.file_opened.connect(self._on_file)
        application.styleHints().colorSchemeChanged.connect(self.apply_theme)
        if hasattr(application.styleHints(), "accessibility"):
            application.styleHints().accessibility().contrastPreferenceChanged.connect(self.apply_theme)
        if told := together(lab.problem, self.settings.damaged, self.settings.unkept()):
            self.session.report(told)

    @property
    def enlarged(self) -> bool:
        """Whether everything is larger: as chosen, or because the class pack has it so."""
        pack = self.learning.pack
        return self.settings.projector() or (pack is not None and pack.projector)

    @Slot(str)
    def choose_theme(self, name: str) -> None:
        """Shows and remembers a theme."""
        self.settings.set_theme(name)
        self.apply_theme()

    @Slot(bool)
    def choose_projector(self, on: bool) -> None:
        """Makes everything larger, or as usual, and remembers it."""
        self.settings.set_projector(on)
        self.learning.choose_size()
        self.window.check_projector(on)
        self.apply_theme()

    @Slot()
    def apply_theme(self) -> None:
        """Colours everything as chosen, or as the system has it now, in the size that is chosen."""
        name = self.settings.theme()
        name = system_theme(self._application) if name == "system" else name
        scale = PROJECTOR if self.enlarged else 1.0
        paint(self._application, self.window, load_theme(name, scale))
        self.learning.set_theme(load_theme(name, scale))

    @Slot()
    def _on_pack(self) -> None:
        self.window.check_projector(self.enlarged)
        self.apply_theme()

    def _lock(self) -> None:
        """Holds still what the administrator locked, which is told in the window's language."""
        locked = self.settings.lab.locked & frozenset(FIELDS)
        self.session.locks.hold(ADMINISTRATOR, self.tr("the administrator of this computer"), locked)

    @Slot(str)
    def _on_file(self, path: str) -> None:
        self.window.files.open_path(Path(path))

    @Slot()
    def _load(self) -> None:
        self.session.load(LATE)

    @Slot()
    def _on_painted(self) -> None:
        self._loading.start()
        self.tidying.begin()
        self.autosave.begin()
        for copy in self.autosave.left_behind()[:1]:
            when = datetime.fromtimestamp(copy.stat().st_mtime)
            self.window.files.offer(copy, f"{when:%Y-%m-%d, %H:%M}", self.autosave.forget)

    @Slot(str)
    def _on_state(self, state: str) -> None:
        """TensorFlow is there and has compiled what it needs."""
        if state == "ready":
            self.tidying.settle()

    @Slot()
    def _on_closed(self) -> None:
        self.settings.keep(self.window)
        self.autosave.end()
        self.tidying.end()
        self.voice.be_silent()


def system_theme(application: QApplication) -> str:
    """The theme that fits how the system is set: high contrast, dark or light."""
    hints = application.styleHints()
    # Qt tells of the wish for contrast from version 6.10 on.
    wishes = hints.accessibility() if hasattr(hints, "accessibility") else None
    if wishes is not None and wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def paint(application: QApplication, window: MainWindow, theme: Theme) -> None:
    """Puts the theme's colours everywhere: the palette, the style sheet, and what views draw themselves."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    application.setFont(scaled(font, theme.scale))
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))
    window.set_theme(theme)


def palette(theme: Theme) -> QPalette:
    """The theme's colours for whatever the style sheet does not reach."""
    roles = QPalette.ColorRole
    colors = {
        roles.Window: theme.background,
        roles.Base: theme.panel,
        roles.AlternateBase: theme.raised,
        roles.Button: theme.raised,
        roles.WindowText: theme.text,
        roles.Text: theme.text,
        roles.ButtonText: theme.text,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.accent_text,
        roles.Link: theme.accent,
    }
    result = QPalette()
    for role, color in colors.items():
        result.setColor(role, QColor(color))
    return result
