"""What surface, map and curve have in common: what they show, what they say of it, and when they draw it.

A picture that nobody sees draws nothing, since training needs the time, and catches up when it is shown.
"""

from time import perf_counter
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from gdviz.core.anatomy import Anatomy
from gdviz.core.experiment import Experiment
from gdviz.core.height import HeightScale, Kind
from gdviz.core.plane import Surface
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.engine.catalogue import weight_names
from gdviz.views import captions
from gdviz.views.gauge import TruthGauge
from gdviz.views.giving_way import GivingWay
from gdviz.views.legend import ArrowLegend
from gdviz.views.parts import described
from gdviz.views.path import Trail, is_far, scale_losses, trail_of, waits
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.pacer import Pacer
from gdviz.worker.turns import Turns
from gdviz.worker.words import spoken

SCALES: dict[Kind, str] = {"auto": "Auto", "linear": "Linear", "log": "Log"}
"""Scales to choose from, and what they are called."""
CROWDED = 11
"""Lines of text below whose height a picture does not name its arrows."""
SHARE = 2.5
"""How many times what drawing a path took passes until it is drawn again."""


class Shown(Protocol):
    """What a picture sees of a session; see `gdviz.worker.session.Session`, which is one."""

    @property
    def turns(self) -> Turns:
        """When work is done that need not be done at once."""

    @property
    def experiment(self) -> Experiment:
        """The settings."""

    @property
    def surface(self) -> Surface | None:
        """The newest surface."""

    @property
    def trajectory(self) -> Trajectory | None:
        """The session's own run."""

    @property
    def shown_step(self) -> int | None:
        """The step that every view shows; None for the newest."""

    @property
    def runners(self) -> tuple[Runner, ...]:
        """The other runs."""

    @property
    def anatomy(self) -> Anatomy | None:
        """The step that leads on from the point shown."""

    @property
    def surface_changed(self) -> Any:
        """Signal: there is another surface."""

    @property
    def trajectory_changed(self) -> Any:
        """Signal: the run went on."""

    @property
    def shown_step_changed(self) -> Any:
        """Signal: another step is shown."""

    @property
    def runners_changed(self) -> Any:
        """Signal: the other runs changed."""

    @property
    def anatomy_changed(self) -> Any:
        """Signal: another step is taken apart."""

    def set_experiment(self, experiment: Experiment) -> bool:
        """Changes the settings; whether it could."""


