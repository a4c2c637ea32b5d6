"""What a run recorded, step by step and epoch by epoch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

MEMORY_LIMIT = 64 * 2**20
"""Bytes of weights a trajectory keeps before it thins them evenly."""


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """A batch of consecutive training steps of K runs at once; never changed after it is made.

    Attributes:
        weights: Weights after each step, ``[n, K, P]``.
        loss: Loss over all training rows at those weights, ``[n, K]``.
        batch_loss: Loss of the step's own batch before the step, ``[n, K]``; what Keras averages over an epoch.
        gradient_norm: Euclidean norm of the batch's gradient, ``[n, K]``.
        learning_rate: The rate used, ``[n, K]``.
        epoch_steps: How many steps had been taken at the end of each epoch that ended here, ``[e]``.
        epoch_loss: Mean batch loss of each such epoch weighted by rows, ``history.history["loss"]``, ``[e, K]``.
        epoch_accuracy: The same of accuracy, ``[e, K]``; NaN where there is none.
        epoch_val_loss: Loss on the validation rows at the epoch's end, ``[e, K]``; NaN where there are none.
        epoch_val_accuracy: The same of accuracy, ``[e, K]``.
    """

    weights: Array
    loss: Array
    batch_loss: Array
    gradient_norm: Array
    learning_rate: Array
    epoch_steps: NDArray[np.int64]
    epoch_loss: Array
    epoch_accuracy: Array
    epoch_val_loss: Array
    epoch_val_accuracy: Array

    @property
    def count(self) -> int:
        """Number of steps."""
        return len(self.loss)

    @staticmethod
    def joined(parts: Sequence["Steps"]) -> "Steps":
        """One batch out of several that follow one another."""
        if len(parts) == 1:
            return parts[0]
        return Steps(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Steps)))


def epoch_means(values: Array, ends: NDArray[np.int64]) -> NDArray[np.float64]:
    """The mean over each epoch of what was recorded at every step.

    Args:
        values: ``[T]``, or ``[T, K]`` of K runs.
        ends: Steps taken at the end of each epoch, ``[E]``.

    Returns:
        ``[E]`` or ``[E, K]``.
    """
    if not len(ends):
        return np.empty((0, *values.shape[1:]))
    with np.errstate(over="ignore", invalid="ignore"):
        sums = np.add.reduceat(values[: ends[-1]], np.r_[0, ends[:-1]], dtype=np.float64)
        return np.asarray((sums.T / np.diff(ends, prepend=0)).T)


COLUMNS = ("weights", "weight_steps", "loss", "batch_loss", "gradient_norm", "learning_rate", "epoch_steps")
"""What a trajectory keeps of its steps."""


GROWTH = 8
"""A full column moves to one so many times as long: room that is not used costs no memory, moving costs time."""


class _Column:
    """Rows appended at amortised constant cost; reading gives a view that cannot be written."""

    def __init__(self, shape: tuple[int, ...] = (), dtype: type = np.float32) -> None:
        self._rows: NDArray[Any] = np.empty((16, *shape), dtype)
        self._size = 0

    def extend(self, rows: NDArray[Any]) -> None:
        size = self._size + len(rows)
        if size > len(self._rows):
            most = self._size + MEMORY_LIMIT // self._rows[0].nbytes
            grown = np.empty((max(size, min(GROWTH * len(self._rows), most)), *self._rows.shape[1:]), self._rows.dtype)
            grown[: self._size] = self._rows[: self._size]
            self._rows = grown
        self._rows[self._size : size] = rows
        self._size = size

    def read(self) -> NDArray[Any]:
        view = self._rows[: self._size]
        view.flags.writeable = False
        return view


class Trajectory:
    """Everything one run recorded. The session appends; everyone else reads.

    Row 0 is the start, row t what step t left behind. Weights are kept for every step until they would pass
    `MEMORY_LIMIT`; then every second kept row goes, again and again, and ``weight_steps`` says which remain.

    Args:
        start: First weights, ``[P]``.
        loss: Loss over all training rows there.
        val_loss: Loss on the validation rows there, NaN without.
    """

    def __init__(self, start: Array, loss: float, val_loss: float = np.nan) -> None:
        """Begins at the start, before any step."""
        self._stride = 1
        self._weights = _Column((start.size,))
        self._weight_steps = _Column(dtype=np.int64)
        self._loss, self._batch_loss = _Column(), _Column()
        self._gradient_norm, self._learning_rate = _Column(), _Column()
        self._epoch_steps = _Column(dtype=np.int64)
        self._epoch = {name: _Column() for name in ("loss", "val_loss", "accuracy", "val_accuracy")}
        self._thinned: dict[int, tuple[NDArray[np.int64], Array, Array]] = {}
        self.last_weights = start
        self.start_val_loss = val_loss
        self._weights.extend(start[None])
        self._weight_steps.extend(np.zeros(1, np.int64))
        self._loss.extend(np.array([loss], np.float32))

    def append(self, steps: Steps, run: int = 0) -> None:
        """Adds what run number ``run`` of a batch of steps recorded."""
        if not steps.count:
            return
        numbers = self.count + 1 + np.arange(steps.count)
        kept = numbers % self._stride == 0
        self._weights.extend(steps.weights[kept, run])
        self._weight_steps.extend(numbers[kept])
        self._loss.extend(steps.loss[:, run])
        self._batch_loss.extend(steps.batch_loss[:, run])
        self._gradient_norm.extend(steps.gradient_norm[:, run])
        self._learning_rate.extend(steps.learning_rate[:, run])
        self._epoch_steps.extend(steps.epoch_steps)
        for name, column in self._epoch.items():
            column.extend(getattr(steps, f"epoch_{name}")[:, run])
        self.last_weights = steps.weights[-1, run]
        self._thinned.clear()
        while self.weights.nbytes > MEMORY_LIMIT and len(self.weights) > 1:
            self._thin()

    def until(self, step: int, weights: Array | None = None) -> "Trajectory":
        """The first ``step`` steps as a trajectory of their own, which can be appended to: what a branch begins with.

        It thins as this one does, so that the kept steps stay evenly spread when it grows.

        Args:
            step: From 0 to `count`.
            weights: Those after ``step``, ``[P]``; needed where they were thinned away. A branch's `Start` has them.

        Raises:
            ValueError: If there is no such step, or its weights are neither kept nor given: a neighbour's would put
                the point where the run never was.
        """
        if not 0 <= step <= self.count:
            raise ValueError(f"there is no step {step} among {self.count}")
        kept, epochs = (int(np.searchsorted(of, step, side="right")) for of in (self.weight_steps, self.epoch_steps))
        part = Trajectory(self.weights[0], float(self.loss[0]), self.start_val_loss)
        part._stride, part.last_weights = self._stride, self._weights_after(step) if weights is None else weights
        # The first row of the first three is the start, which is there already.
        spans = {"_weights": slice(1, kept), "_weight_steps": slice(1, kept), "_loss": slice(1, step + 1)}
        spans |= dict.fromkeys(("_batch_loss", "_gradient_norm", "_learning_rate"), slice(step))
        for name, span in (spans | {"_epoch_steps": slice(epochs)}).items():
            getattr(part, name).extend(getattr(self, name).read()[span])
        for name, column in self._epoch.items():
            part._epoch[name].extend(column.read()[:epochs])
        return part

    def _weights_after(self, step: int) -> Array:
        """The weights after ``step``, if they are still there."""
        row = int(np.searchsorted(self.weight_steps, step))
        if row < len(self.weight_steps) and self.weight_steps[row] == step:
            return np.asarray(self.weights[row])
        if step != self.count:
            raise ValueError(f"the weights after step {step} were thinned away")
        return self.last_weights

    def _thin(self) -> None:
        """Keeps every second of the kept weights."""
        self._stride *= 2
        keep = self.weight_steps % self._stride == 0
        for name in ("_weights", "_weight_steps"):
            rows = getattr(self, name).read()
            column = _Column(rows.shape[1:], rows.dtype.type)
            column.extend(rows[keep])
            setattr(self, name, column)

    @property
    def count(self) -> int:
        """Steps taken."""
        return len(self.loss) - 1

    @property
    def weights(self) -> Array:
        """Kept weights, ``[M, P]``, the start first."""
        return self._weights.read()

    @property
    def weight_steps(self) -> NDArray[np.int64]:
        """The step after which each row of ``weights`` stood, ``[M]``."""
        return self._weight_steps.read()

    def at(self, step: int | None) -> Array:
        """Weights ``[P]`` after ``step``, or after the last kept step before it; None for the newest."""
        if step is None or step >= self.count:
            return self.last_weights
        row = int(np.searchsorted(self.weight_steps, step, "right")) - 1
        return np.asarray(self.weights[row])

    @property
    def loss(self) -> Array:
        """Loss over all training rows, ``[T + 1]``, the start first."""
        return self._loss.read()

    @property
    def batch_loss(self) -> Array:
        """Loss of each step's batch before the step, ``[T]``."""
        return self._batch_loss.read()

    @property
    def gradient_norm(self) -> Array:
        """Norm of each step's gradient, ``[T]``."""
        return self._gradient_norm.read()

    @property
    def learning_rate(self) -> Array:
        """Rate of each step, ``[T]``."""
        return self._learning_rate.read()

    @property
    def epoch_steps(self) -> NDArray[np.int64]:
        """Steps taken at the end of each epoch, ``[E]``."""
        return self._epoch_steps.read()

    @property
    def history(self) -> dict[str, Array]:
        """The run as Keras's ``history.history``: ``loss`` and, where they exist, ``val_loss`` and the accuracies."""
        columns = {name: column.read() for name, column in self._epoch.items()}
        return {name: rows for name, rows in columns.items() if name == "loss" or np.isfinite(rows).any()}

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All that was recorded, by name; views that do not change as the run goes on."""
        return {
            **{name: getattr(self, name) for name in COLUMNS},
            **{f"epoch_{name}": column.read() for name, column in self._epoch.items()},
            "last_weights": self.last_weights,
            "start_val_loss": np.float32(self.start_val_loss).reshape(1),
        }

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> "Trajectory":
        """The run that `arrays` was asked of.

        Raises:
            ValueError: If the arrays do not fit one another.
            KeyError: If one is missing.
        """
        _check(arrays)
        run = cls(arrays["weights"][0], float(arrays["loss"][0]), float(arrays["start_val_loss"][0]))
        for name in COLUMNS:
            column = _Column(arrays[name].shape[1:], arrays[name].dtype.type)
            column.extend(arrays[name])
            setattr(run, f"_{name}", column)
        for name, column in run._epoch.items():
            column.extend(arrays[f"epoch_{name}"])
        run._stride = int(arrays["weight_steps"][1]) if len(arrays["weight_steps"]) > 1 else run.count + 1
        run.last_weights = arrays["last_weights"]
        return run

    def thinned(self, most: int) -> tuple[NDArray[np.int64], Array, Array]:
        """At most ``most`` (2 or more) points of the path, evenly spread, the start and the newest always among them.

        Every view asks for them at every change, so they are worked out once.

        Returns:
            Their steps ``[m]``, weights ``[m, P]`` and losses ``[m]``. Points that are not finite are left out.
        """
        if most not in self._thinned:
            self._thinned[most] = self._thin_out(most)
        return self._thinned[most]

    def _thin_out(self, most: int) -> tuple[NDArray[np.int64], Array, Array]:
        rows = np.unique(np.linspace(0, len(self.weights) - 1, most - 1).astype(int))
        steps, weights = self.weight_steps[rows], self.weights[rows]
        if steps[-1] != self.count:
            steps, weights = np.append(steps, self.count), np.vstack([weights, self.last_weights])
        losses = self.loss[steps]
        finite = np.isfinite(weights).all(1) & np.isfinite(losses)
        return steps[finite], weights[finite], losses[finite]


def _check(arrays: Mapping[str, NDArray[Any]]) -> None:
    """Holds arrays from a file against one another.

    Raises:
        ValueError: If they could not have been recorded so.
        KeyError: If one is missing.
    """
    weights, kept, loss, ends = (arrays[name] for name in ("weights", "weight_steps", "loss", "epoch_steps"))
    steps = len(loss) - 1
    stride = int(kept[1]) if len(kept) > 1 else steps + 1
    epochs = [f"epoch_{name}" for name in ("loss", "val_loss", "accuracy", "val_accuracy")]
    right = (
        all(arrays[name].dtype == (np.int64 if name.endswith("_steps") else np.float32) for name in arrays)
        and all(arrays[name].ndim == (2 if name == "weights" else 1) for name in arrays)
        and weights.size > 0
        and len(weights) == len(kept)
        and arrays["last_weights"].shape == weights.shape[1:]
        and arrays["start_val_loss"].shape == (1,)
        and all(len(arrays[name]) == steps for name in ("batch_loss", "gradient_norm", "learning_rate"))
        and all(len(arrays[name]) == len(ends) for name in epochs)
        and stride > 0
        and np.array_equal(kept, np.arange(0, steps + 1, stride)[: len(kept)])
        and len(kept) == steps // stride + 1
        and (np.diff(ends, prepend=0, append=steps + 1) > 0).all()
    )
    if not right:
        raise ValueError("arrays that do not belong together")
