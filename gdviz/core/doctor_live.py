"""The doctor at a running run: a verdict at every epoch that does not flicker.

What is believed at one epoch is averaged with what was believed the epoch before, a verdict once given is kept until
another is ahead by `AHEAD`, and while most of the run is still to come an illness of the rate needs more belief.
"""

import math
from typing import Any

from gdviz.core.diagnosis import FEWEST_EPOCHS, Diagnosis, diagnose, examine, facts
from gdviz.core.history import history_of
from gdviz.said import Said

AHEAD = 0.25
"""By how much of the belief another verdict must be ahead to replace the one that was given."""

YOUNG_CAUTION, YOUNG_CAUTION_INSIDE = 0.7, 0.5
"""How much further ahead than `CAUTION` and `CAUTION_INSIDE` say an illness of the rate must be at the very beginning.

Inside, tried on 260 runs of the fitting part: at 0.7 ill runs are named for good from 0.63 of the run on and 8 % of the
healthy ones are called ill at some time, at 0.5 from 0.52 on and 10 %, at 0.35 from 0.42 on and 17 %."""

FIRST_WORD = 5
"""Before so many epochs nothing but a diverging loss is spoken of."""


def follow(previous: Diagnosis | None, history: Any, *, planned_epochs: int | None = None, **known: Any) -> Diagnosis:
    """The verdict on a run that is under way, to be called with its own last answer after each epoch.

    For example::

        said = None
        for epoch in range(60):
            ...
            said = follow(said, {"loss": losses, "val_loss": val_losses}, planned_epochs=60, learning_rate=0.01)

    Args:
        previous: What it said before, None at first.
        history: The run so far, as for `diagnose`.
        planned_epochs: How many epochs there will be, if known.
        known: What else is known, as for `diagnose`: ``learning_rate``, ``optimizer`` and so on.

    Returns:
        The diagnosis of the run so far; ``unclear`` at its beginning.
    """
    run = facts(history_of(history), **known)
    epochs = run.curve.size
    if run.broken or epochs < FEWEST_EPOCHS:
        return diagnose(history, **known)
    if previous is None or not previous.shares:
        previous = None
    lean = previous.shares if previous else None
    # Where other rates were tried there is no need to wait and see.
    left = max(0.0, 1 - epochs / planned_epochs) if planned_epochs and run.trial is None else 0.0
    caution = YOUNG_CAUTION if math.isnan(run.start_loss) else YOUNG_CAUTION_INSIDE
    keep = previous.verdict if previous else ""
    found = examine(run, lean, caution * left, keep, AHEAD)
    young = epochs < FIRST_WORD and found.verdict != "diverging"
    return _waiting(found, epochs) if young else found


def _waiting(found: Diagnosis, epochs: int) -> Diagnosis:
    """The same without a verdict."""
    advice = Said("Wait for epoch {}.", FIRST_WORD)
    sentence = Said("After {} epochs it is too early to say.", epochs)
    return Diagnosis(
        "unclear", found.confidence, sentence, (), advice, {}, found.verdict, "", "longer_run", found.shares
    )
