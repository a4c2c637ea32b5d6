"""The command line: what scripts rely on, and one sentence for everything that cannot be."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gdviz import __version__
from gdviz.cli import main
from gdviz.core.diagnosis import VERDICTS, diagnose
from gdviz.core.experiment import Experiment

LOSS = [1.2 * 0.9**epoch + 0.1 for epoch in range(40)]
CSV = "epoch,loss\n" + "".join(f"{epoch},{loss}\n" for epoch, loss in enumerate(LOSS))
SWEEP = (
    "sweep --data iris --net 16 --optimizer adam --rates 0.0001,0.01,1.0 --epochs 60 --batch-size 8 --seed 0".split()
)
PNG = b"\x89PNG\r\n\x1a\n"
Capture = pytest.CaptureFixture[str]


def gdviz(*arguments: str, folder: Path, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, at home in ``folder``."""
    environment = {**os.environ, "GDVIZ_HOME": str(folder / "gdviz-home"), **variables}
    environment = {name: value for name, value in environment.items() if value}
    command = [sys.executable, "-m", "gdviz", *arguments]
    root = str(Path(__file__).resolve().parent.parent)
    environment["PYTHONPATH"] = root
    return subprocess.run(
        command, env=environment, cwd=folder, input=text, capture_output=True, text=True, check=False, timeout=300
    )


def status_of(arguments: list[str]) -> int:
    """The exit status of a command in this process, however it says so."""
    try:
        return main(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)


def strict(text: str) -> Any:
    """JSON as other languages read it: without NaN and infinity."""

    def refused(name: str) -> None:
        raise AssertionError(f"{name} is not JSON")

    return json.loads(text, parse_constant=refused)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def refusal(arguments: list[str], capsys: Capture, folder: Path) -> str:
    """The one sentence with which bad input is answered; nothing else is said, and nothing written."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert status_of(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    assert said.err.startswith("gdviz")
    assert "Traceback" not in said.err
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    return said.err


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The demonstration of the three rates, as a script runs it."""
    folder = tmp_path_factory.mktemp("sweep")
    return folder, gdviz(*SWEEP, "--out", "lr_demo.png", "--json", "result.json", folder=folder)


@pytest.mark.slow
def test_the_three_rates_of_iris_are_told_apart(swept: Any) -> None:
    folder, _ = swept
    found = strict((folder / "result.json").read_text())
    assert set(found) == {"runs", "seconds"}
    assert found["seconds"] > 0
    assert [run["learning_rate"] for run in found["runs"]] == [0.0001, 0.01, 1.0]
    too_low, healthy, too_high = (run["verdict"] for run in found["runs"])
    assert too_low == "lr_too_low"
    assert healthy in ("converged", "still_improving")
    assert too_high in ("lr_too_high", "diverging")


@pytest.mark.slow
def test_a_sweeps_json_keeps_the_contract(swept: Any) -> None:
    folder, _ = swept
    for run in strict((folder / "result.json").read_text())["runs"]:
        assert set(run) == {"learning_rate", "loss", "val_loss", "accuracy", "verdict", "sentence"}
        assert [len(run[name]) for name in ("loss", "val_loss", "accuracy")] == [60, 60, 60]
        assert all(0 <= value <= 1 for value in run["accuracy"])
        again = diagnose(
            {name: run[name] for name in ("loss", "val_loss")}, learning_rate=run["learning_rate"], optimizer="adam"
        )
        assert (again.verdict, again.sentence) == (run["verdict"], run["sentence"])


