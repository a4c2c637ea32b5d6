"""For PyInstaller: TensorFlow without its headers and its tests; its imports say the rest.

Takes the place of the general hook, which takes every module there is.
"""

from PyInstaller.compat import is_linux

hiddenimports = [
    # Imported by name once they are used.
    "ml_dtypes",
    "tensorflow.compiler.tf2tensorrt._pywrap_py_utils",
    "tensorflow.compiler.tf2tensorrt.ops.gen_trt_ops",
    "tensorflow.python.data.ops.batch_op",
    "tensorflow.python.data.ops.prefetch_op",
    "tensorflow.python.data.ops.repeat_op",
    "tensorflow.python.data.ops.shuffle_op",
    "tensorflow.python.keras.callbacks",
    "tensorflow.python.keras.engine.functional",
    "tensorflow.python.keras.engine.input_layer",
    "tensorflow.python.keras.engine.sequential",
    "tensorflow.python.keras.engine.training",
    "tensorflow.python.keras.layers",
    "tensorflow.python.keras.metrics",
    "tensorflow.python.keras.models",
]
excludedimports = ["keras.src.backend.jax", "keras.src.backend.torch"]

if is_linux:
    bindepend_symlink_suppression = ["**/libtensorflow_*.so*", "**/*pywrap*.so"]
