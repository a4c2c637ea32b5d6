"""See a neural network learn.

`gdviz.diagnose` says what a training log shows, `gdviz.Doctor` does so while Keras trains. The window opens with
``gdviz`` or ``python -m gdviz``.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Doctor", "UserError", "diagnose"]

if TYPE_CHECKING:
    from gdviz.core.diagnosis import diagnose
    from gdviz.engine.doctor_callback import Doctor
    from gdviz.errors import UserError

_HOMES = {
    "diagnose": "gdviz.core.diagnosis",
    "Doctor": "gdviz.engine.doctor_callback",
    "UserError": "gdviz.errors",
}


def __getattr__(name: str) -> Any:
    """Fetches a public name from its home on first use, so that ``import gdviz`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'gdviz' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
