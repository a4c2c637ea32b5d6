"""From loss to height and back: how a surface that spans many decades fits into a box of unit height.

A landscape's far walls are thousands of times higher than the valley that training walks through, and some of its
cells are infinite. Drawn as they are, all that matters would be flat. So the height is the loss or its logarithm,
whichever spreads the surface more evenly, and it ends at a stated ceiling.

The logarithm is counted from a little below the lowest loss, unless the losses keep clear of zero: a valley whose
floor touches zero is then as smooth as it is, where the plain logarithm would show a bottomless needle.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Heights = NDArray[np.float64]
Kind = Literal["auto", "linear", "log"]

LOG_FROM_DECADES = 1.3
"""A surface whose heights reach this far above its lowest quarter is drawn on a logarithmic scale."""
MOST_DECADES = 6.0
"""No logarithmic scale spans more than this."""
TALL = 2.5
"""A linear scale's ceiling, in multiples of what the lower nine tenths of the surface span."""
TICK_GAP = 0.13
"""Least distance between two ticks of a logarithmic scale, as a part of the box's height."""
NEARLY = 0.02
"""A round number that lies outside by this part of a step still gets a tick: a minimum of 0.002 is drawn at 0."""
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class HeightScale:
    """A rising map from loss to height: ``low`` is drawn at 0, ``ceiling`` at 1.

    Attributes:
        kind: ``"linear"``, or ``"log"`` for the logarithm of the loss above ``shift``.
        low: The loss at height 0.
        ceiling: The loss at height 1; what is above it, and what is no number, is drawn there.
        shift: What the logarithm is counted from, below ``low``; 0 for the plain logarithm.
    """

    kind: Literal["linear", "log"]
    low: float
    ceiling: float
    shift: float = 0.0

    @staticmethod
    def of(surface_loss: ArrayLike, path_loss: ArrayLike = (), kind: Kind = "auto") -> "HeightScale":
        """A scale on which the surface shows its shape and no finite loss of the path is cut off at the top.

        Args:
            surface_loss: Losses on the surface, any shape; NaN and infinity are left out of account.
            path_loss: True losses along the path.
            kind: ``"linear"`` or ``"log"`` to insist on one.

        Returns:
            A logarithmic scale where the losses spread over more than `LOG_FROM_DECADES`, else a linear one.
        """
        surface, path = _finite(surface_loss), _finite(path_loss)
        known = np.concatenate([surface, path])
        if known.size == 0:
            return HeightScale("linear", 0.0, 1.0)
        lowest, highest = float(known.min()), float(known.max())
        if highest - lowest <= 1e-6 * max(abs(lowest), abs(highest)):
            return HeightScale("linear", lowest, lowest + max(abs(lowest), 1e-30))
        usual = surface if surface.size else path
        if kind == "log" or (kind == "auto" and _spread(usual, path) > LOG_FROM_DECADES):
            return _logarithmic(usual, lowest, highest)
        return _linear(surface, path)

    def heights(self, loss: ArrayLike, most: float = 1.0) -> Heights:
        """Heights of ``loss``, from 0 to ``most``; NaN and infinity are drawn at ``most``.

        A drawing that cuts the surface off at the ceiling needs to know how steeply it would have gone on: it asks
        for a ``most`` above 1.
        """
        values = np.asarray(loss, np.float64)
        known = np.isfinite(values)
        if self.kind == "log":
            bottom = self.low - self.shift
            over = np.maximum(np.where(known, values, self.low) - self.shift, bottom)
            raw = np.log(over / bottom) / np.log((self.ceiling - self.shift) / bottom)
        else:
            raw = (np.where(known, values, self.low) - self.low) / (self.ceiling - self.low)
        return np.asarray(np.where(known, np.clip(raw, 0.0, most), most))

    def losses(self, height: ArrayLike) -> Heights:
        """Losses at ``height``, the inverse of `heights` between 0 and 1."""
        part = np.asarray(height, np.float64)
        if self.kind == "linear":
            return np.asarray(self.low + part * (self.ceiling - self.low))
        bottom = self.low - self.shift
        return np.asarray(self.shift + bottom * ((self.ceiling - self.shift) / bottom) ** part)

    def holds(self, loss: ArrayLike) -> bool:
        """Whether every finite one of ``loss`` fits under the ceiling."""
        known = _finite(loss)
        return known.size == 0 or bool(known.max() <= self.ceiling * (1 + 1e-6 * np.sign(self.ceiling)))

    def cut_share(self, loss: ArrayLike) -> float:
        """Part of ``loss``, from 0 to 1, that is drawn at the ceiling because it is higher or no number."""
        values = np.asarray(loss, np.float64)
        return float(np.mean(~(values <= self.ceiling))) if values.size else 0.0

    def ticks(self, most: int = 7) -> list[tuple[float, str]]:
        """Round losses to label an axis with: at most ``most`` pairs of a value and its label, ascending."""
        if self.kind == "linear":
            return round_ticks(self.low, self.ceiling, most)
        return [(value, _label(value, 0.0)) for value in self._round_values()]

    def _round_values(self) -> list[float]:
        """Zero, powers of ten, then fives and twos between them, as long as they stand `TICK_GAP` apart."""
        biggest = max(abs(self.low), abs(self.ceiling))
        powers = 10.0 ** np.arange(np.floor(np.log10(biggest)) - 12, np.floor(np.log10(biggest)) + 1)
        every = [0.0, *(sign * part * power for part in (1, 5, 2) for power in powers[::-1] for sign in (1, -1))]
        inside = [float(value) for value in every if self.low <= value <= self.ceiling]
        chosen: dict[float, float] = {}
        for value, place in zip(inside, self.heights(inside).tolist(), strict=True):
            if all(abs(place - other) >= TICK_GAP for other in chosen.values()):
                chosen[value] = place
        return sorted(chosen)

    def contours(self, most: int = 24) -> tuple[float, float, int]:
        """Evenly spaced contour lines that fall on the ticks where the scale allows it.

        Returns:
            ``(factor, offset, major)``: a line runs wherever ``factor * height + offset`` is a whole number, and a
            bolder one where that number is a multiple of ``major``.
        """
        values = np.array([value for value, _ in self.ticks()])
        places = self.heights(values)
        gaps = np.diff(places)
        if len(gaps) == 0 or gaps.min() <= 0 or gaps.max() > 1.02 * gaps.min():
            return 20.0, 0.0, 5
        parts = max((part for part in (1, 2, 4, 5, 10) if part / gaps[0] <= most), default=1)
        factor = parts / float(gaps.mean())
        return factor, -factor * float(places[0]), parts


