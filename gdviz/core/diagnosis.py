"""The loss-curve doctor: curves in, a verdict in plain words out.

Two verdicts follow from the curves by definition (`core.doctor_rules`): diverging and overfitting. The other four ask
what other rates or more epochs would have brought; they are weighed by trees fitted on thousands of runs for which that
is known (`core.doctor_model`), over quantities that have names (`core.doctor_quantities`). What is right, and how often
the doctor is, is told by ``dev.py bench doctor``.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_belief import Belief, believe
from gdviz.core.doctor_facts import Facts
from gdviz.core.doctor_rules import LIMITS, Evidence, usual_rate
from gdviz.core.doctor_signs import broken_epoch, cleaned, placed, smoothed_over
from gdviz.core.doctor_trial import curves_of, trial_of
from gdviz.core.doctor_words import WORDS, Case, Words, doubt, rate_factor, settling_test, trial_words
from gdviz.core.history import History, history_of
from gdviz.core.verdicts import VERDICTS, Verdict
from gdviz.errors import UserError
from gdviz.said import Said, together

__all__ = ["VERDICTS", "Diagnosis", "Evidence", "Facts", "Verdict", "diagnose", "examine", "facts"]

FEWEST_EPOCHS = 3
"""A bend needs three points."""

CAUTION: Mapping[str, float] = dict.fromkeys(("lr_too_high", "lr_too_low"), 0.3)
"""By how much an illness of the rate must be likelier than anything else.

Tried on data sets held out of the fitting part. With the losses alone: without any caution macro-F1 is 0.892 and of the
healthy runs 13 % are called ill; at 0.2 0.891 and 10 %, at 0.4 0.886 and 7 %, at 0.7 0.862 and 3 %."""

CAUTION_INSIDE: Mapping[str, float] = {"lr_too_high": 0.6, "lr_too_low": 0.7}
"""The same where the loss before training is known, as it is in the program, where a button settles a doubt.

Tried likewise, with all that the program knows: without any caution macro-F1 is 0.904 and 12 % of the healthy runs are
called ill; at 0.4 for both 0.899 and 6 %, at 0.7 for both 0.882 and 2.7 %."""

SPEAKS_FROM = 0.4
"""Below this share of belief in the likeliest verdict, the doctor says ``unclear``."""

LIKELIER = 1.5
"""How many times likelier a verdict is than another for people to be told which."""

STAYS_FROM = 0.3
"""A live verdict once given is given up below this only."""

SURE: Mapping[str, float] = {"range_test": 0.9, "longer_run": 0.7, "curvature": 0.7}
"""Below this the test that would settle the matter is named along with the verdict; a range test is soon done."""

CERTAIN, CERTAIN_FROM = 0.98, 10
"""How sure a verdict is at least that holds by definition over so many epochs: on the fitting part all runs
that are so said to diverge do, and all but 6 of 3,973 overfit, however near the limit."""

LEAN = 0.6
"""How much what was believed the epoch before counts in a live verdict."""

HELD_BACK = "but that is said only when it is surer, so that false alarms stay rare."
"""Why an illness that is likelier than the verdict was not named."""

FACTORS: Mapping[str, float] = {"diverging": 0.1, "lr_too_high": 0.1, "lr_too_low": 10.0}
"""What a wrong rate is to be multiplied by: on the fitting part that ends better in 89, 99 and 98 % of the runs with
that truth. A loss that is no number any more calls for `BROKEN_FACTOR`."""

BROKEN_FACTOR = 0.01


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the curves show, why, and what to do.

    Attributes:
        verdict: A key of `VERDICTS`.
        confidence: From 0 to 1; about the share of such verdicts that is right.
        sentence: What was seen, in plain words, with the numbers.
        evidence: Each thing seen: the number, the epochs and the limit it was held against, what counts most first.
        advice: What to do, in words, with a number.
        change: The same for a program: ``{"learning_rate": 0.1}`` means times 0.1, ``{"epochs": 2.0}`` times 2,
            ``{"stop_at": 37}`` after epoch 37; empty where nothing is to be changed.
        runner_up: The next likely verdict, empty where there is none.
        why_not: Why that one lost.
        test: What would settle a doubt: ``"range_test"`` (other rates are tried, see `diagnose`), ``"longer_run"``,
            ``"curvature"``, or empty.
        shares: How much each verdict is believed in; they add up to 1. Empty where too little was seen.
    """

    verdict: str
    confidence: float
    sentence: str
    evidence: tuple[Evidence, ...]
    advice: str
    change: dict[str, float]
    runner_up: str = ""
    why_not: str = ""
    test: str = ""
    shares: dict[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        """Title and confidence, what was seen, what to do, and what else it might be, a line each."""
        title = Said("{} (confidence {})", VERDICTS[self.verdict].title, f"{self.confidence:.0%}")
        return together(title, self.sentence, self.advice, self.why_not, between="\n")

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain lists, text and numbers for JSON; what is not finite becomes None."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def diagnose(
    history: Any,
    *,
    learning_rate: float | None = None,
    optimizer: Any = None,
    steps_per_epoch: int | None = None,
    classes: int | None = None,
    stable_rate: float | None = None,
    start_loss: float | None = None,
    range_test: Mapping[float, Any] | None = None,
) -> Diagnosis:
    """Says what a run's loss curves show and what to change.

    Args:
        history: A Keras ``History``, a mapping with ``loss`` and, if there are any, ``val_loss`` and ``gradient_norm``
            (of an epoch's batches, on average; it counts where the loss before training is known), a path to a CSV,
            JSON or TensorBoard file or folder, or a bare row of losses. NaN inside a curve is a value that was not
            recorded.
        learning_rate: The rate it was trained at, if known; above 0. A column ``learning_rate`` (or ``lr``) that never
            changes says the same.
        optimizer: The optimiser's name in gdviz or Keras, or the Keras optimiser itself, if known. Names that are not
            known are ignored.
        steps_per_epoch: Batches in an epoch, if known.
        classes: Number of classes, 0 for a squared error of scaled answers, if known: then the loss of guessing is.
        stable_rate: The largest stable rate, if the curvature was measured; above 0.
        start_loss: The training loss before the first step, if known; above 0.
        range_test: What other rates did: the training losses of the same network, from the same start, for some
            epochs at 0.1, 0.32, 3.2 and 10 times the rate, by rate. It counts where rate, optimiser and the loss
            before training are given, too, and the run is not broken.

    Returns:
        The diagnosis; ``unclear`` for fewer than three epochs, unless a loss is infinite or NaN.

    Raises:
        UserError: If ``history`` is not a history or a number is not what it must be.
    """
    besides = steps_per_epoch, classes, stable_rate, start_loss, range_test
    known = facts(history_of(history), learning_rate, optimizer, *besides)
    return _too_short(known.curve.size) if known.curve.size < FEWEST_EPOCHS and not known.broken else examine(known)


