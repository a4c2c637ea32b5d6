"""A close look at one point of a run: the step taken apart, the stability line, and the answers, one after the other.

Only what some view wants is worked out. The newest point wins; while a run trains, the looks are spaced so that they
take less than a tenth of a processor.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from gdviz.core.anatomy import Anatomy
from gdviz.core.boundary import Boundary
from gdviz.core.experiment import Experiment
from gdviz.core.stability import Limit, Stability
from gdviz.core.stability_line import StabilityLine
from gdviz.core.trajectory import Array
from gdviz.engine.anatomy import anatomy_at
from gdviz.engine.boundary import boundary_at
from gdviz.engine.recorder import Recorder
from gdviz.engine.replay import Replay
from gdviz.engine.stability_line import stability_line
from gdviz.said import Said
from gdviz.worker.latest import Latest

LEAST_PAUSE = 0.3
"""Seconds between two looks at a run under way, at least."""

REST = 10.0
"""Seconds of pause for each second of looking."""


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """What is looked at.

    Attributes:
        recorder: Of the run.
        step: Steps taken before.
        weights: There, ``[P]``; of a very long run, those of a step shortly before.
        loss: There, over all rows; NaN where it was not measured.
        experiment: The settings as they stand.
        newest: Whether the next step is still to come, and goes by them; one of the past went by what it went by.
        features: Which two features the answers are shown for; empty for a choice of ours.
    """

    recorder: Recorder
    step: int
    weights: Array
    loss: float
    experiment: Experiment
    newest: bool
    features: tuple[int, ...] = ()


class _Desk:
    """What is kept from one look to the next; only the thread writes to it.

    Attributes:
        kind: What is being worked out.
        seconds: That the last look took.
    """

    def __init__(self) -> None:
        self.kind, self.seconds = "", 0.0
        self._replay = Replay()
        self._before = Stability(Limit(None))

    def anatomy(self, point: Point) -> Anatomy:
        return anatomy_at(point.recorder, point.step, point.experiment if point.newest else None, self._replay)

    def stability(self, point: Point) -> StabilityLine:
        stand = self._replay.stand(point.recorder, point.step, point.experiment if point.newest else None)
        line, self._before = stability_line(stand, self._before)
        return line

    def boundary(self, point: Point) -> Boundary | None:
        return boundary_at(point.experiment, point.weights, point.step, point.features)


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to look for.

    Attributes:
        find: How.
        depends: What it depends on besides the run and the step: where that is the same, it is known already.
    """

    find: Callable[[_Desk, Point], Any]
    depends: Callable[[Point], object]


KINDS: dict[str, Kind] = {
    "anatomy": Kind(_Desk.anatomy, lambda point: point.experiment if point.newest else None),
    "boundary": Kind(_Desk.boundary, lambda point: point.features),
    "stability": Kind(
        _Desk.stability, lambda point: replace(point.experiment, learning_rate=1.0) if point.newest else None
    ),
}
"""By name, in the order in which they are worked out: what takes longest comes last."""


