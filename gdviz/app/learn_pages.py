"""The dock to learn in and its pages, imported and made once somebody wants to learn: the window is up sooner."""

from dataclasses import dataclass

from gdviz.views.cards_page import CardsPage
from gdviz.views.clinic_page import ClinicPage
from gdviz.views.course_page import CoursePage
from gdviz.views.glossary_page import GlossaryPage
from gdviz.views.learn_dock import LearnDock
from gdviz.views.lesson_player import LessonPlayer
from gdviz.views.main_window import MainWindow
from gdviz.views.presets_page import PresetsPage
from gdviz.views.quiz_page import QuizPage


@dataclass(frozen=True, slots=True)
class LearnPages:
    """The dock, and the pages that it shows one at a time."""

    dock: LearnDock
    page: CoursePage
    player: LessonPlayer
    quiz: QuizPage
    cards: CardsPage
    glossary: GlossaryPage
    presets: PresetsPage
    clinic: ClinicPage


def make_pages(window: MainWindow) -> LearnPages:
    """Empty pages, and a hidden dock without them."""
    dock = LearnDock(window)
    dock.hide()
    player, glossary = LessonPlayer(window.session), GlossaryPage()
    return LearnPages(dock, CoursePage(), player, QuizPage(), CardsPage(), glossary, PresetsPage(), ClinicPage())
