"""Numbers as people write them: 0.00005 and not 5e-05."""

import numpy as np

LEAST, MOST = 1e-7, 1e9
"""Sizes between which a number is written out; beyond, nobody counts its zeros."""


def plain(value: float, digits: int = 3) -> str:
    """A number to so many digits, without an exponent unless it is very small or very large.

    Args:
        value: Any number.
        digits: How many of them count.
    """
    if value and not LEAST <= abs(value) < MOST:
        return f"{value:.{digits}g}"
    return np.format_float_positional(value, digits, fractional=False, trim="-")
