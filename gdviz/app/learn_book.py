"""What there is to learn with: the course, and the pages that show it, read and made when they are first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gdviz.app.lab_settings import LabSettings
from gdviz.app.voice import Voice, chosen
from gdviz.lessons.library import TRANSLATION, Library
from gdviz.lessons.model import Course
from gdviz.lessons.progress import Keeper, Progress
from gdviz.views.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from gdviz.app.learn_pages import LearnPages
    from gdviz.lessons.class_files import Pack
    from gdviz.views.cards_page import CardsPage
    from gdviz.views.clinic_page import ClinicPage
    from gdviz.views.course_page import CoursePage
    from gdviz.views.glossary_page import GlossaryPage
    from gdviz.views.learn_dock import LearnDock
    from gdviz.views.lesson_player import LessonPlayer
    from gdviz.views.presets_page import PresetsPage
    from gdviz.views.quiz_page import QuizPage


class LearnBook(QObject):
    """The course and its pages. Together they take as long as the whole window, so nothing is made before its time.

    Args:
        window: Where the dock goes.
        library: The lesson files.
        keeper: What has been done, and in which language.
        voice: What the window speaks with.
        lab: What the administrator of this computer says of language and lessons.
    """

    def __init__(self, window: MainWindow, library: Library, keeper: Keeper, voice: Voice, lab: LabSettings) -> None:
        """Reads and makes nothing."""
        super().__init__(window)
        self.window, self.session = window, window.session
        self.library, self.keeper, self.voice, self.lab = library, keeper, voice, lab
        self.pack: Pack | None = None
        self.rebuilt: list[Callable[[], None]] = []
        self.built: list[Callable[[], None]] = []
        self._course: Course | None = None
        self._pages: LearnPages | None = None

    @property
    def progress(self) -> Progress:
        """What has been done."""
        return self.keeper.progress

    @property
    def language(self) -> str:
        """The language that is locked, else the class pack's, the one chosen, the administrator's, the system's."""
        own = self.pack.language if self.pack else "", self.progress.language
        return chosen(self.library.languages(), *self.lab.languages(*own))

    @property
    def course(self) -> Course:
        """The course in the language chosen."""
        if self._course is None:
            self._course, found = self.library.course(self.language)
            # A lesson in one language only can be read in it; its author is told by `gdviz lessons --check`.
            if problems := [each for each in found if each.expected != TRANSLATION]:
                self.session.report(f"{problems[0]} ({len(problems)})")
        return self._course

    @property
    def pages(self) -> "LearnPages":
        """The dock and its pages."""
        if self._pages is None:
            from gdviz.app.learn_pages import make_pages

            self._pages = make_pages(self.window)
            self._fill()
            for told in self.built:
                told()
        return self._pages

    @property
    def dock(self) -> "LearnDock":
        """What the pages are shown in."""
        return self.pages.dock

    @property
    def page(self) -> "CoursePage":
        """The course at a glance."""
        return self.pages.page

    @property
    def player(self) -> "LessonPlayer":
        """What plays lessons."""
        return self.pages.player

    @property
    def quiz(self) -> "QuizPage":
        """The quiz."""
        return self.pages.quiz

    @property
    def cards(self) -> "CardsPage":
        """The flashcards."""
        return self.pages.cards

    @property
    def glossary(self) -> "GlossaryPage":
        """The glossary."""
        return self.pages.glossary

    @property
    def presets(self) -> "PresetsPage":
        """Settings worth a look."""
        return self.pages.presets

    @property
    def clinic(self) -> "ClinicPage":
        """Mystery runs."""
        return self.pages.clinic

    def begin_anew(self) -> None:
        """Forgets what was read and made; the window speaks the language that is chosen now."""
        self._course = self._pages = None
        if self.voice.language != self.language:
            self.voice.speak(self.language)
            self.window.say_anew()
        for told in self.rebuilt:
            told()

    def _fill(self) -> None:
        """Gives new pages their titles, their contents and somebody who listens."""
        raise NotImplementedError
