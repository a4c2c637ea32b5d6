"""The curves: losses, accuracy, the gradient's norm and the rate, with what the doctor saw and where one is."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdviz.core.axis import growing_axis
from gdviz.core.curves import Curves
from gdviz.core.diagnosis import VERDICTS, Diagnosis, Evidence
from gdviz.core.evidence import told
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.views.chart import Chart
from gdviz.views.chart_parts import Entry, Span
from gdviz.views.curve_choices import Look, LookButton
from gdviz.views.curve_panels import entries_of, main_row, panels_of, read_aloud
from gdviz.views.parts import announce, as_panel, described, label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

CALM_MS = 100
"""Least milliseconds between two pictures of a running run: curves are read, not watched."""

EMPTY = "Press Train: the curves grow here."
KEYS = "Arrow keys move the crosshair, Return shows that step everywhere, Escape goes back to the newest."


class LossView(QWidget):
    """Draws the session's curves as they grow.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    look_changed = Signal(object)
    """`Look`: other curves, another scale."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Builds the plots, empty."""
        super().__init__(parent)
        as_panel(self, self.tr("Loss curves"))
        self._session = session
        self.look = Look()
        self._curves: Curves | None = None
        self._others: list[tuple[Runner, Curves]] = []
        self._cursor: float | None = None
        self._pointed: Evidence | None = None
        self._theme = load_theme("dark")
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._on_calm)
        self._stale = False
        self._make_parts()
        self._lay_out()
        session.trajectory_changed.connect(self.show_trajectory)
        session.runners_changed.connect(self._on_runners)
        session.diagnosis_changed.connect(self.show_diagnosis)
        session.shown_step_changed.connect(self.show_step)
        self._draw()

    def _make_parts(self) -> None:
        self.heading = label(self.tr("Curves"), role="heading")
        self.show_button = LookButton(self.look)
        self.show_button.setProperty("segment", "true")
        self.show_button.chosen.connect(self.set_look)
        self.log = described(
            QPushButton(self.tr("Log")), self.tr("Log scale"), self.tr("Heights in powers of ten (Ctrl+L)")
        )
        self.log.setCheckable(True)
        self.log.setProperty("segment", "true")
        self.log.toggled.connect(self._on_log)
        self.chart = described(Chart(turns=self._session.turns), self.tr("Curves"), spoken(KEYS))
        self.heading.setToolTip(spoken(KEYS))
        self.chart.setToolTip("")
        self.chart.pointed.connect(self._on_pointed)
        self.chart.span_pointed.connect(self._on_span_pointed)
        self.chart.moved.connect(self._on_moved)
        self.chart.picked.connect(self._on_picked)
        self.chart.left.connect(self._on_left)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.heading, 1)
        top.addWidget(self.show_button)
        top.addWidget(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.chart, 1)

    def set_theme(self, theme: Theme) -> None:
        """Recolours everything."""
        self._theme = theme
        self.chart.set_theme(theme)
        self._draw()

    def set_look(self, look: Look) -> None:
        """Shows other curves, or the same in another way."""
        self.look = look
        self.show_button.show_look(look)
        self.log.blockSignals(True)
        self.log.setChecked(look.log)
        self.log.blockSignals(False)
        self._draw()
        self.look_changed.emit(look)

    def view_state(self) -> str:
        """What is to be remembered, as JSON text."""
        return json.dumps(asdict(self.look))

    def restore_view(self, state: Any) -> None:
        """Shows the curves as ``state`` says, where that is such a text; what is not right in it is as at first."""
        try:
            kept = json.loads(state) if isinstance(state, str) else None
        except (ValueError, RecursionError):
            return
        if isinstance(kept, dict):
            self.set_look(Look.of(kept))

    def show_trajectory(self, trajectory: Trajectory | None) -> None:
        """Draws what the run has recorded so far, at once or, if it was just drawn, a moment later."""
        self._stale = True
        if not self._calm.isActive():
            self._on_calm()

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Marks where the doctor saw each piece of his evidence."""
        self._pointed = None
        self._show_spans()

    def highlight(self, piece: Evidence | None) -> None:
        """Shades where a piece of evidence was seen and says what it is; None for none."""
        self._pointed = piece
        self._show_spans()

    def show_step(self, step: int | None) -> None:
        """Marks the step that every view shows; None, the newest, needs no mark."""
        lead = self._lead
        at = None if step is None or lead is None else lead.place_of_step(step, self._unit)
        self.chart.show_marker(at)
        self._show_values()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to be drawn later."""
        self._calm.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the letters is another lay-out."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    @property
    def _lead(self) -> Curves | None:
        """The run that places are counted by: the session's own once it has begun, else the longest of the others."""
        others = [curves for _, curves in self._others]
        if self._curves is not None and (self._curves.trajectory.count or not others):
            return self._curves
        return max(others, key=lambda curves: curves.trajectory.count, default=None)

    @property
    def _unit(self) -> str:
        """What places are counted in: where a step is an epoch, in steps."""
        steps = self._session.experiment.landscape != "network"
        return "step" if steps else self.look.unit

    def _on_calm(self) -> None:
        if self.chart.busy:
            self._calm.start()
        elif self._stale and self._session.state == "running":
            self._session.turns.add(self, self._follow)
        elif self._stale:
            self._follow(in_parts=False)

    def _follow(self, in_parts: bool = True) -> None:
        """Draws what was recorded since."""
        self._stale = False
        self._draw(in_parts)
        self._calm.start()

    def _on_runners(self) -> None:
        self.show_trajectory(self._session.trajectory)

    def _draw(self, in_parts: bool = False) -> None:
        """Everything anew; what was read of a run before is kept."""
        self._read()
        runs = [curves for curves in (self._curves, *(curves for _, curves in self._others)) if curves is not None]
        reached = max((curves.end(self._unit) for curves in runs), default=0.0)
        ticks = max(3, self.chart.width() // (3 * self.fontMetrics().height()))
        axis = growing_axis(reached, self._planned(), ticks)
        panels = panels_of(self._curves, self._others, self._asked(), self._theme)
        self.chart.show_panels(panels, axis, spoken(self._unit), "" if reached else spoken(EMPTY), in_parts)
        self._show_spans()
        self.show_step(self._session.shown_step)

    def _asked(self) -> Look:
        """What is to be drawn; a landscape without rows to learn has no answers to be right or wrong."""
        panels = self.look.panels
        if not self._session.experiment.learns_rows:
            panels = tuple(panel for panel in panels if panel != "accuracy")
        return replace(self.look, unit=self._unit, panels=panels)

    def _read(self) -> None:
        trajectory = self._session.trajectory
        if trajectory is None:
            self._curves = None
        elif self._curves is not None and self._curves.trajectory is trajectory:
            self._curves.follow()
        else:
            self._curves = Curves(trajectory)
            self._cursor = None
            self.chart.show_cursor(None)
        runners = [each for each in self._session.runners if each.shown]
        self._others = [(each, self._curves_of(each)) for each in runners]

    def _curves_of(self, runner: Runner) -> Curves:
        """What was read of that run before, with what it recorded since."""
        known = (curves for _, curves in self._others if curves.trajectory is runner.trajectory)
        curves = next(known, None) or Curves(runner.trajectory)
        curves.follow()
        return curves

    def _planned(self) -> float:
        epochs = self._session.experiment.epochs
        if self._unit == "epoch" or self._session.experiment.landscape != "network":
            return float(epochs)
        return float(epochs * self._curves.epoch_length) if self._curves is not None else 0.0

    def _show_spans(self) -> None:
        diagnosis, curves = self._session.diagnosis, self._curves
        if diagnosis is None or curves is None or not curves.epochs or not self.look.evidence:
            self.chart.show_spans(())
            return
        level = VERDICTS[diagnosis.verdict].level
        color = self._theme.muted if level == "unknown" else getattr(self._theme, level)
        spans: list[Span] = []
        for number, piece in enumerate(diagnosis.evidence, 1):
            if piece.epochs:
                spans.append(self._span(piece, number, color, spans))
        self.chart.show_spans(tuple(spans))

    def _span(self, piece: Evidence, number: int, color: str, others: Sequence[Span]) -> Span:
        """The bracket of one piece, in the first line where there is room."""
        assert self._curves is not None
        first, last = (
            self._curves.place_of_epoch(epoch, self._unit)
            for epoch in (min(piece.epochs) - 0.5, max(piece.epochs) + 0.5)
        )
        taken = {other.lane for other in others if other.first < last and first < other.last}
        lane = next(lane for lane in range(len(others) + 1) if lane not in taken)
        pointed = piece == self._pointed
        return Span(
            first, last, lane, str(number), spoken(told(piece)), color, pointed or self._is_alarm(piece), pointed
        )

    def _is_alarm(self, piece: Evidence) -> bool:
        """Whether it is shaded also when nobody points at it: the first of something wrong, unless it is everywhere."""
        diagnosis = self._session.diagnosis
        if diagnosis is None or self._curves is None or piece is not diagnosis.evidence[0] or self._pointed is not None:
            return False
        whole = max(piece.epochs) - min(piece.epochs) + 1 >= self._curves.epochs
        return VERDICTS[diagnosis.verdict].level in ("warning", "bad") and not whole

    def _on_log(self, on: bool) -> None:
        self.set_look(replace(self.look, log=on))

    def _on_pointed(self, place: float | None) -> None:
        """The mouse is over a place, or gone."""
        self._put_cursor(None if place is None else round(place))

    def _on_span_pointed(self, span: Span | None) -> None:
        """The mouse is over a bracket: it is told what was seen there."""
        diagnosis = self._session.diagnosis
        piece = diagnosis.evidence[int(span.number) - 1] if span is not None and diagnosis is not None else None
        if piece is not self._pointed:
            self.highlight(piece)

    def _on_moved(self, by: int) -> None:
        if self._lead is None or not self._lead.end(self._unit):
            return
        end = int(self._lead.end(self._unit))
        here = self._cursor if self._cursor is not None else self._marked()
        self._put_cursor((end if by == -1 else 1) if here is None else here + by)
        announce(self.chart, self.chart.accessibleDescription())

    def _marked(self) -> float | None:
        step, lead = self._session.shown_step, self._lead
        return None if step is None or lead is None else round(lead.place_of_step(step, self._unit))

    def _put_cursor(self, place: float | None) -> None:
        end = int(self._lead.end(self._unit)) if self._lead is not None else 0
        first = 1 if self._unit == "epoch" else 0
        self._cursor = None if place is None or end < first or not end else float(min(max(place, first), end))
        self.chart.show_cursor(self._cursor)
        self._show_values()

    def _on_picked(self, place: float | None) -> None:
        """A click, or a key at the crosshair, takes every view to that step."""
        lead = self._lead
        if lead is not None and (place is not None or self._cursor is not None):
            self._session.show_step(lead.step_at(place if place is not None else self._cursor or 0, self._unit))

    def _on_left(self) -> None:
        self._put_cursor(None)
        self._session.show_step(None)

    def _show_values(self) -> None:
        """What the curves say at the crosshair, else at the step shown, else at the end; it is the legend too."""
        lead, look = self._lead, replace(self.look, unit=self._unit)
        if lead is None or not lead.end(self._unit):
            self.heading.setText(self.tr("Curves"))
            self.chart.show_entries({})
            self.chart.setAccessibleDescription(f"{spoken(EMPTY)} {spoken(KEYS)}")
            return
        place = next((at for at in (self._cursor, self._marked()) if at is not None), lead.end(self._unit))
        at = int(min(place, lead.end(self._unit)))
        entries = entries_of(lead, look, self._theme, at) if lead is self._curves else {}
        notes = self._notes(at)
        self.heading.setText(f"{spoken(self._unit.capitalize())} {at:,}")
        self.chart.show_entries(entries, notes)
        others = "".join(f"{note.label}: {note.text}. " for note in notes)
        words = f"{spoken(self._unit.capitalize())} {at:,}. {read_aloud(entries)} {others}{spoken(KEYS)}"
        self.chart.setAccessibleDescription(words)

    def _notes(self, at: float) -> tuple[Entry, ...]:
        """The other runs' loss at a place."""
        row, result = main_row("loss", self._unit), []
        for runner, curves in self._others:
            text = f"{curves.value(row, at, self._unit):.3g}" if at <= curves.end(self._unit) else self.tr("none")
            color = self._theme.runner_colors[runner.mark % len(self._theme.runner_colors)]
            result.append(Entry(runner.name, text, color, marker=runner.mark))
        return tuple(result)
