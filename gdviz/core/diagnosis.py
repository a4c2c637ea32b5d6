"""The loss-curve doctor: curves in, a verdict in plain words out.

Two verdicts follow from the curves by definition (`core.doctor_rules`): diverging and overfitting. The other four ask
what other rates or more epochs would have brought; they are weighed by trees fitted on thousands of runs for which that
is known (`core.doctor_model`), over quantities that have names (`core.doctor_quantities`). What is right, and how often
the doctor is, is told by ``dev.py bench doctor``.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core import doctor_rules as rules
from gdviz.core.doctor_model import LEARNED, trees
from gdviz.core.doctor_quantities import KNOWN, QUANTITIES
from gdviz.core.doctor_rules import Evidence, told
from gdviz.core.doctor_signs import broken_epoch, cleaned, quantities, smoothed_over
from gdviz.core.doctor_words import WORDS, Case, Words, doubt, rate_factor, settling_test
from gdviz.core.history import History, history_of
from gdviz.errors import UserError

__all__ = ["VERDICTS", "Diagnosis", "Evidence", "Facts", "Verdict", "believe", "diagnose", "examine", "facts", "told"]

Array = NDArray[np.float64]


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

HEALTHY = frozenset({"still_improving", "converged"})

FEWEST_EPOCHS = 3
"""A bend needs three points."""

CAUTION = 0.2
"""An illness of the rate must be believed in by so much more than health before it is said."""

SPEAKS_FROM = 0.4
"""Below this share of belief in the likeliest verdict, the doctor says ``unclear``."""

SURE = 0.7
"""Below this the test that would settle the matter is named along with the verdict."""

FACTORS: Mapping[str, float] = {"diverging": 0.1, "lr_too_high": 0.1, "lr_too_low": 10.0}
"""What a wrong rate is to be multiplied by."""

MOST_EVIDENCE = 4


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
        test: What would settle a doubt: ``"range_test"``, ``"longer_run"``, ``"curvature"``, or empty.
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
        lines = [f"{VERDICTS[self.verdict].title} (confidence {self.confidence:.0%})", self.sentence, self.advice]
        return "\n".join(line for line in [*lines, self.why_not] if line)

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain lists, text and numbers for JSON; what is not finite becomes None."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A run as the doctor examines it.

    Attributes:
        curve: Training loss ``[E]``, finite.
        checked: Validation loss, finite, or empty.
        broken: First epoch that was not finite, 0 where there is none.
        rate: Learning rate, None if not known.
        optimizer: Name of the optimiser, empty if not known.
        steps_per_epoch: NaN if not known.
        classes: NaN if not known, 0 for regression.
        stable_rate: Largest rate at which training is stable here, NaN if not measured.
    """

    curve: Array
    checked: Array
    broken: int
    rate: float | None = None
    optimizer: str = ""
    steps_per_epoch: float = math.nan
    classes: float = math.nan
    stable_rate: float = math.nan


def diagnose(
    history: Any,
    *,
    learning_rate: float | None = None,
    optimizer: Any = None,
    steps_per_epoch: int | None = None,
    classes: int | None = None,
    stable_rate: float | None = None,
) -> Diagnosis:
    """Says what a run's loss curves show and what to change.

    Args:
        history: A Keras ``History``, a mapping with ``loss`` and, if there is one, ``val_loss``, a path to a CSV, JSON
            or TensorBoard file or folder, or a bare row of losses. NaN inside a curve is a value that was not recorded.
        learning_rate: The rate it was trained at, if known; above 0. A column ``learning_rate`` (or ``lr``) that never
            changes says the same.
        optimizer: The optimiser's name in gdviz or Keras, or the Keras optimiser itself, if known. Names that are not
            known are ignored.
        steps_per_epoch: Batches in an epoch, if known.
        classes: Number of classes, 0 for a squared error of scaled answers, if known: then the loss of guessing is.
        stable_rate: The largest stable rate, if the curvature was measured; above 0.

    Returns:
        The diagnosis; ``unclear`` for fewer than three epochs, unless a loss is infinite or NaN.

    Raises:
        UserError: If ``history`` is not a history or a number is not what it must be.
    """
    known = facts(history_of(history), learning_rate, optimizer, steps_per_epoch, classes, stable_rate)
    return _too_short(known.curve.size) if known.curve.size < FEWEST_EPOCHS and not known.broken else examine(known)


