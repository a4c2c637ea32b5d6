"""How much each verdict is believed in, and which numbers decided: the doctor's head, without his voice."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core import doctor_rules as rules
from gdviz.core.doctor_facts import Facts, known_quantities
from gdviz.core.doctor_model import LEARNED, Trees, trees
from gdviz.core.doctor_quantities import KNOWN, QUANTITIES
from gdviz.core.doctor_rules import Evidence, told
from gdviz.core.doctor_signs import quantities
from gdviz.core.doctor_truth import GAIN
from gdviz.core.verdicts import VERDICTS
from gdviz.said import Said

Array = NDArray[np.float64]

GROUPS = {name: quantity.group for name, quantity in {**QUANTITIES, **KNOWN}.items()}

WILD_SHARE = 0.9
"""See `_wild`."""

OUT_OF_REACH = 1e-6
"""How likely an illness of the rate is, as a part of what the trees say, where `_cannot_win` says that it is none."""

RATE_ILLS = ("lr_too_high", "lr_too_low")

LEADS = ("lower_lead", "higher_lead")
"""What is seen as far as other rates were tried."""

MOST_EVIDENCE = 4
"""Pieces of evidence for a learned verdict."""


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
        held: The verdicts that follow by definition and hold.
    """

    shares: dict[str, float]
    definite: dict[str, tuple[Evidence, ...]]
    values: dict[str, float]
    given: Mapping[str, Mapping[str, float]]
    epochs: int
    optimizer: str
    held: frozenset[str]

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
            group = GROUPS[name]
            groups[group] = groups.get(group, 0.0) + given
        return groups

    def _telling(self, verdict: str, group: str, weight: float) -> Evidence | None:
        """The quantity of a group that has words and tells this verdict best from the others."""
        for name in rules.telling(verdict).get(group, ()):
            value = self.values.get(name, math.nan)
            if not math.isnan(value):
                epochs = round(self.values["tested"] * self.epochs) if name in LEADS else self.epochs
                return rules.quantity_evidence(verdict, name, value, epochs, weight)
        return None

    def _plain_evidence(self) -> Evidence:
        """The end of the curve against its beginning, where nothing passed its limit."""
        return Evidence(
            Said("loss at the end over that of the first epoch"),
            (1, self.epochs),
            self.values["level"],
            1.0,
            0.0,
            True,
            "x",
        )

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
            return Said("It might also be {}; a little more speaks for {}.", title, VERDICTS[winner].title.lower())
        item = missed[0]
        bound = Said("at most") if item.at_most else Said("more than")
        value, limit = told(item.value, item.unit), told(item.limit, item.unit)
        return Said("Less likely: {}. For that the {} would be {} {}; it is {}.", title, item.what, bound, limit, value)


def believe(known: Facts) -> Belief:
    """Weighs all verdicts."""
    curve, checked, epochs = known.curve, known.checked, int(known.curve.size)
    if known.broken or epochs < 2:
        shares = {name: float(name == "diverging") for name in VERDICTS if name != "unclear"}
        broke = {"diverging": rules.broke(max(known.broken, 1))}
        return Belief(shares, broke, {"level": 1.0}, {}, max(epochs, 1), "", frozenset(broke))
    model, values = _asked(known, quantities(curve, checked))
    weighed, given = model.weigh(np.array([values[each] for each in model.names]))
    learned = _moved(dict(zip(LEARNED, weighed.tolist(), strict=True)), known)
    growth, memory = rules.grew(curve), rules.memorised(curve, checked)
    definite: dict[str, tuple[Evidence, ...]] = {"diverging": (growth,), **({"overfitting": memory} if memory else {})}
    held = {"diverging": growth.value > growth.limit, "overfitting": rules.overfits(memory)}
    if _cannot_win(known):
        learned = _scaled(learned, dict.fromkeys(RATE_ILLS, OUT_OF_REACH))
    if math.isnan(values.get("tested", math.nan)):
        # A rate far beyond what is usual is spoken of all the same: at other seeds it does not end as luckily.
        learned, given = _wild(learned, given, values, model.names)
    rows = given.tolist()
    by_name = {verdict: dict(zip(model.names, row, strict=True)) for verdict, row in zip(LEARNED, rows, strict=True)}
    holding = frozenset(verdict for verdict, holds in held.items() if holds)
    return Belief(_joined(definite, held, learned), definite, values, by_name, epochs, known.optimizer, holding)


