"""What is learnt in windows of its own: the code challenge, the hand-in, and the guide for whoever writes lessons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout

from gdviz.app.learning import Learning
from gdviz.errors import UserError
from gdviz.lessons.library import FIRST, own_folder
from gdviz.paths import resource

if TYPE_CHECKING:
    from gdviz.views.challenge_dialog import ChallengeDialog
    from gdviz.views.hand_in_dialog import HandInDialog

GUIDE = "lessons/{}/guide.md"
"""The guide for authors, by language."""

TECHNICIANS = "lessons/{}/technicians.md"
"""The page for technicians, by language."""


class LearnRooms(QObject):
    """Opens the windows, one of a kind at a time, and closes them with the program.

    Args:
        learning: The course.
    """

    def __init__(self, learning: Learning) -> None:
        """Opens nothing yet."""
        super().__init__(learning)
        self._learning, self._window = learning, learning.window
        self.challenge: ChallengeDialog | None = None
        self.hand_in: HandInDialog | None = None
        self.guide: QDialog | None = None
        learning.tools |= {"challenge": self.open_challenge, "hand_in": self.open_hand_in}
        self._window.closed.connect(self.close)

    def close(self) -> None:
        """Closes every window."""
        for room in (self.challenge, self.hand_in, self.guide):
            if room is not None:
                room.close()

    def open_challenge(self) -> None:
        """Opens the code challenge; what was written there before is still there."""
        from gdviz.views.challenge_dialog import ChallengeDialog

        if self.challenge is None:
            self.challenge = ChallengeDialog(self._learning.theme, self._window)
        self.challenge.show()
        self.challenge.raise_()

    def open_hand_in(self) -> None:
        """Opens the hand-in for the settings as they stand, with the rates that were tried in the lesson, if three."""
        from gdviz.views.hand_in_dialog import FACTORS, HandInDialog

        self._learning.leave_clinic()
        session = self._learning.session
        tried = {run.experiment.learning_rate for run in self._learning.player.watcher.facts.ended}
        rates = tuple(sorted(tried)) if len(tried) == len(FACTORS) else ()
        if self.hand_in is not None:
            self.hand_in.close()
            self.hand_in.deleteLater()
        self.hand_in = HandInDialog(session.experiment, rates, self._window)
        self.hand_in.crashed.connect(session.crashed)
        self.hand_in.show()

    def open_guide(self) -> None:
        """Shows how to write a lesson."""
        self._show_page(GUIDE, self.tr("How to write a lesson"))

    def open_technicians(self) -> None:
        """Shows what whoever looks after computers must know."""
        self._show_page(TECHNICIANS, self.tr("For technicians"))

    def _show_page(self, name: str, title: str) -> None:
        """Shows a page in a window of its own, in place of the one before."""
        try:
            text = resource(name.format(self._learning.language)).read_text(encoding="utf-8")
        except FileNotFoundError:
            text = resource(name.format(FIRST)).read_text(encoding="utf-8")
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
        self.guide = QDialog(self._window)
        self.guide.setWindowTitle(title)
        self.guide.resize(820, 680)
        page = QTextBrowser()
        page.setMarkdown(text)
        QVBoxLayout(self.guide).addWidget(page)
        self.guide.show()

    def open_own_folder(self) -> None:
        """Makes the folder for a teacher's own lessons, if need be, and shows it; from now on it is watched."""
        folder = own_folder() / self._learning.language
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._learning.session.report(str(UserError(f"The folder {folder} cannot be made: {error.strerror}")))
            return
        self._learning.watch_own_files()
        self._learning.session.report(self.tr("Your own lesson files belong in {}").format(folder))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
