"""The table of a class: who did what, where they erred, and what is most often misunderstood."""

import csv
import html
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gdviz.errors import UserError
from gdviz.lessons.class_files import RESULT_ENDING, Result, read_result
from gdviz.lessons.marks import Marks, marks
from gdviz.lessons.model import Course


@dataclass(frozen=True, slots=True)
class ClassTable:
    """All results of a folder.

    Attributes:
        results: By name of the pupil.
        skipped: Why files were left out, a sentence each.
    """

    results: tuple[Result, ...]
    skipped: tuple[str, ...]


def read_folder(folder: Path, key: str | None = None) -> ClassTable:
    """Reads every result in a folder; what cannot be believed is skipped and said so.

    Raises:
        UserError: If there is no such folder, or no result in it.
    """
    if not folder.is_dir():
        raise UserError(f"The folder {folder} is not there", f"a folder with {RESULT_ENDING} files")
    files = sorted(folder.glob(f"*{RESULT_ENDING}"))
    if not files:
        raise UserError(f"There is no {RESULT_ENDING} file in {folder}", "the files that pupils saved")
    found, skipped = [], []
    for file in files:
        try:
            found.append(read_result(file, key))
        except UserError as error:
            skipped.append(str(error))
    return ClassTable(tuple(sorted(found, key=lambda result: result.name.casefold())), tuple(skipped))


COLUMNS = (
    "name",
    "steps done",
    "steps in all",
    "right",
    "answers",
    "sure and wrong",
    "calibration",
    "quiz best %",
    "seal",
)
"""Of the table, before a column for each lesson."""


def rows(table: ClassTable, course: Course) -> list[list[str]]:
    """The table with its heading: a row for each pupil, the steps done of each lesson in the last columns."""
    heading = [*COLUMNS, *(lesson.title for lesson in course.lessons)]
    return [heading, *(_row(result, course) for result in table.results)]


SEALS = {True: "fits", False: "does not fit", None: "not checked"}


def _row(result: Result, course: Course) -> list[str]:
    worth: Marks = marks(result.bets)
    known = {step.key for lesson in course.lessons for step in lesson.steps}
    done = known & set(result.done)
    each = [f"{sum(step.key in done for step in lesson.steps)}/{len(lesson.steps)}" for lesson in course.lessons]
    counts = (len(done), len(known), worth.right, worth.count, worth.sure_wrong, worth.calibration, result.quiz_best)
    return [result.name, *map(str, counts), SEALS[result.sealed], *each]


def misconceptions(table: ClassTable, course: Course, most: int = 10) -> list[tuple[int, str, str]]:
    """The wrong answers given most often: how many gave it, the question's title, and the answer."""
    titles = {step.key: f"{lesson.title}: {step.title}" for lesson in course.lessons for step in lesson.steps}
    wrong = Counter((bet.key, bet.given) for result in table.results for bet in result.bets if not bet.right)
    return [(count, titles.get(key, key), given) for (key, given), count in wrong.most_common(most)]


def as_csv(table: ClassTable, course: Course) -> str:
    """For a spreadsheet. A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs it."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerows([_harmless(cell) for cell in row] for row in rows(table, course))
    return target.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def as_html(table: ClassTable, course: Course) -> str:
    """One page that needs no other file."""
    heading, *body = rows(table, course)
    wrong = misconceptions(table, course)
    parts = [
        f"<!doctype html><html lang='{course.language}'><meta charset='utf-8'><title>gdviz: class</title>",
        "<style>body{font:15px system-ui,sans-serif;margin:2em;color:#222}table{border-collapse:collapse}"
        "td,th{border:1px solid #bbb;padding:4px 8px;text-align:right}td:first-child,th{text-align:left}</style>",
        f"<h1>Class of {len(body)}</h1>",
        _html_table(heading, body),
        "<h2>Most frequent wrong answers</h2>",
        _html_table(["pupils", "question", "answer"], [[str(count), title, given] for count, title, given in wrong]),
        *(
            ["<h2>Skipped</h2><ul>", *(f"<li>{html.escape(each)}</li>" for each in table.skipped), "</ul>"]
            if table.skipped
            else []
        ),
        "</html>",
    ]
    return "\n".join(parts)


def _html_table(heading: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in heading)
    lines = ["<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in body]
    return f"<table><tr>{head}</tr>{''.join(lines)}</table>"
