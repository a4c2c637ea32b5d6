"""Stands in for parts of TensorFlow that it imports whole and we have no use for: models for phones, and the profiler.

TensorFlow asks for them by name while it is imported; an empty module is answer enough.
"""

import sys
from types import ModuleType

NAMES = (
    "tensorflow._api.v2.lite",
    "tensorflow._api.v2.compat.v1.lite",
    "tensorflow._api.v2.compat.v2.lite",
    "tensorflow.python.profiler.internal._pywrap_profiler_plugin",
)

sys.modules.update({name: ModuleType(name) for name in NAMES})
