"""The labelled set of training runs in one small file: how it is packed, and how it is read back."""

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_trial import trial_epochs
from gdviz.core.doctor_truth import RATES, final, margins, truth

Array = NDArray[np.float64]

STEPS = {"loss": 1e-5, "val_loss": 1e-4, "gradient_norm": 0.01, "stable_rate": 0.01}
"""What is recorded is kept as whole multiples of this in the natural logarithm. A crawling run falls by so little that
the training loss is needed to a hundred-thousandth of itself."""

SMALLEST = 1e-9
"""Losses below this are kept as this; Keras's float32 losses end at about 1e-7."""

LOST = np.int32(2**30)
"""Stands for a loss that is not finite."""

LENGTHS = (15, 30, 60)
"""Epochs E of the runs that are made of each network trained; each is trained on to 2E for the truth."""


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """One network trained at every rate of the grid.

    Attributes:
        settings: What was trained: ``part`` (``"fitting"`` or ``"scoring"``), ``data``, ``units``, ``optimizer``,
            ``batch_size``, ``seed``, ``steps`` (to an epoch), ``classes`` (0 for regression) and more.
        fresh: Loss before training.
        loss: ``[13, 60]``.
        val_loss: ``[13, 60]``.
        last: Mean training loss of the last three of 120 epochs, ``[13]``.
        gradient_norm: Mean norm of the batches' gradients in each epoch, ``[13, 60]``; NaN where it was not recorded.
        stable_rate: Largest stable rate after each of `LENGTHS` epochs, ``[13, 3]``; NaN where it was not measured, or
            no theory tells it.
    """

    settings: dict[str, Any]
    fresh: float
    loss: Array
    val_loss: Array
    last: Array
    gradient_norm: Array = field(default_factory=lambda: np.full((len(RATES), max(LENGTHS)), np.nan))
    stable_rate: Array = field(default_factory=lambda: np.full((len(RATES), len(LENGTHS)), np.nan))

    def stable(self, epochs: int) -> Array:
        """The largest stable rate at each rate after ``epochs``, NaN where it was not measured then, ``[13]``."""
        return self.stable_rate[:, LENGTHS.index(epochs)] if epochs in LENGTHS else np.full(len(RATES), np.nan)

    def tried(self, at: int, epochs: int) -> dict[float, Array]:
        """What trying other rates beside rate number ``at`` would show: curves by rate."""
        tried = trial_epochs(epochs, self.settings["steps"])
        return {RATES[i]: self.loss[i, :tried] for i in range(max(0, at - 2), min(len(RATES), at + 3)) if i != at}

    def later(self, epochs: int) -> Array:
        """Final training loss after twice as many ``epochs``, at most 30 or exactly 60."""
        return self.last if epochs == self.loss.shape[1] else final(self.loss[:, : 2 * epochs])

    def truths(self, epochs: int) -> list[str]:
        """The right verdict at each rate, cut off after ``epochs``."""
        return truth(self.loss[:, :epochs], self.val_loss[:, :epochs], self.fresh, self.later(epochs))

    def margins(self, epochs: int) -> Array:
        """How far the run at each rate, cut off after ``epochs``, lies from another truth."""
        return margins(self.loss[:, :epochs], self.fresh, self.later(epochs))


def pack(networks: list[Network]) -> dict[str, NDArray[Any]]:
    """The arrays that are written.

    Whole numbers ``round(log(loss) / step)``, differences from epoch to epoch, byte by byte: neighbours are then
    alike, and the file becomes small.
    """
    loss = np.array([np.column_stack([network.loss, network.last]) for network in networks])
    others = {name: np.array([getattr(network, name) for network in networks]) for name in STEPS if name != "loss"}
    settings = json.dumps([{**network.settings, "fresh": network.fresh} for network in networks])
    packed = {name: _codes(values, STEPS[name]) for name, values in {"loss": loss, **others}.items()}
    return {**packed, "settings": np.frombuffer(settings.encode(), np.uint8)}


def _codes(losses: Array, step: float) -> NDArray[np.uint8]:
    """Losses ``[..., epochs]`` as the four bytes of whole numbers, ``[4, ..., epochs]``."""
    with np.errstate(all="ignore"):
        whole = np.round(np.log(np.maximum(losses, SMALLEST)) / step)
    codes = np.where(np.isfinite(losses), whole, LOST).astype(np.int32)
    steps = np.diff(codes, axis=-1, prepend=0)
    return np.ascontiguousarray(np.moveaxis(steps[..., None].view(np.uint8), -1, 0))


def _losses(planes: NDArray[np.uint8], step: float) -> Array:
    """`_codes` undone, NaN where a loss was not finite."""
    steps = np.ascontiguousarray(np.moveaxis(planes, 0, -1)).view(np.int32)[..., 0]
    codes = np.cumsum(steps, axis=-1, dtype=np.int64)
    return np.asarray(np.where(codes == LOST, np.nan, np.exp(np.where(codes == LOST, 0, codes) * step)))


def unpack(arrays: Any) -> list[Network]:
    """`pack` undone."""
    found = {name: _losses(arrays[name], step) for name, step in STEPS.items()}
    settings = json.loads(bytes(arrays["settings"]))
    return [
        Network(
            settings={k: v for k, v in one.items() if k != "fresh"},
            fresh=one["fresh"],
            loss=found["loss"][at, :, :-1],
            last=found["loss"][at, :, -1],
            **{name: found[name][at] for name in ("val_loss", "gradient_norm", "stable_rate")},
        )
        for at, one in enumerate(settings)
    ]


def write(path: Path, networks: list[Network]) -> None:
    """Writes the set to a file that `numpy.load` reads; LZMA makes it a third smaller than numpy's own compression."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as file:
        for name, array in pack(networks).items():
            with file.open(f"{name}.npy", "w") as part:
                np.lib.format.write_array(part, array, allow_pickle=False)


def read(path: Path) -> list[Network]:
    """The set in the file at ``path``."""
    with np.load(path, allow_pickle=False) as arrays:
        return unpack(arrays)


__all__ = ["LENGTHS", "RATES", "Network", "pack", "read", "unpack", "write"]