@pytest.mark.slow
def test_a_sweep_prints_a_row_a_rate_and_progress_beside_it(swept: Any) -> None:
    folder, done = swept
    assert done.returncode == 0
    header, *rows, end = done.stdout.splitlines()
    assert header.split() == ["rate", "first", "loss", "last", "loss", "verdict"]
    for row, run in zip(rows, strict((folder / "result.json").read_text())["runs"], strict=True):
        rate, first, last, words = row.split(maxsplit=3)
        assert float(rate) == run["learning_rate"]
        assert (float(first), float(last)) == pytest.approx((run["loss"][0], run["loss"][-1]), rel=1e-3)
        assert words == f"{VERDICTS[run['verdict']].title}: {run['sentence']}"
    assert end.startswith("3 runs in ")
    assert end.endswith(str(folder / "lr_demo.png"))
    assert "3 rates at once: 100%" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_sweep_writes_its_chart_and_nothing_else(swept: Any) -> None:
    folder, _ = swept
    assert {path.name for path in folder.iterdir()} == {"lr_demo.png", "result.json"}
    assert (folder / "lr_demo.png").read_bytes().startswith(PNG)
    assert (folder / "lr_demo.png").stat().st_size > 20_000


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "begin"), [("png", PNG), ("svg", b"<?xml"), ("pdf", b"%PDF-")])
def test_the_ending_of_a_chart_decides_its_kind(capsys: Capture, folder: Path, suffix: str, begin: bytes) -> None:
    assert main(["sweep", "--epochs", "2", "--rates", "0.01", "--out", f"chart.{suffix}"]) == 0
    assert (folder / f"chart.{suffix}").read_bytes().startswith(begin)
    assert str(folder / f"chart.{suffix}") in capsys.readouterr().out


@pytest.mark.slow
def test_json_on_standard_output_is_nothing_but_json(capsys: Capture, folder: Path) -> None:
    arguments = ["sweep", "--epochs", "2", "--rates", "0.01, 0.1", "--net", "4, 3", "--data", "moons", "--json", "-"]
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert [run["learning_rate"] for run in strict(said.out)["runs"]] == [0.01, 0.1]
    assert "2 rates at once: 100%" in said.err
    assert not list(folder.iterdir())


@pytest.mark.slow
def test_losses_that_are_no_numbers_are_null(capsys: Capture, folder: Path) -> None:
    arguments = "sweep --epochs 4 --rates 100 --optimizer momentum --data wine --net 16,16,16,16,16,16 --batch-size 1"
    assert main([*arguments.split(), "--json", "result.json", "--out", "chart.png"]) == 0
    (run,) = strict((folder / "result.json").read_text())["runs"]
    assert run["loss"] == run["val_loss"] == [None] * 4
    assert run["verdict"] == "diverging"
    assert (folder / "chart.png").read_bytes().startswith(PNG)
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--data", "moon", "Data was 'moon'. Expected one of iris, wine, "),
        ("--data", "", "Data was ''. Expected one of"),
        ("--optimizer", "newton", "Optimiser was 'newton'. Expected one of sgd, momentum, rmsprop, adam, "),
        *[
            ("--rates", rates, f"Learning rate was {said}. Expected a number from 0.0000001 to 100.")
            for rates, said in {
                "0": "0",
                "-1": "-1",
                "0.1,-1": "-1",
                "nan": "nan",
                "inf": "inf",
                "abc": "'abc'",
                "1e9": "1e9",
                "": "''",
                "0.1,,1": "''",
                "0.1;1": "'0.1;1'",
            }.items()
        ],
        ("--epochs", "0", "Epochs was 0. Expected a whole number from 1 to 100000."),
        ("--epochs", "2.5", "Epochs was 2.5. Expected a whole number"),
        ("--epochs", "many", "Epochs was 'many'. Expected a whole number"),
        ("--batch-size", "x", "Batch size was 'x'. Expected a whole number"),
        ("--batch-size", "0", "Batch size was 0. Expected a whole number"),
        ("--net", "", "Hidden layers was ''. Expected a whole number from 1 to 1024."),
        ("--net", "0", "Hidden layers was 0. Expected a whole number from 1 to 1024."),
        ("--net", "16,wide", "Hidden layers was 'wide'. Expected a whole number"),
        ("--net", "1,2,3,4,5,6,7,8,9", "Hidden layers were 9. Expected at most 8."),
        ("--seed", "-1", "Seed was -1. Expected a whole number from 0 to"),
        ("--seeds", "5-2", "Seeds were '5-2'. Expected whole numbers, or spans such as 0-9"),
        ("--seeds", "1-", "Seed was ''. Expected a whole number from 0 to"),
        ("--seeds", "0-10000", "Seeds were 0-10000. Expected at most 10,000 of them."),
        ("--model", "none.keras", "'none.keras' cannot be read"),
        ("--data", "none.csv", "none.csv"),
        ("--out", "chart.bmp", "The chart was to be 'chart.bmp'. Expected a name that ends in .png, .svg, .pdf."),
        ("--out", "-", "The chart was to be '-'. Expected a name that ends in"),
        ("--out", "none/chart.png", "none is not there. Expected a folder that exists."),
        ("--json", "none/result.json", "none is not there. Expected a folder that exists."),
        ("--json", ".", "is a folder. Expected the name of a file."),
    ],
)
def test_a_sweep_of_what_cannot_be_is_refused_before_it_begins(
    capsys: Capture, folder: Path, option: str, value: str, says: str
) -> None:
    assert says in refusal(["sweep", "--out", "chart.png", f"{option}={value}"], capsys, folder)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "invalid choice: 'nonsense'"),
        (["sweep", "--speed", "9"], "unrecognized arguments: --speed 9"),
        (["sweep", "--rates"], "expected one argument"),
        (["diagnose"], "required: file"),
    ],
)
def test_bad_usage_is_answered_in_one_line(capsys: Capture, folder: Path, arguments: list[str], says: str) -> None:
    said = refusal(arguments, capsys, folder)
    assert says in said
    assert "--help" in said


