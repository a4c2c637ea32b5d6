"""A study spread over a running Dask cluster, for instance the lab's idle computers.

Each task trains runs that can be stacked, fewer at a time than here, from beginning to end. It depends on their
experiments alone, so that Dask may do it again on another computer when one goes away: a run is then trained twice and
counted once. Every computer needs the same gdviz; one's own files are sent along, each once.
"""

import socket
from collections.abc import Generator, Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.engine.cluster_files import files_of, unpacked
from gdviz.engine.sweep import HISTORY, Sweep, alike, sweep
from gdviz.errors import UserError

MOST_AT_ONCE = 16
"""Runs to a task: enough to be worth their compiling, few enough to be lost."""

PATIENCE = 10
"""Seconds for the scheduler to answer."""

Histories = dict[str, NDArray[np.float32]]


def spread(experiments: Sequence[Experiment], address: str) -> Generator[Sweep, None, None]:
    """Trains ``experiments`` on the cluster; the same numbers as `gdviz.engine.sweep.sweep` to the last bits.

    Args:
        experiments: What to train; all of the same number of epochs.
        address: Of the scheduler, for example ``tcp://lab-1:8786``.

    Yields:
        The study so far, each time a task has come back.

    Raises:
        UserError: If Dask is not installed, there is no such scheduler or no computer at work for it, or a file of
            one's own cannot be sent.
    """
    epochs = max(experiment.epochs for experiment in experiments)
    history = {name: np.full((epochs, len(experiments)), np.nan, np.float32) for name in HISTORY}
    whole = Sweep(tuple(experiments), history, np.zeros(len(experiments), np.int64))
    files = files_of(experiments)
    with _client(address) as client:
        from distributed import as_completed

        tasks = _tasks(experiments, len(client.scheduler_info()["workers"]))
        futures = _handed_over(client, whole, tasks, files)
        places = dict(zip(futures, tasks, strict=True))
        for future in as_completed(futures, loop=client.loop):
            _record(whole, places[future], _result(future))
            yield Sweep(whole.experiments, {name: v.copy() for name, v in history.items()}, whole.epochs_done.copy())


def trained(experiments: list[Experiment], paths: list[str], *contents: bytes) -> Histories:
    """One task, on whichever computer: the histories of runs that can be stacked, ``[epochs, K]``.

    Args:
        experiments: What to train.
        paths: The files that they need, as they are called where the study was begun.
        *contents: What is in them.
    """
    from gdviz.engine.runtime import prepare

    prepare()
    *_, done = sweep(unpacked(experiments, dict(zip(paths, contents, strict=True))))
    return dict(done.history)


def carried(content: bytes) -> bytes:
    """A file as a task of its own: a computer that goes away with it costs nothing but sending it again."""
    return content


def _handed_over(client: Any, whole: Sweep, tasks: list[list[int]], files: Mapping[str, bytes]) -> list[Any]:
    """The futures of all tasks."""
    import dask

    # Dask warns of large tasks, most of which should be data that it has already. Files are sent once all the same.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "2GB"}):
        held = [
            client.submit(carried, content, key=f"gdviz-{sha256(content).hexdigest()}") for content in files.values()
        ]
    # Told apart by their places: two runs of the same settings are still two.
    return [
        client.submit(
            trained,
            [whole.experiments[place] for place in places],
            list(files),
            *held,
            key=f"gdviz-{places[0]}-{id(whole)}",
            retries=2,
        )
        for places in tasks
    ]


def _tasks(experiments: Sequence[Experiment], workers: int) -> list[list[int]]:
    """Places of the runs of each task: alike, and at least as many tasks as there are computers."""
    most = min(MOST_AT_ONCE, -(-len(experiments) // workers))
    return [group[at : at + most] for group in alike(experiments) for at in range(0, len(group), most)]


def _record(whole: Sweep, places: list[int], found: Histories) -> None:
    """Puts what a task brought where it belongs."""
    for name, values in found.items():
        whole.history[name][: len(values), places] = values
    whole.epochs_done[places] = len(found["loss"])


def _result(future: Any) -> Histories:
    """What a task brought.

    Raises:
        UserError: If every computer that took it went away.
    """
    from distributed import KilledWorker

    try:
        found: Histories = future.result()
    except KilledWorker as error:
        what = "Several computers of the cluster went away while they trained the same runs"
        raise UserError(
            what, "computers with enough memory", "Look at their logs, or train fewer runs at once"
        ) from error
    return found


def _client(address: str) -> Any:
    """The connection.

    Raises:
        UserError: If it cannot be made, or nobody is at work.
    """
    try:
        from distributed import Client
    except ImportError:
        hint = "Install gdviz[cluster] on every computer, or leave --scheduler out"
        raise UserError("A study can be spread only with Dask, which is not installed", "", hint) from None
    try:
        place = urlsplit(address)
        # Asked first whether anybody is there at all: a client that finds nobody leaves its thread behind.
        if place.scheme not in ("tcp", "tls") or not place.hostname:
            raise ValueError("an address of another kind")
        socket.create_connection((place.hostname, place.port or 8786), PATIENCE).close()
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        what, example = f"No scheduler answered at {address!r}", "an address like tcp://lab-1:8786"
        raise UserError(what, example, "Start one with dask scheduler") from error
    if not client.scheduler_info()["workers"]:
        client.close()
        raise UserError(f"The scheduler at {address!r} has no workers", "", f"Start some: dask worker {address}")
    return client
