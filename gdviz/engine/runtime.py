"""Loading TensorFlow, and choosing how to compile."""

import importlib
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import Any

from gdviz.errors import UserError

QUIET = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "KERAS_HOME": f"{os.devnull}/keras",
}
"""Set before the import: only errors are printed, no graphics card is looked for, sums come in the same order on every
machine, and Keras neither reads nor writes a ``keras.json`` of its own, which it would keep for all users in one folder
where a home cannot be written to."""


def check_processor(features: dict[str, bool] | None = None) -> None:
    """Makes sure that importing TensorFlow will not kill the program.

    Args:
        features: Processor features by name; numpy's own finding by default.

    Raises:
        UserError: If the processor has no AVX: TensorFlow's binaries would die of an illegal instruction.
    """
    if features is None:
        features = importlib.import_module("numpy._core._multiarray_umath").__cpu_features__
    if features.get("AVX", True) is False and features.get("SSE2", False):
        raise UserError(
            "This computer's processor has no AVX instructions, which TensorFlow needs",
            "a processor of 2011 or later",
            "Training is not possible here; a newer computer will do",
        )


@lru_cache(maxsize=1)
def prepare() -> None:
    """Imports TensorFlow, Keras and scikit-learn's data sets, quietly. Takes seconds the first time, then nothing.

    Raises:
        UserError: If the processor is too old or an installation is broken.
    """
    check_processor()
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    try:
        with _libraries_apart(), _put_off("requests"):
            importlib.import_module("keras")
        for module in ("datasets", "model_selection", "preprocessing"):
            importlib.import_module(f"sklearn.{module}")
    except ImportError as error:
        raise UserError(f"TensorFlow could not be loaded: {error}", "", "Install gdviz again") from error
    for name in ("absl", "tensorflow"):
        logging.getLogger(name).setLevel(logging.ERROR)


class _Later(ModuleType):
    """Stands for a module that is imported once somebody uses something of it."""

    def __getattr__(self, name: str) -> Any:
        """What the module itself has; to those who only look what kind of module this is, it is an empty one."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def _put_off(name: str) -> Iterator[None]:
    """While this holds, whoever imports the module ``name`` gets it once he uses it.

    TensorFlow takes along ``requests`` for what it does in a computing centre. That tries at once whether a socket of
    the internet could be had, and costs a tenth of a second. Nothing here goes on the network.
    """
    later = _Later(name)
    put_off = sys.modules.setdefault(name, later) is later
    try:
        yield
    finally:
        if put_off and sys.modules.get(name) is later:
            del sys.modules[name]


@contextmanager
def _libraries_apart() -> Iterator[None]:
    """While this holds, TensorFlow's libraries find their own symbols first and offer them to nobody else.

    TensorFlow and Mesa's software renderer each bring an LLVM of their own. On Linux whichever is loaded second is
    otherwise bound to the other's and dies (tensorflow/tensorflow #119254, #124205; mcfletch/pyopengl #170): a
    computer without a graphics card could train or draw, but not both. TensorFlow means the import that is blocked
    here to fail where global symbols are not wanted.
    """
    if not hasattr(os, "RTLD_DEEPBIND"):
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(os.RTLD_NOW | os.RTLD_DEEPBIND)
    sys.modules.setdefault("tensorflow.python.pywrap_dlopen_global_flags", None)  # type: ignore[arg-type]
    try:
        yield
    finally:
        sys.setdlopenflags(before)


@lru_cache(maxsize=1)
def has_xla() -> bool:
    """Whether TensorFlow's compiler for the processor is there; it is missing from some platforms' builds.

    The environment variable ``GDVIZ_NO_XLA=1`` says no.
    """
    if os.environ.get("GDVIZ_NO_XLA") == "1":
        return False
    import tensorflow as tf

    try:
        tf.function(lambda x: x + 1.0, jit_compile=True, autograph=False)(tf.constant(1.0))
    except (tf.errors.OpError, ValueError, NotImplementedError):
        return False
    return True


def compiled(function: Callable[..., Any], xla: bool) -> Any:
    """``function`` as a TensorFlow graph, through XLA where ``xla`` says so.

    Loops and choices in it are TensorFlow's own (``tf.while_loop``): rewriting Python's into them, as TensorFlow would,
    takes a quarter of the time of compiling, needs the source text, and leaves files behind.
    """
    import tensorflow as tf

    return tf.function(function, jit_compile=xla, reduce_retracing=False, autograph=False)