def test_diagnose_reads_csv_and_prints_words(capsys: Capture, folder: Path) -> None:
    (folder / "log.csv").write_text(CSV)
    assert main(["diagnose", "log.csv"]) == 0
    said = capsys.readouterr()
    assert said.out == f"{diagnose(LOSS)}\n"
    assert said.err == ""


def test_diagnose_is_told_rate_and_optimiser(capsys: Capture, folder: Path) -> None:
    (folder / "log.csv").write_text(CSV)
    assert main(["diagnose", "log.csv", "--learning-rate", "1e-6", "--optimizer", "adam"]) == 0
    assert capsys.readouterr().out == f"{diagnose(LOSS, learning_rate=1e-6, optimizer='adam')}\n"


@pytest.mark.parametrize("target", ["-", "found.json"])
def test_diagnose_reads_json_and_writes_json(capsys: Capture, folder: Path, target: str) -> None:
    (folder / "log.json").write_text(json.dumps({"loss": [2.1, 40, 900, float("nan")]}))
    assert main(["diagnose", "log.json", "--json", target]) == 0
    printed = capsys.readouterr().out
    found = strict(printed if target == "-" else (folder / target).read_text())
    assert found == diagnose([2.1, 40, 900, float("nan")]).to_dict()
    assert found["verdict"] == "diverging"
    assert {"verdict", "confidence", "sentence", "evidence", "advice", "change"} <= set(found)
    assert found["change"]["learning_rate"] < 1
    assert target == "-" or printed.startswith("Diverging")


def test_diagnose_reads_a_pasted_column_and_lists_what_it_saw(folder: Path) -> None:
    pasted = "\n".join(f"{loss:.6f}".replace(".", ",") for loss in LOSS)
    done = gdviz("diagnose", "-", "--evidence", folder=folder, text=pasted)
    found = diagnose([float(f"{loss:.6f}") for loss in LOSS])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [*str(found).splitlines(), *(f"- {item.sentence}" for item in found.evidence)]


def test_diagnose_reads_a_tensorboard_folder(capsys: Capture) -> None:
    assert main(["diagnose", str(Path(__file__).parent / "core" / "logs" / "tensorboard")]) == 0
    assert "The loss" in capsys.readouterr().out


