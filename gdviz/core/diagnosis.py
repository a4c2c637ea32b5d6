"""The loss-curve doctor: curves in, a verdict in plain words out.

Each rule of `gdviz.core.doctor_rules` says how far it is met, a number from 0 to 1. They are read in order as "the
first that holds": the share of belief in rule k is ``met_k * product of (1 - met_j) over the rules before it``. The
shares add up to one, the largest is the verdict, and it is also the confidence. On 2,496 training runs, of the
verdicts with a confidence from 0.5 to 0.6, 69 % were right, and of those above 0.95, 96 %. The limits were tried on
the same runs, and a rate counted as too low there where any higher one did better. Where only rates up to ten times
as high count, so that a rate far too low is called converged, the verdicts from 0.8 to 0.9 are right in 58 % only.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from gdviz.core.doctor_rules import FREE_DECADES, LIMITS, RULES, Evidence, rate_odds, usual_rate
from gdviz.core.doctor_signs import GUESSING, Signs, broken_epoch, signs
from gdviz.core.history import history_of
from gdviz.errors import UserError

__all__ = ["VERDICTS", "Diagnosis", "Evidence", "Verdict", "diagnose"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a verdict is shown.

    Attributes:
        title: Its name on screen.
        level: ``"good"``, ``"warning"``, ``"bad"`` or ``"unknown"``.
    """

    title: str
    level: str


VERDICTS: Mapping[str, Verdict] = {
    "diverging": Verdict("Diverging", "bad"),
    "lr_too_high": Verdict("Learning rate too high", "bad"),
    "lr_too_low": Verdict("Learning rate too low", "warning"),
    "overfitting": Verdict("Overfitting", "warning"),
    "still_improving": Verdict("Still improving", "good"),
    "converged": Verdict("Converged", "good"),
    "unclear": Verdict("Not clear", "unknown"),
}
"""Every verdict there is."""

FEWEST_EPOCHS = 3
"""A bend needs three points."""

SPEAKS_FROM = 0.5
"""Below this confidence the verdict is ``unclear``. Of such verdicts, 4 in 10 would have been right."""