class Picture(QWidget):
    """Shows the session's surface with the paths over it.

    A subclass makes its canvas, hands it to `_lay_out`, and draws in `_draw_surface`, `_draw_paths` and
    `_draw_arrows`.

    Args:
        session: Where everything comes from.
        parent: The widget it belongs to.

    Attributes:
        caption: The sentence that says how true the picture is; the gauge shows and hides it.
        gauge: The same as two bars.
        scale_box: Which scale losses are drawn on.
        legend: Which arrow is which.
    """

    scale_picked = Signal(str)
    """A key of `SCALES`: a person chose it."""

    dimensions: ClassVar[int] = 2
    """How many weights, or directions, a surface must have to be shown here."""
    legend_place: ClassVar[tuple[int, int]] = (8, 8)
    """Where the legend of the arrows lies in the picture; see `ArrowLegend.place`."""
    _says_truth = _names_arrows = True
    _far = False
    _trails: list[Trail] | None = None
    _trajectory: Trajectory | None = None
    _runners: tuple[Runner, ...] = ()
    _anatomy: Anatomy | None = None

    def __init__(self, session: Shown, parent: QWidget | None = None) -> None:
        """Nothing is drawn before `_lay_out`."""
        super().__init__(parent)
        self._session = session
        self._surface: Surface | None = None
        self._shown_step: int | None = None
        self._kind: Kind = "auto"
        self._scale = HeightScale("linear", 0.0, 1.0)
        self._arrows_shown = True
        self._theme = load_theme("dark")
        self._pacer = Pacer(SHARE, self)
        self._pacer.due.connect(self._refresh_paths)

    # Subclasses draw

    def _draw_surface(self, before: Surface | None) -> None:
        """Draws the surface, the scale and the axes; ``before`` is what was drawn until now."""
        raise NotImplementedError

    def _draw_paths(self) -> None:
        """Draws the paths."""
        raise NotImplementedError

    def _draw_arrows(self) -> None:
        """Draws the arrows."""
        raise NotImplementedError

    # What is shown

    @property
    def scale(self) -> HeightScale:
        """How losses are turned into heights now."""
        return self._scale

    @property
    def scale_chosen(self) -> Kind:
        """Which of `SCALES` losses are drawn on."""
        return self._kind

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self._theme = theme
        self.gauge.set_theme(theme)
        self.legend.set_theme(theme)
        self.caption.setStyleSheet(f"color: {theme.muted}")
        self.note.setStyleSheet(f"color: {theme.muted}")
        self._make_room()

    def set_scale(self, kind: Kind) -> None:
        """Draws losses on a linear or logarithmic scale, or on whichever fits."""
        self._kind = kind
        self.scale_box.setCurrentIndex(list(SCALES).index(kind))
        self._rescale(self._surface)
        self._draw_paths()

    def set_arrows_shown(self, shown: bool) -> None:
        """Shows or hides all arrows and their legend."""
        self._arrows_shown = shown
        self._draw_arrows()

    def catch_up(self) -> None:
        """Draws everything as the session has it."""
        self._read()
        self._take_surface(self._session.surface)

    def trails(self) -> list[Trail]:
        """The paths that are drawn: the other runs' first, the session's own last and on top."""
        if self._trails is None:
            self._trails = self._traced()
        return self._trails

    def _traced(self) -> list[Trail]:
        if self._surface is None:
            return []
        shown = [runner for runner in self._runners if runner.shown]
        found = [trail_of(self._surface, each.trajectory, self._shown_step, each.mark) for each in shown]
        found = [trail for trail in found if len(trail.flat)]
        own = self._trajectory and trail_of(self._surface, self._trajectory, self._shown_step)
        return [*found, own] if own and len(own.flat) and not waits(own, found) else found

    @property
    def start_is_free(self) -> bool:
        """Whether a person may put the start anywhere: the picture is the whole landscape."""
        names = weight_names(self._session.experiment)
        return self._surface is not None and self._surface.plane.kind == "exact" and len(names) == self.dimensions

    # When it is drawn

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up."""
        super().showEvent(event)
        self.catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draws nothing any more."""
        super().hideEvent(event)
        self._pacer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another amount of room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low picture arrows are not named: it would lie under their legend."""
        self.legend.set_brief(self._is_crowded() or not self._names_arrows)
        self._draw_arrows()

    def _is_crowded(self) -> bool:
        """Whether the names of the arrows would lie on too much of it."""
        return self._is_below(CROWDED)

    def _is_below(self, lines: int) -> bool:
        """Whether the picture itself is lower than so many lines of text."""
        return self._canvas.height() < lines * self.fontMetrics().height()

    def line_height(self) -> int:
        """How much of the view's height is below the picture itself."""
        seen = [part for part in (self._footer, self.caption) if not part.isHidden()]
        return sum(part.sizeHint().height() + self._column.spacing() for part in seen)

    def _follow(self) -> None:
        """Listens to the session from now on."""
        session = self._session
        session.surface_changed.connect(self._on_surface)
        session.anatomy_changed.connect(self._on_arrows)
        for changed in (session.trajectory_changed, session.shown_step_changed, session.runners_changed):
            changed.connect(self._on_paths)
        self.catch_up()

    def _read(self) -> None:
        """Takes note of what the session holds, but for the surface."""
        session, self._trails = self._session, None
        self._trajectory, self._shown_step = session.trajectory, session.shown_step
        self._runners, self._anatomy = session.runners, self._fitting(session.anatomy)

    def _fitting(self, anatomy: Anatomy | None) -> Anatomy | None:
        """The step taken apart, if it leads on from where the ball is now; arrows elsewhere would be a lie.

        Those of a run that only waits at the start would point away from a race that is under way.
        """
        newest = self._trajectory.count if self._trajectory is not None else 0
        if self._runners and not newest:
            return None
        at = newest if self._shown_step is None else min(self._shown_step, newest)
        return anatomy if anatomy is not None and anatomy.step == at else None

    def _on_surface(self, _: object) -> None:
        if self.isVisible():
            self.catch_up()

    def _on_paths(self, _: object) -> None:
        if self.isVisible():
            self._pacer.ask()

    def _on_arrows(self, _: object) -> None:
        if self.isVisible():
            self._read()
            self._draw_arrows()

    def _take_surface(self, surface: Surface | None) -> None:
        before = self._surface
        fits = surface is not None and surface.loss.ndim == self.dimensions
        self._surface, self._trails = surface if fits else None, None
        self._rescale(before)
        self._draw_paths()
        self._draw_arrows()

    def _refresh_paths(self) -> None:
        began = perf_counter()
        self._read()
        if self._surface is not None and not self._scale.holds(scale_losses(self._surface, self.trails())):
            self._rescale(self._surface)
        elif self._surface is not None and self._far != is_far(self._surface, self.trails()):
            self._say()
        self._draw_paths()
        self._draw_arrows()
        self._pacer.spent(perf_counter() - began)

    def _rescale(self, before: Surface | None) -> None:
        """Chooses a scale for what is shown, and the words that follow from it."""
        surface = self._surface
        if surface is not None:
            self._scale = HeightScale.of(surface.loss, scale_losses(surface, self.trails()), self._kind)
        self._say()
        self._draw_surface(before)

    # What it says

    def _say(self) -> None:
        surface = self._surface
        truth = captions.truth(surface) if surface is not None else ""
        cut = captions.cut(surface, self._scale) if surface is not None else ""
        self.caption.setText("; ".join(note for note in (truth, cut) if note) or captions.empty())
        self.gauge.show_truth(surface, truth)
        self.gauge.setVisible(surface is not None and self._says_truth)
        hint = captions.start_hint() if self.start_is_free and self._takes_start() else ""
        short = captions.cut_short(surface, self._scale) if surface is not None and self._says_truth else ""
        self._far = surface is not None and is_far(surface, self.trails())
        away = captions.away() if self._far else ""
        self.note.setText(" \u00b7 ".join(note for note in (away, short, hint) if note))
        self.note.setToolTip("\n".join(note for note in (away, cut, hint) if note))
        # What was chosen by itself is said as well.
        known = surface is not None and self._kind == "auto"
        self.scale_box.setItemText(
            0, self.tr("Auto: {}").format(spoken(self._scale.kind)) if known else self.tr("Auto")
        )

    def _takes_start(self) -> bool:
        """Whether one can place the start in this picture."""
        return False

    def _lay_out(self, canvas: QWidget, name: str, canvas_name: str) -> None:
        """Puts the canvas above the line with gauge and scale."""
        self.setAccessibleName(name)
        self._canvas = canvas
        canvas.setAccessibleName(canvas_name)
        self.setFocusProxy(canvas)
        self.legend = ArrowLegend(canvas)
        self.legend.place(*self.legend_place)
        self.legend.changed.connect(self._draw_arrows)
        self.gauge, self.scale_box = TruthGauge(), QComboBox()
        self.caption, self.note = QLabel(), QLabel()
        for words in (self.caption, self.note):
            words.setWordWrap(True)
        self.caption.setAccessibleName(self.tr("How true this picture is"))
        self.caption.setContentsMargins(10, 0, 10, 6)
        self.caption.hide()
        self.gauge.toggled.connect(self.caption.setVisible)
        self._make_scale_box()
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(canvas, 1)
        layout.addWidget(self._line())
        layout.addWidget(self.caption)

    def _make_scale_box(self) -> None:
        self.scale_box.addItems([spoken(name) for name in SCALES.values()])
        help = self.tr("Draws the loss as it is, or its logarithm, or whichever shows more")
        described(self.scale_box, self.tr("Scale of the loss"), help)
        # The longest that it can say comes later, when there is a surface; its letters are narrower than an x.
        self.scale_box.setMinimumContentsLength(8)
        # Where only the picture beside this one has it, both lines are still of one height, and so are the pictures.
        room = self.scale_box.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.scale_box.setSizePolicy(room)
        self.scale_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scale_box.activated.connect(self._on_scale)

    def _line(self) -> QWidget:
        self._footer = QWidget()
        line = GivingWay(self.note, steady=True)
        around = QVBoxLayout(self._footer)
        around.setContentsMargins(2, 0, 2, 6)
        around.addLayout(line)
        for part in (self.gauge, self.note, self.scale_box):
            line.addWidget(part)
        return self._footer

    def set_parts(self, truth: bool, scale: bool, names: bool) -> None:
        """Leaves out what the picture beside this one says of both: the gauge, the scale, or the arrows' names."""
        self._says_truth = truth
        self.scale_box.setVisible(scale)
        self._footer.setVisible(truth or scale)
        self.caption.setVisible(self.gauge.isChecked() and truth)
        self._names_arrows = names
        self._say()
        self._make_room()

    def _on_scale(self, index: int) -> None:
        self.set_scale(list(SCALES)[index])
        self.scale_picked.emit(self._kind)
