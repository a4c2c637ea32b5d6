"""The part of the session that looks closely at the point shown."""

from PySide6.QtCore import QObject, Signal

from gdviz.core.anatomy import Anatomy
from gdviz.core.boundary import Boundary
from gdviz.core.stability_line import StabilityLine
from gdviz.worker.close_up import CloseUp


class Looking(QObject):
    """What is known of the point shown, and who wants to know it.

    Args:
        parent: The Qt parent.
    """

    anatomy_changed = Signal(object)
    """`Anatomy` or None: the step that leads on from the point shown."""
    stability_changed = Signal(object)
    """`StabilityLine` or None: the largest stable rate at the point shown."""
    boundary_changed = Signal(object)
    """`Boundary` or None: what is answered to all inputs at the point shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Starts no thread yet."""
        super().__init__(parent)
        self._features: tuple[int, ...] = ()
        self._close_up = CloseUp(self)
        self._close_up.anatomy_changed.connect(self.anatomy_changed)
        self._close_up.stability_changed.connect(self.stability_changed)
        self._close_up.boundary_changed.connect(self.boundary_changed)

    @property
    def anatomy(self) -> Anatomy | None:
        """The step that leads on from the point shown, taken apart; None while it is not known."""
        found: Anatomy | None = self._close_up.found["anatomy"]
        return found

    @property
    def stability(self) -> StabilityLine | None:
        """The largest stable rate at the point shown; None while it is not known."""
        found: StabilityLine | None = self._close_up.found["stability"]
        return found

    @property
    def boundary(self) -> Boundary | None:
        """What is answered to all inputs at the point shown; None while it is not known, or there is no such thing."""
        found: Boundary | None = self._close_up.found["boundary"]
        return found

    @property
    def why_no_close_up(self) -> str:
        """Why nothing can be seen closely at the point shown, one sentence; empty if something can."""
        return self._close_up.why_not

    @property
    def features(self) -> tuple[int, ...]:
        """Which two features the answers are shown for; empty for those that tell the answers apart best."""
        return self._features

    def want(self, kind: str, on: bool) -> None:
        """A view says that it shows ``"anatomy"``, ``"stability"`` or ``"boundary"``, or no longer does."""
        self._close_up.want(kind, on)
        self._look_closely()

    def choose_features(self, pair: tuple[int, ...]) -> None:
        """Shows the answers over these two features; over a choice of ours if empty."""
        self._features = pair
        self._look_closely()

    def _look_closely(self) -> None:
        """Has the point shown looked at; the session knows which it is."""
        raise NotImplementedError
