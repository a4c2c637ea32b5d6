"""What the program knows of a run besides its curves, for the doctor."""

from typing import Any

from gdviz.core.doctor_rules import usual_rate
from gdviz.core.experiment import Experiment
from gdviz.engine.datasets import DATASETS


def counts_trials(experiment: Experiment) -> bool:
    """Whether the doctor can make something of other rates that were tried."""
    return experiment.learns_rows and usual_rate(experiment.optimizer) is not None


def known_of(experiment: Experiment) -> dict[str, Any]:
    """Rate, optimiser and number of classes, as arguments of `core.diagnosis.diagnose`.

    What rate is usual the doctor knows of networks only; of a function he is not told the rate. A user's model may
    have a loss of its own, and a user's file is not looked into again and again: there the classes stay unknown.
    """
    if not experiment.learns_rows:
        return {"optimizer": experiment.optimizer}
    # Unlike an index, `get` finds the listed data sets alone.
    data = DATASETS.get(experiment.data) if experiment.landscape == "network" else None
    return {
        "learning_rate": experiment.learning_rate,
        "optimizer": experiment.optimizer,
        "classes": data.classes if data else None,
    }
