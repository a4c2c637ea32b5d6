import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from support.waiting import until_state

from gdviz.core.experiment import Experiment
from gdviz.core.session_file import SavedSession, read_session, write_session
from gdviz.worker.autosave import Autosave
from gdviz.worker.document import Document
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=5)


@pytest.fixture
def document(qtbot: Any) -> Iterator[Document]:
    session = Session(BOWL)
    session.load()
    until_state(qtbot, session, "ready")
    yield Document(session, KeptRuns(session, session), session)
    session.close()
    session.deleteLater()


def train(qtbot: Any, session: Session) -> None:
    session.start()
    until_state(qtbot, session, "running", "preparing")
    until_state(qtbot, session, "finished")


def test_a_session_is_there_again_as_it_was_saved(document: Document, qtbot: Any, tmp_path: Path) -> None:
    session, path = document.session, tmp_path / "Übung 1.gdviz"
    document.view = lambda: {"picture": "map"}
    assert not document.modified
    train(qtbot, session)
    assert document.modified
    assert document.save(path)
    assert (document.name, document.modified) == ("Übung 1", False)
    loss = session.trajectory.loss.copy() if session.trajectory else None

    session.set_experiment(Experiment("raised_square"))
    assert document.modified
    until_state(qtbot, session, "ready")
    seen: list[Any] = []
    document.view_restored.connect(seen.append)
    assert document.open(path)
    assert seen == [{"picture": "map"}]
    until_state(qtbot, session, "finished")
    assert session.experiment == BOWL
    assert session.trajectory is document.kept.runs[0].trajectory
    assert (session.trajectory.loss == loss).all()
    assert session.diagnosis is not None
    assert not document.modified


def test_a_session_without_a_run_opens_at_its_start(document: Document, qtbot: Any, tmp_path: Path) -> None:
    train(qtbot, document.session)
    write_session(tmp_path / "a.gdviz", SavedSession(BOWL))
    document.open(tmp_path / "a.gdviz")
    until_state(qtbot, document.session, "ready")
    assert document.session.trajectory is not None
    assert document.session.trajectory.count == 0
    assert not document.kept.runs
    assert not document.modified


@pytest.mark.parametrize("experiment", [Experiment("nowhere"), Experiment(data="csv:/gone.csv?target=a", units=(0,))])
def test_what_cannot_be_had_here_leaves_everything_as_it_is(
    document: Document, tmp_path: Path, experiment: Experiment
) -> None:
    problems: list[str] = []
    document.session.problem.connect(problems.append)
    write_session(tmp_path / "a.gdviz", SavedSession(experiment))
    assert not document.open(tmp_path / "a.gdviz")
    assert not document.open(tmp_path / "gone.gdviz")
    assert not document.save(tmp_path / "no" / "folder.gdviz")
    assert len(problems) == 3
    assert document.session.experiment == BOWL
    assert document.path is None


def copied(qtbot: Any, autosave: Autosave) -> None:
    autosave.copy()
    qtbot.waitUntil(lambda: autosave._job is None)


def test_a_copy_is_made_only_where_something_changed(document: Document, qtbot: Any, tmp_path: Path) -> None:
    autosave = Autosave(document, tmp_path / "autosave", document)
    copied(qtbot, autosave)
    assert not (tmp_path / "autosave").exists()
    document.session.set_experiment(Experiment("raised_square"))
    copied(qtbot, autosave)
    assert read_session(autosave.path).experiment.landscape == "raised_square"
    first = autosave.path.stat().st_mtime_ns
    copied(qtbot, autosave)
    assert autosave.path.stat().st_mtime_ns == first
    assert not Autosave(document, tmp_path / "autosave", document).left_behind()
    autosave.end()
    assert not list((tmp_path / "autosave").iterdir())


CRASHING = """
import os, sys
from PySide6.QtCore import QCoreApplication
from gdviz.core.experiment import Experiment
from gdviz.worker.autosave import Autosave
from gdviz.worker.document import Document
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session
from pathlib import Path

application = QCoreApplication([])
session = Session()
document = Document(session, KeptRuns(session, session), session)
autosave = Autosave(document, Path(sys.argv[1]), session)
session.set_experiment(Experiment("himmelblau"))
autosave.copy()
autosave._job.wait()
print(autosave.path, flush=True)
sys.stdin.readline()
os.kill(os.getpid(), 9)
"""


def test_what_a_crash_left_behind_is_found_and_restored(document: Document, qtbot: Any, tmp_path: Path) -> None:
    command = [sys.executable, "-c", CRASHING, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        left = Path(process.stdout.readline().strip())
        autosave = Autosave(document, tmp_path, document)
        assert left.exists()
        assert autosave.left_behind() == [], "its program still runs"
        process.stdin.write("crash\n")
        process.stdin.flush()
    assert autosave.left_behind() == [left]
    assert document.recover(left)
    assert document.session.experiment.landscape == "himmelblau"
    assert document.modified
    assert document.path is None
    autosave.forget(left)
    assert not list(tmp_path.glob("session-*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_made_is_no_trouble(document: Document, qtbot: Any, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    autosave = Autosave(document, tmp_path / "autosave", document)
    document.session.set_experiment(Experiment("raised_square"))
    copied(qtbot, autosave)
    tmp_path.chmod(0o700)


def test_a_copy_that_cannot_be_written_is_said_once(document: Document, qtbot: Any, tmp_path: Path) -> None:
    problems: list[str] = []
    document.session.problem.connect(problems.append)
    autosave = Autosave(document, tmp_path, document)
    autosave.path.mkdir()
    for landscape in ("raised_square", "cubic"):
        document.session.set_experiment(Experiment(landscape))
        copied(qtbot, autosave)
    assert len(problems) == 1
    assert "not being backed up" in problems[0]
    autosave.path.rmdir()
    autosave.end()
    assert QLockFile(str(tmp_path / "other.lock")).tryLock(0)
