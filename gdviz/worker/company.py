"""The part of the session with other runs beside the main one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gdviz.core.compare import same_landscape
from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.worker.looking import Looking
from gdviz.worker.prover import Prover
from gdviz.worker.race import Race
from gdviz.worker.studies import Studies


class Company(Looking):
    """Who runs beside the main run, and how they do.

    Args:
        parent: The Qt parent.
    """

    runners_changed = Signal(object)
    """Tuple of `Runner`: the other runs to be drawn, or what they recorded, changed."""
    race_ended = Signal()
    """No runner is under way any more."""
    proof_changed = Signal(object)
    """`Proof` or None: whether the doctor's advice was right."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nobody runs yet."""
        super().__init__(parent)
        self._race = Race(self)
        self._prover = Prover(self._race, self)
        self._prover.proved.connect(self.proof_changed)
        self.studies = Studies(self)

    @property
    def experiment(self) -> Experiment:
        """The settings as they stand; the session has them."""
        raise NotImplementedError

    @property
    def runners(self) -> tuple[Runner, ...]:
        """The other runs to be drawn."""
        return self._race.runners

    @property
    def racing(self) -> bool:
        """Whether runners are under way."""
        return self._race.is_on

    @property
    def race_progress(self) -> float:
        """Part of the race that is run, from 0 to 1."""
        return self._race.progress

    def call_off_race(self) -> None:
        """Stops the race; what was run stays."""
        self._race.call_off()

    def set_runners(self, runners: Sequence[Runner]) -> None:
        """Shows runs that were trained already beside the main one; none clears the course.

        Those of another landscape are left out: their weights have no place on the surface shown.
        """
        self._race.set_runners([each for each in runners if same_landscape(each.experiment, self.experiment)])

    def show_runner(self, index: int, shown: bool) -> None:
        """Draws one of the runners, or leaves him out."""
        self._race.show_runner(index, shown)
