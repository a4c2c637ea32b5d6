"""Which learning rates are too low, good, too high or hopeless, read off the verdicts on one run at each of them.

A single run may be misread, or lucky. But the kinds come in one order as the rate grows: too low, good, too high,
diverging. So the zones are the split in this order that the doctor's beliefs about all runs speak for most.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf, isfinite, log, sqrt

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plain import plain
from gdviz.said import Said, together


@dataclass(frozen=True, slots=True)
class ZoneKind:
    """What a rate can be.

    Attributes:
        title: In words, as they stand in a picture.
        heading: The same, to begin a sentence with.
        sign: One letter or mark, so that colour is not alone.
        level: ``"good"``, ``"warning"``, ``"bad"`` or ``"unknown"``, as of a verdict.
    """

    title: str
    heading: str
    sign: str
    level: str


KINDS: Mapping[str, ZoneKind] = {
    "low": ZoneKind("too low", "Too low", "L", "warning"),
    "good": ZoneKind("good", "Good", "\u2713", "good"),
    "high": ZoneKind("too high", "Too high", "H", "bad"),
    "diverging": ZoneKind("diverging", "Diverging", "\u2715", "bad"),
    "unclear": ZoneKind("not clear", "Not clear", "?", "unknown"),
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


ORDER = ("low", "good", "high", "diverging")
"""The kinds that zones are of, as the rate grows."""

DOUBT = 0.02
"""What every kind is believed in at least: one run, however sure, must not decide on its neighbours."""


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


def zones(rates: Sequence[float], beliefs: Sequence[Mapping[str, float]]) -> tuple[Zone, ...]:
    """The split into zones that is likeliest: the one with the largest product of beliefs over all runs.

    Args:
        rates: Ascending, all above 0.
        beliefs: For each, how much the doctor believes in which verdict; keys of `ZONE_OF`.
    """
    if not rates:
        return ()
    kinds = _split(np.array([_by_kind(belief) for belief in beliefs]))
    between = [sqrt(a * b) for a, b in pairwise(rates)]
    edges = [rates[0] ** 2 / between[0] if between else rates[0] / 2, *between]
    edges.append(rates[-1] ** 2 / between[-1] if between else rates[0] * 2)
    found = []
    for kind, group in groupby(range(len(rates)), kinds.__getitem__):
        places = list(group)
        first, last = places[0], places[-1]
        found.append(Zone(ORDER[kind], edges[first], edges[last + 1], rates[first], rates[last]))
    return tuple(found)


def _by_kind(belief: Mapping[str, float]) -> list[float]:
    """Logarithm of what a run says for each kind of `ORDER`; verdicts that name none say as much for all."""
    sums = dict.fromkeys(ORDER, DOUBT)
    for verdict, share in belief.items():
        if ZONE_OF[verdict] in sums:
            sums[ZONE_OF[verdict]] += share
    return [log(share) for share in sums.values()]


def _split(scores: NDArray[np.float64]) -> list[int]:
    """The kind of each run ``[N]``, never falling, with the largest sum of ``scores`` ``[N, kinds]``."""
    best, came_from = scores[0], []
    for row in scores[1:]:
        leads = [int(best[: kind + 1].argmax()) for kind in range(len(row))]
        came_from.append(leads)
        best = best[leads] + row
    kinds = [int(best.argmax())]
    for leads in reversed(came_from):
        kinds.append(leads[kinds[-1]])
    return kinds[::-1]


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
        return Said("Every run was lost: try rates far lower than these.")
    said: list[str] = [
        Said("The lowest loss at the end, {}, was at the rate {}.", f"{known[best]:.3g}", plain(rates[best]))
    ]
    if not any(zone.kind == "good" for zone in found):
        said.append(Said("No rate among these is good; try others."))
    said += [Said("{}: {}.", KINDS[zone.kind].heading, _span(zone)) for zone in found]
    return together(*said)


def _span(zone: Zone) -> str:
    return plain(zone.first) if zone.first == zone.last else Said("{} to {}", plain(zone.first), plain(zone.last))
