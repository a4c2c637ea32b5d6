"""Everything to be learnt, put together: the pages, the dock they are shown in, and what is remembered."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gdviz.app.lab_settings import LabSettings
from gdviz.app.learn_book import LearnBook
from gdviz.app.sealing import seal
from gdviz.app.voice import Voice
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.errors import UserError
from gdviz.lessons.class_files import Pack
from gdviz.lessons.library import Library, lessons_of, own_folder
from gdviz.lessons.marks import Bet, Marks
from gdviz.lessons.model import Course, Lesson, Preset
from gdviz.lessons.progress import Keeper, Progress
from gdviz.lessons.questions import Judgement
from gdviz.views.main_window import MainWindow
from gdviz.views.theme import Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable

ROOM = 1310
"""Width of the window from which on the dock stands at the left; in a narrower one it lies at the bottom."""

LOWEST = 210
"""Height of the dock where it lies below the pictures."""

RELOAD = 200
"""Milliseconds after a lesson file changed until it is read: an editor saves in several strokes."""


class Learning(LearnBook):
    """The course in the window: what is open, what is done, and what that changes in the window.

    Its arguments are those of `LearnBook`; without an administrator, nothing is laid down.
    """

    pack_changed = Signal()
    """A class pack was opened or left."""

    def __init__(
        self, window: MainWindow, library: Library, keeper: Keeper, voice: Voice, lab: LabSettings | None = None
    ) -> None:
        """Shows nothing yet."""
        super().__init__(window, library, keeper, voice, lab or LabSettings())
        self._sealed = False
        self.theme = load_theme("dark")
        self.tools: dict[str, Callable[[], None]] = {}
        self._watch_files()
        if self.keeper.damaged:
            self.session.report(self.keeper.damaged)

    def set_theme(self, theme: Theme) -> None:
        """Recolours every page."""
        self.theme = theme
        if self._pages is not None:
            for page in (self.player, self.quiz, self.presets, self.clinic):
                page.set_theme(theme)

    def keep(self, progress: Progress) -> None:
        """Remembers; a disk that cannot be written to is told."""
        try:
            self.keeper.keep(progress)
        except UserError as error:
            self.session.report(str(error))

    def set_language(self, language: str) -> None:
        """Goes on in another language, at the same place."""
        if self.pack is not None:
            self.pack = replace(self.pack, language="")
        self.keep(replace(self.progress, language=language))
        self.reload()

    def choose_size(self) -> None:
        """The person chose how large everything is: the class pack has no say in it any more."""
        if self.pack is not None:
            self.pack = replace(self.pack, projector=False)

    def reload(self) -> None:
        """Reads all files again, and shows the same place of the course."""
        if self._pages is None:
            self.begin_anew()
            return
        shown, lesson, number = not self.dock.isHidden(), self.player.lesson, self.player.number
        area = self.window.dockWidgetArea(self.dock)
        self._tear_down()
        self.begin_anew()
        self.unseal()
        if shown:
            self.open_course()
            self.window.addDockWidget(area, self.dock)
            again = self.course.lesson(lesson.key) if lesson else None
            if again:
                self.open_lesson(again, number)

    def open_course(self) -> None:
        """Shows the course page."""
        self.player.close_lesson()
        self.unseal()
        self._place()
        self.dock.show_page(self.page, home=False)
        self.page.show_course(self.shown_course, self.progress, self.pack)

    @property
    def shown_course(self) -> Course:
        """The course, with the lessons alone that a class pack names, or else the administrator."""
        named = (self.pack.lessons if self.pack else ()) or self.lab.lessons
        return replace(self.course, lessons=lessons_of(self.course, named))

    def open_lesson(self, lesson: Lesson, number: int | None = None) -> None:
        """Opens a lesson where it was left, or at a step."""
        self.unseal()
        self._place()
        self.dock.show_page(self.player)
        self.player.open(self.course, lesson, self.progress.at.get(lesson.key, 0) if number is None else number)

    def open_quiz(self) -> None:
        """Begins a quiz."""
        self.show_page(self.quiz)
        self.quiz.begin(self.course.quiz, self.progress.quizzes)

    def open_cards(self) -> None:
        """Begins a round of flashcards."""
        self.show_page(self.cards)
        self.cards.show_cards(self.course.cards, self.progress.boxes, self.progress.rounds)

    def open_glossary(self, key: str = "") -> None:
        """Shows the glossary, at a term."""
        self.show_page(self.glossary)
        self.glossary.show_term(key)

    def open_presets(self) -> None:
        """Shows the presets."""
        self.show_page(self.presets)

    def open_clinic(self) -> None:
        """Calls the first patient in."""
        self.show_page(self.clinic)
        self.seal()
        self.clinic.begin(self.course, len(self.progress.done))

    def open_tool(self, key: str) -> None:
        """Opens one of `gdviz.lessons.model.TOOLS`."""
        self.tools[key]()

    def use_pack(self, pack: Pack | None) -> None:
        """Shows the course of a class, or the whole course again."""
        self.pack = pack
        self.library = self.library.with_texts(pack.files if pack else {})
        self.reload()
        self.pack_changed.emit()
        self.open_course()

    def _fill(self) -> None:
        """Gives new pages their titles, their contents and somebody who listens."""
        pages = {
            self.page: self.tr("Course"),
            self.player: self.tr("Lesson"),
            self.quiz: self.tr("Quiz"),
            self.cards: self.tr("Flashcards"),
            self.glossary: self.tr("Glossary"),
            self.presets: self.tr("Presets"),
            self.clinic: self.tr("Mystery clinic"),
        }
        for page, title in pages.items():
            self.dock.add_page(page, title)
        self.glossary.show_terms(self.course.glossary)
        self.quiz.glossary = self.presets.glossary = self.course.glossary
        self.presets.show_presets((*(self.pack.presets if self.pack else ()), *self.course.presets))
        self.tools |= {
            "quiz": self.open_quiz,
            "cards": self.open_cards,
            "glossary": self.open_glossary,
            "clinic": self.open_clinic,
        }
        self._connect()
        self.set_theme(self.theme)

    def _connect(self) -> None:
        self.window.closed.connect(self.player.watcher.close)
        self.dock.home_wanted.connect(self.open_course)
        self.dock.put_away.connect(self.player.close_lesson)
        self.dock.put_away.connect(self.unseal)
        self.page.lesson_chosen.connect(self.open_lesson)
        self.page.reset_chosen.connect(self._on_reset)
        self.page.presets_chosen.connect(self.open_presets)
        self.player.moved.connect(self._on_moved)
        self.player.bet_placed.connect(self._on_bet)
        self.player.step_done.connect(self._on_step_done)
        self.player.lesson_done.connect(self.open_course)
        self.player.locked.connect(self._on_locked)
        self.player.held.connect(self._on_held)
        self.player.tool_wanted.connect(self.open_tool)
        self.quiz.ended.connect(self._on_quiz)
        self.cards.boxes_changed.connect(self._on_boxes)
        self.presets.preset_chosen.connect(self._on_preset)
        self.clinic.run_wanted.connect(self._on_patient)

    def _tear_down(self) -> None:
        self.player.close_lesson()
        self.window.removeDockWidget(self.dock)
        self.dock.hide()
        self.dock.deleteLater()

    def _place(self) -> None:
        """Docks it where there is room, unless it is in sight already."""
        if not self.dock.isHidden():
            return
        wide = self.window.width() >= ROOM
        area = Qt.DockWidgetArea.LeftDockWidgetArea if wide else Qt.DockWidgetArea.BottomDockWidgetArea
        self.window.addDockWidget(area, self.dock)
        self.dock.show()
        size = (340, Qt.Orientation.Horizontal) if wide else (LOWEST, Qt.Orientation.Vertical)
        self.window.resizeDocks([self.dock], [size[0]], size[1])

    def show_page(self, page: QWidget) -> None:
        """Shows a page in place of the lesson, which is kept."""
        self.player.close_lesson()
        self.unseal()
        self._place()
        self.dock.show_page(page)

    def seal(self) -> None:
        """Takes everything out of sight that would tell what is being trained, and what is wrong with it."""
        if not self._sealed:
            self._sealed = True
            self.session.set_aside()
            self.session.locks.hold("clinic", self.tr("the mystery clinic"), FIELDS)
            seal(self.window, True)

    def unseal(self) -> None:
        """Gives it all back, with the settings and the run of before."""
        if self._sealed:
            self._sealed = False
            self.session.locks.hold("clinic", "", ())
            self.session.take_back()
            seal(self.window, False)

    def leave_clinic(self) -> None:
        """Goes back to the course, should a sealed run be shown: what is wanted would tell what it is."""
        if self._sealed:
            self.open_course()

    def _on_moved(self, lesson: Lesson, number: int) -> None:
        self.dock.title.setText(lesson.title)
        self.keep(self.progress.moved(lesson, number))

    def _on_bet(self, key: str, judgement: Judgement, confidence: float) -> None:
        self.keep(self.progress.bet(Bet(key, judgement.right, confidence, judgement.given)))

    def _on_step_done(self, key: str) -> None:
        if key not in self.progress.done:
            self.keep(self.progress.finished(key))

    def _on_reset(self, lesson: Lesson) -> None:
        self.keep(self.progress.without(lesson))
        self.open_course()

    def _on_locked(self, locked: tuple[str, ...], hidden: tuple[str, ...]) -> None:
        title = self.player.lesson.title if self.player.lesson else ""
        self.session.locks.hold("lesson", self.tr("the lesson \u201c{}\u201d").format(title), locked)
        self.window.panel.set_hidden(hidden)

    def _on_held(self, held: bool) -> None:
        self.window.transport.setEnabled(not held)

    def _on_quiz(self, worth: Marks) -> None:
        best = round(100 * worth.right / max(worth.count, 1))
        known = self.progress
        self.keep(replace(known, quizzes=known.quizzes + 1, quiz_best=max(best, known.quiz_best)))

    def _on_boxes(self, boxes: dict[str, int], rounds: int) -> None:
        self.keep(replace(self.progress, boxes=boxes, rounds=rounds))

    def _on_preset(self, preset: Preset) -> None:
        # Whoever made the pack locked it knowing its presets.
        own = self.pack is not None and preset in self.pack.presets
        if self.session.set_up(preset.setup) if own else self.session.set_experiment(preset.setup):
            self.session.reset()

    def _on_patient(self, experiment: Experiment) -> None:
        self.session.set_up(experiment)
        self.session.reset()
        self.session.start()

    def _watch_files(self) -> None:
        """Whoever writes a lesson sees every save at once."""
        self._soon = QTimer(self, singleShot=True, interval=RELOAD)
        self._soon.timeout.connect(self._on_files)
        self._stamp = self.library.stamp()
        self._files = QFileSystemWatcher(self)
        self.watch_own_files()
        for changed in (self._files.fileChanged, self._files.directoryChanged):
            changed.connect(self._on_file)
        self.window.closed.connect(self._soon.stop)

    def watch_own_files(self) -> None:
        """Watches the teacher's own files, also those that are new; an editor that saves anew ends an old watch."""
        folders = [own_folder(), *own_folder().glob("*")]
        paths = {str(path) for folder in folders for path in (folder, *folder.glob("*.toml")) if path.exists()}
        if new := sorted(paths - {*self._files.files(), *self._files.directories()}):
            self._files.addPaths(new)

    def _on_file(self, path: str) -> None:
        self._soon.start()

    def _on_files(self) -> None:
        self.watch_own_files()
        if self.library.stamp() != self._stamp:
            self._stamp = self.library.stamp()
            self.reload()
