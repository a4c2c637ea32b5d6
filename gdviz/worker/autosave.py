"""A copy of the session every half minute, so that a crash or a power cut costs half a minute.

Each running program has a copy of its own, guarded by a lock file: a copy whose lock nobody holds any more was left
behind by a program that did not end properly.
"""

import os
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo, QTimer

from gdviz.core.session_file import ENDING, write_session
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.worker.document import Document
from gdviz.worker.job import Job

INTERVAL_MS = 30_000
"""From one copy to the next."""

LAST = f"last{ENDING}"
"""The session that was left without being saved."""


class Autosave(QObject):
    """Keeps a copy of the document in a folder of its own while the program runs.

    Args:
        document: What to copy.
        folder: Where the copies of all running programs lie.
        parent: The Qt parent.
    """

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        """Begins to watch; nothing is written before there is something to save."""
        super().__init__(parent)
        self._document, self._folder = document, folder
        host = "".join(letter for letter in QSysInfo.machineHostName() if letter.isalnum())
        # Two computers may share a user's folder, and then number their programs alike.
        self.path = folder / f"session-{host}-{os.getpid()}{ENDING}"
        self._lock: QLockFile | None = None
        self._job: Job | None = None
        self._copied = document.version
        self._told = False
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.copy)
        document.leaving.connect(self._on_leaving)

    def begin(self) -> None:
        """Copies from now on."""
        self._timer.start()

    def left_behind(self) -> list[Path]:
        """Copies of programs that did not end properly, the newest first."""
        found = [path for path in self._folder.glob(f"session-*{ENDING}") if path != self.path]
        orphans = [path for path in found if self._is_orphan(path)]
        return sorted(orphans, key=lambda path: path.stat().st_mtime, reverse=True)

    def forget(self, path: Path) -> None:
        """Deletes such a copy."""
        for gone in (path, _lock_of(path)):
            try:
                gone.unlink(missing_ok=True)
            except OSError as error:
                self._document.session.report(Said("{} could not be deleted: {}.", gone, error.strerror))

    def copy(self) -> None:
        """Makes a copy in the background, if anything has changed since the last one."""
        if self._job is not None or not self._document.modified or self._document.version == self._copied:
            return
        if not self._is_ready():
            return
        self._copied = self._document.version
        self._job = Job(self._document.writing(self.path), self)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self._job.start()

    @property
    def last(self) -> Path:
        """Where the session is that was left without being saved, if there is one."""
        return self._folder / LAST

    def set_aside(self) -> bool:
        """Puts a session of worth that was never saved where `last` is; whether there was one, and it could be."""
        if not self._document.is_worth_keeping:
            return False
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_session(self.last, self._document.saved())
        except (OSError, UserError) as error:
            self._document.session.report(Said("The runs that were not saved could not be set aside. {}", str(error)))
            return False
        return True

    def _on_leaving(self) -> None:
        if self.set_aside():
            self._document.session.report(Said("The runs that were not saved are under File, Reopen last session."))

    def end(self) -> None:
        """The program ends properly: what is of worth is set aside, and no copy is needed any more."""
        self._timer.stop()
        self.set_aside()
        if self._job is not None:
            self._job.wait()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
            self.forget(self.path)

    def _is_ready(self) -> bool:
        """Whether the folder is there and this program's copy is locked."""
        if self._lock is None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
            except OSError:
                return False
            self._lock = QLockFile(str(_lock_of(self.path)))
            # A lock is held for as long as its program runs, however long that is.
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
        return True

    def _is_orphan(self, path: Path) -> bool:
        lock = QLockFile(str(_lock_of(path)))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return False
        lock.unlock()
        return True

    def _on_failed(self, error: Exception) -> None:
        """A full disk is said once, not every half minute."""
        if not isinstance(error, UserError):
            self._document.session.crashed.emit(error)
        elif not self._told:
            self._told = True
            self._document.session.report(Said("The session is not being backed up. {}", error))

    def _on_finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")
