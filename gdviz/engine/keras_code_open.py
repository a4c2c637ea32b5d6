"""The parts of a script in which nothing is hidden: a loss of one or two weights, its gradient, and the loop."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of, landscape_parameters_of
from gdviz.engine.formula import parse
from gdviz.engine.functions import FUNCTIONS
from gdviz.engine.neurons import NEURONS, cross_entropies, squared_errors
from gdviz.engine.written import WrittenWeights

WIDTH = 100
"""Characters to a line of a script."""


def loss_section(experiment: Experiment) -> str:
    """The loss as a function ``loss_at``, and a neuron's examples before it."""
    return _neuron_loss(experiment) if experiment.landscape in NEURONS else _function_loss(experiment)


def _function_loss(experiment: Experiment) -> str:
    """The loss of a function or formula of the weights alone."""
    if experiment.landscape == "formula":
        formula = parse(experiment.formula)
        names, text = formula.names, formula(WrittenWeights(formula.names)).text
        note = f"# {' '.join(experiment.formula.split())}\n"
    else:
        entry = FUNCTIONS[experiment.landscape]
        names = entry.names
        text = entry.formula(WrittenWeights(names), experiment.landscape_parameters).text
        note = f"# {entry.sentence}\n"
    taken = "\n    ".join(f"{name} = weights[{place}]" for place, name in enumerate(names))
    head = f'{note}\n\ndef loss_at(weights):\n    """The loss, as a function of the weights."""\n'
    return f"{head}    {taken}\n    return {_wrapped(text)}\n"


def _wrapped(formula: str) -> str:
    """A formula too long for a line with each of its terms on one."""
    if len(formula) + 11 <= WIDTH:
        return formula
    terms, depth = "", 0
    for piece in re.split(r"( [+-] |[()])", formula):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        terms += f"\n        {piece.lstrip()}" if depth == 0 and piece in (" + ", " - ") else piece
    return f"(\n        {terms}\n    )"


_ANSWERS: Mapping[Any, tuple[str, str]] = {
    squared_errors: ("answers", "ops.mean((answers - y) ** 2)"),
    cross_entropies: ("sums", "ops.mean(ops.softplus(sums) - sums * y)  # -log of the chance of the true class"),
}
"""By the neuron's loss: what it adds up, and what that costs on average."""


def _neuron_loss(experiment: Experiment) -> str:
    """A neuron's examples and its loss over any of them."""
    entry = NEURONS[experiment.landscape]
    _, values = landscape_parameters_of(experiment)
    rows = entry.rows(**values)
    called, cost = _ANSWERS[entry.row_losses]
    terms = [f"weights[{place}] * x[:, {place}]" for place in range(rows.x.shape[1])]
    terms += [f"weights[{place}]" for place in range(len(terms), len(entry.names))]
    return (
        f"# {entry.sentence}\n{_array('x', rows.x)}\n{_array('y', rows.y)}\n\n\n"
        f'def loss_at(weights, x, y):\n    """The mean loss over some rows. Weights: {", ".join(entry.names)}."""\n'
        f"    {called} = {' + '.join(terms)}\n    return {cost}\n"
    )


def _array(name: str, values: Any) -> str:
    """A small array as its shortest numbers."""
    text = str([[_shortest(cell) for cell in row] if values.ndim > 1 else _shortest(row) for row in values])
    wrapped = textwrap.fill(f"{name} = np.array({text}, np.float32)", WIDTH, subsequent_indent="    ")
    return wrapped


def _shortest(value: Any) -> float:
    """A 32-bit number as the shortest one that means it."""
    return float(str(value))


def start_section(experiment: Experiment) -> str:
    """The variable, where training begins."""
    start = list(experiment.start) or [_shortest(value) for value in landscape_of(experiment).start(experiment.seed)]
    if experiment.optimizer != "schedule_free_adamw":
        return f"weights = keras.Variable({start})  # where training begins"
    return (
        "# model.fit makes this optimiser's memory before the weights have their values, and so does this script.\n"
        f"weights = keras.Variable([0.0] * {len(start)})\noptimizer.build([weights])\nweights.assign({start})"
    )


def loop_section(experiment: Experiment) -> str:
    """Gradient, step, and what the loss is then."""
    rows = experiment.landscape in NEURONS
    sign = "-" if experiment.ascend else ""
    uphill = "  # uphill: the gradient is added" if experiment.ascend else ""
    step = f"""\
with tf.GradientTape() as tape:
    loss = loss_at(weights{", x[rows], y[rows]" if rows else ""})
gradient = tape.gradient(loss, weights)
optimizer.apply([{sign}gradient], [weights]){uphill}
losses.append(float(loss_at(weights{", x, y" if rows else ""})))
print(f"step {{len(losses) - 1}}: weights {{weights.numpy()}}, loss {{losses[-1]:.6f}}")"""
    first = f"losses = [float(loss_at(weights{', x, y' if rows else ''}))]"
    if not rows:
        return f"{first}\nfor _ in range(EPOCHS):\n" + textwrap.indent(step, "    ")
    return (
        f"{first}\nfor epoch in range(EPOCHS):\n"
        "    order = np.random.default_rng((SEED, epoch)).permutation(len(x))\n"
        "    for begin in range(0, len(x), BATCH_SIZE):\n"
        "        rows = order[begin : begin + BATCH_SIZE]\n" + textwrap.indent(step, "        ")
    )


def call(name: str, arguments: Sequence[str], indent: int = 0) -> str:
    """A call on one line where it fits, else an argument a line."""
    line = f"{name}({', '.join(arguments)})"
    if len(line) + indent + 12 <= WIDTH:
        return line
    pad = " " * indent
    return f"{name}(\n" + "".join(f"{pad}    {argument},\n" for argument in arguments) + f"{pad})"
