"""The numbers of a run to take away: a table of epochs that spreadsheets open, or everything as numpy arrays."""

import csv
import io

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.experiment_text import experiment_text
from gdviz.core.trajectory import Trajectory


def epochs_csv(trajectory: Trajectory) -> str:
    """The history as Keras's ``CSVLogger`` writes it: a row an epoch, counted from 0. ``gdviz diagnose`` reads it."""
    history = trajectory.history
    names = sorted(history)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["epoch", *names])
    for epoch, values in enumerate(zip(*(history[name].tolist() for name in names), strict=True)):
        table.writerow([epoch, *(f"{value:.9g}" for value in values)])
    return text.getvalue()


def everything_npz(trajectory: Trajectory, experiment: Experiment) -> bytes:
    """All that was recorded, as `Trajectory.arrays`, and the experiment as a text, for ``numpy.load``."""
    content = io.BytesIO()
    arrays = {"experiment": np.array(experiment_text(experiment)), **trajectory.arrays()}
    np.savez_compressed(content, allow_pickle=False, **arrays)
    return content.getvalue()
