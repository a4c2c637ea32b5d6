"""One step of a run taken apart: the very numbers that Keras's optimiser works with."""

from typing import Any

import numpy as np

from gdviz.core.anatomy import Anatomy, Array, Term
from gdviz.core.experiment import Experiment
from gdviz.core.update_rules import RULES, SLOPE, Numbers, Rule, carried, lines_of, sign, worked_out, written
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of
from gdviz.engine.recorder import Recorder
from gdviz.engine.replay import Replay, Stand
from gdviz.engine.weight_names import weight_names
from gdviz.said import Said

MEMORIES = {
    "momentum": "memory of past gradients",
    "velocity": "memory of squared gradients",
    "accumulator": "sum of squared gradients",
    "linear": "what all slopes so far add up to",
}
"""Words for what an optimiser without an entry in `RULES` remembers, by Keras's names."""


def anatomy_at(
    recorder: Recorder, step: int, experiment: Experiment | None = None, replay: Replay | None = None
) -> Anatomy:
    """The step that leads on from a point of a recorded run; after the last one, the step that would come next.

    Args:
        recorder: Filled by the run; it may go on filling.
        step: Steps taken before, from 0 to the number of steps taken.
        experiment: What that step goes by where it is not taken yet; by default what it went by.
        replay: Where compiled loops are kept from one call to the next.
    """
    replay = replay or Replay()
    stand = replay.stand(recorder, step, experiment)
    gradient, after, memory = replay.next_step(stand)
    rule = RULES.get(stand.experiment.optimizer)
    if rule is None:
        return _generic(stand, gradient, after, memory)
    # A run that explodes has numbers too large for a float32 before it has none at all.
    with np.errstate(over="ignore"):
        return _by_rule(rule, stand, gradient, after)


def _by_rule(rule: Rule, stand: Stand, gradient: Array, after: Array) -> Anatomy:
    """By an optimiser whose rule is known line by line."""
    parameters = parameters_of(stand.experiment.optimizer, stand.experiment.optimizer_parameters)
    lines, constants = lines_of(rule, parameters), _constants(stand)
    old = {f"{symbol}_old": stand.memory[name] for symbol, name in rule.memory.items() if name in stand.memory}
    made = {line.symbol: line.words for line in lines}
    asked = {symbol: values for symbol, values in old.items() if symbol.removesuffix("_old") in made}
    known: dict[str, Any] = {**parameters, **_wide(asked), **_wide({"g": gradient, "w": stand.weights})}
    known |= {"rate": constants["rate"], "t": constants["t"]}
    # Without its memory, an optimiser's first step begins from nothing.
    known |= {f"{symbol}_old": np.zeros(gradient.size) for symbol in rule.memory if f"{symbol}_old" not in known}
    numbers = worked_out(lines, known)
    terms = [Term("g", SLOPE, gradient)]
    for line in lines:
        first_used = [symbol for symbol in asked if symbol in line.formula and symbol not in {t.symbol for t in terms}]
        terms += [
            Term(symbol, Said("{}, before this step", made[symbol.removesuffix("_old")]), asked[symbol])
            for symbol in first_used
        ]
        terms.append(Term(line.symbol, line.words, numbers[line.symbol].astype(np.float32)))
    terms[-1] = Term(lines[-1].symbol, lines[-1].words, after)
    moved = carried(rule, lines, known) if rule.motion and f"{rule.motion}_old" in asked else None
    momentum = None if moved is None else moved.astype(np.float32)
    used = {sign(name): value for name, value in parameters.items() if any(name in line.formula for line in lines)}
    formula = tuple(f"{line.symbol} = {written(line.formula)}" for line in lines)
    return _anatomy(stand, gradient, after, momentum, formula, terms, {**constants, **used})


def _generic(stand: Stand, gradient: Array, after: Array, memory: dict[str, Array]) -> Anatomy:
    """By an optimiser of which only its memory is shown."""
    kept = [Term(name, MEMORIES.get(name, name.replace("_", " ")), values) for name, values in memory.items()]
    step = Term("step", Said("the step: what is added to the weight"), after - stand.weights)
    terms = [Term("g", SLOPE, gradient), *kept, step, Term("w_new", Said("the new weight"), after)]
    formula = (OPTIMIZERS[stand.experiment.optimizer].rule, "w_new = w + step")
    return _anatomy(stand, gradient, after, None, formula, terms, _constants(stand))


def _anatomy(
    stand: Stand,
    gradient: Array,
    after: Array,
    momentum: Array | None,
    formula: tuple[str, ...],
    terms: list[Term],
    constants: dict[str, float],
) -> Anatomy:
    """All that was found, put together."""
    names = weight_names(stand.experiment)
    how = (stand.learning_rate, formula, tuple(terms), names, constants)
    return Anatomy(stand.step, stand.experiment.optimizer, stand.weights, gradient, momentum, after, *how)


def _constants(stand: Stand) -> dict[str, float]:
    return {"rate": stand.learning_rate, "t": float(stand.taken + 1)}


def _wide(values: dict[str, Array]) -> dict[str, Numbers]:
    """In double precision, so that the terms shown agree with each other to more digits than are shown."""
    return {name: array.astype(np.float64) for name, array in values.items()}
