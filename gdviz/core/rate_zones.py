"""Which learning rates are too low, good, too high or hopeless, read off the verdicts on one run at each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf, isfinite, sqrt

from numpy import format_float_positional


@dataclass(frozen=True, slots=True)
class ZoneKind:
    """What a rate can be.

    Attributes:
        title: In words, as they stand in a picture.
        sign: One letter or mark, so that colour is not alone.
        level: ``"good"``, ``"warning"``, ``"bad"`` or ``"unknown"``, as of a verdict.
    """

    title: str
    sign: str
    level: str


KINDS: Mapping[str, ZoneKind] = {
    "low": ZoneKind("too low", "L", "warning"),
    "good": ZoneKind("good", "\u2713", "good"),
    "high": ZoneKind("too high", "H", "bad"),
    "diverging": ZoneKind("diverging", "\u2715", "bad"),
    "unclear": ZoneKind("not clear", "?", "unknown"),
}
"""Every kind of zone."""

ZONE_OF: Mapping[str, str] = {
    "lr_too_low": "low",
    "converged": "good",
    "still_improving": "good",
    "overfitting": "good",
    "lr_too_high": "high",
    "diverging": "diverging",
    "unclear": "unclear",
}
"""The kind that each verdict speaks for. Overfitting is no fault of the rate."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Neighbouring rates of one kind.

    Attributes:
        kind: A key of `KINDS`.
        low: Where it begins: half way, in powers of ten, to the last rate of the zone before.
        high: Where it ends.
        first: The lowest rate tried in it.
        last: The highest one.
    """

    kind: str
    low: float
    high: float
    first: float
    last: float


def zones(rates: Sequence[float], verdicts: Sequence[str]) -> tuple[Zone, ...]:
    """Puts neighbours with verdicts of one kind together.

    Args:
        rates: Ascending, all above 0.
        verdicts: A key of `ZONE_OF` for each.
    """
    if not rates:
        return ()
    between = [sqrt(a * b) for a, b in pairwise(rates)]
    edges = [rates[0] ** 2 / between[0] if between else rates[0] / 2, *between]
    edges.append(rates[-1] ** 2 / between[-1] if between else rates[0] * 2)
    found = []
    for kind, group in groupby(range(len(rates)), lambda at: ZONE_OF[verdicts[at]]):
        places = list(group)
        first, last = places[0], places[-1]
        found.append(Zone(kind, edges[first], edges[last + 1], rates[first], rates[last]))
    return tuple(found)


def told(rates: Sequence[float], losses: Sequence[float], found: Sequence[Zone]) -> str:
    """What a sweep showed, in two or three short sentences.

    Args:
        rates: Ascending.
        losses: What the run at each of them ended with; not finite where it was lost.
        found: The zones.
    """
    known = [loss if isfinite(loss) else inf for loss in losses]
    best = min(range(len(known)), key=known.__getitem__)
    if not isfinite(known[best]):
        return "Every run was lost: try rates far lower than these."
    said = [f"The lowest loss at the end, {known[best]:.3g}, was at the rate {plain(rates[best])}."]
    good = [zone for zone in found if zone.kind == "good"]
    if good:
        widest = max(good, key=lambda zone: zone.high / zone.low)
        said.append(f"Good: {_span(widest)}.")
    else:
        said.append("No rate among these is good; try others.")
    said += [f"{KINDS[zone.kind].title.capitalize()}: {_span(zone)}." for zone in _others(found)]
    return " ".join(said)


def _others(found: Sequence[Zone]) -> list[Zone]:
    """The first zone of each kind that is a fault of the rate."""
    first: dict[str, Zone] = {}
    for zone in found:
        if zone.kind in ("low", "high", "diverging"):
            first.setdefault(zone.kind, zone)
    return list(first.values())


def _span(zone: Zone) -> str:
    return plain(zone.first) if zone.first == zone.last else f"{plain(zone.first)} to {plain(zone.last)}"


def plain(rate: float) -> str:
    """A rate to three digits as people write it, 0.00001 and not 1e-05."""
    return format_float_positional(rate, precision=3, fractional=False, trim="-")