def test_diagnose_reads_standard_input(folder: Path) -> None:
    done = gdviz("diagnose", "-", folder=folder, text=CSV)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{diagnose(LOSS)}\n", "")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "nothing in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "not a text file"),
        (b"\x80\x81", "not a text file"),
        (b"dear diary", 'no "loss"'),
        (b'{"accuracy": [1, 2]}', 'no "loss"'),
        (b'{"loss": [1,', "begins like JSON but is not"),
        (b"epoch,loss\n0,high\n", "'high' at epoch 1"),
    ],
)
@pytest.mark.parametrize("source", ["log.csv", "-"])
def test_what_is_no_history_is_refused(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, says: str, source: str
) -> None:
    (folder / "log.csv").write_bytes(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
    said = refusal(["diagnose", source, "--json", "found.json"], capsys, folder)
    assert says in said
    assert ("standard input" if source == "-" else "log.csv") in said


@pytest.mark.parametrize(
    ("name", "says"), [("none.csv", "There is no file none.csv"), (".", "no event file in the folder")]
)
def test_no_such_history_is_refused(capsys: Capture, folder: Path, name: str, says: str) -> None:
    assert says in refusal(["diagnose", name], capsys, folder)


@pytest.mark.parametrize("rate", ["0", "-1", "nan", "abc", "1e9", ""])
def test_diagnose_refuses_a_rate_that_cannot_be(capsys: Capture, folder: Path, rate: str) -> None:
    (folder / "log.csv").write_text(CSV)
    assert "Learning rate was" in refusal(["diagnose", "log.csv", f"--learning-rate={rate}"], capsys, folder)


def broken(*_: Any) -> None:
    raise ZeroDivisionError("planted\nover two lines")


def test_a_fault_of_ours_is_one_sentence_and_a_file(
    capsys: Capture, folder: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gdviz.core.history.read_history", broken)
    assert main(["diagnose", "log.csv"]) == 1
    said = capsys.readouterr()
    (crash,) = (own_home / "crashes").iterdir()
    assert said.out == ""
    assert said.err == (
        "gdviz: a fault of ours (ZeroDivisionError: planted over two lines); "
        f"what happened is written down in {crash}\n"
    )
    story = crash.read_text()
    for part in (f"gdviz {__version__}", "Traceback", "ZeroDivisionError: planted", "in broken"):
        assert part in story


def test_a_fault_that_cannot_be_written_down_is_still_one_sentence(
    capsys: Capture, folder: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_home.write_text("not a folder")
    monkeypatch.setattr("gdviz.core.history.read_history", broken)
    assert main(["diagnose", "log.csv"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "it could not be written down: Not a directory" in said


def test_stopping_it_is_no_fault(capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gdviz.core.history.read_history", stopped)
    assert main(["diagnose", "log.csv"]) == 1
    assert capsys.readouterr().err == "gdviz: stopped\n"


def test_a_reader_that_goes_away_is_no_fault(folder: Path) -> None:
    command = [sys.executable, "-m", "gdviz", "diagnose", "-"]
    root = str(Path(__file__).resolve().parent.parent)
    pipe = subprocess.PIPE
    environment = {**os.environ, "PYTHONPATH": root}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(CSV)
        process.stdin.close()
        assert process.stderr.read() == ""
        assert process.wait(60) == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_the_window_without_a_screen_is_refused_in_words(folder: Path) -> None:
    done = gdviz(folder=folder, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "gdviz: There is no screen here to open a window on. Without one, try gdviz sweep or gdviz diagnose.\n"
    )
    assert not list(folder.iterdir())


def test_help_and_version(capsys: Capture) -> None:
    assert status_of(["--version"]) == 0
    assert capsys.readouterr().out == f"gdviz {__version__}\n"
    for command in ([], ["sweep"], ["diagnose"], ["selftest"]):
        assert status_of([*command, "--help"]) == 0
        assert capsys.readouterr().out.startswith("usage: gdviz")


def test_what_the_help_calls_the_default_is_the_first_experiment(capsys: Capture) -> None:
    status_of(["sweep", "--help"])
    words = " ".join(capsys.readouterr().out.split())
    first = Experiment()
    for said in (first.data, first.epochs, first.batch_size, first.seed):
        assert f"(default: {said})" in words
    assert f"{first.optimizer} (default)" in words
