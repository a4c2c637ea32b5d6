"""The session as a document: opened, changed, saved, and saved behind one's back in case of a crash."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gdviz.core.session_file import SavedSession, read_session, write_session
from gdviz.errors import UserError
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session

View = Mapping[str, str | float | bool]


class Document(QObject):
    """Ties the session and its kept runs to a file.

    Args:
        session: The state.
        kept: The history list.
        parent: The Qt parent.
    """

    changed = Signal()
    """Another file, or now modified, or no longer."""
    view_restored = Signal(object)
    """How the session in an opened file was looked at, to be taken over by whoever shows it."""
    leaving = Signal()
    """Another session is about to take the place of this one."""
    opened = Signal(str)
    """A file was opened or saved under this path."""

    def __init__(self, session: Session, kept: KeptRuns, parent: QObject | None = None) -> None:
        """Begins with no file, unmodified."""
        super().__init__(parent)
        self.session, self.kept = session, kept
        self.path: Path | None = None
        self.modified = False
        self.version = 0
        """Counts changes."""
        self.view: Callable[[], View] = dict
        """Says how the session is looked at now."""
        session.experiment_changed.connect(self._on_experiment)
        session.trajectory_changed.connect(self._on_trajectory)
        kept.changed.connect(self._on_kept)
        self._known: tuple[object, ...] = self._content()

    @property
    def name(self) -> str:
        """The file's name without its ending; empty without a file."""
        return self.path.stem if self.path is not None else ""

    def saved(self) -> SavedSession:
        """The session as it is now. It costs nothing: what is recorded already does not change any more."""
        return SavedSession(self.session.experiment, self.kept.runs, self.kept.present(), dict(self.view()))

    def open(self, path: Path) -> bool:
        """Opens a session file in place of the present session; whether it could be."""
        if not self._opened(path):
            return False
        self._set_file(path)
        self.opened.emit(str(path))
        return True

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there are runs that came to their end and are in no file."""
        return self.path is None and self.modified and bool(self.kept.runs)

    def recover(self, path: Path) -> bool:
        """Opens a copy that was made unasked: the session has no file and is not saved. Whether it could be."""
        if not self._opened(path):
            return False
        self.path, self.modified, self._known, self.version = None, True, self._content(), self.version + 1
        self.changed.emit()
        return True

    def _opened(self, path: Path) -> bool:
        try:
            saved = read_session(path)
            self.leaving.emit()
            self.take(saved)
        except UserError as error:
            self.session.report(str(error))
            return False
        return True

    def take(self, saved: SavedSession) -> None:
        """Takes over a session that was read.

        Raises:
            UserError: If its experiment cannot be had here or is locked; then nothing has changed.
        """
        experiment = self.session.admitted(saved.experiment)
        self.session.set_runners(())
        self.kept.set_runs(saved.runs)
        self.session.restore(experiment, saved.present.trajectory if saved.present else None)
        self.view_restored.emit(saved.view)

    def save(self, path: Path) -> bool:
        """Saves the session under ``path``; whether it could be."""
        try:
            write_session(path, self.saved())
        except UserError as error:
            self.session.report(str(error))
            return False
        self._set_file(path)
        self.opened.emit(str(path))
        return True

    def writing(self, path: Path) -> Callable[[], Iterator[Path]]:
        """The work that saves a copy of the session as it is now, for a `Job`."""
        saved = self.saved()

        def work() -> Iterator[Path]:
            write_session(path, saved)
            yield path

        return work

    def _set_file(self, path: Path) -> None:
        self.path, self.modified = path, False
        self._known = self._content()
        self.changed.emit()

    def _content(self) -> tuple[object, ...]:
        """What a file would hold, to be compared."""
        trajectory = self.session.trajectory
        count = trajectory.count if trajectory is not None else 0
        return self.session.experiment, *((id(trajectory), count) if count else ()), *map(id, self.kept.runs)

    def _touch(self) -> None:
        """Something was announced; whether it changed what a file would hold is seen here."""
        now = self._content()
        if now == self._known:
            return
        self._known, self.version = now, self.version + 1
        if not self.modified:
            self.modified = True
            self.changed.emit()

    def _on_experiment(self) -> None:
        self._touch()

    def _on_trajectory(self) -> None:
        self._touch()

    def _on_kept(self) -> None:
        self._touch()
