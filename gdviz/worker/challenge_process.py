"""The process that the pupil's function runs in.

Time and memory are held from outside, which works on every platform. Where the system can hold them from inside too,
`gdviz.lessons.challenge` asks it to, and the pupil gets a ``MemoryError`` with its line instead of an end.
"""

import sys

from PySide6.QtCore import QDir, QObject, QProcess, QTimer, Signal

from gdviz.lessons.challenge import COMMAND, MEGABYTES, SECONDS, Curve, answers, request, score

MOST_OUTPUT = 2**20
"""Bytes that are read from the process at most."""


OWN = 128
"""Megabytes that Python itself and what the program imports may take."""

LOOK = 40
"""Milliseconds between two looks at its memory; in that time no computer fills more than some hundred megabytes."""


class ChallengeProcess(QObject):
    """Runs one function at a time on all curves; a new one ends the one before.

    Args:
        parent: The Qt parent.
    """

    done = Signal(object)
    """`Score`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts nothing yet."""
        super().__init__(parent)
        self._curves: tuple[Curve, ...] = ()
        self._output = b""
        self._ending = ""
        self._process: QProcess | None = None
        self._clock = QTimer(self, singleShot=True, interval=1000 * SECONDS + 3000)
        self._clock.timeout.connect(self._on_late)
        self._scale = QTimer(self, interval=LOOK)
        self._scale.timeout.connect(self._weigh)

    @property
    def running(self) -> bool:
        """Whether a function is being run."""
        return self._process is not None

    def run(self, code: str, curves: tuple[Curve, ...]) -> None:
        """Runs the code; `done` tells how it did."""
        self.stop()
        self._curves, self._output = curves, b""
        self._ending = self.tr("Your code ended the whole program")
        self._process = process = QProcess(self)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_end)
        process.errorOccurred.connect(self._on_error)
        # In a frozen build the program itself is the interpreter.
        arguments = [COMMAND] if getattr(sys, "frozen", False) else ["-m", "gdviz", COMMAND]
        process.setWorkingDirectory(QDir.tempPath())
        process.start(sys.executable, arguments)
        process.write(request(code, curves))
        process.closeWriteChannel()
        self._clock.start()
        self._scale.start()

    def stop(self) -> None:
        """Ends whatever runs, and waits for it; nothing is told of it."""
        self._rest()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            _kill(process)
            process.waitForFinished()
            process.deleteLater()

    def _on_output(self) -> None:
        if self._process is None:
            return
        self._output += bytes(self._process.readAllStandardOutput().data())
        if len(self._output) > MOST_OUTPUT:
            _kill(self._process)

    def _on_late(self) -> None:
        self._ending = self.tr("It took longer than {} seconds").format(SECONDS)
        if self._process is not None:
            _kill(self._process)

    def _weigh(self) -> None:
        """Ends it once it holds too much memory, with whatever it started."""
        # Not needed before somebody runs code, so it does not hold up the start.
        from gdviz.worker.family import memory_of

        if self._process is None:
            return
        if memory_of(self._process.processId()) > (MEGABYTES + OWN) * 2**20:
            self._ending = self.tr("It took more than {} megabytes of memory").format(MEGABYTES)
            _kill(self._process)

    def _rest(self) -> None:
        self._clock.stop()
        self._scale.stop()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ending = self.tr("It could not be started")
            self._on_end()

    def _on_end(self, *ignored: object) -> None:
        if self._process is None:
            return
        self._on_output()
        self._rest()
        self._process.deleteLater()
        self._process = None
        lines = self._output.decode("utf-8", "replace").splitlines()
        self.done.emit(score(self._curves, answers(lines, self._curves, self._ending)))


def _kill(process: QProcess) -> None:
    """Ends it, and what it started."""
    from gdviz.worker.family import end_children

    end_children(process.processId())
    process.kill()
