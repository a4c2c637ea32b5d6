"""A real scheduler and real workers, as processes of this computer."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.models import dense

from gdviz.cli import main
from gdviz.core.experiment import Experiment
from gdviz.engine import runtime
from gdviz.engine.sweep import sweep, variants
from gdviz.errors import UserError

distributed = pytest.importorskip("distributed", reason="an extra: gdviz[cluster]")

from gdviz.engine.cluster import spread  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

PATIENCE = 120
STUDY = variants(Experiment(epochs=3, batch_size=30, units=(4,)), learning_rate=[0.001, 0.01, 0.1], seed=[0, 1, 2, 3])


def process(stack: ExitStack, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A process of Dask's that ends with the test at the latest."""
    environment = {**os.environ, "GDVIZ_NO_XLA": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", *arguments]
    started = stack.enter_context(subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet))
    stack.callback(started.kill)
    return started


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers; the test that kills one comes last."""
    tmp_path = tmp_path_factory.mktemp("cluster")
    file = ("--scheduler-file", str(tmp_path / "scheduler.json"))
    quiet = ("--no-dashboard",)
    with ExitStack() as stack:
        process(stack, tmp_path, "distributed.cli.dask_scheduler", *file, *quiet, "--port", "0", "--host", "127.0.0.1")
        own = ("--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")
        workers = [process(stack, tmp_path, "distributed.cli.dask_worker", *file, *quiet, *own) for _ in range(2)]
        with distributed.Client(scheduler_file=file[1], timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
            yield client.scheduler.address, workers


def test_ones_own_model_and_table_are_sent_along_and_trained_as_here(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path, capsys: Any
) -> None:
    runtime.prepare()
    model = dense(tmp_path / "m\u00f6del.keras", 2, 1)
    (tmp_path / "pl\u00e4nts.csv").write_text(
        "height,leaves,price\n" + "".join(f"{n},{n % 3},{n * n / 7:.3f}\n" for n in range(20))
    )
    sweep = ["sweep", "--model", str(model), "--data", str(tmp_path / "pl\u00e4nts.csv"), "--target", "price"]
    sweep += ["--rates", "0.01,0.1", "--seeds", "0,3-4", "--epochs", "2", "--json", "-"]
    found = []
    for more in ([], ["--scheduler", cluster[0]]):
        assert main([*sweep, *more]) == 0
        found.append(json.loads(capsys.readouterr().out)["runs"])
    assert [(run["learning_rate"], run["seed"]) for run in found[1]] == [(r, s) for r in (0.01, 0.1) for s in (0, 3, 4)]
    for here, there in zip(*found, strict=True):
        np.testing.assert_allclose(there["loss"], here["loss"], rtol=1e-5)
    assert len({tuple(run["loss"]) for run in found[1]}) == 6


def test_a_model_that_does_not_suit_is_refused_in_words_from_afar(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path, capsys: Any
) -> None:
    model = dense(tmp_path / "a.keras", 2, 1)
    assert main(["sweep", "--model", str(model), "--data", "iris", "--scheduler", cluster[0]]) == 2
    assert "Iris flowers has 4 features, but the model's input is 2." in capsys.readouterr().err


def test_one_worker_is_killed_in_mid_study_and_nothing_is_lost_or_doubled(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, workers = cluster
    monkeypatch.setattr("gdviz.engine.cluster.MOST_AT_ONCE", 2)
    seen = []
    for done in spread(STUDY, address):
        seen.append(int((done.epochs_done > 0).sum()))
        if len(seen) == 1:
            workers[0].kill()
    assert seen == [2, 4, 6, 8, 10, 12]
    *_, here = sweep(STUDY, xla=False)
    assert done.experiments == here.experiments
    np.testing.assert_array_equal(done.epochs_done, here.epochs_done)
    for name, values in here.history.items():
        np.testing.assert_allclose(done.history[name], values, rtol=1e-5, atol=1e-6, err_msg=name)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere", "http://x", ""])
def test_where_nobody_answers_it_is_said(address: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr("gdviz.engine.cluster.PATIENCE", 0.2)
    assert main(["sweep", "--rates", "0.1", "--scheduler", address]) == 2
    assert "No scheduler answered" in capsys.readouterr().err


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UserError, match=r"gdviz\[cluster\]"):
        next(spread(STUDY, "tcp://127.0.0.1:1"))
