"""Pictures of a run to take away: chart, surface and map, drawn by matplotlib as bitmaps of any size or as vectors.

They show what the window shows, on the same scales and with the same honest words below, but need neither screen nor
OpenGL, so that they can be drawn in the background.
"""

import io
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np

from gdviz.core.height import HeightScale
from gdviz.core.plane import Surface
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Array, Trajectory
from gdviz.engine.solid import Solid, draw_solid, leave_out_of_layout

HEIGHT = 5.4
"""Inches of every picture's height; a larger one has more dots to the inch, so that its writing grows with it."""

POINTS = 2000
"""Most points of a line."""

LINES = {"loss": "-", "val_loss": "--", "accuracy": "-", "val_accuracy": "--"}
LABELS = {"loss": "training", "val_loss": "validation", "accuracy": "training", "val_accuracy": "validation"}

MARKERS = "os^dx*vh"
"""Of the runs beside the main one, in the order of the markers in the window."""

RIM = "#0b0e14"
"""Around paths and marks, so that they read on every part of a surface."""

ALONE = Lock()
"""Matplotlib is not made for several threads at once."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, each ``#rrggbb``, by the names of `gdviz.views.theme.Theme`; and matplotlib's name of a colour map."""

    background: str
    text: str
    muted: str
    border: str
    loss: str
    val_loss: str
    accuracy: str
    val_accuracy: str
    path: str
    ball: str
    runner_colors: tuple[str, ...]
    colormap: str


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """What there is to draw.

    Attributes:
        title: Of every picture.
        trajectory: The run.
        surface: The landscape around it, or None.
        runners: The runs beside it.
        caption: What the surface has to say of itself: which slice it is, and how far off.
        verdict: What the doctor says.
        view: Azimuth and elevation in degrees from which the surface is looked at.
    """

    title: str
    trajectory: Trajectory
    surface: Surface | None = None
    runners: tuple[Runner, ...] = ()
    caption: str = ""
    verdict: str = ""
    view: tuple[float, float] = (-32.0, 36.0)


def picture(subject: Subject, look: Look, kind: str, size: tuple[int, int] = (1920, 1080), form: str = "png") -> bytes:
    """One picture as a file's content.

    Args:
        subject: What to draw.
        look: In which colours.
        kind: ``"chart"``, ``"surface"`` or ``"map"``.
        size: Pixels across and up; for vectors only their ratio counts.
        form: ``"png"``, ``"svg"`` or ``"pdf"``.
    """
    content = io.BytesIO()
    with ALONE:
        figure = new_figure(look, size)
        DRAWN[kind](figure, subject, look)
        undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(form)
        figure.savefig(content, format=form, dpi=size[1] / HEIGHT, metadata=undated)
    return content.getvalue()


def new_figure(look: Look, size: tuple[int, int]) -> Any:
    """An empty figure of that many pixels."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    dots = size[1] / HEIGHT
    figure = Figure(figsize=(size[0] / dots, HEIGHT), dpi=dots, layout="constrained", facecolor=look.background)
    FigureCanvasAgg(figure)
    return figure


def _chart(figure: Any, subject: Subject, look: Look) -> None:
    """The curves of loss and, where there is one, accuracy, over epochs."""
    two = "accuracy" in subject.trajectory.history
    axes = figure.subplots(2, 1, sharex=True, height_ratios=[5, 3]) if two else [figure.subplots()]
    draw_curves(axes[0], subject, look, ("loss", "val_loss"))
    if two:
        draw_curves(axes[1], subject, look, ("accuracy", "val_accuracy"))
        axes[0].set_xlabel("")
    figure.suptitle(_plain(subject.title), color=look.text, fontsize=13)
    if subject.verdict:
        figure.supxlabel(_plain(subject.verdict), color=look.muted, fontsize=9, wrap=True)


def draw_curves(axes: Any, subject: Subject, look: Look, names: tuple[str, str]) -> None:
    """The curves ``names`` of the run and of those beside it."""
    style(axes, look)
    history = subject.trajectory.history
    for name in names:
        if name in history:
            line, label = LINES[name], LABELS[name]
            axes.plot(*_epochs(history[name]), line, color=getattr(look, name), linewidth=2, label=label)
    for runner in subject.runners:
        values = runner.trajectory.history.get(names[0])
        if runner.shown and values is not None and len(values):
            color, marker = (
                look.runner_colors[runner.mark % len(look.runner_colors)],
                MARKERS[runner.mark % len(MARKERS)],
            )
            every = max(1, len(values) // 8)
            axes.plot(
                *_epochs(values), color=color, marker=marker, markevery=every, linewidth=1.5, label=_plain(runner.name)
            )
    loss = names[0] == "loss"
    shown = [line.get_ydata() for line in axes.get_lines()]
    known = np.concatenate([values[np.isfinite(values)] for values in shown]) if shown else np.zeros(0)
    if loss and known.size and known.min() > 0 and known.max() > 30 * known.min():
        axes.set_yscale("log")
    axes.set_xlabel("step" if _steps_are_epochs(subject.trajectory) else "epoch")
    axes.set_ylabel(names[0])
    if len(shown) > 1:
        axes.legend(frameon=False, labelcolor=look.text, fontsize=9)


def _epochs(values: Array) -> tuple[Any, Any]:
    """Number and value of at most `POINTS` epochs."""
    at = np.linspace(0, len(values) - 1, min(POINTS, len(values))).astype(int)
    return at + 1, np.where(np.isfinite(values[at]), values[at], np.nan)


def _steps_are_epochs(trajectory: Trajectory) -> bool:
    return len(trajectory.epoch_steps) == trajectory.count


def style(axes: Any, look: Look) -> None:
    """Quiet axes in the picture's colours."""
    axes.set_facecolor(look.background)
    axes.tick_params(colors=look.muted, labelsize=9)
    axes.xaxis.label.set_color(look.text)
    axes.yaxis.label.set_color(look.text)
    axes.grid(color=look.border, alpha=0.6, linewidth=0.6)
    for name, spine in axes.spines.items():
        spine.set_color(look.border)
        spine.set_visible(name in ("left", "bottom"))