def facts(
    columns: History,
    learning_rate: Any = None,
    optimizer: Any = None,
    steps_per_epoch: Any = None,
    classes: Any = None,
    stable_rate: Any = None,
) -> Facts:
    """Gathers what there is to examine; for the arguments see `diagnose`."""
    loss, val_loss = columns["loss"], columns.get("val_loss")
    rate = _positive(learning_rate, "Learning rate")
    curve, checked = cleaned(loss, val_loss)
    broken = [epoch for epoch in map(broken_epoch, (loss, val_loss)) if epoch] if loss.size else []
    return Facts(
        curve,
        checked,
        min(broken, default=0),
        rate if rate is not None else _logged_rate(columns),
        _name(optimizer),
        _positive(steps_per_epoch, "Steps per epoch") or math.nan,
        math.nan if classes is None else float(_positive(classes, "Classes", zero=True) or 0.0),
        _positive(stable_rate, "Stable rate") or math.nan,
    )


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
    known: Facts, lean: Mapping[str, float] | None = None, caution: float = CAUTION, keep: str = "", ahead: float = 0.0
) -> Diagnosis:
    """The diagnosis of a run of at least three epochs, or of a broken one.

    Args:
        known: The run.
        lean: Shares of belief from before, which count half; see `core.doctor_live`.
        caution: As `CAUTION`.
        keep: A verdict that another must be ``ahead`` of to be given instead.
        ahead: By how much.
    """
    belief = believe(known)
    shares = belief.shares
    if lean is not None:
        shares = {name: (share + lean.get(name, 0.0)) / 2 for name, share in shares.items()}
    first, second = _chosen(shares, {"lr_too_high": -caution, "lr_too_low": -caution}, {keep: ahead})
    confidence = shares[first]
    case = _case(known, first, belief.evidence_of(first))
    if confidence < SPEAKS_FROM:
        titles = [VERDICTS[verdict].title for verdict in (first, second)]
        return _diagnosis("unclear", confidence, doubt(case, first, second, titles), belief, (first, second), shares)
    return _diagnosis(first, confidence, WORDS[first](case), belief, (first, second), shares)


def _chosen(shares: Mapping[str, float], *handicaps: Mapping[str, float]) -> tuple[str, str]:
    """The verdict, which is the largest share with all handicaps added, and the runner-up."""
    weighed = {verdict: share + sum(each.get(verdict, 0.0) for each in handicaps) for verdict, share in shares.items()}
    first = max(weighed, key=lambda verdict: weighed[verdict])
    return first, max((verdict for verdict in shares if verdict != first), key=lambda verdict: shares[verdict])


def _diagnosis(
    verdict: str, confidence: float, words: Words, belief: "Belief", pair: tuple[str, str], shares: dict[str, float]
) -> Diagnosis:
    """Everything put together."""
    first, second = pair
    runner_up = first if verdict == "unclear" else second if shares[second] > 0.005 else ""
    why_not = belief.why_not(second, first) if runner_up == second else ""
    test = words.test or (settling_test(first, second, belief.optimizer) if confidence < SURE else "")
    evidence = belief.evidence_of(first)
    return Diagnosis(
        verdict, confidence, words.sentence, evidence, words.advice, words.change, runner_up, why_not, test, shares
    )


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """How much each verdict is believed in, and what decided.

    Attributes:
        shares: By verdict; they add up to 1.
        definite: Evidence of a verdict that follows by definition, by verdict.
        values: The quantities, by name.
        given: What each quantity contributed to the score of each learned verdict.
        epochs: E.
        optimizer: As in `Facts`.
    """

    shares: dict[str, float]
    definite: dict[str, tuple[Evidence, ...]]
    values: dict[str, float]
    given: Mapping[str, Mapping[str, float]]
    epochs: int
    optimizer: str

    def evidence_of(self, verdict: str) -> tuple[Evidence, ...]:
        """What speaks for a verdict: of each group of quantities one, the groups that contributed most first."""
        if verdict in self.definite:
            return self.definite[verdict]
        groups = self._groups(verdict)
        most = max([*groups.values(), 1e-9])
        ranked = sorted((group for group in groups if groups[group] > 0), key=lambda group: -groups[group])
        found = [self._telling(verdict, group, groups[group] / most) for group in ranked]
        said = [item for item in found if item is not None and rules.speaks_for(item)]
        return tuple(said[:MOST_EVIDENCE]) or (self._plain_evidence(),)

    def _groups(self, verdict: str) -> dict[str, float]:
        """What each group of quantities contributed to the score of a learned verdict."""
        groups: dict[str, float] = {}
        for name, given in self.given.get(verdict, {}).items():
            group = (QUANTITIES.get(name) or KNOWN[name]).group
            groups[group] = groups.get(group, 0.0) + given
        return groups

    def _telling(self, verdict: str, group: str, weight: float) -> Evidence | None:
        """The quantity of a group that has words and tells this verdict best from the others."""
        names = [name for name in rules.learned_limits()[verdict] if (QUANTITIES.get(name) or KNOWN[name]).group == group]
        for name in names:
            if name in self.values and (QUANTITIES.get(name) or KNOWN[name]).what:
                return rules.quantity_evidence(verdict, name, self.values[name], self.epochs, weight)
        return None

    def _plain_evidence(self) -> Evidence:
        """The end of the curve against its beginning, where nothing passed its limit."""
        return Evidence("loss at the end over that of the first epoch", (1, self.epochs), self.values["level"], 1.0, 0.0, True, "x")

    def why_not(self, loser: str, winner: str) -> str:
        """Why the runner-up lost: the limit it missed that counted most against it."""
        title = VERDICTS[loser].title.lower()
        if loser in self.definite:
            missed = [item for item in self.definite[loser] if item.met < 0.5]
        else:
            mine, others = self._groups(loser), self._groups(winner)
            ranked = sorted(mine, key=lambda group: mine[group] - others.get(group, 0.0))
            items = [self._telling(loser, group, 0.0) for group in ranked]
            missed = [item for item in items if item is not None and not rules.speaks_for(item)]
        if not missed:
            return f"It might also be {title}; a little more speaks for {VERDICTS[winner].title.lower()}."
        item = missed[0]
        bound = "at most" if item.at_most else "more than"
        value, limit = told(item.value, item.unit), told(item.limit, item.unit)
        return f"Less likely: {title}. For that the {item.what} would be {bound} {limit}; it is {value}."


