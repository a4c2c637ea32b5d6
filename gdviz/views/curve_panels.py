"""From the rows of a run to panels of curves: which belong together, in which colour, and what they say in words."""

from collections.abc import Mapping, Sequence

import numpy as np

from gdviz.core.axis import Axis, height_axis, percent_axis
from gdviz.core.curves import KINDS, Curves
from gdviz.core.runner import Runner
from gdviz.views.chart_parts import DASHES, Array, Entry, Panel, Stroke
from gdviz.views.curve_choices import PANELS, Look
from gdviz.views.theme import Theme
from gdviz.worker.words import spoken

DASHED = (4.0, 2.2)

ROWS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "loss": {"epoch": ("val_loss", "loss"), "step": ("val_loss", "true_loss")},
    "accuracy": {"epoch": ("val_accuracy", "accuracy"), "step": ("val_accuracy", "accuracy")},
    "gradient_norm": {"epoch": ("gradient_norm",), "step": ("gradient_norm",)},
    "learning_rate": {"epoch": ("learning_rate",), "step": ("learning_rate",)},
}
"""The rows of each panel by unit, the most important last, in front."""

COLORS: Mapping[str, str] = {"true_loss": "loss", "batch_loss": "loss"}
"""The theme's colour of a row, where it is not called like the row."""

SHARES: Mapping[str, float] = {"loss": 5, "accuracy": 3, "gradient_norm": 3, "learning_rate": 2}
"""How high each panel is beside the others."""

NEVER_SMOOTHED = frozenset({"learning_rate"})
"""Rows that are what somebody set, and not what was measured."""

SHORT = {"training": "train", "validation": "val."}


def main_row(panel: str, unit: str) -> str:
    """The row that stands for a run in a panel."""
    return ROWS[panel][unit][-1]


def panels_of(own: Curves | None, others: Sequence[tuple[Runner, Curves]], look: Look, theme: Theme) -> list[Panel]:
    """The panels to be drawn; accuracy is left out of runs that have none."""
    runs = [curves for curves in (own, *(curves for _, curves in others)) if curves is not None]
    begun = any(curves.trajectory.count for curves in runs)
    keys = [key for key in PANELS if key in look.panels]
    with_values = [key for key in keys if not begun or any(_has(curves, key, look.unit) for curves in runs)]
    return [_panel(key, own, others, look, theme) for key in with_values or ["loss"]]


def _has(curves: Curves, key: str, unit: str) -> bool:
    # Before the first epoch has ended, nobody knows whether there will be an accuracy.
    return key != "accuracy" or not curves.epochs or any(curves.has(row) for row in ROWS[key][unit])


def _panel(key: str, own: Curves | None, others: Sequence[tuple[Runner, Curves]], look: Look, theme: Theme) -> Panel:
    strokes = [_other(key, runner, curves, look, theme) for runner, curves in others if _drawn(curves, key, look)]
    if own is not None:
        strokes = [*_behind(key, own, look, theme), *strokes, *_own(key, own, look, theme)]
    title = spoken(PANELS[key].lower())
    axis = percent_axis() if key == "accuracy" else _height(strokes, look.log)
    return Panel(key, title, tuple(strokes), axis, SHARES[key])


def _height(strokes: Sequence[Stroke], log: bool) -> Axis:
    """The upright axis; a few freak batches must not squeeze all else to one end of it."""
    return height_axis([_usual(stroke, log) if stroke.noisy else stroke.y for stroke in strokes], log, 5)


def _usual(stroke: Stroke, log: bool) -> Array:
    """The values without the highest fiftieth, and on a logarithmic axis without the lowest."""
    known = stroke.y[np.isfinite(stroke.y) & ((stroke.y > 0) | (not log))]
    if not known.size:
        return known
    low, high = np.quantile(known, [0.02, 0.98])
    inside: Array = known[(known <= high) & ((known >= low) | (not log))]
    return inside


def _drawn(curves: Curves, key: str, look: Look) -> bool:
    return curves.has(main_row(key, look.unit)) and bool(curves.trajectory.count)


def _behind(key: str, curves: Curves, look: Look, theme: Theme) -> list[Stroke]:
    """The loss of each step's own batch, faint; where a step is an epoch it would be drawn twice."""
    known = curves.epoch_length > 1 or (look.unit == "step" and not curves.epochs)
    if key != "loss" or not look.batches or not known or not curves.has("batch_loss"):
        return []
    x, y = curves.points("batch_loss", look.unit)
    return [Stroke(x, y, theme.loss, 1.0, opacity=0.28, noisy=True)]


def _own(key: str, curves: Curves, look: Look, theme: Theme) -> list[Stroke]:
    result: list[Stroke] = []
    for row in ROWS[key][look.unit]:
        if not curves.has(row) or not curves.trajectory.count:
            continue
        color, dash = getattr(theme, COLORS.get(row, row)), DASHED if row.startswith("val_") else ()
        x, y = curves.points(row, look.unit)
        gap = curves.first_gap(row, look.unit) if row in ("loss", "true_loss") else None
        calm = None if row in NEVER_SMOOTHED else curves.smoothed(row, look.unit, look.smoothing, look.log)
        if calm is not None:
            result.append(Stroke(x, y, color, 1.0, opacity=0.38, gap=gap, noisy=row == "gradient_norm"))
            result.append(Stroke(*calm, color, 2.0, dash))
        else:
            result.append(Stroke(x, y, color, 2.0, dash, gap=gap))
    return result


def _other(key: str, runner: Runner, curves: Curves, look: Look, theme: Theme) -> Stroke:
    row = main_row(key, look.unit)
    smooth = None if row in NEVER_SMOOTHED else curves.smoothed(row, look.unit, look.smoothing, look.log)
    x, y = smooth or curves.points(row, look.unit)
    color = theme.runner_colors[runner.mark % len(theme.runner_colors)]
    gap = curves.first_gap(row, look.unit) if key == "loss" else None
    return Stroke(x, y, color, 1.8, DASHES[runner.mark % len(DASHES)], marker=runner.mark, gap=gap)


def entries_of(curves: Curves, look: Look, theme: Theme, at: float) -> dict[str, tuple[Entry, ...]]:
    """What each panel's curves say at a place, as recorded, never smoothed."""
    result = {}
    for panel in look.panels:
        rows = [row for row in reversed(ROWS[panel][look.unit]) if curves.has(row)]
        alone = len(rows) == 1
        result[panel] = tuple(_entry(row, alone, curves.value(row, at, look.unit), theme) for row in rows)
    return result


def _entry(row: str, alone: bool, value: float, theme: Theme) -> Entry:
    name = "" if alone else spoken(KINDS[row].label)
    dash = DASHED if row.startswith("val_") else ()
    return Entry(
        name,
        _number(row, value),
        getattr(theme, COLORS.get(row, row)),
        dash,
        short=spoken(SHORT.get(KINDS[row].label, "")),
    )


def _number(row: str, value: float) -> str:
    if not np.isfinite(value):
        return spoken("not a number") if np.isnan(value) else spoken("infinite")
    return f"{value:.1%}".replace("%", " %") if row.endswith("accuracy") else f"{value:.3g}"


def read_aloud(entries: Mapping[str, Sequence[Entry]]) -> str:
    """The same in plain sentences, for a screen reader."""
    lines = [
        f"{spoken(PANELS[panel])}: " + ", ".join(f"{entry.label} {entry.text}".strip() for entry in each) + "."
        for panel, each in entries.items()
        if each
    ]
    return " ".join(lines)
