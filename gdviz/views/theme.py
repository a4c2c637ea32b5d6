"""The looks: a theme is a small file of colours, and one style sheet template serves them all."""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from string import Template

from gdviz.paths import resource

THEMES = ("light", "dark", "contrast")

PROJECTOR = 1.25
"""How much larger everything is in projector mode: on the wall of a classroom, the last row reads a line of text."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours, each ``#rrggbb``. A file in ``resources/themes`` gives them all; ``scale`` is the window's.

    Attributes:
        name: One of `THEMES`.
        background: Behind everything; also behind the surface.
        panel: Behind controls and plots.
        raised: Buttons and boxes on a panel.
        border: Thin lines between parts.
        text: Writing.
        muted: Writing of less weight; still at least 4.5 : 1 against ``panel``.
        accent: The button to press, the handle to drag, focus.
        accent_text: Writing on ``accent``.
        loss: Training loss curve.
        val_loss: Validation loss curve.
        accuracy: Accuracy curve.
        val_accuracy: Validation accuracy curve.
        gradient_norm: Curve of the gradient's norm.
        learning_rate: Curve of the learning rate.
        runner_colors: Eight colours for runs side by side, by `Runner.mark` modulo 8. Each has at least 3 : 1 against
            ``panel``; any two stay apart for eyes without red, green or blue cones. They never stand alone: each run
            has a marker and a dash of its own.
        path: The path of training on the surface.
        ball: Where training is now.
        downhill: The arrow against the gradient.
        momentum: The arrow of what the optimiser carries on.
        step: The arrow of the step it takes.
        good: All is well. It, ``warning`` and ``bad`` stay apart for eyes without red, green or blue cones, and never
            stand without a sign, a pattern or a word.
        warning: Worth a look.
        bad: Something is wrong.
        colormap: Name of the surface's perceptual colour map, as pyqtgraph and Matplotlib know it.
        scale: What views multiply their lines, marks and distances by: 1, or `PROJECTOR`.
    """

    name: str
    background: str
    panel: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    loss: str
    val_loss: str
    accuracy: str
    val_accuracy: str
    gradient_norm: str
    learning_rate: str
    runner_colors: tuple[str, ...]
    path: str
    ball: str
    downhill: str
    momentum: str
    step: str
    good: str
    warning: str
    bad: str
    colormap: str
    scale: float = 1.0


@cache
def load_theme(name: str, scale: float = 1.0) -> Theme:
    """Reads the theme ``name`` (one of `THEMES`), to be drawn ``scale`` times as large as usual."""
    with resource(f"themes/{name}.toml").open("rb") as file:
        colors = tomllib.load(file)
    return Theme(name=name, runner_colors=tuple(colors.pop("runner_colors")), **colors, scale=scale)


def style_sheet(theme: Theme) -> str:
    """The Qt style sheet of the whole window in ``theme``'s colours and at its scale."""
    template = Template(resource("themes/style.qss").read_text(encoding="utf-8"))
    icons = resource("icons").as_posix()
    sheet = template.substitute({field.name: getattr(theme, field.name) for field in fields(Theme)}, icons=icons)
    return re.sub(r"(\d+)(px|pt)\b", lambda size: f"{round(int(size[1]) * theme.scale)}{size[2]}", sheet)
