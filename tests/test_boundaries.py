"""What must never creep in: heavy imports, views that know each other, long files, addresses of one machine.

The import directions themselves are import-linter's (``dev.py lint``); here is what it cannot say.
"""

import json
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 400

HEAVY = {"tensorflow", "keras", "sklearn", "scipy", "matplotlib"}
QT = {"PySide6", "pyqtgraph", "OpenGL"}
# Packages of gdviz, and what importing every module in them must not bring along.
LIGHT = {
    "gdviz": HEAVY | QT | {"numpy"},
    "gdviz.paths": HEAVY | QT | {"numpy"},
    "gdviz.errors": HEAVY | QT | {"numpy"},
    "gdviz.core": HEAVY | QT,
    "gdviz.lessons": HEAVY | QT,
    "gdviz.engine": HEAVY | QT,
    "gdviz.worker": HEAVY | {"PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph"},
    "gdviz.views": HEAVY,
    "gdviz.app": HEAVY,
}
IMPORT_AND_LIST = (
    "import importlib, json, sys; [importlib.import_module(n) for n in {names}]; print(json.dumps([*sys.modules]))"
)

COMPOSERS = ("gdviz.views.main_window", "gdviz.views.laboratory")
BASES = ("gdviz.views.laboratory_page", "gdviz.views.laboratory_chosen")
SESSION = "gdviz.worker.session"


def modules_of(package: str) -> list[str]:
    """The package and, except for gdviz itself, every module below it."""
    folder = ROOT / package.replace(".", "/")
    below = [] if package == "gdviz" else pkgutil.walk_packages([str(folder)], f"{package}.")
    return [package, *sorted(module.name for module in below)]


def imported_by(names: list[str]) -> set[str]:
    """All modules that a fresh Python holds after importing these."""
    command = [sys.executable, "-c", IMPORT_AND_LIST.format(names=names)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("package", LIGHT)
def test_importing_it_stays_light(package: str) -> None:
    brought = imported_by(modules_of(package)) & LIGHT[package]
    assert not brought, (
        f"importing {package} imports {sorted(brought)}: move that import into the function that needs it"
    )


# What takes part in no first picture, and so is imported when somebody first opens it.
LATER = (
    *(
        "laboratory",
        "race_dialog",
        "export_dialog",
        "data_dialog",
        "model_dialog",
        "challenge_dialog",
        "hand_in_dialog",
        "pack_dialog",
    ),
    *("course_page", "lesson_player", "quiz_page", "cards_page", "glossary_page", "presets_page", "clinic_page"),
)
START = """
import json, sys
from gdviz.app.start import Program, make_application
program = Program(make_application())
program.window.show()
print(json.dumps([*sys.modules]))
"""


def test_the_window_starts_with_what_it_shows(tmp_path: Path) -> None:
    screen = os.environ | {"QT_QPA_PLATFORM": "offscreen", "GDVIZ_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=False, cwd=ROOT, env=screen
    )
    assert done.returncode == 0, done.stderr
    brought = set(json.loads(done.stdout))
    assert "gdviz.views.main_window" in brought
    too_early = brought & ({f"gdviz.views.{name}" for name in LATER} | HEAVY | {"gdviz.engine.film", "requests"})
    assert not too_early, f"the start imports {sorted(too_early)}: import them in the function that opens them"


def test_views_do_not_know_each_other() -> None:
    graph = grimp.build_graph("gdviz", cache_dir=None)
    assert not sorted(imports_of_views(graph))


def test_an_import_between_views_is_found() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in {
        "gdviz.views.curves": SESSION,
        "gdviz.views.surface": SESSION,
        COMPOSERS[0]: "gdviz.views.curves",
        "gdviz.views.paint": "gdviz.views.surface",
    }.items():
        graph.add_import(importer=importer, imported=imported)
    assert imports_of_views(graph) == {("gdviz.views.paint", "gdviz.views.surface")}


def imports_of_views(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    """Who imports a view and must not: only what composes a window may. A view is what gets the session.

    The rest are parts, and so is what several views have in common.
    """
    inside = {module for module in graph.modules if module.startswith("gdviz.views.") and module not in COMPOSERS}
    views = {module for module in inside if SESSION in graph.find_modules_directly_imported_by(module)} - {*BASES}
    return {(each, other) for each in inside for other in graph.find_modules_directly_imported_by(each) & views}


def python_files() -> list[Path]:
    """Every Python file of ours."""
    return [path for folder in ("gdviz", "tests", "packaging") for path in (ROOT / folder).rglob("*.py")]


def test_files_are_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()
    }
    assert "tests/test_boundaries.py" in lengths
    assert {name: length for name, length in lengths.items() if length >= MOST_LINES} == {}


# Where one machine keeps its files, and where it fetches packages from: neither is true on the next machine.
ADDRESSES = {
    "registry": r"pypi\.org/simple|files\.pythonhosted\.org|--(?:extra-)?index-url[= ]\S*:/|find-links[= ]\S*/",
    "path": r"(?<![\w/.~$}>*-])/(?:root|home|Users|work|tmp)/\w",
    "drive": r"\b[A-Z]:\\+(?:Users|Python)",
}


def tracked_files() -> list[Path]:
    """What git would commit, which is what other machines get."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=False, cwd=ROOT)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("kind", ADDRESSES)
def test_no_address_of_one_machine(kind: str) -> None:
    found = {
        str(path.relative_to(ROOT)): match.group() for path in tracked_files() if (match := address_in(path, kind))
    }
    assert found == {}


def address_in(path: Path, kind: str) -> re.Match[str] | None:
    """The first such address in the file; what is not text has none."""
    try:
        return re.search(ADDRESSES[kind], path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return None


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("registry", ("https://py", "pi.org", "/simple/numpy")),
        ("registry", ("--extra-index-url https", "://mirror.example/simple")),
        ("path", ("open('", "/home", "/ada/data.csv')")),
        ("path", ("# uv pip compile ", "/tmp", "/x/req.in")),
        ("drive", ("C:\\", "Users\\ada")),
    ],
)
def test_such_an_address_is_found(kind: str, parts: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("".join(parts), encoding="utf-8")
    assert address_in(file, kind)