def _joined(
    definite: Mapping[str, tuple[Evidence, ...]], held: Mapping[str, bool], learned: Mapping[str, float]
) -> dict[str, float]:
    """The shares of all verdicts: of those by definition first, of the learned ones in what is left.

    What holds by definition gets the share by which its limits are met, one half at least, and so always wins.
    """
    shares = dict.fromkeys((verdict for verdict in VERDICTS if verdict != "unclear"), 0.0)
    left = 1.0
    for verdict, items in definite.items():
        if held[verdict]:
            shares[verdict] = left * max(min(item.met for item in items), 0.51)
            left -= shares[verdict]
    return shares | {verdict: left * share for verdict, share in learned.items()}


def _asked(known: Facts, values: dict[str, float]) -> tuple[Trees, dict[str, float]]:
    """Which trees to ask, and all quantities that they ask for."""
    if known.rate is None or rules.usual_rate(known.optimizer) is None:
        return trees("alone"), values
    told = {**values, **known_quantities(known, values)}
    if math.isnan(known.start_loss):
        return trees("known"), told
    return trees("program" if math.isnan(told["tested"]) else "tested"), told


def _wild(
    shares: dict[str, float], given: Array, values: Mapping[str, float], names: tuple[str, ...]
) -> tuple[dict[str, float], Array]:
    """Shares and contributions with one thing that the trees have seen too seldom to learn.

    At a rate of more than 16 times what mostly serves the optimiser (``decades > 1.2``), a loss that later stands more
    than 60 % above its lowest so far (``lost_late > 0.6``) is due to the rate: on the fitting part in 93 % of 4,465
    runs. Too high is then believed in by `WILD_SHARE` at least.
    """
    limits, share = (rules.LIMITS["decades"], rules.LIMITS["lost_late"]), shares["lr_too_high"]
    if "decades" not in values or share >= WILD_SHARE or share == 0.0:
        return shares, given
    if values["decades"] <= limits[0].value or values["lost_late"] <= limits[1].value:
        return shares, given
    odds = math.log(WILD_SHARE / (1 - WILD_SHARE)) - math.log(share / (1 - share))
    given[LEARNED.index("lr_too_high"), [names.index("decades"), names.index("lost_late")]] += odds / 2
    scale = (1 - WILD_SHARE) / (1 - share)
    moved = {verdict: each * scale for verdict, each in shares.items()}
    return {**moved, "lr_too_high": WILD_SHARE}, given


def _cannot_win(known: Facts) -> bool:
    """Whether no other rate can have ended lower by a quarter (`doctor_truth.GAIN`) of what there was to gain.

    Where a loss cannot be negative, the best end F of all rates is 0 at least, and there was ``start - F`` to gain.
    ``F < end - (start - F) / 4`` has no solution where ``end <= start / 4``. It is what keeps inputs that are not
    standardised, and so begin with a loss in the hundreds, from being taken for an illness of the rate.
    """
    return bool(known.curve.min() >= 0 and known.curve[-3:].mean() <= GAIN * known.start_loss)


def _scaled(shares: dict[str, float], factors: Mapping[str, float]) -> dict[str, float]:
    """Shares times factors, 1 where there is none, brought back to add up to 1."""
    moved = {verdict: share * factors.get(verdict, 1.0) for verdict, share in shares.items()}
    return {verdict: share / sum(moved.values()) for verdict, share in moved.items()}


def _moved(shares: dict[str, float], known: Facts) -> dict[str, float]:
    """Shares with what the curvature says where the trees for the program, which ask for it, are not asked.

    Far above the largest stable rate, too high is ten times as likely. At rest a stable run may well stand at its limit
    (Cohen et al. 2021, arXiv:2103.00065), so only a rate of more than 1.5 times the limit counts; and one of less than
    a hundredth makes too high ten times less likely.
    """
    if known.rate is None or math.isnan(known.stable_rate) or not math.isnan(known.start_loss):
        return shares
    times = known.rate / known.stable_rate
    factor = 10.0 if times > 1.5 else 0.1 if times < 0.01 else 1.0
    return _scaled(shares, {"lr_too_high": factor})
