"""The window's words: finds them in the source, writes them into the translation files, and packs these for Qt.

`lupdate` finds what widgets say themselves, ``self.tr("...")``. Tables, and sentences of modules that know no Qt, keep
English as their key and are translated where they are shown, by `gdviz.worker.words.spoken`; they are found here.
"""

import ast
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from environment import ROOT, venv_program

FILES = ROOT / "resources" / "translations"

SPEAKERS = {"Said", "spoken"}
"""Functions whose texts are translated, whether they are called with one, or with a choice between several."""

TABLES = (
    "app/crash.py core/curves.py core/diagnosis.py core/doctor_quantities.py core/doctor_words.py core/experiment.py "
    "core/plane_kinds.py core/proof.py core/rate_zones.py core/schedule.py core/stability.py core/stability_line.py "
    "core/summary.py core/update_rules.py core/verdicts.py engine/anatomy.py engine/catalogue.py engine/datasets.py "
    "engine/formula_text.py engine/functions.py engine/networks.py engine/neurons.py engine/optimizers.py "
    "engine/stability.py engine/csv_text.py worker/exporting.py worker/prover.py views/*.py"
).split()
"""Modules whose constants are shown."""

NO_WORDS = {"gl_parts.py", "height_field.py", "offscreen.py", "opengl.py", "theme.py", "icons.py"}
"""Views whose constants nobody reads."""

SHOWN = {"Quantity": 0, "Line": 1}
"""Entries of which only one part is shown; the rest are formulas."""

NAMED = {"Parameter"}
"""Entries whose names are shown, also where they are a single small word."""

LOWERED = {"Verdict", "Field"}
"""Tables whose titles also stand inside of sentences."""

PLAIN = (
    "loss, accuracy, epoch, step, Epoch, Step, yes, no, none, training, validation, train, val., auto, "
    "linear, log, lost, good, answer, rate, stable, downhill, momentum, direction 1, direction 2, petal "
    "length, petal width, sepal length, sepal width, benign, malignant, class 0, class 1, constant, numbers, "
    "words, layer {} kernel, layer {} bias, layer {} vector, weight, bias, ash, flavanoids, magnesium, hue, "
    "proanthocyanins, proline, alcohol, age, sex, glucose, radius, texture, perimeter, area, smoothness, "
    "compactness, concavity, symmetry"
).split(", ")
"""Single words that are shown, and look like any key."""


def words() -> list[str]:
    """Every text that is translated outside of widgets, in the order of the alphabet."""
    found = {*PLAIN}
    for file in sorted((ROOT / "gdviz").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found |= set(_said(tree))
        if any(file.match(f"gdviz/{table}") for table in TABLES) and file.name not in NO_WORDS:
            found |= set(_constants(tree))
    return sorted(text for text in found if text and re.search("[A-Za-z]{2}", text))


def _said(tree: ast.AST) -> Iterator[str]:
    """Texts in calls of `SPEAKERS`."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        if node.func.id in SPEAKERS | NAMED:
            yield from _texts(node.args[0])
        if node.func.id in LOWERED:
            yield from (text.lower() for text in _texts(node.args[0]))


def _texts(node: ast.AST) -> Iterator[str]:
    """A text, or all that a choice may give; not the texts that a call inside it works with."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp | ast.BoolOp):
        for part in [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values:
            yield from _texts(part)


def _constants(tree: ast.Module) -> Iterator[str]:
    """Texts of the constants of a module and of its classes that look like words, and not like keys."""
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for statement in (statement for body in bodies for statement in body if not _is_list_of_names(statement)):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            yield from filter(_looks_like_words, _shown(statement.value))


def _is_list_of_names(statement: ast.stmt) -> bool:
    """``__all__``, or the name of a type."""
    if not isinstance(statement, ast.Assign):
        return False
    return ast.unparse(statement.targets[0]) == "__all__" or ast.unparse(statement.value).startswith("TypeVar(")


def _shown(node: ast.AST) -> Iterator[str]:
    """The texts of an expression, without those that are put together from pieces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SHOWN:
        yield from _shown(node.args[SHOWN[node.func.id]])
    elif not isinstance(node, ast.JoinedStr):
        for part in ast.iter_child_nodes(node):
            yield from _shown(part)


def _looks_like_words(text: str) -> bool:
    """Whether a text begins like a name or has a blank; keys on the keyboard, formulas and patterns are none."""
    key = re.fullmatch(r"(Ctrl|Alt|Shift)\+\S*|F\d+|[#%]\S*|[A-Z]{1,3}\d*", text)
    formula = re.search(r"\u2190|_old|\(\?|^\w+ = ", text)
    return not key and not formula and (" " in text or bool(re.match(r"&?[A-Z]", text)))


def update(file: Path, forget: bool = True) -> None:
    """Brings a translation file up to date with the source; what is new in it is empty."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "tables.py"
        listed.write_text("\n".join(f'QT_TRANSLATE_NOOP("gdviz", {text!r})' for text in words()), encoding="utf-8")
        sources = [str(path) for path in sorted((ROOT / "gdviz").rglob("*.py"))]
        options = ["-no-obsolete"] if forget else []
        command = [str(venv_program("pyside6-lupdate")), "-silent", "-locations", "none", *options]
        subprocess.run([*command, *sources, str(listed), "-ts", str(file)], check=True, cwd=ROOT)


def missing(file: Path) -> list[str]:
    """What is not translated yet in a translation file."""
    messages = ElementTree.parse(file).getroot().iter("message")
    return [message.findtext("source", "") for message in messages if not message.findtext("translation")]


def pack(file: Path) -> None:
    """Writes what Qt reads."""
    command = [str(venv_program("pyside6-lrelease")), "-silent", str(file), "-qm", str(file.with_suffix(".qm"))]
    subprocess.run(command, check=True)
