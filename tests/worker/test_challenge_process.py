"""Whatever the pupil's function does, the program goes on and says what happened."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gdviz.lessons.challenge import SKELETON, Curve, Score, curves
from gdviz.worker.challenge_process import ChallengeProcess

CURVES = (Curve("converged", {"loss": [3.0, 2.0, 1.0, 1.0, 1.0]}), Curve("diverging", {"loss": [1.0, 2.0]}))


@pytest.fixture
def process(qtbot: Any) -> Iterator[ChallengeProcess]:
    process = ChallengeProcess()
    yield process
    process.stop()


def run(qtbot: Any, process: ChallengeProcess, code: str, asked: tuple[Curve, ...] = CURVES) -> Score:
    with qtbot.waitSignal(process.done, timeout=60_000) as told:
        process.run(code, asked)
    assert not process.running
    score: Score = told.args[0]
    return score


@pytest.mark.slow
def test_the_first_try_fails_on_three_kinds(qtbot: Any, process: ChallengeProcess) -> None:
    asked = curves()
    score = run(qtbot, process, SKELETON, asked)
    assert len(asked) // 2 < score.right < len(asked)
    wrong = [(curve.label, len(curve.history["loss"]), answer) for curve, answer in score.wrong]
    assert any(label == "diverging" and answer.said == "converged" for label, _, answer in wrong)
    assert any(length < 5 and "IndexError" in answer.problem for _, length, answer in wrong)
    assert {answer.said for label, _, answer in wrong if label == "too low"} <= {"converged", "still improving"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("raise ValueError('no idea')", "ValueError: no idea (line 2)"),
        ("return 3", "returned int"),
        ("return 'fine'", "none of the answers"),
        ("exit()", "SystemExit"),
        ("import os; os._exit(0)", "ended the whole program"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "ended the whole program"),
        ("return diagnose(history)", "RecursionError"),
        ("x = [0] * 10**10", "MemoryError"),
        ("x = []\n    while True: x.append(bytearray(10**7))", "MemoryError"),
        ("return input()", "EOFError"),
    ],
)
def test_what_goes_wrong_is_said(qtbot: Any, process: ChallengeProcess, body: str, problem: str) -> None:
    score = run(qtbot, process, f"def diagnose(history):\n    {body}\n")
    assert score.right == 0
    assert problem in score.wrong[0][1].problem


@pytest.mark.slow
def test_memory_is_held_where_the_system_cannot(
    qtbot: Any, process: ChallengeProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resource.py").write_text("raise ImportError('as on Windows')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    greedy = "def diagnose(history):\n    x = []\n    while True: x.append(bytearray(b'1' * 10**6))"
    score = run(qtbot, process, greedy)
    assert score.right == 0
    assert "256 megabytes" in score.wrong[0][1].problem


@pytest.mark.slow
def test_an_endless_loop_ends(qtbot: Any, process: ChallengeProcess) -> None:
    score = run(
        qtbot, process, "def diagnose(history):\n    while len(history['loss']) < 5: pass\n    return 'converged'"
    )
    assert score.right == 1
    assert score.wrong[0][1].problem


@pytest.mark.slow
def test_threads_and_printing_are_left_behind(qtbot: Any, process: ChallengeProcess) -> None:
    code = (
        "import threading, time\n"
        "threading.Thread(target=lambda: time.sleep(1000)).start()\n"
        "def diagnose(history):\n"
        "    print('x' * 1000)\n"
        "    return 'diverging' if history['loss'][-1] > 1 else 'converged'\n"
    )
    assert run(qtbot, process, code).right == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "problem"), [("def diagnose(:", "SyntaxError"), ("x = 1", "no function"), ("", "no function")]
)
def test_code_that_is_no_function(qtbot: Any, process: ChallengeProcess, code: str, problem: str) -> None:
    assert problem in run(qtbot, process, code).wrong[0][1].problem


@pytest.mark.slow
def test_stopped_in_mid_run_it_tells_nothing(qtbot: Any, process: ChallengeProcess) -> None:
    process.run("def diagnose(history):\n    while True: pass", CURVES)
    with qtbot.assertNotEmitted(process.done, wait=50):
        process.stop()
    assert not process.running
