"""The code challenge: the pupil's own function that diagnoses loss curves, run apart from the program and marked.

The function runs in a process of its own with limits on time and memory, so that whatever it does, the program goes on.
That is no fence against malice: it is the pupil's own code on the pupil's own computer.
"""

import builtins
import io
import json
import math
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TextIO

from gdviz.paths import resource

LABELS = ("still improving", "converged", "diverging", "overfitting", "too low")
"""What the function may answer."""

SECONDS = 5
"""Time for all curves together."""

MEGABYTES = 256
"""Memory that the function may take on top of Python's own."""

LONGEST = 100_000
"""Characters of code that are run at most."""

COMMAND = "run-pupil"
"""The hidden command of the program that `serve`s."""

SKELETON = """\
def diagnose(history):
    loss = history["loss"]          # one number for each epoch
    val = history.get("val_loss")   # the same for held-back data, or None

    if loss[-1] > loss[0]:
        return "diverging"
    if val and val[-1] > 1.1 * min(val):
        return "overfitting"
    if loss[-1] < 0.98 * loss[-5]:
        return "still improving"
    return "converged"
"""
"""What the editor begins with: the first try that many write, and that fails on three kinds of curves."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A real run with what is true of it.

    Attributes:
        label: One of `LABELS`.
        history: ``loss`` and perhaps ``val_loss``; NaN where the run was lost.
    """

    label: str
    history: Mapping[str, list[float]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the function said to one curve: a label, or what went wrong instead."""

    said: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How the function did.

    Attributes:
        right: Curves it got right.
        wrong: Those it did not, each with its curve.
    """

    right: int
    wrong: tuple[tuple[Curve, Answer], ...]


def curves() -> tuple[Curve, ...]:
    """The labelled curves, trained with this program."""
    stored = json.loads(resource("lessons/challenge.json").read_text(encoding="utf-8"))
    return tuple(
        Curve(each["label"], {n: _numbers(each[n]) for n in ("loss", "val_loss") if n in each}) for each in stored
    )


def _numbers(values: Sequence[float | None]) -> list[float]:
    return [math.nan if value is None else float(value) for value in values]


def request(code: str, asked: Sequence[Curve]) -> bytes:
    """What is sent to the process that runs the function."""
    return json.dumps({"code": code[:LONGEST], "histories": [dict(curve.history) for curve in asked]}).encode()


def answers(lines: Sequence[str], asked: Sequence[Curve], ending: str) -> tuple[Answer, ...]:
    """The answers that came back, and ``ending`` for every curve that none came for."""
    found = []
    for line in lines[: len(asked)]:
        with suppress(ValueError, TypeError, KeyError):
            told = json.loads(line)
            found.append(Answer(str(told["said"])[:200], str(told["problem"])[:500]))
    return (*found, *[Answer("", ending)] * (len(asked) - len(found)))


def score(asked: Sequence[Curve], given: Sequence[Answer]) -> Score:
    """How many are right, and which are not."""
    wrong = [(c, a) for c, a in zip(asked, given, strict=True) if a.problem or a.said != c.label]
    return Score(len(asked) - len(wrong), tuple(wrong))


def serve(source: TextIO, target: TextIO) -> None:
    """Runs the function: the other side of `request`. Never returns, since its threads might go on for ever.

    Args:
        source: The request.
        target: Gets one line of JSON for each curve.
    """
    asked = json.load(source)
    _limit()
    # What the function prints goes nowhere, and it finds nobody to ask.
    sys.stdout, sys.stderr, sys.stdin = io.StringIO(), io.StringIO(), io.StringIO()
    for said, problem in _run(asked["code"], asked["histories"]):
        target.write(json.dumps({"said": said, "problem": problem}) + "\n")
        target.flush()
    os._exit(0)


def _limit() -> None:
    """Holds memory and processor time where the system can; elsewhere they are held from outside alone."""
    with suppress(ImportError, OSError, ValueError):
        import resource as limits

        with open("/proc/self/statm", encoding="ascii") as file:
            pages = int(file.read().split()[0])
        most = pages * os.sysconf("SC_PAGE_SIZE") + MEGABYTES * 2**20
        limits.setrlimit(limits.RLIMIT_AS, (most, most))
        limits.setrlimit(limits.RLIMIT_CPU, (SECONDS + 1, SECONDS + 1))
        # Nothing may be written, not even by accident.
        limits.setrlimit(limits.RLIMIT_FSIZE, (0, 0))


def _run(code: str, histories: Sequence[dict[str, list[float]]]) -> Iterator[tuple[str, str]]:
    """What the function says to each curve, or what went wrong."""
    space: dict[str, Any] = {"__name__": "pupil", "__builtins__": builtins}
    problem = ""
    try:
        exec(compile(code, "your code", "exec"), space)  # running the pupil's code is what this is for
    except BaseException as error:  # noqa: BLE001 (whatever it raises is an answer)
        problem = _told(error)
    function = space.get("diagnose")
    if not problem and not callable(function):
        problem = "There is no function called diagnose"
    for history in histories:
        yield ("", problem) if problem else _asked(function, history)


def _asked(function: Any, history: dict[str, list[float]]) -> tuple[str, str]:
    try:
        said = function(history)
    except BaseException as error:  # noqa: BLE001 (likewise)
        return "", _told(error)
    if not isinstance(said, str):
        return "", f"It returned {type(said).__name__}, not a text"
    return (said, "") if said in LABELS else (said[:100], f"{said[:60]!r} is none of the answers")


def _told(error: BaseException) -> str:
    """The error in a line, with the line of the pupil's code."""
    trace, line = error.__traceback__, getattr(error, "lineno", None)
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "your code":
            line = trace.tb_lineno
        trace = trace.tb_next
    where = f" (line {line})" if line else ""
    return f"{type(error).__name__}: {error}{where}"
