"""Frames of a scene, drawn one after the other without holding up the window.

A frame is ordered, other work goes on, and a timer looks in until the frame is there. How long that took decides how
the next one is drawn: at rest with several samples a pixel; in motion plainly, and on a slow or busy machine with fewer
triangles and then with fewer pixels.
"""

import logging
from collections import deque
from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import Protocol

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QOpenGLFunctions

from gdviz.views.offscreen import Offscreen
from gdviz.worker.turns import Turns

log = logging.getLogger(__name__)

SHORTEST = 0.016
"""Seconds from one frame's beginning to the next one's, at least."""
SHARE = 2.5
"""A frame begins no sooner after the last one than this many times the processor time that frames cost the window's own
thread: not the time that passed, which is mostly waiting for others while a network trains."""
FIRST_LOOK_MS, LOOK_MS = 4, 1
"""Milliseconds from one look whether a frame is there to the next."""
SLOW = 0.026
"""Seconds for a frame above which the next is drawn more plainly."""
FEW = 6
"""Frames by which it is judged how they are to be drawn."""
EASY = (0.004, 0.013, 0.013)
"""Seconds for a frame below which the next is drawn at that better one of `LEVELS`."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How a frame is drawn.

    Attributes:
        scale: Drawn pixels to a pixel of the screen, along each side.
        coarse: With a quarter of the triangles.
        fine: With several samples a pixel.
    """

    scale: float = 1.0
    coarse: bool = False
    fine: bool = False


LEVELS = (Quality(fine=True), Quality(), Quality(coarse=True), Quality(0.7, coarse=True))
"""From the best to the quickest; in motion a machine goes up and down between them."""
FIRST_LEVEL = 1


class Scene(Protocol):
    """What frames are made of."""

    def prepare(self) -> None:
        """Makes shaders and buffers in the current context, once."""

    def pixels(self) -> QSize:
        """How many pixels a frame has."""

    def place(self) -> None:
        """Puts everything where it belongs in the frame that is painted next."""

    def paint(self, functions: QOpenGLFunctions, size: QSize, quality: Quality) -> object:
        """Draws into the current framebuffer of ``size``; what it gives back comes with the picture."""


class Frames(QObject):
    """Draws a scene whenever somebody asks, as often as the machine can do with.

    Args:
        scene: What to draw.
        parent: The Qt parent.
        turns: When it is drawn.

    Attributes:
        picture: The newest frame, or None.
        note: What the scene gave back as it was drawn.
        count: Frames so far.
        resting: Whether the scene is at rest, so that frames are drawn as well as can be.
        level: Which of `LEVELS` moving frames are drawn at.
    """

    drawn = Signal()
    """There is a new frame."""
    failed = Signal(str)
    """Drawing does not work, and why; nothing will be drawn any more."""

    def __init__(self, scene: Scene, parent: QObject, turns: Turns | None = None) -> None:
        """Draws nothing yet."""
        super().__init__(parent)
        self._turns = turns or Turns(self)
        self._scene = scene
        self._offscreen: Offscreen | None = None
        self.picture: QImage | None = None
        self.note: object = None
        self.count, self.level, self.resting = 0, FIRST_LEVEL, False
        self._broken = self._wanted = self._arranged = self._pending = False
        self._began = self._placing = self._ordering = self._spent = 0.0
        self._took: deque[float] = deque(maxlen=FEW)
        self._coming: object = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)

    @property
    def quality(self) -> Quality:
        """How the next frame is drawn."""
        return LEVELS[0 if self.resting else self.level]

    def ask(self) -> None:
        """Has a frame drawn soon; asked again before it begins, it is the same one."""
        self._wanted = not self._broken
        if self._wanted and not self._arranged:
            wait = max(SHORTEST, SHARE * self._spent) - (perf_counter() - self._began)
            self._arranged = True
            self._timer.start(max(0, round(1000 * wait)))

    def draw_now(self) -> None:
        """Draws a frame and waits for it."""
        self._timer.stop()
        self._turns.drop(self)
        if not self._broken:
            self._guarded(self._place)
        if not self._broken:
            self._guarded(self._order)
        if not self._broken:
            self._guarded(self._fetch)

    def stop(self) -> None:
        """Draws nothing until somebody asks again."""
        self._timer.stop()
        self._turns.drop(self)
        self._wanted = self._arranged = self._pending = False

    def _turn(self) -> None:
        """Looks in on the frame under way, or begins the next."""
        if self._pending:
            self._guarded(self._look)
        else:
            # Whoever turns the scene sees each frame that is late.
            self._turns.add(self, self._begin, first=True)

    def _begin(self) -> None:
        """Half a frame: what is asked for from now on is for the next one."""
        self._guarded(self._place)
        if not self._broken:
            self._turns.add(self, self._end, first=True)

    def _end(self) -> None:
        """The other half."""
        self._guarded(self._order)

    def _place(self) -> None:
        self._wanted, spent = False, thread_time()
        self._scene.place()
        self._placing = thread_time() - spent

    def _guarded(self, work: object) -> None:
        """Does ``work``; a fault ends it all and is told once."""
        assert callable(work)
        try:
            work()
        except Exception as error:
            log.exception("The 3D view stopped")
            self.stop()
            self._broken, self.picture = True, None
            self.failed.emit(str(error))

    def _order(self) -> None:
        began, spent = perf_counter(), thread_time()
        offscreen = self._prepared()
        quality = self.quality
        drawn = offscreen.target(self._scene.pixels(), quality.scale, quality.fine)
        self._coming = self._scene.paint(offscreen.functions, drawn, quality)
        offscreen.order()
        self._arranged = self._pending = True
        self._began, self._ordering = began, self._placing + thread_time() - spent
        self._timer.start(FIRST_LOOK_MS)

    def _prepared(self) -> Offscreen:
        """OpenGL, directed to this scene; shaders and buffers are made the first time."""
        if self._offscreen is None:
            self._offscreen = Offscreen()
            self._scene.prepare()
        else:
            self._offscreen.begin()
        return self._offscreen

    def _look(self) -> None:
        offscreen = self._prepared()
        if offscreen.ready():
            self._fetch()
        else:
            self._timer.start(LOOK_MS)

    def _fetch(self) -> None:
        offscreen, spent = self._prepared(), thread_time()
        self._timer.stop()
        self.picture = offscreen.picture()
        self.note, self._arranged, self._pending = self._coming, False, False
        # Smoothed, since some systems count a thread's time in ticks of 16 ms.
        self._spent += 0.2 * (self._ordering + thread_time() - spent - self._spent)
        self._judge(perf_counter() - self._began)
        self.count += 1
        self.drawn.emit()
        if self._wanted:
            self.ask()

    def _judge(self, seconds: float) -> None:
        """Draws moving frames better or more plainly from now on, by how long the quickest of the last few took.

        The others waited for the window, which was at other work when they were there.
        """
        if self.resting and self.level:
            return
        self._took.append(seconds)
        if len(self._took) < FEW:
            return
        quickest, before = min(self._took), self.level
        if quickest > SLOW and self.level < len(LEVELS) - 1:
            self.level += 1
        elif self.level and quickest < EASY[self.level - 1]:
            self.level -= 1
        if self.level != before:
            self._took.clear()