def _finite(loss: ArrayLike) -> Heights:
    """The numbers among ``loss``, flat."""
    values = np.asarray(loss, np.float64).ravel()
    return values[np.isfinite(values)]


def _spread(surface: Heights, path: Heights) -> float:
    """Decades between the lowest quarter of the surface and what is high on it.

    A bowl comes down to zero at one point and yet wants to look like a bowl: a quarter of the surface must be low
    before it counts. The path always counts at its highest, since it is never cut off.
    """
    base = min(0.0, float(surface.min()))
    low, high = np.quantile(surface, [0.25, 0.98]) - base
    high = max(high, float(path.max()) - base) if path.size else high
    return float(np.log10(high / max(low, high * 1e-12))) if high > 0 else 0.0


def _logarithmic(surface: Heights, lowest: float, highest: float) -> HeightScale:
    """A logarithmic scale from ``lowest`` to ``highest``, plain where only little of the surface is near zero."""
    usual = float(np.quantile(surface, 0.05))
    if lowest > 0 and usual < 10 * lowest and highest < lowest * 10**MOST_DECADES:
        return HeightScale("log", lowest, highest)
    below = max(usual - lowest, (highest - lowest) / 10**MOST_DECADES)
    return HeightScale("log", lowest, highest, lowest - below)


def _linear(surface: Heights, path: Heights) -> HeightScale:
    """A linear scale that lets the path in and cuts a long tail of walls off."""
    known = np.concatenate([surface, path])
    low, usual = float(known.min()), float(np.quantile(known, 0.9))
    ceiling = min(float(known.max()), low + TALL * (usual - low)) if usual > low else float(known.max())
    return HeightScale("linear", low, max(ceiling, float(path.max()) if path.size else ceiling))


def round_ticks(low: float, high: float, most: int = 7) -> list[tuple[float, str]]:
    """At most ``most`` evenly spaced round numbers from ``low`` to ``high``, each with its label."""
    if not high > low:
        return _labelled(np.array([low]))
    power = 10.0 ** np.floor(np.log10((high - low) / most))
    for step in (power * part for part in (1, 2, 5, 10, 20)):
        first, last = np.ceil(low / step - NEARLY), np.floor(high / step + NEARLY)
        if last - first < most:
            break
    return _labelled(np.arange(first, last + 1) * step + 0.0)


def _labelled(values: Heights) -> list[tuple[float, str]]:
    """Each value with its label."""
    gap = float(np.min(np.diff(values))) if len(values) > 1 else abs(float(values[0])) if len(values) else 0.0
    return [(float(value), _label(float(value), gap)) for value in values]


def _label(value: float, gap: float) -> str:
    """A number a person reads at a glance: 0.05, 12, 3500, 2·10⁶, with the digits that ``gap`` calls for."""
    size = abs(value)
    if size <= 1e-3 * gap:
        return "0"
    if size >= 1e5 or size < 1e-3:
        power = int(np.floor(np.log10(size) + 1e-9))
        lead = f"{value / 10.0**power:.3g}"
        exponent = str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
        return f"10{exponent}" if lead == "1" else f"{lead}·10{exponent}"
    decimals = max(0, int(np.ceil(-np.log10(gap) - 1e-9))) if gap > 0 else 0
    return (f"{value:.{min(decimals, 6)}f}" if gap > 0 else f"{value:.6g}").replace("-", MINUS)
