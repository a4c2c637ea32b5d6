"""A piece of the doctor's evidence in words and as a bar, the same in every view."""

import math

from gdviz.core.diagnosis import Evidence
from gdviz.said import Said, together

LONGEST = 2.0
"""How many times the limit a full bar stands for."""


def number(value: float) -> str:
    """A number as people write it: 12, 1.10, 0.31, 0.0042, 2.4e+05."""
    if abs(value) < 1e-9:
        return "0"
    if value == round(value) and abs(value) < 1e5:
        return f"{value:.0f}"
    return f"{value:.2f}" if 0.1 <= abs(value) < 1000 else f"{value:.3g}"


def asked(piece: Evidence) -> str:
    """The number against its limit, for example ``"0.31 where at most 0.10 is asked"``."""
    if not math.isfinite(piece.value):
        return Said("not a number, where any number is asked")
    value, limit = number(piece.value), number(piece.limit)
    if piece.at_most:
        return Said("{} where at most {} is asked", value, limit)
    return Said("{} where at least {} is asked", value, limit)


def where(piece: Evidence) -> str:
    """The epochs where it was seen; empty where it has none."""
    if not piece.epochs:
        return ""
    first, last = min(piece.epochs), max(piece.epochs)
    return Said("epoch {}", first) if first == last else Said("epochs {} to {}", first, last)


def told(piece: Evidence) -> str:
    """All of it in one line: what, the number against its limit, where."""
    return Said("{}: {}", piece.what, together(asked(piece), where(piece), between=", "))


def bar(piece: Evidence) -> float:
    """How long a bar of the number is, from 0 to 1; the limit stands at ``1 / LONGEST``."""
    if not math.isfinite(piece.value) or piece.limit <= 0:
        return 1.0
    return min(max(piece.value / piece.limit, 0.0) / LONGEST, 1.0)