def facts(
    columns: History,
    learning_rate: Any = None,
    optimizer: Any = None,
    steps_per_epoch: Any = None,
    classes: Any = None,
    stable_rate: Any = None,
    start_loss: Any = None,
    range_test: Any = None,
) -> Facts:
    """Gathers what there is to examine; for the arguments see `diagnose`."""
    loss, val_loss = columns["loss"], columns.get("val_loss")
    rate = _positive(learning_rate, "Learning rate") or _logged_rate(columns)
    curve, checked = cleaned(loss, val_loss)
    broken = [epoch for epoch in map(broken_epoch, (loss, placed(loss.size, val_loss))) if epoch]
    known = Facts(
        curve,
        checked,
        min(broken, default=0),
        rate,
        _name(optimizer),
        _positive(steps_per_epoch, "Steps per epoch") or math.nan,
        math.nan if classes is None else float(_positive(classes, "Classes", zero=True) or 0.0),
        _positive(stable_rate, "Stable rate") or math.nan,
        _positive(start_loss, "Loss before training") or math.nan,
        _norms(columns, loss.size),
    )
    curves = {} if range_test is None else curves_of(range_test)
    if rate is None or usual_rate(known.optimizer) is None or math.isnan(known.start_loss) or known.broken:
        return known
    return replace(known, trial=trial_of(curves, rate, curve.size))


def _norms(columns: History, epochs: int) -> NDArray[np.float64]:
    """The gradient norm of each epoch out of the log, empty where it was not written down or cannot be one."""
    norms = columns.get("gradient_norm", np.empty(0))
    fine = norms.size == epochs and np.isfinite(norms).all() and (norms >= 0).all()
    return norms if fine else np.empty(0)


def _positive(value: Any, what: str, zero: bool = False) -> float | None:
    """A number above 0 (or 0), None for None."""
    if value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not (0 < number < math.inf or (zero and number == 0)):
        raise UserError(f"{what} was {value!r:.60}", "a number above 0")
    return number


def _logged_rate(columns: History) -> float | None:
    """The learning rate out of the log, where it was written down and never changed."""
    for name in ("learning_rate", "lr", "epoch_learning_rate"):
        rates = columns.get(name, np.empty(0))
        rates = rates[np.isfinite(rates)]
        if rates.size and rates[0] > 0 and np.ptp(rates) <= 1e-6 * rates[0]:
            return float(rates[0])
    return None


def _name(optimizer: Any) -> str:
    """The key of an optimiser; SGD with momentum goes under that name."""
    if optimizer is None or isinstance(optimizer, str):
        return (optimizer or "").lower()
    name = type(optimizer).__name__.lower()
    return "momentum" if name == "sgd" and getattr(optimizer, "momentum", None) else name


