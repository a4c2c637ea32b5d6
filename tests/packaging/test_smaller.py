"""What makes the frozen program smaller, and must not break it: stand-ins for libraries, modules unexplained."""

import importlib.metadata
import marshal
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "freeze"))

import docstrings  # noqa: E402
import libraries  # noqa: E402
import recipe  # noqa: E402
import stand_ins  # noqa: E402

linux = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("ld") or platform.machine() not in stand_ins.ANSWERS,
    reason="stand-ins are linked on Linux",
)

# Explanations


SOURCE = '''"""Of the module."""
kept = "text"
class Thing:
    """Of the class."""
    kept = "of the class, kept"
    def named(self):
        """Of the method."""
        return "kept"
    def plain(self):
        return "the first constant of it"
    def both(self):
        "the same"
        return "the same"
    def outer(self):
        """Of the outer one."""
        def inner():
            """Of the inner one."""
            return 3
        return inner
short = lambda: "of the lambda"
pairs = [("a", each) for each in range(2)]
def numbers():
    yield "first"
'''


def test_explanations_go_and_everything_else_stays() -> None:
    names: dict[str, object] = {}
    before = compile(SOURCE, "thing.py", "exec")
    exec(docstrings.without(before), names)
    thing = names["Thing"]
    assert isinstance(thing, type)
    made = thing()
    assert (names["__doc__"], thing.__doc__, made.named.__doc__, made.outer.__doc__) == ("", "", "", "")
    assert (made.outer().__doc__, made.plain.__doc__) == ("", None)
    assert (names["kept"], thing.kept, made.named()) == ("text", "of the class, kept", "kept")
    assert (made.plain(), made.both(), made.outer()()) == ("the first constant of it", "the same", 3)
    assert (names["short"](), names["pairs"]) == ("of the lambda", [("a", 0), ("a", 1)])  # type: ignore[operator]
    assert list(names["numbers"]()) == ["first"]  # type: ignore[operator]


def test_half_of_a_module_that_explains_itself_goes() -> None:
    path = Path(ROOT / "gdviz" / "engine" / "film.py")
    before = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    after = docstrings.without(before)
    assert isinstance(after, CodeType)
    assert len(marshal.dumps(after)) < 0.95 * len(marshal.dumps(before))
    assert after.co_filename == before.co_filename


START = """
import importlib.machinery as machinery, sys
sys.path.append({folder!r})
import docstrings, recipe
compiled = machinery.SourceFileLoader.get_code
def without(loader, name):
    code = compiled(loader, name)
    return docstrings.without(code) if code and recipe.is_unexplained(name) else code
machinery.SourceFileLoader.get_code = without
from gdviz.engine.runtime import prepare
prepare()
import av, h5py, keras, matplotlib.backends.backend_agg, pyqtgraph, PIL.Image
from gdviz.engine.datasets import DATASETS
for data in DATASETS.values():
    data.load()
assert keras.layers.Dense.__doc__ == ""
print(*sorted(name for name in sys.modules if name in recipe.EXCLUDED_MODULES))
"""


@pytest.mark.slow
def test_everything_starts_without_explanations_and_without_what_is_left_out() -> None:
    start = START.format(folder=str(ROOT / "packaging" / "freeze"))
    done = subprocess.run([sys.executable, "-c", start], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    named = [name for name in done.stdout.split() if name.startswith(("scipy.", "sklearn.", "gdviz."))]
    assert named == []


# Stand-ins


def library(path: Path, source: str, *options: str) -> Path:
    """A library of a few lines of assembler."""
    path.parent.mkdir(exist_ok=True)
    text = path.with_suffix(".s")
    text.write_text(source, encoding="ascii")
    subprocess.run(["as", "-o", str(path.with_suffix(".o")), str(text)], check=True)
    command = ["ld", "-shared", f"-soname={path.name}", "-o", str(path), str(path.with_suffix(".o")), *options]
    subprocess.run(command, check=True)
    for each in (text, path.with_suffix(".o")):
        each.unlink()
    return path


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with a library that needs a large one, which needs another."""
    versions = tmp_path / "versions"
    versions.write_text("LARGE_2 { global: answer; table; unused; };", encoding="ascii")
    deep = library(tmp_path / "one.libs/libdeep.so", ".globl deep\n.type deep, %function\ndeep: ret\n")
    large = library(
        tmp_path / "one.libs/liblarge.so",
        ".globl answer, table, unused\n.type answer, %function\n.type unused, %function\n.type table, %object\n"
        "answer: mov $42, %eax\n ret\nunused: call deep@PLT\n ret\n.fill 1000000, 1, 7\n"
        ".data\n.size table, 8\ntable: .quad 9\n",
        str(deep),
        f"--version-script={versions}",
        "-rpath=$ORIGIN",
    )
    asks = ".globl ask, where\n.type ask, %function\nask: jmp answer@PLT\n"
    asks += ".type where, %function\nwhere: mov table@GOTPCREL(%rip), %rax\n mov (%rax), %rax\n ret\n"
    library(tmp_path / "one/asking.so", asks, str(large), "-rpath=$ORIGIN/../one.libs")
    versions.unlink()
    return tmp_path


ASK = "import ctypes, sys; library = ctypes.CDLL(sys.argv[1]); print(library.ask(), library.where())"


def asked(program: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", ASK, str(program / "one/asking.so")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@linux
@pytest.mark.skipif(platform.machine() != "x86_64", reason="the libraries of this test are written for it")
def test_a_stand_in_is_found_and_answers_nothing(program: Path) -> None:
    assert asked(program).stdout == "42 9\n"
    saved = stand_ins.put_all(program, {"one.libs/liblarge*": "nothing"}, platform.machine())
    assert saved > 900_000
    done = asked(program)
    # Not a word of missing versions either.
    assert (done.stdout, done.stderr) == ("0 0\n", "")
    assert [path.name for path in libraries.binaries(program / "one.libs")] == ["liblarge.so"]
    assert {each.name for each in stand_ins.offered(program / "one.libs/liblarge.so")} == {"answer", "table"}


@linux
@pytest.mark.skipif(platform.machine() != "x86_64", reason="the libraries of this test are written for it")
def test_where_nothing_could_be_taken_for_a_result_the_program_ends(program: Path) -> None:
    stand_ins.put_all(program, {"one.libs/liblarge*": "end"}, platform.machine())
    assert asked(program).returncode == -4


@linux
def test_what_others_need_too_stays(program: Path) -> None:
    library(program / "one/other.so", ".globl other\nother: ret\n", str(program / "one.libs/libdeep.so"))
    stand_ins.put_all(program, {"one.libs/liblarge*": "nothing"}, platform.machine())
    assert (program / "one.libs/libdeep.so").exists()


@linux
def test_the_libraries_that_are_replaced_are_there() -> None:
    """A new version of a package may call a library otherwise; then it would be packed whole, and nobody would know."""
    site = Path(importlib.metadata.distribution("av").locate_file(""))  # type: ignore[arg-type]
    for pattern in recipe.STAND_INS:
        assert list(site.glob(pattern)), pattern
