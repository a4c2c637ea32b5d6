"""The command line: ``gdviz`` opens the window; its commands do without one.

Exit status: 0 done, 1 a failure of ours, 2 bad input, with one sentence on standard error.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from gdviz import __version__
from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment import number
from gdviz.core.files import write_atomically
from gdviz.errors import UserError
from gdviz.sweeping import run_sweep, write_json

FILES = (".gdviz", ".gdvizclass", ".csv", ".tsv", ".txt", ".json", ".log", ".keras")
"""Endings of files that the window opens: ``gdviz FILE``."""


class _Parser(argparse.ArgumentParser):
    """Answers bad usage in one sentence, as everything else here does."""

    def error(self, message: str) -> NoReturn:
        """Prints one sentence and leaves with status 2."""
        self.exit(2, f"{self.prog}: {message}. See {self.prog} --help.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: What follows ``gdviz``; the process's own by default.

    Returns:
        The exit status.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    # A double-click on a file names it and nothing else.
    is_file = len(given) == 1 and Path(given[0]).suffix.lower() in FILES
    options = argparse.Namespace(run=_window, file=Path(given[0])) if is_file else _parser().parse_args(given)
    try:
        status = int(options.run(options))
        if sys.stdout:
            sys.stdout.flush()
        return status
    except UserError as error:
        print(f"gdviz: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has gone; that is not our failure. What is left to be printed goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("gdviz: stopped", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001  (a fault of ours ends in a sentence and a file, never in a traceback)
        return _failed(error)


def _failed(error: Exception) -> int:
    """Writes the fault down and says where."""
    from gdviz.app.crash_file import write_crash

    try:
        where = f"what happened is written down in {write_crash(error)}"
    except OSError as problem:
        where = f"it could not be written down: {problem.strerror}"
    story = " ".join(f"{type(error).__name__}: {error}".split())
    print(f"gdviz: a fault of ours ({story[:300]}); {where}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gdviz",
        description="See a neural network learn. Without a command, the window opens; with a file, it opens that.",
    )
    parser.add_argument("--version", action="version", version=f"gdviz {__version__}")
    parser.set_defaults(run=_window, file=None)
    commands = parser.add_subparsers(title="commands", metavar="command")
    _add_sweep(commands.add_parser("sweep", help="train at several learning rates at once and chart them"))
    _add_diagnose(commands.add_parser("diagnose", help="say what a training log shows"))
    _add_lessons(commands.add_parser("lessons", help="list the lessons, or check every lesson file"))
    _add_class(commands.add_parser("class", help="make a table of the results that a class handed in"))
    _add_settings(commands.add_parser("settings", help="say where settings lie, and check the administrator's"))
    _add_selftest(commands.add_parser("selftest", help="check this installation: window, training, drawing"))
    # Without help it is not listed: the program calls itself by it.
    commands.add_parser("run-pupil").set_defaults(run=_run_pupil)
    return parser


CLUSTER_HELP = """\
Over many computers: install gdviz[cluster] on each; on one, start dask scheduler, which prints its address; on the
others, and on that one too, dask worker tcp://that-one:8786. Then add --scheduler tcp://that-one:8786 to the sweep. A
computer that goes away loses nothing: the others train its runs again. A model or table of your own is sent along; it
need not be on the other computers. For example, your model from a hundred starts at three rates:
gdviz sweep --model my.keras --data my.csv --target price --rates 0.001,0.003,0.01 --seeds 0-99 --json study.json
--scheduler tcp://that-one:8786. Without --scheduler the same is trained here.
"""
"""How to start a cluster, below the options of ``gdviz sweep --help``."""


def _add_sweep(parser: argparse.ArgumentParser) -> None:
    parser.epilog = CLUSTER_HELP
    parser.add_argument("--data", default="iris", help="data set (default: iris), or a table of your own (.csv)")
    parser.add_argument("--target", metavar="COLUMN", help="which column of your table is to be predicted")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--net", default="16", help="units of each hidden layer, for example 16 or 32,16")
    what.add_argument("--model", type=Path, metavar="FILE", help="your own Keras model (.keras) instead of a network")
    parser.add_argument("--optimizer", default="adam", help="sgd, momentum, rmsprop or adam (default)")
    parser.add_argument("--rates", default="0.0001,0.01,1.0", help="learning rates, separated by commas")
    parser.add_argument("--epochs", default="60", help="passes over the data (default: 60)")
    parser.add_argument("--batch-size", default="8", help="rows to a step (default: 8)")
    parser.add_argument("--seed", default="0", help="seed of start and order (default: 0)")
    parser.add_argument("--seeds", help="several seeds, such as 0,1,7 or 0-99: every rate is trained from each of them")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="spread the runs over a Dask cluster: tcp://lab-1:8786")
    parser.add_argument("--out", type=Path, help="chart to write: .png, .svg or .pdf")
    parser.add_argument("--json", type=Path, help="numbers to write; - prints them")
    parser.set_defaults(run=run_sweep)


def _add_diagnose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        help="a CSVLogger file, a JSON of history.history, a TensorBoard event file or folder, bare columns of losses, "
        "or - for standard input",
    )
    parser.add_argument("--json", type=Path, help="write the diagnosis as JSON; - prints it")
    parser.add_argument("--learning-rate", help="the rate it was trained at, if known")
    parser.add_argument("--optimizer", help="the optimiser, if known")
    parser.add_argument(
        "--evidence", action="store_true", help="also list what was seen, where, and against which limit"
    )
    parser.set_defaults(run=_diagnose)


def _add_lessons(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="validate every lesson file in every language")
    parser.add_argument("--language", default="en", help="language of the list (default: en)")
    parser.add_argument("--folder", type=Path, action="append", help="lesson files here instead, a folder a language")
    parser.set_defaults(run=_lessons)


def _add_class(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="folder with the .gdvizresult files")
    parser.add_argument("--pack", type=Path, help="the class pack, to check the seals")
    parser.add_argument("--csv", type=Path, help="table to write, for a spreadsheet")
    parser.add_argument("--html", type=Path, help="page to write")
    parser.add_argument("--language", default="en", help="language of the lessons' titles (default: en)")
    parser.set_defaults(run=_class)


def _add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?", help="a file of administrator's settings to check instead")
    parser.set_defaults(run=_settings)


def _add_selftest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="write a picture of every view and theme")
    parser.add_argument("--json", type=Path, help="write what was measured; - prints it")
    parser.set_defaults(run=_selftest)


def _window(options: argparse.Namespace) -> int:
    try:
        from gdviz.app.start import open_window
    except ImportError as error:
        libraries = "libegl1, libgl1, libxkbcommon0, libdbus-1-3 and libfontconfig1"
        hint = f"On Debian and Ubuntu, install {libraries}; elsewhere, install gdviz again"
        raise UserError(f"A library that windows need cannot be loaded: {error}", "", hint) from error
    return open_window(options.file)


def _lessons(options: argparse.Namespace) -> int:
    from gdviz.engine.catalogue import validated
    from gdviz.lessons.library import Library
    from gdviz.lessons.listing import check, listed

    library = Library(validated, options.folder)
    if not options.check:
        print("\n".join(listed(library, options.language)))
        return 0
    problems, counts = check(library)
    for problem in problems:
        print(problem, file=sys.stderr)
    print("\n".join(counts))
    return 2 if problems else 0


def _class(options: argparse.Namespace) -> int:
    from gdviz.engine.catalogue import validated
    from gdviz.lessons.class_files import read_pack
    from gdviz.lessons.class_table import as_csv, as_html, read_folder
    from gdviz.lessons.library import Library
    from gdviz.lessons.listing import course_in, told

    course = course_in(Library(validated), options.language)
    table = read_folder(options.folder, read_pack(options.pack, validated).key if options.pack else None)
    for path, write in ((options.csv, as_csv), (options.html, as_html)):
        if path:
            # The mark at the beginning tells spreadsheets that it is UTF-8.
            write_atomically(path, write(table, course).encode("utf-8-sig" if write is as_csv else "utf-8"))
    print("\n".join(told(table, course)))
    for sentence in table.skipped:
        print(f"gdviz: skipped: {sentence}", file=sys.stderr)
    return 0


def _settings(options: argparse.Namespace) -> int:
    from gdviz.app.lab_settings import listed, read_lab_settings
    from gdviz.paths import lab_files, user_dir

    places = [options.file] if options.file else lab_files()
    found = read_lab_settings(places)
    if found.problem or (options.file and found.source is None):
        raise UserError(found.problem or f"There is no file {options.file}")
    print(f"The user's own files: {user_dir()}")
    print("The administrator's settings:", found.source or f"none; looked for {', '.join(map(str, places))}")
    for line in listed(found):
        print(line)
    return 0


def _run_pupil(options: argparse.Namespace) -> int:
    from gdviz.lessons.challenge import serve

    serve(sys.stdin, sys.stdout)
    return 0


def _selftest(options: argparse.Namespace) -> int:
    from gdviz.app.selftest import selftest

    measured = selftest(options.screenshots)
    write_json(options.json, measured)
    return 0


def _diagnose(options: argparse.Namespace) -> int:
    from gdviz.core.history import read_history

    history = read_history(options.file)
    rate = None if options.learning_rate is None else float(number(options.learning_rate, "learning_rate"))
    found = diagnose(history, learning_rate=rate, optimizer=options.optimizer)
    write_json(options.json, found.to_dict())
    if str(options.json) != "-":
        seen = [f"- {item.sentence}" for item in found.evidence] if options.evidence else []
        print(found, *seen, sep="\n")
    return 0
