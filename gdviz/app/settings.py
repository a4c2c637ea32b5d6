"""What the program remembers from one time to the next, in one small file of the user's."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gdviz.app.lab_settings import LabSettings
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.experiment_json import from_plain, to_plain
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.paths import user_dir
from gdviz.said import Said
from gdviz.views.main_window import MainWindow
from gdviz.views.menus import THEMES
from gdviz.worker.locks import FOLLOWS

PACE = 150.0
"""Steps a second at the first start: the iris network walks its 900 steps in six seconds, slow enough to be watched."""

HEAD_LINE, REACH = 24, 120
"""Height in pixels of a window's head line, and how much of its width must be on a screen to take hold of it."""

LEAST_ROOM = 2**20
"""Bytes on the disk below which nothing can be relied on to be kept."""


class Settings:
    """Window, theme, speed and experiment, kept in ``settings.ini``. What cannot be read is as if it were not there.

    Args:
        folder: Where the file is, the user's own by default.
        lab: What the administrator of this computer laid down, below the user's own settings.
    """

    def __init__(self, folder: Path | None = None, lab: LabSettings | None = None) -> None:
        """Reads the file; a damaged one is set aside, and `damaged` says so."""
        self.lab = lab or LabSettings()
        self.path = (folder or user_dir()) / "settings.ini"
        self.damaged = ""
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)
        if self._store.status() != QSettings.Status.NoError or not _is_text(self.path):
            self.damaged = _set_aside(self.path)
            self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    def unkept(self) -> str:
        """A sentence, where nothing can be kept from one time to the next; else empty."""
        folder = next(path for path in self.path.parents if path.exists())
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            return Said("Settings and backups are not kept: {} cannot be written to.", folder)
        if shutil.disk_usage(folder).free < LEAST_ROOM:
            return Said("Settings and backups are not kept: there is no room left on the disk of {}.", folder)
        return ""

    def experiment(self) -> Experiment:
        """The experiment of last time, or the first one; what is locked stands as the administrator says."""
        try:
            found = validated(from_plain(json.loads(str(self._store.value("experiment", "")))))
            return validated(self._locked(found))
        except (ValueError, RecursionError, UserError):
            return self.lab.experiment

    def _locked(self, found: Experiment) -> Experiment:
        """The experiment with everything as the administrator says that is locked, and what belongs to it."""
        own = [each for each, owner in FOLLOWS.items() if getattr(found, owner) != getattr(self.lab.experiment, owner)]
        locked = {name for name in FIELDS if name in self.lab.locked}
        locked |= {name for name in own if FOLLOWS[name] in self.lab.locked}
        return replace(found, **{name: getattr(self.lab.experiment, name) for name in locked})

    def theme(self) -> str:
        """The chosen theme, a key of ``THEMES``."""
        name = self.lab.theme if "theme" in self.lab.locked else str(self._store.value("theme", self.lab.theme))
        return name if name in THEMES else "system"

    def set_theme(self, name: str) -> None:
        """Remembers the chosen theme."""
        self._store.setValue("theme", name)

    def projector(self) -> bool:
        """Whether everything is to be larger, as for a projector."""
        if "projector" in self.lab.locked or not self._store.contains("projector"):
            return self.lab.projector
        return str(self._store.value("projector")).lower() == "true"

    def set_projector(self, on: bool) -> None:
        """Remembers whether everything is to be larger."""
        self._store.setValue("projector", on)

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
        """Puts the window where it was, if that is still on a screen, with the views as they were."""
        geometry, columns = self._store.value("geometry"), self._store.value("columns")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
            bring_back(window)
        window.restore_view(_from_json(self._store.value("view")))
        if isinstance(columns, QByteArray):
            window.restore_layout(columns)

    def keep(self, window: MainWindow) -> None:
        """Remembers how things are now. A disk that cannot be written to is no reason to trouble anybody at closing."""
        self._store.setValue("geometry", window.saveGeometry())
        self._store.setValue("columns", window.layout_state())
        self._store.setValue("view", json.dumps(window.view_state()))
        self._store.setValue("experiment", json.dumps(to_plain(window.session.own_experiment)))
        self._store.sync()


def bring_back(window: QWidget) -> None:
    """Moves a window onto a screen, and makes it no larger than that, where its head line cannot be reached any more.

    The screen it stood on may be gone, or smaller than it was.
    """
    head = QRect(window.pos(), QSize(window.width(), HEAD_LINE))
    seen = [screen.availableGeometry().intersected(head) for screen in QGuiApplication.screens()]
    if window.isMaximized() or window.isFullScreen() or any(part.width() > REACH and part.height() for part in seen):
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(room.size()).expandedTo(window.minimumSize()))
    window.move(max(room.left(), room.center().x() - window.width() // 2), room.top() + room.height() // 10)


def _from_json(text: Any) -> Any:
    """What JSON text holds; None where it is none."""
    try:
        return json.loads(str(text))
    except (ValueError, RecursionError):
        return None


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
