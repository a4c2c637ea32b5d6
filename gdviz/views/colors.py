"""Colours that more than one view draws with."""

import tomllib
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from gdviz.paths import resource
from gdviz.views.theme import Theme

OUTLINE = "#0b0e14"


def translucent(color: str, opacity: float) -> QColor:
    """``color`` with an opacity from 0 to 1."""
    result = QColor(color)
    result.setAlphaF(opacity)
    return result


def color_table(theme: Theme) -> NDArray[np.uint8]:
    """The colours from the lowest to the highest loss, ``[256, 3]``.

    The darkest part of the map is left out: on a dark background, a valley would look like a hole.
    """
    return _tables()[theme.colormap]


@cache
def _tables() -> dict[str, NDArray[np.uint8]]:
    """Each colour map by its name."""
    kept = tomllib.loads(resource("themes/colormaps.toml").read_text(encoding="utf-8"))
    return {name: np.frombuffer(bytes.fromhex(digits), np.uint8).reshape(-1, 3) for name, digits in kept.items()}