def _map(figure: Any, subject: Subject, look: Look) -> None:
    """The landscape from above, or its curve where it has one weight, with the paths over it."""
    axes = figure.subplots()
    shades = draw_map(axes, subject, look)
    if shades is not None and subject.surface is not None:
        ticks = scale_of(subject).ticks()
        bar = figure.colorbar(shades, ax=axes, pad=0.02, ticks=[float(scale_of(subject).heights(v)) for v, _ in ticks])
        bar.ax.set_yticklabels([word for _, word in ticks], color=look.muted, fontsize=9)
        bar.set_label("loss", color=look.text)
        bar.outline.set_visible(False)
        bar.ax.tick_params(colors=look.muted)
    for trajectory, color, marker in paths(subject, look):
        points = path_points(subject, trajectory)
        if len(points):
            dots = "." if points.shape[1] == 2 else ""
            axes.plot(points[:, 0], points[:, 1], marker=dots, color=color, linewidth=1.8)
            axes.plot(*points[-1, :2], marker, color=color, markeredgecolor=look.background, markersize=9)
    said(figure, subject, look)


def draw_map(axes: Any, subject: Subject, look: Look) -> Any:
    """The landscape without paths; what a colour bar needs, if anything."""
    style(axes, look)
    surface = subject.surface
    if surface is None:
        return None
    axes.set_xlabel(_plain(surface.plane.names[0]))
    if surface.loss.ndim == 1:
        axes.plot(surface.x, np.where(np.isfinite(surface.loss), surface.loss, np.nan), color=look.loss, linewidth=2.5)
        axes.set_ylabel("loss")
        scale = HeightScale.of(surface.loss, subject.trajectory.loss, "linear")
        axes.set(
            xlim=(surface.x[0], surface.x[-1]), ylim=(scale.low - 0.05 * (scale.ceiling - scale.low), scale.ceiling)
        )
        return None
    axes.set_ylabel(_plain(surface.plane.names[1]))
    axes.grid(visible=False)
    axes.set(xlim=(surface.x[0], surface.x[-1]), ylim=(surface.y[0], surface.y[-1]))
    heights = scale_of(subject).heights(surface.loss)
    levels = np.linspace(0, 1, 41)
    axes.contour(surface.x, surface.y, heights, levels[::4], colors=[look.background], linewidths=0.5, alpha=0.5)
    return axes.contourf(surface.x, surface.y, heights, levels, cmap=look.colormap, zorder=0)


def _surface(figure: Any, subject: Subject, look: Look) -> None:
    """The landscape as a height field with the paths on it; of one weight, its curve."""
    if subject.surface is None or subject.surface.loss.ndim == 1:
        _map(figure, subject, look)
        return
    axes = figure.add_subplot(projection="3d")
    solid = draw_surface(axes, subject, look)
    for trajectory, color, marker in paths(subject, look):
        points = path_points(subject, trajectory)
        if len(points):
            own = trajectory is subject.trajectory
            _draw_path(axes, solid, points, look.path if own else color, (color, marker))
    leave_out_of_layout(axes)
    if any(runner.shown for runner in subject.runners):
        figure.legend(
            handles=_handles(subject, look), loc="upper left", frameon=False, labelcolor=look.text, fontsize=9
        )
    said(figure, subject, look)


def _draw_path(axes: Any, solid: Solid, points: Any, color: str, ball: tuple[str, str]) -> None:
    """A path with a dark rim, faint where a ridge hides it, its start as a ring and its end as a ball."""
    behind = solid.hidden(points)[:, None]
    axes.plot(*points.T, color=color, linewidth=1.2, alpha=0.25, zorder=10, clip_on=False)
    for tone, width, place in ((RIM, 3.2, 11), (color, 1.8, 12)):
        axes.plot(*np.where(behind, np.nan, points).T, color=tone, linewidth=width, zorder=place, clip_on=False)
    axes.plot(*points[:1].T, "o", color=color, markeredgecolor=RIM, markersize=4, zorder=13)
    axes.plot(*points[-1:].T, ball[1], color=ball[0], markeredgecolor=RIM, markersize=8, zorder=14)


