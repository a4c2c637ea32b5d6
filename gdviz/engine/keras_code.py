"""An experiment as a script of plain Keras that takes the same steps: to be read, run, changed and handed in.

The script needs numpy, Keras with TensorFlow and, for a network, scikit-learn, and nothing of this program. Networks
are trained by ``model.fit``, everything smaller by a ``GradientTape`` in the open.
"""

import re
import textwrap
from collections.abc import Mapping, Sequence

from gdviz import __version__
from gdviz.core.experiment import Experiment
from gdviz.core.schedule import PEAK, SCHEDULES, WARM_UP
from gdviz.engine.catalogue import LANDSCAPES, validated
from gdviz.engine.datasets import DATASETS, FEWEST_TO_HOLD_BACK
from gdviz.engine.functions import FUNCTIONS
from gdviz.engine.keras_code_data import data_sections
from gdviz.engine.keras_code_model import about, draws, judged_by, model_section
from gdviz.engine.keras_code_open import WIDTH, call, loop_section, loss_section, start_section
from gdviz.engine.neurons import NEURONS
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of
from gdviz.engine.runtime import prepare
from gdviz.errors import UserError

TOLERANCE = "to the fourth decimal"
"""How closely losses agree."""


def keras_code(experiment: Experiment) -> str:
    """The experiment as a Python script.

    It leaves ``history`` behind for networks (as ``model.fit`` does, all epochs in one), or ``losses`` for functions
    and neurons: the loss over all rows at the start and after each step.

    Args:
        experiment: What to write; only its settings as they stand, not changes made in the middle of a run.

    Raises:
        UserError: If a setting is not acceptable, or its data cannot be read.
    """
    experiment = validated(experiment)
    if experiment.landscape == "model":
        prepare()
    if experiment.learns_rows:
        return _network_script(experiment)
    if experiment.landscape in (*FUNCTIONS, *NEURONS, "formula"):
        return _open_script(experiment)
    what = f"There is no script for {LANDSCAPES[experiment.landscape].title!r}"
    raise UserError(what, "a network, a neuron, a function or a formula")


def _network_script(experiment: Experiment) -> str:
    """A network: data, model, ``compile``, ``fit``."""
    imports, data = data_sections(experiment)
    steps = "STEPS = EPOCHS * -(-len(x_train) // BATCH_SIZE)  # the last batch of an epoch may be smaller"
    sections = [
        _settings(experiment, with_batches=True),
        *data,
        model_section(experiment),
        *_optimizer(experiment, steps),
        call("model.compile", ["optimizer", *judged_by(experiment)]),
        _fitting(experiment),
    ]
    note = _RANDOM if draws(experiment) else ""
    return _script(about(experiment), note, [*imports, "import keras", "import numpy as np"], sections)


def _open_script(experiment: Experiment) -> str:
    """A function, formula or neuron: a variable, its loss, and the loop that a network's ``fit`` hides."""
    entry, rows = LANDSCAPES[experiment.landscape], experiment.landscape in NEURONS
    goal = f"{entry.title.rstrip('.')}: the loss is descended step by step."
    steps = "STEPS = EPOCHS * -(-len(x) // BATCH_SIZE)" if rows else "STEPS = EPOCHS"
    sections = [
        _settings(experiment, with_batches=rows),
        loss_section(experiment),
        *_optimizer(experiment, steps),
        start_section(experiment),
        loop_section(experiment),
    ]
    imports = ["import keras", "import numpy as np", "import tensorflow as tf"]
    body = "\n".join(sections)
    needed = [line for line in imports if not (line.endswith("as np") and "np." not in body)]
    return _script(goal, "", [*needed, *(["from keras import ops"] if "ops." in body else [])], sections)


def _script(goal: str, note: str, imports: Sequence[str], sections: Sequence[str]) -> str:
    """All of it: what it is, what it needs, and its sections in order."""
    needs = "numpy, scikit-learn and Keras" if any("sklearn" in line for line in imports) else "numpy and Keras"
    origin = (
        f"Written by gdviz {__version__}. It needs {needs} with TensorFlow, not gdviz; "
        f"its losses agree with those that gdviz showed {TOLERANCE}."
    )
    words = "\n\n".join(textwrap.fill(part, WIDTH) for part in (goal, origin, note) if part)
    needed = "\n".join(sorted(set(imports), key=lambda line: (line.startswith("from"), line.split()[1].lower())))
    standard = "import csv\n" if "import csv\n" in needed else ""
    header = f'{standard}import os\n\nos.environ.setdefault("KERAS_BACKEND", "tensorflow")  # before Keras is imported'
    whole = [f'"""{words}\n"""', header, needed.replace("import csv\n", ""), *sections]
    # Two blank lines around classes and functions, one elsewhere.
    return re.sub(r"\n{4,}", "\n\n\n", "\n\n".join(whole)) + "\n"


def _settings(experiment: Experiment, with_batches: bool) -> str:
    """The numbers that one wants to change first."""
    lines = [f"LEARNING_RATE = {experiment.learning_rate!r}"]
    lines.append(f"EPOCHS = {experiment.epochs}" + ("" if with_batches else "  # steps: each looks at the whole loss"))
    if with_batches:
        lines.append(f"BATCH_SIZE = {experiment.batch_size}")
        lines.append(f"SEED = {experiment.seed}  # of the first weights and of the order of the rows")
    return "\n".join(lines)


