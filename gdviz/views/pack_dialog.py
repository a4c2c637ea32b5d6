"""Makes a class pack: a teacher chooses lessons, what is held still, and experiments worth a look."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.engine.entries import named
from gdviz.lessons.class_files import LONGEST, PACK_ENDING, Pack, new_key
from gdviz.lessons.model import Course, Preset
from gdviz.views.parts import described, label
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

KEY = Qt.ItemDataRole.UserRole


class PackDialog(QDialog):
    """Stands beside the window, whose present experiment becomes a preset, and the one to begin with.

    Args:
        session: Has the present experiment.
        course: The lessons to choose from.
        languages: Names of the languages by key.
        pack: What to begin with: the pack that is open, if one is.
        parent: The window.
    """

    chosen = Signal(object, object)
    """`Path` and `Pack`, without files: to be saved."""

    def __init__(
        self,
        session: Session,
        course: Course,
        languages: Mapping[str, str],
        pack: Pack | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begins with every lesson and no lock, or with what ``pack`` has."""
        super().__init__(parent)
        self._session = session
        self._pack = pack or Pack("", new_key(), tuple(each.key for each in course.lessons))
        self._presets = list(self._pack.presets)
        self.setWindowTitle(self.tr("Make a class pack"))
        self.resize(720, 600)
        self.name = described(QLineEdit(self._pack.title, maxLength=LONGEST), self.tr("Name of the class"))
        self.lessons = described(QListWidget(), self.tr("Lessons"), self.tr("Space chooses; drag to put in order"))
        self.lessons.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        order = {key: place for place, key in enumerate(self._pack.lessons)}
        found = sorted(course.lessons, key=lambda each: order.get(each.key, len(order)))
        _fill(self.lessons, {each.key: each.title for each in found}, self._pack.lessons)
        self.locks = described(QListWidget(), self.tr("Locked settings"), self.tr("Space locks and unlocks"))
        _fill(self.locks, {name: spoken(field.label) for name, field in FIELDS.items()}, self._pack.locked)
        self.presets = described(QListWidget(), self.tr("Presets"))
        self.title = described(QLineEdit(maxLength=LONGEST), self.tr("Name of the preset"))
        self.why = described(QLineEdit(maxLength=LONGEST), self.tr("Why it is worth a look"))
        self.good = QCheckBox(self.tr("works well"))
        self.add = described(QPushButton(self.tr("Add the present experiment")), self.tr("Add the present experiment"))
        self.remove = described(QPushButton(self.tr("Remove")), self.tr("Remove the preset"))
        self.language = described(QComboBox(), self.tr("Language"))
        self.projector = QCheckBox(self.tr("Projector mode"))
        self.begins, self.told = label(role="muted", wraps=True), label(wraps=True)
        self.save = QPushButton(self.tr("Save \u2026"))
        self._begin(languages)
        self._lay_out()
        self._show_presets()
        self._show_begin(session.experiment)

    def pack(self) -> Pack:
        """The pack as it is chosen now, without lesson files."""
        return Pack(
            self.name.text().strip(),
            self._pack.key,
            tuple(_checked(self.lessons)),
            tuple(_checked(self.locks)),
            tuple(self._presets),
            self.language.currentData(),
            self.projector.isChecked(),
            self._session.experiment,
        )

    def _begin(self, languages: Mapping[str, str]) -> None:
        self.language.addItem(self.tr("Each pupil's own"), "")
        for key, name in languages.items():
            self.language.addItem(name, key)
        self.language.setCurrentIndex(max(0, self.language.findData(self._pack.language)))
        self.good.setChecked(True)
        self.projector.setChecked(self._pack.projector)
        self.name.setPlaceholderText(self.tr("for example 10b"))
        self.title.setPlaceholderText(self.tr("Name of the preset"))
        self.why.setPlaceholderText(self.tr("Why it is worth a look"))
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._on_save)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self._session.experiment_changed.connect(self._show_begin)

    def _on_add(self) -> None:
        title, why = self.title.text().strip(), self.why.text().strip()
        if not title or not why:
            self.told.setText(self.tr("A preset needs a name and a reason why it is worth a look."))
            return
        place = len(self._presets) + 1
        self._presets.append(Preset(f"pack{place}", title, why, self.good.isChecked(), self._session.experiment))
        self.title.clear()
        self.why.clear()
        self.told.clear()
        self._show_presets()

    def _on_remove(self) -> None:
        if (row := self.presets.currentRow()) >= 0:
            del self._presets[row]
            self._show_presets()

    def _on_save(self) -> None:
        pack = self.pack()
        if not pack.title or not pack.lessons:
            self.told.setText(self.tr("A class pack needs a name and at least one lesson."))
            return
        name = "".join(each for each in pack.title if each.isalnum() or each in " -_").strip() or "class"
        kinds = self.tr("Class packs (*{})").format(PACK_ENDING)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the class pack"), f"{name}{PACK_ENDING}", kinds)
        if path:
            self.chosen.emit(Path(path if path.endswith(PACK_ENDING) else path + PACK_ENDING), pack)

    def _show_presets(self) -> None:
        self.presets.clear()
        for preset in self._presets:
            sign = "\u2714" if preset.good else "\u26a0"
            item = QListWidgetItem(f"{sign}  {preset.title}: {preset.why}", self.presets)
            item.setToolTip(spoken(named(preset.setup)))
        self.remove.setEnabled(bool(self._presets))

    def _show_begin(self, experiment: Experiment) -> None:
        words = self.tr("It begins with the experiment in the window, and locked settings stay as they are there: {}.")
        title = spoken(LANDSCAPES[experiment.landscape].title)
        self.begins.setText(words.format(f"{title}, {spoken(named(experiment))}"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.addWidget(label(self.tr("Lessons"), "heading"), 0, 0)
        grid.addWidget(label(self.tr("Locked settings"), "heading"), 0, 1)
        grid.addWidget(self.lessons, 1, 0)
        grid.addWidget(self.locks, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        name, words, new, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (name, (label(self.tr("Name of the class")), self.name)),
            (words, (self.title, self.why)),
            (new, (self.good, self.add, self.remove)),
            (last, (label(self.tr("Language")), self.language, self.projector, self.save)),
        ):
            for part in parts:
                row.addWidget(part)
        words.setStretch(1, 1)
        new.insertStretch(1, 1)
        last.insertStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addLayout(name)
        column.addLayout(grid, 3)
        column.addWidget(label(self.tr("Presets"), "heading"))
        column.addWidget(self.presets, 1)
        column.addLayout(words)
        column.addLayout(new)
        column.addWidget(self.begins)
        column.addWidget(self.told)
        column.addLayout(last)


def _fill(box: QListWidget, names: Mapping[str, str], ticked: Iterable[str]) -> None:
    """A line with a tick for each name."""
    box.setSpacing(2)
    for key, name in names.items():
        item = QListWidgetItem(name, box)
        item.setData(KEY, key)
        item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)


def _checked(box: QListWidget) -> list[str]:
    """Keys of the lines that are ticked, in their order."""
    items = [box.item(row) for row in range(box.count())]
    return [item.data(KEY) for item in items if item.checkState() == Qt.CheckState.Checked]
