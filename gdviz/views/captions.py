"""What a picture of a surface has to say about itself, in words; the same for every view that draws one."""

from math import ceil, floor

import numpy as np

from gdviz.core.height import HeightScale
from gdviz.core.plane import Plane, Surface
from gdviz.worker.words import spoken


def truth(surface: Surface) -> str:
    """Which slice of weight space this is, how much of the path it holds and how far off it is, in one line."""
    plane = surface.plane
    if plane.kind == "exact":
        count = len(plane.names)
        return spoken("Exact: this landscape has just one weight" if count == 1 else _EXACT)
    if plane.kind == "random":
        return spoken("Two random directions; once training moves, the picture turns to the plane of its path")
    held = f"{floor(100 * plane.share)}" if plane.share < 0.99 else f"{floor(1000 * plane.share) / 10:g}"
    missed = spoken("the surface misses the true loss by at most {} % of its range").format(ceil(100 * surface.miss))
    return spoken("{}: holds {} % of its motion; {}").format(_slice(plane), held, missed)


def _slice(plane: Plane) -> str:
    """Which slice it is, and through which point of the path where that is not the newest."""
    what = spoken(_SLICES.get(plane.kind, plane.kind)).format(*map(spoken, plane.names))
    return what if plane.step is None else spoken("{}, through step {}").format(what, plane.step)


_SLICES = {
    "pca": "PCA of this path",
    "filters": "Two random directions scaled to the filters (biases stay), not fitted to this path",
    "weights": "{0} against {1}, all others held still, for this path",
}
_EXACT = "Exact: this landscape has just two weights"


def cut(surface: Surface, scale: HeightScale) -> str:
    """What is not drawn as it is: walls cut off at the ceiling, cells that are no number; empty if all is drawn."""
    infinite = ~np.isfinite(surface.loss)
    if infinite.all():
        return spoken("the loss is not a finite number anywhere here")
    notes = []
    if np.any(surface.loss[~infinite] > scale.ceiling * (1 + 1e-6 * np.sign(scale.ceiling))):
        notes.append(spoken("flat top: loss above {} is cut off").format(f"{scale.ceiling:.3g}"))
    if infinite.any():
        notes.append(spoken("grey: the loss is infinite or not a number"))
    return "; ".join(notes)


def cut_short(surface: Surface, scale: HeightScale) -> str:
    """The same in a few words, for where there is little room."""
    infinite = ~np.isfinite(surface.loss)
    notes = []
    if np.any(surface.loss[~infinite] > scale.ceiling * (1 + 1e-6 * np.sign(scale.ceiling))):
        notes.append(spoken("cut above {}").format(f"{scale.ceiling:.3g}"))
    if infinite.any():
        notes.append(spoken("grey: not finite"))
    return ", ".join(notes)


def height_name(scale: HeightScale) -> str:
    """What the height axis is called."""
    return spoken("loss") if scale.kind == "linear" else spoken("loss (log scale)")


def empty() -> str:
    """What to do while there is no surface."""
    return spoken("Press Train to see the landscape and the path that training takes over it.")


def away() -> str:
    """Where the ball is that nobody sees."""
    return spoken("the ball has left the picture")


def start_hint() -> str:
    """How to choose where the walk begins."""
    return spoken("Click, or drag the start, to begin elsewhere")
