"""Before the first line of the program: parts of TensorFlow that we do without, and the system's own libraries.

Stands in for parts of TensorFlow that it imports whole and we have no use for: models for phones, and the profiler.

TensorFlow asks for them by name while it is imported; an empty module is answer enough.

The frozen program is started with a search path for its own libraries. Whatever it starts itself, a browser say, is to
find the system's.
"""

import os
import sys
from types import ModuleType

NAMES = (
    "tensorflow._api.v2.lite",
    "tensorflow._api.v2.compat.v1.lite",
    "tensorflow._api.v2.compat.v2.lite",
    "tensorflow.python.profiler.internal._pywrap_profiler_plugin",
)

sys.modules.update({name: ModuleType(name) for name in NAMES})

if before := os.environ.pop("LD_LIBRARY_PATH_ORIG", ""):
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
