"""The process that the pupil's function runs in."""

import sys

from PySide6.QtCore import QDir, QObject, QProcess, QTimer, Signal

from gdviz.lessons.challenge import COMMAND, SECONDS, Curve, answers, request, score

MOST_OUTPUT = 2**20
"""Bytes that are read from the process at most."""


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

    def stop(self) -> None:
        """Ends whatever runs, and waits for it; nothing is told of it."""
        self._clock.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished()
            process.deleteLater()

    def _on_output(self) -> None:
        if self._process is None:
            return
        self._output += bytes(self._process.readAllStandardOutput().data())
        if len(self._output) > MOST_OUTPUT:
            self._process.kill()

    def _on_late(self) -> None:
        self._ending = self.tr("It took longer than {} seconds").format(SECONDS)
        if self._process is not None:
            self._process.kill()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ending = self.tr("It could not be started")
            self._on_end()

    def _on_end(self, *ignored: object) -> None:
        if self._process is None:
            return
        self._on_output()
        self._clock.stop()
        self._process.deleteLater()
        self._process = None
        lines = self._output.decode("utf-8", "replace").splitlines()
        self.done.emit(score(self._curves, answers(lines, self._curves, self._ending)))
