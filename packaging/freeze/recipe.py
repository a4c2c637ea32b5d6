"""What the frozen program is made of: tables, the same for Linux, Windows and macOS unless they say otherwise.

Paths and patterns are those of files inside the frozen program's folder, with ``/`` on every platform; ``*`` matches
any characters, also ``/``.
"""

import os
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

NAME = "gdviz"
"""Of the program, and of its folder in ``build/frozen``."""

DATE_WITHOUT_GIT = 1_767_225_600

FOLDER = ROOT / "build" / "frozen" / NAME
"""Where the frozen program is built."""

ENTRY = "main.py"
"""The script beside this file that the program begins with."""

RUNTIME_HOOKS = ("without_parts.py",)
"""Scripts that run before it."""

DATA = {"resources": "resources"}
"""What is copied, from the checkout to the frozen program; `gdviz.paths.resource` looks there."""

HIDDEN_IMPORTS = ("gdviz.app.selftest", "scipy._cyutility")
"""Modules that are imported by a name which is put together at run time."""

HIDDEN_PACKAGES = ("gdviz", "keras", "h5py", "av")
"""Packages that import parts of themselves that way; all of their modules are taken that are not left out below."""

SOURCES = {"gdviz": "py+pyz", "tensorflow.python.autograph": "py+pyz"}
"""Packages whose sources come along: TensorFlow rewrites functions from them. With ``pyz``, no time is lost on them."""

UNEXPLAINED = (
    "PIL",
    "fontTools",
    "keras",
    "matplotlib",
    "narwhals",
    "pyqtgraph",
    "rich",
    "scipy",
    "sklearn",
    "tensorflow",
)
"""Packages that lose the texts which explain their functions to programmers."""

EXPLAINED = ("tensorflow.python.ops.map_fn",)
"""Modules of theirs that do not start without."""

HOOK_OPTIONS = {"matplotlib": {"backends": ["Agg", "SVG", "PDF"]}}

EXCLUDED_MODULES = (
    # Other backends of Keras.
    "keras.src.backend.jax",
    "keras.src.backend.torch",
    "keras.src.backend.numpy",
    "keras.src.backend.openvino",
    "jax",
    "torch",
    "openvino",
    # The doctor's training.
    "gdviz.engine.doctor_fit",
    # Learners and methods of others.
    "scipy.cluster",
    "scipy.fftpack",
    "scipy.io._fast_matrix_market._fmm_core",
    "scipy.odr",
    "scipy.signal",
    "sklearn._loss",
    "sklearn.cluster",
    "sklearn.covariance",
    "sklearn.cross_decomposition",
    "sklearn.decomposition",
    "sklearn.ensemble",
    "sklearn.feature_selection",
    "sklearn.gaussian_process",
    "sklearn.inspection",
    "sklearn.linear_model",
    "sklearn.manifold",
    "sklearn.mixture",
    "sklearn.neighbors",
    "sklearn.neural_network",
    "sklearn.semi_supervised",
    "sklearn.svm",
    "sklearn.tree",
    # What the network would be used with: the program never does.
    "grpc",
    "distributed",
    "dask",
    "tornado",
    "tensorboard",
    # What developers use.
    "IPython",
    "PyInstaller",
    "_pytest",
    "clang",
    "distutils",
    "hypothesis",
    "lib2to3",
    "mypy",
    "mypyc",
    "pip",
    "pkg_resources",
    "pydoc_data",
    "pygments",
    "pytest",
    "pytestqt",
    "setuptools",
    "test",
    "wheel",
    # Other windows than ours, other tables, other notebooks.
    "PyQt5",
    "PyQt6",
    "PySide2",
    "_tkinter",
    "curses",
    "pandas",
    "readline",
    "sqlite3",
    "tkinter",
    # Parts of TensorFlow that the runtime hook stands in for.
    "tensorflow._api.v2.lite",
    "tensorflow._api.v2.compat.v1.lite",
    "tensorflow._api.v2.compat.v2.lite",
    "tensorflow.lite",
    "tensorflow.python.profiler.internal._pywrap_profiler_plugin",
    # Parts of Qt.
    "PySide6.QtDesigner",
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtVirtualKeyboard",
)
"""Modules that are imported somewhere on the way but never needed."""

TESTS = re.compile(r"(^|\.)(tests?|test_.*|.*_test|conftest)(\.|$)")
"""Modules of other people's tests."""

