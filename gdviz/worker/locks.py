"""Settings that are held still, and by whom: a lesson, a class pack, the clinic."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.errors import UserError
from gdviz.worker.words import spoken

FOLLOWS = {"optimizer_parameters": "optimizer", "landscape_parameters": "landscape", "start": "landscape"}
"""Settings that go with another one: where that may change, these fall back to their defaults with it."""

ADMINISTRATOR = "administrator"
"""The place of what is locked for everybody who uses this computer."""


class Locks(QObject):
    """Who holds which settings still. Whoever holds them may set them all the same, by `Session.set_up`.

    Args:
        parent: The Qt parent.
    """

    changed = Signal()
    """Settings were locked, or given back."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Holds nothing."""
        super().__init__(parent)
        self._held: dict[str, tuple[str, frozenset[str]]] = {}

    @property
    def settings(self) -> frozenset[str]:
        """Every setting that is held still, keys of `FIELDS`."""
        return frozenset().union(*(settings for _, settings in self._held.values()))

    def hold(self, place: str, who: str, settings: Collection[str]) -> None:
        """Holds settings still, in place of those that the same place held before; none gives them back.

        Args:
            place: A name for whoever holds them, which nobody reads.
            who: The same for a person, as it stands in the middle of a sentence.
            settings: Keys of `FIELDS`.
        """
        held = {name: each for name, each in self._held.items() if name != place}
        if settings:
            held[place] = (who, frozenset(settings))
        if held != self._held:
            self._held = held
            self.changed.emit()

    def held_by(self, place: str) -> tuple[str, frozenset[str]]:
        """Who holds settings still from a place, for a person, and which."""
        return self._held.get(place, ("", frozenset()))

    def holder(self, name: str) -> str:
        """Who holds a setting still; empty if nobody does."""
        return next((who for who, settings in self._held.values() if name in settings), "")

    def check(self, before: Experiment, after: Experiment) -> None:
        """Makes sure that nothing changes which is held still.

        Raises:
            UserError: If something does; it says what, and who holds it.
        """
        changed = [name for name in FIELDS if getattr(before, name) != getattr(after, name)]
        for name in changed:
            goes_along = getattr(after, name) == () and FOLLOWS.get(name) in changed
            if not goes_along and (who := self.holder(name)):
                words = self.tr("{} is locked by {}").format(spoken(FIELDS[name].label), who)
                raise UserError(words, "", self._hint(name))

    def _hint(self, name: str) -> str:
        """What to do about a setting that is held still: the administrator cannot be left."""
        return "" if name in self.held_by(ADMINISTRATOR)[1] else self.tr("Leave it to change that")
