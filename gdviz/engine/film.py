"""A run as a film: the path grows over the landscape while the curve beside it grows, as MP4 or GIF.

The landscape is drawn once; each frame adds only what has changed. MP4 is written by PyAV, which brings FFmpeg as a
library (no program is started, which locked computers would forbid), GIF by Pillow.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.files import replacing
from gdviz.engine.pictures import (
    ALONE,
    RIM,
    Look,
    Subject,
    draw_curves,
    draw_map,
    draw_surface,
    new_figure,
    path_points,
    paths,
    said,
)
from gdviz.errors import UserError

FRAMES_PER_SECOND = 25
REST = 1.5
"""Seconds for which the last frame stays."""

Frame = NDArray[np.uint8]


def film(
    path: Path,
    subject: Subject,
    look: Look,
    kind: str = "surface",
    size: tuple[int, int] = (1280, 720),
    seconds: float = 8.0,
) -> Iterator[float]:
    """Writes the film, frame by frame.

    Close the iterator, and nothing is left of it; a file that was there before stays until the new one is whole.

    Args:
        path: Where to; its ending, ``.mp4`` or ``.gif``, says which kind.
        subject: The run.
        look: In which colours.
        kind: ``"surface"`` or ``"map"``.
        size: Pixels across and up, even numbers.
        seconds: From the first step to the last.

    Yields:
        The part that is done, from 0 to 1.

    Raises:
        UserError: If it cannot be written.
    """
    count = max(2, round(seconds * FRAMES_PER_SECOND))
    rest = round(REST * FRAMES_PER_SECOND)
    write = _WRITERS[path.suffix.lower()]
    with replacing(path) as temporary:
        frames = _frames(subject, look, kind, size, count)
        yield from write(temporary, frames, count, rest)


def _frames(subject: Subject, look: Look, kind: str, size: tuple[int, int], count: int) -> Iterator[Frame]:
    """Frames ``[height, width, 3]`` from the start to the last step."""
    with ALONE:
        stage = _Stage(subject, look, kind, size)
    for step in np.linspace(0, subject.trajectory.count, count).round().astype(int):
        with ALONE:
            frame = stage.frame(int(step))
        yield frame


class _Stage:
    """The picture behind, and the lines that grow over it."""

    def __init__(self, subject: Subject, look: Look, kind: str, size: tuple[int, int]) -> None:
        self._subject = subject
        figure = new_figure(look, size)
        solid = kind == "surface" and subject.surface is not None and subject.surface.loss.ndim == 2
        grid = figure.add_gridspec(1, 2, width_ratios=[3, 2])
        picture = figure.add_subplot(grid[0], projection="3d" if solid else None)
        self._solid = draw_surface(picture, subject, look) if solid else None
        if not solid:
            draw_map(picture, subject, look)
        curve = figure.add_subplot(grid[1])
        draw_curves(curve, subject, look, ("loss", "val_loss"))
        said(figure, subject, look)
        self._curves = [(line, *line.get_data()) for line in curve.get_lines()]
        self._paths = [
            (trajectory, *self._lines(picture, look.path if trajectory is subject.trajectory else color, color, marker))
            for trajectory, color, marker in paths(subject, look)
        ]
        self._text = figure.text(0.985, 0.985, "", ha="right", va="top", color=look.muted, fontsize=10)
        self._begin(figure)

    def _lines(self, axes: Any, color: str, ball: str, marker: str) -> tuple[Any, Any]:
        """The path's line, with a dark rim, and its ball."""
        from matplotlib.patheffects import Normal, Stroke

        nothing: list[list[float]] = [[]] * (3 if self._solid is not None else 2)
        line = axes.plot(*nothing, color=color, linewidth=2, zorder=12, clip_on=self._solid is None)[0]
        line.set_path_effects([Stroke(linewidth=3.4, foreground=RIM), Normal()])
        return line, axes.plot(*nothing, marker, color=ball, markeredgecolor=RIM, markersize=8, zorder=14)[0]

    def _begin(self, figure: Any) -> None:
        """Draws what stays."""
        self._canvas = figure.canvas
        self._figure = figure
        self._moving = [line for line, *_ in self._curves] + [line for _, *both in self._paths for line in both]
        for artist in (*self._moving, self._text):
            artist.set_animated(True)
        self._canvas.draw()
        figure.set_layout_engine("none")
        self._background = self._canvas.copy_from_bbox(figure.bbox)

    def frame(self, step: int) -> Frame:
        """The picture after ``step`` steps."""
        self._canvas.restore_region(self._background)
        ends = self._subject.trajectory.epoch_steps
        for line, x, y in self._curves:
            shown = int(np.searchsorted(ends, step, "right"))
            line.set_data(x[x <= shown], y[x <= shown])
        for trajectory, line, ball in self._paths:
            points = path_points(self._subject, trajectory, step)
            seen = points
            if self._solid is not None and len(points):
                seen = np.where(self._solid.hidden(points)[:, None], np.nan, points)
            for artist, part in ((line, seen), (ball, points[-1:])):
                (artist.set_data_3d if hasattr(artist, "set_data_3d") else artist.set_data)(*part.T[: _width(artist)])
        self._text.set_text(f"step {step:,} of {self._subject.trajectory.count:,}")
        for artist in (*self._moving, self._text):
            (artist.axes or self._figure).draw_artist(artist)
        return np.asarray(self._canvas.buffer_rgba())[..., :3].copy()