LEFT_OUT = (
    # TensorFlow: for those who compile against it, and for other machines.
    "tensorflow/include/*",
    "tensorflow/xla_aot_runtime_src/*",
    "tensorflow/lite/*",
    "tensorflow/compiler/mlir/stablehlo/*.so",
    "tensorflow/compiler/tf2xla/ops/*.so",
    "tensorflow/python/profiler/internal/_pywrap_profiler_plugin*",
    "tensorflow/python/framework/lib_native_proto_caster*",
    "tensorflow/*.lib",
    # Qt: other platforms' plug-ins, on-screen keyboards, data bases, the network.
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "libQt6EglF*",
    "libQt6Network*",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/Qt/plugins/platforms/*eglfs*",
    "PySide6/Qt/plugins/platforms/*linuxfb*",
    "PySide6/Qt/plugins/platforms/*minimalegl*",
    "PySide6/Qt/plugins/platforms/*vkkhrdisplay*",
    "PySide6/Qt/plugins/platforms/*vnc*",
    "PySide6/Qt/plugins/platformthemes/*gtk3*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/imageformats/*pdf*",
    "PySide6/Qt/plugins/sqldrivers/*",
    "PySide6/Qt/plugins/tls/*",
    "PySide6/Qt/plugins/virtualkeyboard/*",
    "PySide6/Qt/qml/*",
    "PySide6/Qt/translations/*",
    "PySide6/Qt/lib/libQt6EglF*",
    "PySide6/Qt/lib/libQt6Network*",
    "PySide6/Qt/lib/libQt6Pdf*",
    "PySide6/Qt/lib/libQt6Qml*",
    "PySide6/Qt/lib/libQt6Quick*",
    "PySide6/Qt/lib/libQt6VirtualKeyboard*",
    "PySide6/plugins/networkinformation/*",
    "PySide6/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/plugins/sqldrivers/*",
    "PySide6/plugins/tls/*",
    "PySide6/translations/*",
    "PySide6/opengl32sw.dll",
    # Pictures that nothing here reads or writes.
    "PIL/_avif*",
    "PIL/_imagingcms*",
    "PIL/_webp*",
    "PIL/_imagingtk*",
    "*libavif-*",
    "pyqtgraph/icons/peegee/*",
    # Data for examples and tests, and fonts for a kind of PDF that we do not write.
    "matplotlib/mpl-data/fonts/afm/*",
    "matplotlib/mpl-data/fonts/pdfcorefonts/*",
    "matplotlib/mpl-data/sample_data/*",
    "matplotlib/mpl-data/images/*",
    "resources/data/doctor_set.npz",
    "sklearn/datasets/images/*",
    "sklearn/datasets/tests/*",
    "*/tests/*",
    "*.pxd",
    "*.pyx",
    "*.pyi",
    "*.h",
    "*.c",
    "*.cpp",
    "*.tp",
)
"""Files that the hooks of packages bring along for nothing."""

KEPT = ("PySide6/*translations/qtbase_de.qm",)
"""What is taken all the same: Qt's own texts, such as those on a Cancel button, in the languages that we speak."""

FROM_THE_BUILDER = (
    "libbz2.so.*",
    "libffi.so.*",
    "liblzma.so.*",
    "libpython3*.so.*",
    "libuuid.so.*",
    "libxcb-cursor.so.*",
    "libxcb-icccm.so.*",
    "libxcb-image.so.*",
    "libxcb-keysyms.so.*",
    "libxcb-render-util.so.*",
    "libxcb-util.so.*",
    "libxkbcommon*.so.*",
)
"""Linux: what is copied out of the system that builds: what Python needs, and the small libraries of X that many
desktops lack. All others belong to the drivers, fonts and desktop of the computer that the program runs on."""

UNSTRIPPED = ("*.libs/*", "PySide6/*", "shiboken6/*")
"""Linux: libraries that have no symbols for debuggers, and may break if they are touched."""

STAND_INS = {
    # Films in other forms than ours, sounds, films from the network or of the screen.
    "av.libs/libSvtAv1Enc-*": "nothing",
    "av.libs/libasound-*": "nothing",
    "av.libs/libdav1d-*": "nothing",
    "av.libs/libdrm-*": "nothing",
    "av.libs/libgnutls-*": "nothing",
    "av.libs/libmp3lame-*": "nothing",
    "av.libs/libopencore-*": "nothing",
    "av.libs/libopus-*": "nothing",
    "av.libs/libvpl-*": "nothing",
    "av.libs/libvpx-*": "nothing",
    "av.libs/libwebp*-*": "nothing",
    "av.libs/libx265-*": "nothing",
    "av.libs/libxcb*-*": "nothing",
    # Pictures of the screen.
    "pillow.libs/libxcb-*": "nothing",
    # scikit-learn imports what it would solve equations with; we have it make and scale data.
    "scipy.libs/libscipy_openblas-*": "end",
}
"""Linux: libraries that are named as needed and never asked for anything; see `stand_ins`."""

UNICODE_DATA = "PySide6/Qt/lib/libicudata.so.*"
"""Linux: where Qt has its own copy of everything about all languages; less of it will do."""

SHORTENED = ("tensorflow/libtensorflow_*.so.*",)
"""Linux: libraries whose inner symbols get short names."""


def is_wanted_module(name: str) -> bool:
    """Whether a module of `HIDDEN_PACKAGES` is taken."""
    excluded = any(name == each or name.startswith(f"{each}.") for each in EXCLUDED_MODULES)
    return not excluded and not TESTS.search(name)


def is_wanted_file(path: str, kind: str = "BINARY") -> bool:
    """Whether a file is part of the frozen program.

    Args:
        path: Relative to its folder of contents.
        kind: PyInstaller's word for what it is; ``SYMLINK`` stands for a library in another folder.
    """
    path = path.replace("\\", "/")
    if sys.platform == "linux" and kind == "BINARY" and "/" not in path:
        return _any(path, FROM_THE_BUILDER)
    return _any(path, KEPT) or not _any(path, LEFT_OUT)


def is_unexplained(module: str) -> bool:
    """Whether a module loses its explanations."""
    return module.split(".")[0] in UNEXPLAINED and module not in EXPLAINED


def is_stripped(path: str) -> bool:
    """Whether a library loses what only debuggers read."""
    return not _any(path, UNSTRIPPED)


def is_unicode_data(path: str) -> bool:
    """Whether a library holds Unicode data and nothing else."""
    return fnmatchcase(path, UNICODE_DATA)


def is_shortened(path: str) -> bool:
    """Whether a library's inner symbols get short names."""
    return _any(path, SHORTENED)


def _any(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def version() -> str:
    """The one version number, from ``gdviz/__init__.py``."""
    found = re.search(r'(?m)^__version__ = "(.+)"$', (ROOT / "gdviz" / "__init__.py").read_text(encoding="utf-8"))
    assert found is not None
    return found.group(1)


@cache
def built_at() -> int:
    """The date of every file in what is built, in seconds since 1970: that of the commit, else that of the version."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return int(told) if told.isdigit() else DATE_WITHOUT_GIT