_RANDOM = (
    "With dropout, though, the losses agree only in kind: Keras draws other outputs to drop than gdviz does, so from "
    "the first step on the two runs go their own ways. All else (first weights, order of the rows, the rest of the "
    "rule) is the same."
)
"""Says what cannot be equal."""


def _optimizer(experiment: Experiment, steps: str) -> list[str]:
    """The schedule, a class that goes uphill where that is asked for, and the optimiser with all its parameters."""
    entry = OPTIMIZERS[experiment.optimizer]
    rate, schedule = _schedule(experiment, steps)
    made = f"keras.optimizers.{entry.keras_class}"
    sections = [schedule] if schedule else []
    if experiment.ascend and experiment.learns_rows:
        sections.append(_UPHILL.format(made=made, title=entry.title))
        made = "Uphill"
    arguments = [f"learning_rate={rate}", *_parameters(experiment)]
    if experiment.clip_norm:
        arguments.append(f"global_clipnorm={experiment.clip_norm!r}")
    lines = f"# {entry.sentence}\noptimizer = {call(made, arguments)}"
    return [*sections, lines]


def _parameters(experiment: Experiment) -> list[str]:
    """The optimiser's own parameters, each with its value; a decay of nothing is left to Keras."""
    known = OPTIMIZERS[experiment.optimizer].parameters
    values = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    spoken = {name: value for name, value in values.items() if value or known[name].default or name != "weight_decay"}
    return [f"{name}={known[name].kind(value)!r}" for name, value in spoken.items()]


_UPHILL = '''

class Uphill({made}):
    """{title} that adds what it should subtract, to see why it subtracts."""

    def apply(self, grads, trainable_variables=None):
        super().apply([-gradient for gradient in grads], trainable_variables)

'''

_RATES: Mapping[str, str] = {
    "step": (
        "schedules.PiecewiseConstantDecay(\n"
        "    boundaries=[-(-STEPS // 2) - 1, -(-3 * STEPS // 4) - 1],  # the last step of each part\n"
        "    values=[LEARNING_RATE, LEARNING_RATE / 10, LEARNING_RATE / 100],\n)"
    ),
    "exponential": "schedules.ExponentialDecay(LEARNING_RATE, decay_steps=STEPS, decay_rate=0.01)",
    "cosine": "schedules.CosineDecay(LEARNING_RATE, decay_steps=STEPS)",
    "warmup_cosine": (
        "schedules.CosineDecay(\n    0.0,\n    warmup_target=LEARNING_RATE,\n"
        f"    warmup_steps={WARM_UP} * STEPS,\n    decay_steps={1 - WARM_UP} * STEPS,\n)"
    ),
    "one_cycle": "OneCycle()",
}
"""Each schedule but the constant one, as Keras has it."""

_ONE_CYCLE = f'''

class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    """From a 25th of the rate up to all of it, then down to almost nothing (Smith and Topin 2018)."""

    def __call__(self, step):
        part = keras.ops.cast(step, "float32") / STEPS
        up = 0.5 - 0.5 * keras.ops.cos(np.pi * part / {PEAK})
        down = 0.5 + 0.5 * keras.ops.cos(np.pi * (part - {PEAK}) / {1 - PEAK})
        factor = keras.ops.where(part < {PEAK}, 0.04 + 0.96 * up, 1e-4 + (1 - 1e-4) * down)
        return LEARNING_RATE * factor


'''


def _schedule(experiment: Experiment, steps: str) -> tuple[str, str]:
    """What stands for the learning rate, and the section that makes it."""
    if experiment.schedule == "constant":
        return "LEARNING_RATE", ""
    sentence = SCHEDULES[experiment.schedule].sentence
    code = _RATES[experiment.schedule]
    made = f"learning_rate = {'keras.optimizers.' if code.startswith('schedules') else ''}{code}"
    extra = _ONE_CYCLE if experiment.schedule == "one_cycle" else ""
    return "learning_rate", f"# {sentence}\n{steps}\n{extra}{made}"


def _fitting(experiment: Experiment) -> str:
    """One ``fit`` an epoch, over rows in the order that the seed gives."""
    rows = len(DATASETS[experiment.data].load()[0])
    held_back = ["validation_data=(x_val, y_val)"] if rows >= FEWEST_TO_HOLD_BACK else []
    arguments = ["x_train[order]", "y_train[order]", "BATCH_SIZE", "shuffle=False", "verbose=0", *held_back]
    fit = textwrap.indent("result = " + call("model.fit", arguments), "    ").strip()
    return f"""\
# Train. Each epoch takes the rows in an order of its own, which follows from the seed.
history = {{}}
for epoch in range(EPOCHS):
    order = np.random.default_rng((SEED, epoch)).permutation(len(x_train))
    {fit}
    for name, values in result.history.items():
        history.setdefault(name, []).extend(values)
    print(f"epoch {{epoch + 1}}:", ", ".join(f"{{name}} {{values[-1]:.4f}}" for name, values in history.items()))"""
