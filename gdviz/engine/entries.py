"""Who may run in a race: optimisers, rates, seeds or batch sizes around one experiment, by name."""

from collections.abc import Sequence
from dataclasses import replace

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.engine.sweep import variants
from gdviz.said import Said

Entry = tuple[str, Experiment]
"""Name on screen, and what is trained."""


def optimizers(experiment: Experiment, keys: Sequence[str], usual: bool = False) -> list[Entry]:
    """One run for each optimiser.

    Args:
        experiment: All that they have in common.
        keys: Of `OPTIMIZERS`.
        usual: Whether each runs at the rate that Keras gives it, instead of the experiment's.
    """
    found = variants(experiment, optimizer=keys)
    if usual:
        found = [replace(one, learning_rate=OPTIMIZERS[one.optimizer].learning_rate) for one in found]
    return [(named(one), one) for one in found]


def named(experiment: Experiment) -> str:
    """Optimiser and rate, as a name."""
    return Said("{}, {}", OPTIMIZERS[experiment.optimizer].title, f"{experiment.learning_rate:.3g}")


def settings(experiment: Experiment, name: str, values: Sequence[float]) -> list[Entry]:
    """One run for each value of the setting ``name``."""
    label = FIELDS[name].label
    found = variants(experiment, **{name: values})
    return [(Said("{} {}", label, f"{getattr(one, name):g}"), one) for one in found]
