"""What the doctor is told of a run, and asked."""

from typing import Any

from gdviz.core.diagnosis import Diagnosis, diagnose
from gdviz.core.doctor_live import follow
from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory


def examined(
    experiment: Experiment, trajectory: Trajectory, before: Diagnosis | None = None, under_way: bool = False
) -> Diagnosis:
    """The doctor's word on a run; on one under way he is slow to change his mind.

    He knows what rate is usual for networks; of a function he is not told the rate.

    Args:
        experiment: What is trained.
        trajectory: What it recorded so far.
        before: What he said last.
        under_way: Whether the run goes on.

    Raises:
        UserError: If he can make nothing of it.
    """
    rate = experiment.learning_rate if experiment.learns_rows else None
    known: dict[str, Any] = {"learning_rate": rate, "optimizer": experiment.optimizer}
    if under_way:
        return follow(before, trajectory.history, planned_epochs=experiment.epochs, **known)
    return diagnose(trajectory.history, **known)