def _handles(subject: Subject, look: Look) -> list[Any]:
    """Which mark is which run, for a legend."""
    from matplotlib.lines import Line2D

    names = [runner.name for runner in subject.runners if runner.shown]
    marks = [(color, marker) for _, color, marker in paths(subject, look)]
    named = [("Present run", *marks[-1]), *((name, *mark) for name, mark in zip(names, marks, strict=False))]
    more: dict[str, Any] = {"linestyle": "", "markeredgecolor": RIM, "markersize": 7}
    return [Line2D([], [], color=color, marker=marker, label=_plain(name), **more) for name, color, marker in named]


def draw_surface(axes: Any, subject: Subject, look: Look) -> Solid:
    """The height field without paths."""
    surface = subject.surface
    assert surface is not None, "asked for only where there is one"
    scale = scale_of(subject)
    solid = Solid(surface, np.asarray(scale.heights(surface.loss)), subject.view)
    axes.set_facecolor(look.background)
    axes.computed_zorder = False
    draw_solid(axes, solid, scale, look.colormap)
    axes.set_xlabel(_plain(surface.plane.names[0]), color=look.text)
    axes.set_ylabel(_plain(surface.plane.names[1]), color=look.text)
    axes.set_zlabel("loss" if scale.kind == "linear" else "loss (log scale)", color=look.text)
    ticks = scale.ticks()
    axes.set_zticks([float(scale.heights(value)) for value, _ in ticks], [word for _, word in ticks])
    axes.tick_params(colors=look.muted, labelsize=8)
    for axis in (axes.xaxis, axes.yaxis, axes.zaxis):
        axis.set_pane_color((0, 0, 0, 0))
        axis.line.set_color(look.border)
        axis._axinfo["grid"].update(color=look.border, linewidth=0.5)
    return solid


def scale_of(subject: Subject) -> HeightScale:
    """How losses become heights and colours."""
    assert subject.surface is not None, "asked for only where there is one"
    inside = _inside(subject.surface, subject.trajectory)
    return HeightScale.of(subject.surface.loss, inside)


def _inside(surface: Surface, trajectory: Trajectory) -> Array:
    """Losses of the path's points that lie on the drawn part."""
    _, weights, losses = trajectory.thinned(POINTS)
    if weights.shape[1] != surface.plane.origin.size:
        return np.zeros(0, np.float32)
    flat = surface.plane.project(weights)
    inside = np.ones(len(flat), bool)
    for column, axis in zip(flat.T, (surface.x, surface.y), strict=False):
        inside &= (column >= axis[0]) & (column <= axis[-1])
    return losses[inside]


def path_points(subject: Subject, trajectory: Trajectory, last_step: int | None = None) -> Any:
    """A path in the picture's coordinates: ``[N, 3]`` with heights, or ``[N, 2]`` of weight and loss on a curve."""
    surface = subject.surface
    if surface is None or trajectory.last_weights.size != surface.plane.origin.size:
        return np.zeros((0, 2))
    steps, weights, losses = trajectory.thinned(POINTS)
    shown = slice(None) if last_step is None else slice(0, max(1, int(np.searchsorted(steps, last_step, "right"))))
    flat = surface.plane.project(weights[shown])
    if surface.loss.ndim == 1:
        return np.column_stack([flat, losses[shown]])
    # What leaves the drawn part would be drawn across the axes.
    inside = (np.abs(flat - _middle(surface)) <= _reach(surface) * 1.001).all(axis=1)
    return np.where(inside[:, None], np.column_stack([flat, scale_of(subject).heights(losses[shown])]), np.nan)


def _middle(surface: Surface) -> Any:
    return np.array([surface.x[[0, -1]].mean(), surface.y[[0, -1]].mean()])


def _reach(surface: Surface) -> Any:
    return np.array([np.ptp(surface.x), np.ptp(surface.y)]) / 2


def paths(subject: Subject, look: Look) -> list[tuple[Trajectory, str, str]]:
    """Every path to draw, the main one last, with its colour and marker."""
    colors = look.runner_colors
    others = [
        (runner.trajectory, colors[runner.mark % len(colors)], MARKERS[runner.mark % len(MARKERS)])
        for runner in subject.runners
        if runner.shown
    ]
    return [*others, (subject.trajectory, look.ball, "o")]


def said(figure: Any, subject: Subject, look: Look) -> None:
    """Title above and caption below."""
    figure.suptitle(_plain(subject.title), color=look.text, fontsize=13)
    if subject.caption:
        figure.supxlabel(_plain(subject.caption), color=look.muted, fontsize=9, wrap=True)


def _plain(text: str) -> str:
    """A text that matplotlib takes for a text, not for mathematics."""
    return text.replace("$", r"\$")


DRAWN: Mapping[str, Callable[[Any, Subject, Look], None]] = {"chart": _chart, "surface": _surface, "map": _map}
"""What draws each kind of picture."""
