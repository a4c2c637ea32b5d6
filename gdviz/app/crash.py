"""A fault of ours costs a file on this computer, not the window and not the lesson."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Slot

from gdviz.app.crash_file import write_crash
from gdviz.worker.session import Session


class CrashKeeper(QObject):
    """Writes down every exception that nobody caught, and tells the session.

    Args:
        session: Where to say so; also its ``crashed`` signal is listened to.
    """

    def __init__(self, session: Session) -> None:
        """Does not yet catch what escapes elsewhere; call `install`."""
        super().__init__(session)
        self._session = session
        self._kept: set[str] = set()
        session.crashed.connect(self.keep)

    def install(self) -> None:
        """Catches what escapes from slots and events as well, which PySide hands to ``sys.excepthook``."""
        sys.excepthook = self._hook

    @Slot(object)
    def keep(self, error: BaseException) -> None:
        """Writes the file and says where it is; a fault that comes with every repaint is written down once."""
        story = f"{type(error)} {traceback.extract_tb(error.__traceback__)[-1:]}"
        if story in self._kept:
            return
        self._kept.add(story)
        sentence = self.tr(
            "Something went wrong inside gdviz. You can go on; if it happens again, save your work and restart"
        )
        try:
            self._session.report(
                self.tr("{}. What happened is written down in {}.").format(sentence, write_crash(error))
            )
        except OSError as problem:
            self._session.report(self.tr("{}. It could not be written down: {}.").format(sentence, problem.strerror))

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.keep(error)
