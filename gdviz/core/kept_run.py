"""A run that is kept, to be looked at again beside later ones."""

from dataclasses import dataclass

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory


@dataclass(frozen=True, slots=True, eq=False)
class KeptRun:
    """One entry of the history list.

    Attributes:
        name: What it is called on screen.
        experiment: What it trained.
        trajectory: What it recorded.
        verdict: What the doctor said of it, a key of ``VERDICTS``; empty if he said nothing.
        date: When it was kept, in local time as ``2025-03-01 14:30``.
    """

    name: str
    experiment: Experiment
    trajectory: Trajectory
    verdict: str = ""
    date: str = ""