RANGE_TEST = (
    "A learning-rate range test would settle it: train 100 steps while the rate grows from 0.00001 to 10, "
    "and see where the loss falls fastest."
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the curves show, why, and what to do.

    Attributes:
        verdict: A key of `VERDICTS`.
        confidence: From 0 to 1; about the share of such verdicts that is right.
        sentence: What was seen, in plain words, with the numbers.
        evidence: Each thing seen: the number, the epochs and the limit it was held against.
        advice: What to do, in words, with a number.
        change: The same for a program: ``{"learning_rate": 0.1}`` means times 0.1, ``{"epochs": 2.0}`` times 2,
            ``{"stop_at": 37}`` after epoch 37; empty where nothing is to be changed.
        runner_up: The next likely verdict, empty where there is none.
        why_not: Why that one lost.
    """

    verdict: str
    confidence: float
    sentence: str
    evidence: tuple[Evidence, ...]
    advice: str
    change: dict[str, float]
    runner_up: str = ""
    why_not: str = ""

    def __str__(self) -> str:
        """Title and confidence, what was seen, what to do, and what else it might be, a line each."""
        lines = [f"{VERDICTS[self.verdict].title} (confidence {self.confidence:.0%})", self.sentence, self.advice]
        return "\n".join(line for line in [*lines, self.why_not] if line)

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain lists, text and numbers for JSON; what is not finite becomes None."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def diagnose(history: Any, *, learning_rate: float | None = None, optimizer: Any = None) -> Diagnosis:
    """Says what a run's loss curves show and what to change.

    Args:
        history: A Keras ``History``, a mapping with ``loss`` and, if there is one, ``val_loss``, a path to a CSV or
            JSON file, or a bare row of losses. NaN inside a curve is a value that was not recorded.
        learning_rate: The rate it was trained at, if known; above 0.
        optimizer: The optimiser's name in gdviz or Keras, or the Keras optimiser itself, if known. Names that are not
            known are ignored.

    Returns:
        The diagnosis; ``unclear`` for fewer than three epochs, unless a loss is infinite or NaN.

    Raises:
        UserError: If ``history`` is not a history or the rate is not a positive number.
    """
    rate, name = _rate(learning_rate), _name(optimizer)
    columns = history_of(history)
    loss, val_loss = columns["loss"], columns.get("val_loss")
    if not loss.size or (loss.size < FEWEST_EPOCHS and not _is_broken(loss, val_loss)):
        return _too_short(loss.size)
    return _diagnosed(signs(loss, val_loss), rate, name)


def _is_broken(loss: Any, val_loss: Any) -> bool:
    """Whether a loss of a very short run is not finite."""
    return bool(broken_epoch(loss) or (val_loss is not None and val_loss.size and broken_epoch(val_loss)))


def _rate(learning_rate: Any) -> float | None:
    """The learning rate as a number, or None."""
    if learning_rate is None:
        return None
    try:
        rate = float(learning_rate)
    except (TypeError, ValueError, OverflowError):
        rate = math.nan
    if not 0 < rate < math.inf:
        raise UserError(f"Learning rate was {learning_rate!r}", "a number above 0")
    return rate


def _name(optimizer: Any) -> str:
    """The key of an optimiser; SGD with momentum goes under that name."""
    if optimizer is None or isinstance(optimizer, str):
        return (optimizer or "").lower()
    name = type(optimizer).__name__.lower()
    return "momentum" if name == "sgd" and getattr(optimizer, "momentum", None) else name


def _diagnosed(s: Signs, rate: float | None, optimizer: str) -> Diagnosis:
    """The diagnosis of a run of at least three epochs."""
    shares, reasons = _believed(s, rate, optimizer)
    first, second = sorted(shares, key=lambda verdict: shares[verdict], reverse=True)[:2]
    # Three epochs bear less than sixty; what is broken is broken at once.
    confidence = shares[first] * (1.0 if s.broken_epoch else s.epochs / (s.epochs + 1))
    if confidence < SPEAKS_FROM:
        return _undecided(s, first, second, confidence, reasons)
    runner_up = second if shares[second] > 0 else ""
    words = WORDS[first](s, rate, optimizer)
    if first == "converged" and _is_flat(s):
        confidence = min(confidence, 0.6)
    why_not = _why_not(second, first, reasons) if runner_up else ""
    return Diagnosis(
        first, confidence, words.sentence, _speaking(reasons[first]), words.advice, words.change, runner_up, why_not
    )


def _believed(s: Signs, rate: float | None, optimizer: str) -> tuple[dict[str, float], dict[str, tuple[Evidence, ...]]]:
    """The share of belief in each verdict, and the evidence of that rule for it that is met best."""
    shares = dict.fromkeys(VERDICTS, 0.0)
    best: dict[str, tuple[float, tuple[Evidence, ...]]] = {}
    left = 1.0
    for verdict, rule in RULES:
        evidence = rule(s)
        odds = rate_odds(verdict, rate, optimizer)
        met = _shifted(min(item.met for item in evidence), odds)
        if odds > 0:
            evidence = (*evidence, _rate_itself(rate, optimizer, odds))
        shares[verdict] += left * met
        left *= 1 - met
        if verdict not in best or met > best[verdict][0]:
            best[verdict] = (met, evidence)
    return shares, {verdict: evidence for verdict, (_, evidence) in best.items()}


def _rate_itself(rate: float | None, optimizer: str, odds: float) -> Evidence:
    """The learning rate as evidence: how many times the usual one it is, where that speaks for a verdict."""
    times = (rate or 1.0) / (usual_rate(optimizer) or 1.0)
    limit = 10.0 ** math.copysign(FREE_DECADES, math.log10(times))
    what = f"learning rate, as a multiple of what is usual for {optimizer}"
    return Evidence(what, (), times, limit, 0.5 + 0.1 * odds, at_most=times < 1)


def _shifted(met: float, odds: float) -> float:
    """``met`` with ``odds`` added to its log-odds: ``met / (met + (1 - met) exp(-odds))``."""
    return met / (met + (1 - met) * math.exp(-odds)) if met > 0 else 0.0


def _why_not(loser: str, winner: str, reasons: Mapping[str, tuple[Evidence, ...]]) -> str:
    """Why the runner-up lost: what it wanted and did not get, or what spoke for the winner."""
    weakest = min(reasons[loser], key=lambda item: item.met)
    title = VERDICTS[loser].title
    if weakest.met < 0.5:
        return f"Not {title.lower()}; {_held(weakest)}."
    strongest = _held(_speaking(reasons[winner])[0])
    return f"{title} would fit too, but {VERDICTS[winner].title.lower()} fits better; {strongest}."


def _speaking(items: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The evidence that speaks for its verdict, the strongest first; at least one piece."""
    strongest = sorted(items, key=lambda item: -item.met)
    return tuple(item for item in strongest if item.met >= 0.5) or tuple(strongest[:1])


def _held(item: Evidence) -> str:
    """One piece of evidence as a clause."""
    bound = "at most" if item.at_most else "at least"
    return f"{item.what}: {_number(item.value)}, where {bound} {_number(item.limit)} is asked for"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a verdict; see `Diagnosis`."""

    sentence: str
    advice: str
    change: dict[str, float]


def _diverging(s: Signs, rate: float | None, optimizer: str) -> Words:
    """A loss that is broken, or that grew."""
    seen = (
        f"From epoch {s.broken_epoch} on the loss was no longer a finite number"
        if s.broken_epoch
        else f"The loss rose from {_number(s.first)} to {_number(s.last)} in {s.epochs} epochs"
    )
    change = _rate_factor(rate, optimizer, 0.1)
    return Words(f"{seen}: each step overshoots the valley by more than the last.", _rate_advice(change, rate), change)


def _too_high(s: Signs, rate: float | None, optimizer: str) -> Words:
    """A loss that stands high and jumps."""
    change = _rate_factor(rate, optimizer, 0.1)
    end = f"still stood at {_number(s.last)} after {s.epochs} epochs"
    if s.last > 1.5 * s.lowest:
        seen = f"The loss was down to {_number(s.lowest)} at epoch {s.lowest_epoch}, but was thrown back and {end}"
    elif s.first > GUESSING:
        seen = f"The first steps threw the loss up to {_number(s.first)}, and it {end}"
    else:
        seen = f"The loss never settled: it jumped by about {s.restless:.0%} from epoch to epoch and {end}"
    return Words(f"{seen}: the steps leap across the valley.", _rate_advice(change, rate), change)


def _too_low(s: Signs, rate: float | None, optimizer: str) -> Words:
    """A loss that falls steadily and has far to go."""
    change = _rate_factor(rate, optimizer, 100.0 if s.level > 0.98 else 10.0)
    how = "going straight down" if s.slowing > LIMITS["straight"].value else "falling steadily"
    only = f"The loss fell only from {_number(s.first)} to {_number(s.last)} in {s.epochs} epochs"
    return Words(f"{only} and was still {how}: the steps are too small.", _rate_advice(change, rate), change)


def _overfitting(s: Signs, rate: float | None, optimizer: str) -> Words:
    """A validation loss that rises while the training loss falls."""
    best = s.val_best_epoch
    low, end = _number(s.val_best), _number(s.val_last)
    seen = f"The validation loss was lowest around epoch {best}, at {low}, and rose to {end}"
    advice = f"Stop after epoch {best}, or keep the weights from there; more data or a smaller network help as well."
    cause = "while the training loss kept falling: the network now learns the examples by heart."
    return Words(f"{seen}, {cause}", advice, {"stop_at": best})


def _improving(s: Signs, rate: float | None, optimizer: str) -> Words:
    """A loss that more epochs would lower."""
    fell = f"The loss had fallen from {_number(s.first)} to {_number(s.last)} after {s.epochs} epochs"
    more = f"and still falls: as many again should bring about {s.next_fall:.0%} more."
    return Words(f"{fell} {more}", f"Train on, to about {2 * s.epochs} epochs.", {"epochs": 2.0})


def _converged(s: Signs, rate: float | None, optimizer: str) -> Words:
    """A loss that has come to rest."""
    if _is_flat(s):
        seen = f"The loss was {_number(s.last)} from the first epoch to the last"
        advice = f"If it should have learnt: {RANGE_TEST[0].lower()}{RANGE_TEST[1:]}"
        return Words(f"{seen}: it began at its floor, or nothing was learnt.", advice, {})
    seen = f"The loss went from {_number(s.first)} to {_number(s.last)} and came to rest"
    more = f"another {s.epochs} epochs should lower it by only about {_number(s.next_gain * abs(s.first))}."
    return Words(f"{seen}: {more}", f"Leave it: {s.epochs} epochs are enough.", {})


WORDS: Mapping[str, Callable[[Signs, float | None, str], Words]] = {
    "diverging": _diverging,
    "lr_too_high": _too_high,
    "lr_too_low": _too_low,
    "overfitting": _overfitting,
    "still_improving": _improving,
    "converged": _converged,
}
"""What is said of each verdict."""


def _too_short(epochs: int) -> Diagnosis:
    """Nothing can be said of fewer than three epochs."""
    count = ("no epochs", "one epoch", "two epochs")[epochs]
    sentence = (
        f"There are {count}: too few to see a shape." if epochs != 1 else "There is one epoch: too few to see a shape."
    )
    evidence = (Evidence("epochs", (epochs,) if epochs else (), epochs, FEWEST_EPOCHS, 0.0),)
    return Diagnosis("unclear", 0.0, sentence, evidence, "Train for at least 10 epochs, then look again.", {})


def _undecided(
    s: Signs, first: str, second: str, confidence: float, reasons: Mapping[str, tuple[Evidence, ...]]
) -> Diagnosis:
    """Two verdicts fit about as well; says which, and the test that tells them apart."""
    titles = [VERDICTS[verdict].title.lower() for verdict in (first, second)]
    sentence = (
        f"The loss went from {_number(s.first)} to {_number(s.last)} in {s.epochs} epochs; "
        f"that fits {titles[0]} about as well as {titles[1]}."
    )
    train_on = {first, second} <= {"still_improving", "converged", "overfitting"}
    advice = f"Training on to {2 * s.epochs} epochs would settle it." if train_on else RANGE_TEST
    return Diagnosis(
        "unclear", confidence, sentence, reasons[first], advice, {}, first, f"{_held(reasons[first][0])}.".capitalize()
    )


def _is_flat(s: Signs) -> bool:
    """Whether the loss did not move at all, as far as one can see."""
    return abs(s.level - 1) < 0.01 and s.late_fall < LIMITS["moves"].value and s.restless < LIMITS["moves"].value


def _rate_factor(rate: float | None, optimizer: str, factor: float) -> dict[str, float]:
    """The change of the rate: ``factor``, or as many powers of ten as lead to what is usual, where that is further."""
    usual = usual_rate(optimizer)
    if rate and usual:
        towards = float(10.0 ** max(-3, min(3, round(math.log10(usual / rate)))))
        factor = min(factor, towards) if factor < 1 else max(factor, towards)
    return {"learning_rate": factor}


def _rate_advice(change: Mapping[str, float], rate: float | None) -> str:
    """The change of the rate in words."""
    factor = change["learning_rate"]
    times = f"{factor:g} times larger" if factor > 1 else f"{1 / factor:g} times smaller"
    return f"Make the learning rate {times}" + (f": {rate * factor:.3g} instead of {rate:.3g}." if rate else ".")


def _number(value: float) -> str:
    """A number as people write it: 1.10, 0.93, 0.0042, 2.4e+05."""
    if abs(value) < 1e-9:
        return "0"
    return f"{value:.2f}" if 0.1 <= abs(value) < 1000 else f"{value:.3g}"


def _plain(value: Any) -> Any:
    """``value`` with tuples as lists and what is not finite as None."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