def _width(line: Any) -> int:
    """How many coordinates a line's points have."""
    return 3 if hasattr(line, "set_data_3d") else 2


def _write_mp4(path: Path, frames: Iterator[Frame], count: int, rest: int) -> Iterator[float]:
    """H.264 in the form that every player plays."""
    import av

    container: Any = None
    try:
        for number, frame in enumerate(frames, 1):
            if container is None:
                container = av.open(str(path), "w", format="mp4", options={"movflags": "faststart"})
                stream = _stream(container, frame)
            _add(container, stream, frame)
            yield number / (count + 1)
        for _ in range(rest):
            _add(container, stream, frame)
        container.mux(stream.encode())
        container.close()
        container = None
        yield 1.0
    except OSError as error:
        raise UserError(
            f"The film could not be written: {error.strerror or error}", "", "Make room or name another"
        ) from error
    finally:
        if container is not None:
            _give_up(container)


def _stream(container: Any, frame: Frame) -> Any:
    stream = container.add_stream("libx264", rate=FRAMES_PER_SECOND, options={"crf": "20", "preset": "veryfast"})
    stream.height, stream.width = frame.shape[:2]
    stream.pix_fmt = "yuv420p"
    stream.time_base = Fraction(1, FRAMES_PER_SECOND)
    return stream


def _add(container: Any, stream: Any, frame: Frame) -> None:
    import av

    container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))


def _give_up(container: Any) -> None:
    """Lets go of a file that is not wanted any more, whatever it says."""
    try:
        container.close()
    except OSError:
        return


def _write_gif(path: Path, frames: Iterator[Frame], count: int, rest: int) -> Iterator[float]:
    """All frames in the 256 colours of the last one, which has them all; every second one, as GIF counts in 1/100 s."""
    from PIL import Image

    kept = []
    for number, frame in enumerate(frames, 1):
        if number % 2 == 0 or number == count:
            kept.append(Image.fromarray(frame))
        yield 0.8 * number / count
    palette = kept[-1].quantize(256, method=Image.Quantize.MEDIANCUT)
    for number, image in enumerate(kept):
        kept[number] = image.quantize(palette=palette, dither=Image.Dither.NONE)
        yield 0.8 + 0.15 * number / len(kept)
    pause = 2000 // FRAMES_PER_SECOND
    durations = [pause] * (len(kept) - 1) + [pause + rest * 1000 // FRAMES_PER_SECOND]
    kept[0].save(path, "GIF", save_all=True, append_images=kept[1:], duration=durations, loop=0, optimize=False)
    yield 1.0


_WRITERS: dict[str, Callable[[Path, Iterator[Frame], int, int], Iterator[float]]] = {
    ".mp4": _write_mp4,
    ".gif": _write_gif,
}
"""What writes a film, by its ending."""
