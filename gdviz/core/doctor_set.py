"""The labelled set of training runs in one small file: how it is packed, and how it is read back."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_truth import RATES, final, margins, truth

Array = NDArray[np.float64]

STEPS = (1e-5, 1e-4)
"""Training and validation losses are kept as whole multiples of this in the natural logarithm. A crawling run falls by
so little that the training loss is needed to a hundred-thousandth of itself."""

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
    """

    settings: dict[str, Any]
    fresh: float
    loss: Array
    val_loss: Array
    last: Array

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
    """The arrays that `numpy.savez_compressed` is to write.

    Whole numbers ``round(log(loss) / step)``, differences from epoch to epoch, byte by byte: neighbours are then
    alike, and the file becomes small.
    """
    loss = np.array([np.column_stack([network.loss, network.last]) for network in networks])
    curves = {"loss": loss, "val_loss": np.array([network.val_loss for network in networks])}
    settings = json.dumps([{**network.settings, "fresh": network.fresh} for network in networks])
    packed = {name: _codes(values, step) for (name, values), step in zip(curves.items(), STEPS, strict=True)}
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
    loss, val_loss = (_losses(arrays[name], step) for name, step in zip(("loss", "val_loss"), STEPS, strict=True))
    settings = json.loads(bytes(arrays["settings"]))
    return [
        Network({k: v for k, v in one.items() if k != "fresh"}, one["fresh"], curve[:, :-1], checked, curve[:, -1])
        for one, curve, checked in zip(settings, loss, val_loss, strict=True)
    ]


def read(path: Path) -> list[Network]:
    """The set in the file at ``path``."""
    with np.load(path, allow_pickle=False) as arrays:
        return unpack(arrays)


__all__ = ["LENGTHS", "RATES", "Network", "pack", "read", "unpack"]