def believe(known: Facts) -> Belief:
    """Weighs all verdicts."""
    curve, checked, epochs = known.curve, known.checked, int(known.curve.size)
    if known.broken or epochs < 2:
        shares = {name: float(name == "diverging") for name in VERDICTS if name != "unclear"}
        return Belief(shares, {"diverging": rules.broke(max(known.broken, 1))}, {"level": 1.0}, {}, max(epochs, 1), "")
    growth, memory = rules.grew(curve), rules.memorised(curve, checked)
    definite: dict[str, tuple[Evidence, ...]] = {"diverging": (growth,), **({"overfitting": memory} if memory else {})}
    values = quantities(curve, checked)
    name, values = _all_known(known, values)
    model = trees(name)
    shares, given = model.weigh(np.array([values[each] for each in model.names]))
    learned = _moved(dict(zip(LEARNED, shares.tolist(), strict=True)), known)
    left, whole = 1.0, {}
    for verdict, items in definite.items():
        holds = growth.value > growth.limit if verdict == "diverging" else rules.overfits(items)
        met = min(item.met for item in items)
        whole[verdict] = left * (max(met, 0.5) if holds else 0.0)
        left -= whole[verdict]
    # What holds by definition wins, however near its limit.
    share = left if not any(whole.values()) else min(left, 0.49)
    total = sum(whole.values()) + share
    whole = {verdict: each / total for verdict, each in whole.items()} | {
        verdict: each * share / total for verdict, each in learned.items()
    }
    by_name = {
        verdict: dict(zip(model.names, row.tolist(), strict=True)) for verdict, row in zip(LEARNED, given, strict=True)
    }
    every = {verdict: whole.get(verdict, 0.0) for verdict in VERDICTS if verdict != "unclear"}
    return Belief(every, definite, values, by_name, epochs, known.optimizer)


def _all_known(known: Facts, values: dict[str, float]) -> tuple[str, dict[str, float]]:
    """Which model to ask, and all quantities that it asks for."""
    if known.rate is None or rules.usual_rate(known.optimizer) is None:
        return "alone", values
    ends = values["first_loss"], values["end_loss"]
    found = rules.known_quantities(
        known.rate, known.optimizer, known.curve.size, ends, known.steps_per_epoch, known.classes
    )
    return "known", {**values, **found}


def _moved(shares: dict[str, float], known: Facts) -> dict[str, float]:
    """Shares with what the curvature says: far above the largest stable rate, too high is ten times as likely.

    At rest a stable run may well stand at its limit (Cohen et al. 2021, arXiv:2103.00065), so only a rate of more than
    1.5 times the limit counts; and one of less than a hundredth makes too high ten times less likely.
    """
    if known.rate is None or math.isnan(known.stable_rate):
        return shares
    times = known.rate / known.stable_rate
    factor = 10.0 if times > 1.5 else 0.1 if times < 0.01 else 1.0
    moved = {verdict: share * (factor if verdict == "lr_too_high" else 1.0) for verdict, share in shares.items()}
    return {verdict: share / sum(moved.values()) for verdict, share in moved.items()}


def _case(known: Facts, verdict: str, evidence: tuple[Evidence, ...]) -> Case:
    """The run as the words need it."""
    best = (0, 0.0, 0.0)
    if verdict == "overfitting":
        smooth = smoothed_over(known.checked, min(5, max(1, known.checked.size // 3)))
        best = (evidence[0].epochs[0], float(smooth.min()), float(smooth[-1]))
    factor = rate_factor(verdict, known.rate, known.optimizer, FACTORS)
    return Case(known.curve, known.broken, known.rate, known.optimizer, evidence, best, factor)


def _too_short(epochs: int) -> Diagnosis:
    """Nothing can be said of fewer than three epochs."""
    count = ("There are no epochs", "There is one epoch", "There are two epochs")[epochs]
    evidence = (Evidence("number of epochs", (epochs,) if epochs else (), epochs, FEWEST_EPOCHS, 0.0),)
    advice = "Train for at least 10 epochs, then look again."
    return Diagnosis("unclear", 0.0, f"{count}: too few to see a shape.", evidence, advice, {}, test="longer_run")


def _plain(value: Any) -> Any:
    """``value`` with tuples as lists and what is not finite as None."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
