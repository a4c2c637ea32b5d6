"""One training run in a thread of its own: pause, single step, pace and stop around one generator."""

import time
from collections.abc import Generator
from threading import Condition

from PySide6.QtCore import QObject, QThread, Signal

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.descent import Command, Start
from gdviz.engine.trainer import CHUNK
from gdviz.worker.modesty import step_back

BATCHES_PER_SECOND = 30
"""Most batches a thread hands over in a second; the window paints no faster anyway."""

FLAT_OUT = 12
"""The same where it trains as fast as it can: what the window does with a batch is taken from its frames."""


class TrainingThread(QThread):
    """Drives one descent. It starts paused: the first weights come at once, compiling follows, then it waits.

    Args:
        run_id: Goes out with everything the thread says, so that a session can drop what an old run still says.
        descent: The generator; the thread closes it.
        experiment: What the generator is told; `change` replaces it on the way.
        pace: Steps a second, or 0 for as fast as it can.
        parent: The Qt parent.
    """

    placed = Signal(int, object)
    """Run id and `Start`: where the run begins."""
    prepared = Signal(int)
    """Run id: everything is compiled, the next step comes at once."""
    stepped = Signal(int, object)
    """Run id and `Steps`: what was trained since the last time."""
    ended = Signal(int)
    """Run id: the descent came to its end by itself."""
    failed = Signal(int, object)
    """Run id and the exception that ended the run."""

    def __init__(
        self,
        run_id: int,
        descent: Generator[Start | Steps, Command, None],
        experiment: Experiment,
        pace: float = 0.0,
        parent: QObject | None = None,
    ) -> None:
        """Does not start the thread yet; call ``start``."""
        super().__init__(parent)
        self.run_id = run_id
        self._descent = descent
        self._experiment, self._changed = experiment, False
        self._pace, self._due = pace, 0.0
        self._paused, self._single_steps, self._stopping = True, 0, False
        self._condition = Condition()
        self._pending: list[Steps] = []
        self._emitted, self._taken_over = 0.0, True

    def set_paused(self, paused: bool) -> None:
        """Holds the run after the steps under way, or lets it go on."""
        with self._condition:
            self._paused = paused
            self._due = time.monotonic()
            self._condition.notify()

    def step(self) -> None:
        """Takes one step although paused."""
        with self._condition:
            self._single_steps += 1
            self._condition.notify()

    def change(self, experiment: Experiment) -> None:
        """Tells the run the experiment as it now stands; rate, optimiser and epochs count from the next steps on."""
        with self._condition:
            self._experiment, self._changed = experiment, True
            self._condition.notify()

    def set_pace(self, pace: float) -> None:
        """Trains ``pace`` steps a second from now on, 0 for as fast as it can."""
        with self._condition:
            self._pace, self._due = pace, time.monotonic()
            self._condition.notify()

    def take_over(self) -> None:
        """Says that the last batch has been dealt with; until then no other is handed over, steps gather here."""
        with self._condition:
            self._taken_over = True

    def stop(self) -> None:
        """Ends the run after the steps under way. Returns at once; Qt's ``finished`` says when it has happened."""
        with self._condition:
            self._stopping = True
            self._condition.notify()

    def run(self) -> None:
        """The thread itself; called by Qt."""
        step_back()
        try:
            self._drive()
        except Exception as error:  # noqa: BLE001  (whatever it is, it must reach the window, not end the program)
            self.failed.emit(self.run_id, error)
        finally:
            self._descent.close()

    def _drive(self) -> None:
        self.placed.emit(self.run_id, next(self._descent))
        self._send(0)
        self.prepared.emit(self.run_id)
        while (steps := self._permitted()) is not None:
            try:
                self._send(steps)
            except StopIteration:
                self._flush()
                self.ended.emit(self.run_id)
                return
            often = BATCHES_PER_SECOND if self._pace else FLAT_OUT
            if self._taken_over and time.monotonic() - self._emitted >= 1 / often:
                self._flush()

    def _send(self, steps: int) -> None:
        """Asks the generator for at most ``steps`` steps; 0 only compiles what the experiment now needs."""
        result = self._descent.send(Command(steps, self._experiment))
        if isinstance(result, Steps) and result.count:
            self._pending.append(result)

    def _permitted(self) -> int | None:
        """Waits until there is something to do: the number of steps to take now, or None to stop."""
        with self._condition:
            while not self._stopping:
                if self._changed:
                    self._changed = False
                    return 0
                if self._single_steps:
                    self._single_steps -= 1
                    return 1
                now = time.monotonic()
                if not self._paused and now >= self._due:
                    return self._steps_due(now)
                self._flush()
                self._condition.wait(None if self._paused else self._due - now)
        return None

    def _steps_due(self, now: float) -> int:
        """How many steps the pace asks for at once, and when the next are due."""
        if not self._pace:
            return CHUNK
        steps = max(1, round(self._pace / BATCHES_PER_SECOND))
        self._due = max(self._due, now - 0.1) + steps / self._pace
        return steps

    def _flush(self) -> None:
        """Hands over the steps gathered so far, if any."""
        if self._pending:
            self._emitted, self._taken_over = time.monotonic(), False
            self.stepped.emit(self.run_id, Steps.joined(self._pending))
            self._pending = []
