"""The menu bar, from one table: what each entry is called, its key, and what it does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from gdviz.worker.words import spoken

THEMES = {"system": "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"}
"""Themes to choose from, by name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu.

    Attributes:
        text: What it is called; the letter after ``&`` opens it by key. Empty for a line between groups.
        keys: Its shortcut.
        does: The window's method that it calls, or that of one of the window's parts, as a path of names.
        checkable: Whether it is on or off; what it calls is then told which.
        is_menu: Whether ``does`` is a menu that opens beside it.
    """

    text: str = ""
    keys: str = ""
    does: str = ""
    checkable: bool = False
    is_menu: bool = False


LINE = Entry()
MENUS: Mapping[str, Sequence[Entry]] = {
    "&File": (
        Entry("&Open session \u2026", "Ctrl+O", "files.ask_open"),
        Entry("Open &recent", "", "files.recent_menu", is_menu=True),
        Entry("Reopen &last session", "", "files.reopen_last"),
        Entry("&Save session", "Ctrl+S", "files.save"),
        Entry("Save session &as \u2026", "Ctrl+Shift+S", "files.ask_save"),
        LINE,
        Entry("Open &data, model or log \u2026", "Ctrl+D", "files.ask_data"),
        Entry("&Take away \u2026", "Ctrl+E", "export"),
        LINE,
        Entry("&Quit", "Ctrl+Q", "close"),
    ),
    "&Edit": (
        Entry("&Undo setting", "Ctrl+Z", "session.undo"),
        Entry("&Redo setting", "Ctrl+Shift+Z", "session.redo"),
        LINE,
        Entry("&Copy experiment", "Ctrl+Shift+C", "files.copy_experiment"),
        Entry("&Paste experiment", "Ctrl+Shift+V", "files.paste_experiment"),
        Entry("Copy &Keras script", "Ctrl+Shift+K", "files.copy_script"),
    ),
    "&Run": (
        Entry("&Train", "Ctrl+Return", "session.start"),
        Entry("&Pause", "Ctrl+.", "session.pause"),
        Entry("&Single step", "Ctrl+Right", "session.step"),
        Entry("R&eset", "Ctrl+Backspace", "session.reset"),
        LINE,
        Entry("Step &back in time", "Alt+Left", "timeline.back"),
        Entry("Step &on in time", "Alt+Right", "timeline.forward"),
        Entry("Pla&y again", "Alt+P", "timeline.play"),
        Entry("To the &newest step", "Alt+End", "timeline.newest"),
        Entry("Branc&h off here", "Ctrl+B", "session.branch"),
        LINE,
        Entry("New ra&ce \u2026", "Ctrl+Shift+R", "new_race"),
    ),
    "&View": (
        Entry("&Surface", "Ctrl+1", "show_surface"),
        Entry("&Map", "Ctrl+2", "show_map"),
        Entry("&Both", "Ctrl+3", "show_both"),
        Entry("&Logarithmic loss", "Ctrl+L", "losses.log.toggle"),
        LINE,
        Entry("&Projector mode", "F9", "projector_chosen", checkable=True),
        Entry("&Full screen", "F11", "toggle_full_screen"),
    ),
    "La&boratory": (),
    "&Help": (
        Entry("&The run in words", "F2", "tell_run"),
        Entry("&Keyboard", "F1", "show_keys"),
        Entry("&About gdviz", "", "about"),
    ),
}
"""Every menu; a new entry is one line here."""


STUDIES = (
    *("Sweep of rates", "Range test", "Luck", "Rates and optimisers", "Rates and batch sizes", "Gradient noise"),
    "Change one thing",
)
"""The pages of the laboratory, which is imported when it is opened first."""

TELLING = (
    *("files.save", "files.ask_save", "files.copy_experiment", "files.copy_script", "files.ask_open", "files.ask_data"),
    *("export", "new_race", "session.branch", "tell_run"),
)
"""Entries that would tell what a sealed run is, or put another in its place."""


def hold(action: QAction) -> None:
    """Greys out an entry that the administrator has locked, and says so in its own line."""
    action.setEnabled(False)
    action.setText(QCoreApplication.translate("menus", "{} (locked by the administrator)").format(action.text()))


class Menus(QMenuBar):
    """The menu bar of the window.

    Args:
        window: Has the methods that `MENUS` names.
    """

    theme_chosen = Signal(str)
    """A key of `THEMES`."""
    page_chosen = Signal(int)
    """The number of a page of the laboratory, from 0."""

    def __init__(self, window: QMainWindow) -> None:
        """Builds every menu, and the parts of some that come from elsewhere."""
        super().__init__(window)
        self.actions_by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for title, entries in MENUS.items():
            self.menus[title] = self.addMenu(spoken(title))
            self._fill(self.menus[title], entries, window)
        self.colours = self.menus["&View"].addMenu(self.tr("&Colours"))
        self.theme_actions = self._themes(self.colours)

    def hold_looks(self, locked: Collection[str]) -> None:
        """Greys out what nobody may change here: ``"theme"`` and ``"projector"``."""
        looks = {"theme": self.colours.menuAction(), "projector": self.actions_by_name["projector_chosen"]}
        for name, action in looks.items():
            if name in locked:
                hold(action)

    def add_pages(self, names: Sequence[str]) -> None:
        """One entry for each page of the laboratory, by number; `page_chosen` says which."""
        menu = self.menus["La&boratory"]
        for number, name in enumerate(names):
            action = menu.addAction(f"&{number + 1} {name} \u2026")
            action.setShortcut(QKeySequence(f"Alt+{number + 1}"))
            action.setData(number)
        menu.triggered.connect(self._on_page)

    def ticked(self) -> frozenset[str]:
        """What is on, by name."""
        named = {**self.theme_actions, **self.actions_by_name}
        return frozenset(name for name, action in named.items() if action.isChecked())

    def tick(self, names: frozenset[str]) -> None:
        """Ticks what was `ticked`, without doing it."""
        for name, action in (*self.theme_actions.items(), *self.actions_by_name.items()):
            action.setChecked(name in names)

    def set_sealed(self, sealed: bool) -> None:
        """Leaves out what would tell what is being trained, or has it again."""
        for name in TELLING:
            self.actions_by_name[name].setEnabled(not sealed)
        self.menus["La&boratory"].setEnabled(not sealed)
        for action in self.menus["La&boratory"].actions():
            action.setEnabled(not sealed)

    def _on_page(self, action: QAction) -> None:
        self.page_chosen.emit(action.data())

    def _fill(self, menu: QMenu, entries: Sequence[Entry], window: QMainWindow) -> None:
        for entry in entries:
            if entry is LINE:
                menu.addSeparator()
                continue
            if entry.is_menu:
                menu.addMenu(attrgetter(entry.does)(window)).setText(spoken(entry.text))
                continue
            action = QAction(spoken(entry.text), self)
            action.setShortcut(QKeySequence(entry.keys))
            action.setCheckable(entry.checkable)
            action.triggered.connect(attrgetter(entry.does)(window))
            menu.addAction(action)
            self.actions_by_name[entry.does] = action

    def _themes(self, menu: QMenu) -> dict[str, QAction]:
        group = QActionGroup(self)
        found = {}
        for name, text in THEMES.items():
            action = QAction(spoken(text), group, checkable=True)
            action.setData(name)
            menu.addAction(action)
            found[name] = action
        group.triggered.connect(self._on_theme)
        return found

    def _on_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())
