"""The history list: runs that came to their end are kept, to be put beside later ones or gone back to."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from gdviz.core.compare import same_landscape
from gdviz.core.kept_run import KeptRun
from gdviz.core.runner import Runner
from gdviz.core.session_file import LONGEST_NAME
from gdviz.engine.entries import named
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

MOST_KEPT = 50
"""Runs that are kept; of more, the oldest goes."""


class KeptRuns(QObject):
    """The runs that are kept, oldest first, and which of them are drawn beside the present one.

    Args:
        session: Whose runs; those put beside it are its runners.
        parent: The Qt parent.
    """

    changed = Signal()
    """Runs came, went, or are drawn or hidden."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self._session = session
        self._runs: tuple[KeptRun, ...] = ()
        self._deleted: list[tuple[int, KeptRun]] = []
        self.resting = False
        """Whether runs come and go without being kept, because what they are is a secret."""
        session.state_changed.connect(self._on_state)
        session.runners_changed.connect(self._on_runners)

    @property
    def runs(self) -> tuple[KeptRun, ...]:
        """The runs, oldest first."""
        return self._runs

    @property
    def can_undo(self) -> bool:
        """Whether a deletion can be taken back."""
        return bool(self._deleted)

    def is_shown(self, run: KeptRun) -> bool:
        """Whether the run is drawn beside the present one."""
        return any(runner.trajectory is run.trajectory and runner.shown for runner in self._session.runners)

    def can_show(self, run: KeptRun) -> bool:
        """Whether it walked on the surface that is shown now."""
        return same_landscape(run.experiment, self._session.experiment)

    def present(self) -> KeptRun | None:
        """The present run as one to be kept; None before its first step."""
        trajectory, found = self._session.trajectory, self._session.diagnosis
        if trajectory is None or not trajectory.count:
            return None
        verdict = found.verdict if found else ""
        date = f"{datetime.now():%Y-%m-%d %H:%M}"
        return KeptRun(spoken(named(self._session.experiment)), self._session.experiment, trajectory, verdict, date)

    def keep(self) -> None:
        """Keeps the present run as it is now, unless it is kept already or has not begun."""
        run = self.present()
        if run is None or any(kept.trajectory is run.trajectory for kept in self._runs):
            return
        self._set((*self._runs, replace(run, name=self._free(run.name)))[-MOST_KEPT:])

    def set_runs(self, runs: tuple[KeptRun, ...]) -> None:
        """Takes over the list of a session file."""
        self._deleted = []
        self._set(runs)

    def rename(self, run: KeptRun, name: str) -> None:
        """Gives a run another name."""
        name = " ".join(name.split())[:LONGEST_NAME] or run.name
        self._set(tuple(replace(each, name=name) if each is run else each for each in self._runs))

    def delete(self, run: KeptRun) -> None:
        """Takes a run off the list; `undo` brings it back."""
        place = next(place for place, each in enumerate(self._runs) if each is run)
        self._deleted.append((place, run))
        self.show(run, False)
        self._set(tuple(each for each in self._runs if each is not run))

    def undo(self) -> None:
        """Takes the last deletion back."""
        if self._deleted:
            place, run = self._deleted.pop()
            self._set((*self._runs[:place], run, *self._runs[place:]))

    def show(self, run: KeptRun, shown: bool) -> None:
        """Draws a run beside the present one, or no longer."""
        others = [each for each in self._session.runners if each.trajectory is not run.trajectory]
        if shown and self.can_show(run):
            taken = {each.mark for each in others}
            mark = next(mark for mark in range(len(others) + 1) if mark not in taken)
            others.append(Runner(run.name, run.experiment, run.trajectory, mark))
        elif len(others) == len(self._session.runners):
            return
        self._session.set_runners(sorted(others, key=lambda runner: runner.mark))

    def restore(self, run: KeptRun) -> None:
        """Goes back to a run: its settings, its path and its curves, as if it had just come to its end."""
        if self._session.restore(run.experiment, run.trajectory):
            self.show(run, False)

    def _set(self, runs: tuple[KeptRun, ...]) -> None:
        self._runs = runs
        self.changed.emit()

    def _free(self, name: str) -> str:
        """The name, with a number where it is taken."""
        taken = {run.name for run in self._runs}
        numbered = (f"{name} ({number})" for number in range(2, len(taken) + 2))
        return name if name not in taken else next(each for each in numbered if each not in taken)

    def _on_state(self, state: str) -> None:
        if state == "finished" and not self.resting:
            self.keep()

    def _on_runners(self) -> None:
        self.changed.emit()
