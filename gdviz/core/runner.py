"""A run shown beside the main one: in a race, or kept from before."""

from dataclasses import dataclass

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory


@dataclass(frozen=True, slots=True, eq=False)
class Runner:
    """One of several runs on the same landscape.

    Attributes:
        name: What it is called on screen, for example ``"Adam, 0.01"``.
        experiment: What it trains.
        trajectory: What it recorded so far; it grows while the race is on.
        mark: From 0 on; every view has the same colour and the same marker for the same number.
        shown: Whether it is to be drawn.
    """

    name: str
    experiment: Experiment
    trajectory: Trajectory
    mark: int = 0
    shown: bool = True
