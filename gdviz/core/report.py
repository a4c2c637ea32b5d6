"""Charts of finished runs, for a sheet of paper or a slide; matplotlib is imported only when one is drawn."""

import io
import logging
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.core.diagnosis import VERDICTS, Diagnosis
from gdviz.core.files import write_atomically
from gdviz.errors import UserError

FORMATS = (".png", ".svg", ".pdf")
"""Endings a chart may have."""

COLORS = ("#0072b2", "#009e73", "#d55e00", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
"""Colours that people with any colour vision tell apart (Okabe and Ito 2008)."""

MARKERS = "osD^vPX"
"""So that the curves differ in more than colour."""


@dataclass(frozen=True, slots=True)
class Run:
    """One curve of a chart.

    Attributes:
        label: What sets it apart, for example ``rate 0.01``.
        history: As Keras's ``history.history``; ``loss`` and perhaps ``val_loss``.
        diagnosis: What the doctor says.
    """

    label: str
    history: dict[str, list[float]]
    diagnosis: Diagnosis


def check_chart_path(path: Path) -> None:
    """Makes sure that a chart can be of the kind that ``path`` names.

    Raises:
        UserError: If its ending is none of `FORMATS`.
    """
    if path.suffix.lower() not in FORMATS:
        raise UserError(f"The chart was to be {path.name!r}", "a name that ends in " + ", ".join(FORMATS))


def write_chart(path: Path, title: str, runs: Sequence[Run]) -> None:
    """Draws the loss curves of ``runs`` over their epochs, each with the doctor's sentence, into ``path``.

    Training loss is a full line, validation loss a dashed one. The scale is logarithmic where no loss is 0 or less.

    Raises:
        UserError: If the ending is not one of `FORMATS`, or the file cannot be written.
    """
    check_chart_path(path)
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9.6, 5.4 + 0.42 * len(runs)), layout="constrained")
    plot, words = figure.subplots(2, 1, height_ratios=[5.0, 0.55 * len(runs)])
    for index, run in enumerate(runs):
        _draw(plot, run, COLORS[index % len(COLORS)], MARKERS[index % len(MARKERS)])
    _finish(plot, title, runs)
    _write_words(words, runs)
    content = io.BytesIO()
    with rc_context({"svg.hashsalt": "gdviz"}):  # else the names inside an SVG are random
        figure.savefig(content, format=path.suffix[1:].lower(), dpi=150, metadata=_undated(path))
    write_atomically(path, content.getvalue())


def _draw(plot: Any, run: Run, color: str, marker: str) -> None:
    """One run's curves; an epoch that is not finite ends a line and is marked."""
    loss = np.array(run.history["loss"], float)
    epochs = np.arange(1, len(loss) + 1)
    every = max(1, len(loss) // 8)
    title = VERDICTS[run.diagnosis.verdict].title.lower()
    plot.plot(epochs, loss, color=color, marker=marker, markevery=every, linewidth=2, label=f"{run.label}: {title}")
    if "val_loss" in run.history:
        plot.plot(epochs, run.history["val_loss"], color=color, linestyle="--", linewidth=1.2, alpha=0.8)
    broken = np.flatnonzero(~np.isfinite(loss))
    if broken.size:
        plot.axvline(broken[0] + 1, color=color, linestyle=":", linewidth=1.5)


def _finish(plot: Any, title: str, runs: Sequence[Run]) -> None:
    """Axes, grid, title and legend."""
    losses = np.concatenate([np.array(run.history["loss"], float) for run in runs])
    known = losses[np.isfinite(losses)]
    if known.size and (known > 0).all():
        plot.set_yscale("log")
    plot.set(title=title, xlabel="epoch", ylabel="loss (full: training, dashed: validation)")
    plot.grid(alpha=0.25, which="both")
    plot.spines[["top", "right"]].set_visible(False)
    plot.legend(frameon=False)


def _write_words(words: Any, runs: Sequence[Run]) -> None:
    """The doctor's sentence for each run, below the chart."""
    words.axis("off")
    for index, run in enumerate(runs):
        text = textwrap.fill(f"{run.label}: {run.diagnosis.sentence}", 136)
        height = 1.0 - index / len(runs)
        words.text(
            0.0, height, text, color=COLORS[index % len(COLORS)], va="top", fontsize=9, transform=words.transAxes
        )


def _undated(path: Path) -> dict[str, None]:
    """The same numbers give the same file: no date inside."""
    return {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(path.suffix.lower(), {})
