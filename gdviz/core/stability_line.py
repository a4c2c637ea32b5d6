"""The largest stable learning rate at one point of a run, against the rate that is set, in words and in zones."""

from dataclasses import dataclass
from math import isfinite

from gdviz.core.plain import plain
from gdviz.core.stability import Limit
from gdviz.said import Said

CALM = 0.5
"""Part of the limit up to which a step of plain descent does not even reach the other side of its valley: at a rate of
1 / curvature it lands at the bottom, and at 2 / curvature, the limit, as high up as it came from."""


@dataclass(frozen=True, slots=True)
class StabilityLine:
    """Where the line runs.

    Attributes:
        step: Steps taken before.
        limit: Largest stable rate of a step, or why nobody can tell.
        share: Part of the rate set that the schedule lets the next step have.
        noisy: Whether a step looks at fewer rows than all; the limit holds for all of them.
        curvature: Largest eigenvalue of the Hessian there, as the optimiser sees it; NaN if it was not looked for.
    """

    step: int
    limit: Limit
    share: float = 1.0
    noisy: bool = False
    curvature: float = float("nan")

    @property
    def rate(self) -> float | None:
        """The rate to set at which the next step is as long as the limit; None if not known."""
        if self.limit.rate is None or not isfinite(self.limit.rate) or not self.share > 0:
            return None
        return self.limit.rate / self.share

    def zone(self, rate: float) -> str:
        """``"good"``, ``"warning"`` from `CALM` of the limit on, ``"bad"`` beyond it, or ``"unknown"``."""
        if self.rate is None:
            return "unknown"
        part = rate / self.rate
        return "good" if part <= CALM else "warning" if part <= 1 else "bad"

    def sentence(self, rate: float) -> str:
        """What a rate means here, in one or two short sentences."""
        if self.limit.rate is None:
            return Said("No stability limit here. {}.", self.limit.reason)
        if self.rate is None:
            return Said("The schedule makes this step nothing at all, which is always stable.")
        part = rate / self.rate
        times = _times(part) if 0.01 <= part < 99.5 else (Said("less than 0.01") if part < 0.01 else Said("over 99"))
        full = Said(" (full batch)") if self.noisy else ""
        return Said(
            "Your step is {} \u00d7 the limit {}{}: {}.",
            times,
            plain(self.limit.rate, 2),
            full,
            MEANINGS[self.zone(rate)],
        )


def _times(part: float) -> str:
    """A part of the limit in two digits, or as many as tell on which side of it the step is."""
    texts = [f"{part:.{digits}g}" for digits in (2, 3, 4, 5)]
    return next((text for text in texts if float(text) != 1.0 or part == 1.0), texts[-1])


MEANINGS = {
    "good": "stable",
    "warning": "it may overshoot, but settles",
    "bad": "it overshoots more each time",
}
"""What each zone means, in few words."""

EXPLANATION = (
    "The limit is 2 divided by the curvature of the loss, its steepest bend at the point shown (momentum and Adam "
    "change the 2). A longer step lands higher up the other side of the valley than where it came from."
)
"""The theory, in two sentences."""

NOISE = "It holds for the full batch; small batches add noise, which it leaves out."
"""What has to be added where a step looks at fewer rows than all."""
