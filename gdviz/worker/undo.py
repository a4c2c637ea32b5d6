"""Undo and redo of the settings."""

from gdviz.core.experiment import FIELDS, Experiment


class Undo:
    """What the experiment was before. A slider's many small changes of one setting count as one."""

    def __init__(self) -> None:
        """Begins with nothing to undo."""
        self._past: list[Experiment] = []
        self._future: list[Experiment] = []
        self._field = ""

    def record(self, before: Experiment, after: Experiment) -> None:
        """Remembers ``before``, unless the last change was of the same single setting."""
        fields = [name for name in FIELDS if getattr(before, name) != getattr(after, name)]
        field = fields[0] if len(fields) == 1 else ""
        if not field or field != self._field:
            self._past.append(before)
        self._field = field
        self._future.clear()

    def close_group(self) -> None:
        """The next change is a new one, whatever setting it is of."""
        self._field = ""

    def undo(self, now: Experiment) -> Experiment | None:
        """The experiment before the last change, or None."""
        return self._move(self._past, self._future, now)

    def redo(self, now: Experiment) -> Experiment | None:
        """The experiment before the last undo, or None."""
        return self._move(self._future, self._past, now)

    def _move(self, source: list[Experiment], target: list[Experiment], now: Experiment) -> Experiment | None:
        if not source:
            return None
        target.append(now)
        self._field = ""
        return source.pop()