def examine(
    known: Facts, lean: Mapping[str, float] | None = None, caution: float = 0.0, keep: str = "", ahead: float = 0.0
) -> Diagnosis:
    """The diagnosis of a run of at least three epochs, or of a broken one.

    Args:
        known: The run.
        lean: Shares of belief from before, which count `LEAN`; see `core.doctor_live`.
        caution: How much is to be added to `CAUTION`.
        keep: A verdict that another must be ``ahead`` of to be given instead.
        ahead: By how much.
    """
    belief = believe(known)
    shares = belief.shares
    if lean is not None:
        shares = {name: (1 - LEAN) * share + LEAN * lean.get(name, 0.0) for name, share in shares.items()}
    first, second = _chosen(shares, _caution(known, belief.values, caution), {keep: ahead})
    unsure = shares[first] < (STAYS_FROM if first == keep else SPEAKS_FROM)
    shown = max((first, second), key=lambda verdict: shares[verdict]) if unsure else first
    case = _case(known, shown, belief.evidence_of(shown))
    if unsure:
        titles = [VERDICTS[verdict].title for verdict in (first, second)]
        words = doubt(case, first, second, titles, shares[second] > LIKELIER * shares[first])
        return _diagnosis("unclear", words, case, belief, (first, second), shares)
    certain = lean is None and first in belief.held and belief.epochs >= CERTAIN_FROM
    sure = max(shares[first], CERTAIN if certain else 0.0)
    return _diagnosis(first, WORDS[first](case), case, belief, (first, second), shares, sure)


def _caution(known: Facts, values: Mapping[str, float], more: float) -> dict[str, float]:
    """What is taken from the shares of the illnesses of the rate.

    From a log, nothing is taken where the rate is more than 16 times the usual: it finds 96 instead of 92 % of the runs
    at 50 times the usual and more that are ill by it, and costs half a percent of false alarms.
    """
    inside = not math.isnan(known.start_loss)
    wild = not inside and values.get("decades", 0.0) > LIMITS["decades"].value
    usual = {**(CAUTION_INSIDE if inside else CAUTION), **({"lr_too_high": 0.0} if wild else {})}
    return {verdict: -least - more for verdict, least in usual.items()}


def _chosen(shares: Mapping[str, float], *handicaps: Mapping[str, float]) -> tuple[str, str]:
    """The verdict, which is the largest share with all handicaps added, and the runner-up."""
    weighed = {verdict: share + sum(each.get(verdict, 0.0) for each in handicaps) for verdict, share in shares.items()}
    first = max(weighed, key=lambda verdict: weighed[verdict])
    return first, max((verdict for verdict in shares if verdict != first), key=lambda verdict: shares[verdict])


def _diagnosis(
    verdict: str,
    words: Words,
    case: Case,
    belief: Belief,
    pair: tuple[str, str],
    shares: dict[str, float],
    sure: float | None = None,
) -> Diagnosis:
    """Everything put together; ``sure`` is the share of the likeliest unless given."""
    first, second = pair
    sure = shares[first] if sure is None else sure
    runner_up = max(pair, key=lambda each: shares[each]) if verdict == "unclear" else second
    runner_up = runner_up if shares[runner_up] > 0.005 else ""
    why_not = belief.why_not(second, first) if runner_up == second and verdict != "unclear" else ""
    if why_not and shares[second] > sure:
        why_not = Said("It may well be {}, {}", VERDICTS[second].title.lower(), HELD_BACK)
    settling = settling_test(first, second, case)
    test = words.test or (settling if sure < SURE[settling] else "")
    sentence = together(words.sentence, trial_words(case.trial, case.curve))
    said = sentence, case.evidence, words.advice, words.change
    return Diagnosis(verdict, sure, *said, runner_up, why_not, test, shares)


def _case(known: Facts, verdict: str, evidence: tuple[Evidence, ...]) -> Case:
    """The run as the words need it."""
    best = (0, 0.0, 0.0)
    if verdict == "overfitting":
        smooth = smoothed_over(known.checked, min(5, max(1, known.checked.size // 3)))
        best = (evidence[0].epochs[0], float(smooth.min()), float(smooth[-1]))
    table = {**FACTORS, "diverging": BROKEN_FACTOR} if known.broken else FACTORS
    factor = rate_factor(verdict, known.rate, known.optimizer, table)
    shown = known.curve, known.broken, known.rate, known.optimizer
    return Case(*shown, evidence, best, factor, known.tested, known.trial)


def _too_short(epochs: int) -> Diagnosis:
    """Nothing can be said of fewer than three epochs."""
    count = (Said("There are no epochs"), Said("There is one epoch"), Said("There are two epochs"))[epochs]
    evidence = (Evidence(Said("number of epochs"), (epochs,) if epochs else (), epochs, FEWEST_EPOCHS, 0.0),)
    advice = Said("Train for at least 10 epochs, then look again.")
    return Diagnosis(
        "unclear", 0.0, Said("{}: too few to see a shape.", count), evidence, advice, {}, test="longer_run"
    )


def _plain(value: Any) -> Any:
    """``value`` with tuples as lists and what is not finite as None."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