class CloseUp(QObject):
    """Looks at points of a run in a thread of its own.

    Args:
        parent: The Qt parent.
    """

    anatomy_changed = Signal(object)
    """`Anatomy` or None."""
    stability_changed = Signal(object)
    """`StabilityLine` or None."""
    boundary_changed = Signal(object)
    """`Boundary` or None."""
    failed = Signal(object)
    """The exception that ended a look; that kind is not looked for again in this run."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts no thread yet; the first look does."""
        super().__init__(parent)
        self.found: dict[str, Any] = dict.fromkeys(KINDS)
        self.why_not = ""
        self._wanted: Counter[str] = Counter()
        self._known: dict[str, object] = {}
        self._asking: Mapping[str, object] = {}
        self._warm: set[str] = set()
        self._given_up: set[str] = set()
        self._request = self._oldest = 0
        self._due = 0.0
        self._closed = False
        self._desk = _Desk()
        self._thread = Latest(self)
        self._thread.ready.connect(self._on_ready)
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)

    def want(self, kind: str, on: bool) -> None:
        """Counts who wants a kind; one that nobody wants is not worked out.

        Args:
            kind: A key of `KINDS`.
            on: Whether one more wants it, or one less.
        """
        self._wanted[kind] += 1 if on else -1

    def forget(self) -> None:
        """There is another run: nothing is known of it, and nothing of the last one matters any more."""
        self._known.clear()
        self._warm.clear()
        self._given_up.clear()
        self._request, self._due, self.why_not = 0, 0.0, ""
        self._oldest = self._thread.request(_nothing) + 1
        for kind in KINDS:
            self._show(kind, None)

    def look(self, point: Point, hurry: bool) -> None:
        """Looks at a point, as far as it is not known already.

        Args:
            point: Where.
            hurry: Whether to begin at once, or only after a pause since the last look: so for a run under way.
        """
        if self._closed or not (hurry or (not self._request and time.monotonic() >= self._due)):
            return
        asked = {kind: (point.step, KINDS[kind].depends(point)) for kind in KINDS if self._wanted[kind] > 0}
        missing = [kind for kind in asked if asked[kind] != self._known.get(kind) and kind not in self._given_up]
        if reason := _obstacle(point):
            self._refuse([kind for kind in asked if asked[kind] != self._known.get(kind)], asked, reason)
        elif missing and not (self._request and asked.items() <= self._asking.items()):
            self._ask(missing, asked, point)

    def stop(self) -> None:
        """Ends the thread after the look under way. Returns at once; `wait` waits."""
        self._closed = True
        self._thread.stop()

    def wait(self) -> None:
        """Waits for the thread to be gone."""
        self._thread.wait()

    def _refuse(self, kinds: list[str], asked: Mapping[str, object], reason: str) -> None:
        """There is nothing to be seen, and nobody waits for what was asked before."""
        self.why_not = reason
        if kinds:
            self._oldest = self._thread.request(_nothing) + 1
        for kind in kinds:
            self._known[kind] = asked[kind]
            self._show(kind, None)

    def _ask(self, kinds: list[str], asked: Mapping[str, object], point: Point) -> None:
        desk = self._desk
        self.why_not, self._asking = "", asked

        def work() -> Iterator[tuple[str, object, Any]]:
            begun = time.perf_counter()
            for kind in kinds:
                desk.kind = kind
                found = KINDS[kind].find(desk, point)
                desk.seconds = time.perf_counter() - begun
                yield kind, asked[kind], found

        self._request = self._thread.request(work)
        if not self._thread.isRunning():
            self._thread.start()

    def _show(self, kind: str, found: Any) -> None:
        self.found[kind] = found
        getattr(self, f"{kind}_changed").emit(found)

    def _on_ready(self, number: int, result: tuple[str, object, Any]) -> None:
        """Something of a point of this run is known; shown even if another point is asked for by now."""
        if number >= self._oldest and not self._closed:
            kind, known, found = result
            self._known[kind] = known
            self._show(kind, found)

    def _on_done(self, number: int) -> None:
        if number == self._request:
            self._rest()

    def _on_failed(self, number: int, error: Exception) -> None:
        if number >= self._oldest:
            self._given_up.add(self._desk.kind)
            self.failed.emit(error)
        if number == self._request:
            self._rest()

    def _rest(self) -> None:
        """The next look at a run under way is due later, but one that had to compile is no measure of what it costs."""
        wanted = set(+self._wanted)
        pause = REST * self._desk.seconds if wanted <= self._warm else 0.0
        self._warm |= wanted
        self._request, self._due = 0, time.monotonic() + max(LEAST_PAUSE, pause)


def _obstacle(point: Point) -> str:
    """Why nothing can be seen there, in a sentence; empty if something can."""
    if np.isinf(point.loss) or not np.isfinite(point.weights).all():
        return Said(
            "After step {} loss or weights are no finite numbers any more: this run has exploded.", f"{point.step:,}"
        )
    first = point.recorder.snapshots[0].step if point.recorder.snapshots else point.step + 1
    return "" if first <= point.step else Said("This step was not recorded in a way that it can be taken again.")


def _nothing() -> Iterator[None]:
    """Takes the place of a look that is no longer wanted."""
    return iter(())
