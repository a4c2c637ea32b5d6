"""The parts of a script about a network: the model, the user's own or one that is built layer by layer."""

from collections.abc import Sequence

from gdviz.core.experiment import Experiment
from gdviz.engine.datasets import DATASETS, FEWEST_TO_HOLD_BACK, title
from gdviz.engine.keras_code_open import call
from gdviz.engine.model_files import inspect
from gdviz.engine.model_losses import TASKS, chosen_loss, task_of, wants_one_hot
from gdviz.engine.networks import head, layer_shapes
from gdviz.engine.user_models import loaded
from gdviz.errors import UserError


def about(experiment: Experiment) -> str:
    """What the script trains, in a sentence."""
    if experiment.landscape == "model":
        return f"A Keras model of one's own learns: {title(experiment.data)}."
    shapes = layer_shapes(experiment.data, experiment.units)
    sizes = " - ".join(str(size) for size in (shapes[0][0], *(outputs for _, outputs in shapes)))
    return f"A network of {sizes} neurons learns: {title(experiment.data)}."


def draws(experiment: Experiment) -> bool:
    """Whether training draws random numbers that gdviz cannot draw alike."""
    return loaded(experiment.model).draws if experiment.landscape == "model" else experiment.dropout > 0


def model_section(experiment: Experiment) -> str:
    """The model with its first weights.

    Raises:
        UserError: If it is the user's own and its weights are drawn anew, or does not fit the data.
    """
    return _own(experiment) if experiment.landscape == "model" else _built(experiment)


def judged_by(experiment: Experiment) -> list[str]:
    """Loss and metrics, as arguments of ``compile``."""
    if experiment.landscape != "model":
        top = head(experiment.data)
        return [f'loss="{top.loss}"', *(['metrics=["accuracy"]'] if top.accuracy else [])]
    task = _task(experiment)
    name, settings, _ = chosen_loss(task, inspect(experiment.model).loss, loaded(experiment.model).last_activation())
    given = ", ".join(f"{key}={value!r}" for key, value in settings.items())
    loss = f"loss=keras.losses.{name}({given})"
    if not TASKS[task].accuracy:
        return [loss]
    # From sums instead of chances, a yes begins at 0 and not at a half.
    from_sums = task == "yes or no" and bool(settings.get("from_logits"))
    metric = 'keras.metrics.BinaryAccuracy("accuracy", threshold=0)' if from_sums else '"accuracy"'
    return [loss, f"metrics=[{metric}]"]


def _task(experiment: Experiment) -> str:
    outputs = int(loaded(experiment.model).network.output_shape[-1])
    return task_of(DATASETS[experiment.data].classes, outputs, title(experiment.data).lower())


def _own(experiment: Experiment) -> str:
    """The user's own model, as it was saved, and the rows in its shape."""
    if experiment.seed:
        what = f"Seed was {experiment.seed}, which draws the weights of your model anew"
        raise UserError(what, "0 for a script: it begins with the model as it was saved", "Set the seed to 0")
    model, rows = loaded(experiment.model), len(DATASETS[experiment.data].load()[0])
    parts = ["train", "val"] if rows >= FEWEST_TO_HOLD_BACK else ["train"]
    lines = ["# The model as it was saved, with its weights."]
    lines.append(f"model = keras.models.load_model({experiment.model!r}, compile=False)")
    if len(model.input_shape) > 1:
        shape = ", ".join(map(str, model.input_shape))
        lines += [f"x_{part} = np.reshape(x_{part}, (-1, {shape}))" for part in parts]
    task = _task(experiment)
    name, *_ = chosen_loss(task, inspect(experiment.model).loss, model.last_activation())
    if wants_one_hot(task, name):
        classes = DATASETS[experiment.data].classes
        lines += [f"y_{part} = keras.utils.to_categorical(y_{part}, {classes})" for part in parts]
    return "\n".join(lines)


def _built(experiment: Experiment) -> str:
    """The network, layer by layer."""
    shapes = layer_shapes(experiment.data, experiment.units)
    lines = [f"keras.Input(({shapes[0][0]},)),", *_layers(experiment, shapes)]
    drawn = f"seeds = np.random.SeedSequence(SEED).generate_state({len(shapes)}) >> 1  # one for each layer\n"
    seeds = "" if experiment.initializer == "zeros" else drawn
    note = "# The network" + (", its hidden outputs dropped at random in training." if experiment.dropout else ".")
    layers = "\n".join(f"        {line}" for line in lines)
    return f"{note}\n{seeds}model = keras.Sequential(\n    [\n{layers}\n    ]\n)"


def _layers(experiment: Experiment, shapes: Sequence[tuple[int, int]]) -> list[str]:
    """Each layer and its first weights."""
    camel = "".join(part.capitalize() for part in experiment.initializer.split("_"))
    initializer = "Zeros()" if camel == "Zeros" else camel + "(seed=int(seeds[{}]))"
    kinds = [*[experiment.activation] * len(experiment.units), head(experiment.data).activation]
    lines = []
    for layer, ((_, outputs), kind) in enumerate(zip(shapes, kinds, strict=True)):
        if layer and experiment.dropout:
            lines.append(f"keras.layers.Dropout({experiment.dropout!r}),")
        start = "keras.initializers." + initializer.format(layer)
        arguments = [str(outputs), *([f'"{kind}"'] if kind != "linear" else []), f"kernel_initializer={start}"]
        if experiment.l2:
            arguments.append(f"kernel_regularizer=keras.regularizers.L2({experiment.l2!r})")
        lines.append(call("keras.layers.Dense", arguments, indent=8) + ",")
    return lines
