"""The doctor beside ``model.fit``: a Keras callback that says how the run is doing while it runs."""

import math
from functools import lru_cache
from typing import Any

from gdviz.core.diagnosis import VERDICTS, Diagnosis, diagnose
from gdviz.core.doctor_live import follow

HOPELESS = ("diverging", "lr_too_high")
"""What does not get better by waiting."""

HOPELESS_FROM = 0.8
"""How sure the doctor must be before he stops a run."""

PATIENCE = 3
"""Epochs for which he must have said the same, unless a loss is not a number any more."""


def Doctor(*, stop_hopeless: bool = False, verbose: int = 1) -> Any:
    """A ``keras.callbacks.Callback`` that prints a verdict whenever it changes, with advice when the run ends.

    For example::

        doctor = gdviz.Doctor(stop_hopeless=True)
        model.fit(x, y, validation_split=0.2, epochs=60, callbacks=[doctor])
        print(doctor.diagnosis)

    It knows the model's optimiser and learning rate by itself; a rate that changes during the run is not used. The
    class is made when first asked for, so that importing gdviz does not load Keras.

    Args:
        stop_hopeless: Whether to stop a run that diverges, or whose rate is far too high, once that is sure.
        verbose: 0 prints nothing.

    Returns:
        The callback. Its ``diagnosis`` is the latest verdict, None before the first epoch; ``stopped_epoch`` the epoch
        it stopped the run after, 0 where it did not.
    """
    return _callback_class()(stop_hopeless, verbose)


@lru_cache(maxsize=1)
def _callback_class() -> Any:
    """The class, made once."""
    import keras

    class DoctorCallback(keras.callbacks.Callback):  # type: ignore[misc]
        """See `Doctor`."""

        def __init__(self, stop_hopeless: bool, verbose: int) -> None:
            super().__init__()
            self.stop_hopeless, self.verbose = stop_hopeless, verbose
            self._begin()

        def _begin(self) -> None:
            self.diagnosis: Diagnosis | None = None
            self.stopped_epoch = 0
            self._losses: dict[str, list[float]] = {"loss": []}
            self._rates: set[float] = set()
            self._same = 0

        def on_train_begin(self, logs: Any = None) -> None:
            """Forgets the last run."""
            self._begin()

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            """Looks at the curves so far."""
            if not logs or "loss" not in logs:
                return
            self._losses["loss"].append(float(logs["loss"]))
            if "val_loss" in logs:
                checked = self._losses.setdefault("val_loss", [])
                checked += [math.nan] * (len(self._losses["loss"]) - 1 - len(checked)) + [float(logs["val_loss"])]
            self._rates.add(_rate_of(self.model))
            self._look(epoch + 1)

        def on_train_end(self, logs: Any = None) -> None:
            """Says the last word."""
            if self._losses["loss"] and not self.stopped_epoch:
                self.diagnosis = diagnose(self._losses, **self._known())
            if self.verbose and self.diagnosis:
                print(f"gdviz: {self.diagnosis}")  # noqa: T201

        def _look(self, epoch: int) -> None:
            before = self.diagnosis
            planned = (self.params or {}).get("epochs")
            self.diagnosis = follow(before, self._losses, planned_epochs=planned, **self._known())
            changed = before is None or before.verdict != self.diagnosis.verdict
            self._same = 1 if changed else self._same + 1
            if self.verbose and changed and self.diagnosis.verdict != "unclear":
                title = VERDICTS[self.diagnosis.verdict].title
                print(f"\ngdviz, epoch {epoch}: {title}. {self.diagnosis.sentence}")  # noqa: T201
            if self.stop_hopeless and _is_hopeless(self.diagnosis, self._same, self._losses):
                self.model.stop_training, self.stopped_epoch = True, epoch

        def _known(self) -> dict[str, Any]:
            """What the model says of itself."""
            known: dict[str, Any] = {"optimizer": getattr(self.model, "optimizer", None)}
            rate = next(iter(self._rates)) if len(self._rates) == 1 else math.nan
            steps = (self.params or {}).get("steps")
            return {
                **known,
                "learning_rate": rate if 0 < rate < math.inf else None,
                "steps_per_epoch": steps if steps and steps > 0 else None,
            }

    return DoctorCallback


def _rate_of(model: Any) -> float:
    """The model's present learning rate, NaN where it has none."""
    try:
        return float(model.optimizer.learning_rate)
    except (AttributeError, TypeError, ValueError):
        return math.nan


def _is_hopeless(found: Diagnosis, same: int, losses: dict[str, list[float]]) -> bool:
    """Whether to stop: the loss is no number, or an illness that waiting does not cure is sure and lasts."""
    if not math.isfinite(losses["loss"][-1]):
        return True
    return found.verdict in HOPELESS and found.confidence >= HOPELESS_FROM and same >= PATIENCE
