"""What the program remembers from one time to the next, in one small file of the user's."""

import json
import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from gdviz.core.experiment import Experiment
from gdviz.core.experiment_json import from_plain, to_plain
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.paths import user_dir
from gdviz.views.main_window import THEMES, MainWindow

PACE = 150.0
"""Steps a second at the first start: the iris network walks its 900 steps in six seconds, slow enough to be watched."""


class Settings:
    """Window, theme, speed and experiment, kept in ``settings.ini``. What cannot be read is as if it were not there."""

    def __init__(self, folder: Path | None = None) -> None:
        """Reads the file in ``folder``, the user's by default; a damaged one is set aside, and `damaged` says so."""
        self.path = (folder or user_dir()) / "settings.ini"
        self.damaged = ""
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)
        if self._store.status() != QSettings.Status.NoError or not _is_text(self.path):
            self.damaged = _set_aside(self.path)
            self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    def experiment(self) -> Experiment:
        """The experiment of last time, or the first one."""
        try:
            return validated(from_plain(json.loads(str(self._store.value("experiment", "{}")))))
        except (ValueError, RecursionError, UserError):
            return Experiment()

    def pace(self) -> float:
        """Steps a second, 0 for as fast as possible."""
        try:
            pace = float(str(self._store.value("pace", PACE)))
        except ValueError:
            return PACE
        return pace if 0 <= pace < math.inf else PACE

    def theme(self) -> str:
        """The chosen theme, a key of ``THEMES``."""
        name = str(self._store.value("theme", "system"))
        return name if name in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Remembers the chosen theme."""
        self._store.setValue("theme", name)

    def recent(self) -> list[str]:
        """Session files opened or saved before, the newest first."""
        try:
            paths = json.loads(str(self._store.value("recent", "[]")))
        except (ValueError, RecursionError):
            return []
        return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []

    def set_recent(self, paths: list[str]) -> None:
        """Remembers them."""
        self._store.setValue("recent", json.dumps(paths))

    def restore(self, window: MainWindow) -> None:
        """Puts the window where it was, if that is still on a screen."""
        geometry, columns = self._store.value("geometry"), self._store.value("columns")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        if isinstance(columns, QByteArray):
            window.restore_layout(columns)

    def keep(self, window: MainWindow) -> None:
        """Remembers how things are now. A disk that cannot be written to is no reason to trouble anybody at closing."""
        self._store.setValue("geometry", window.saveGeometry())
        self._store.setValue("columns", window.layout_state())
        self._store.setValue("pace", window.session.pace)
        self._store.setValue("experiment", json.dumps(to_plain(window.session.experiment)))
        self._store.sync()


def _is_text(path: Path) -> bool:
    """Whether the file has the form that Qt gives it: sections of plain text. One that is not there or empty has."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    except OSError:
        return True
    return "\0" not in text and (not text.strip() or text.lstrip().startswith("["))


def _set_aside(path: Path) -> str:
    """Renames a damaged file so that it can be looked at; returns a sentence about it."""
    aside = path.with_suffix(".damaged")
    try:
        path.replace(aside)
    except OSError as error:
        return f"The settings in {path} could not be read and start afresh: {error.strerror}."
    return f"The settings could not be read and start afresh; the damaged file was kept as {aside}."
