"""The looks: a theme is a small file of colours, and one style sheet template serves them all."""

import tomllib
from dataclasses import dataclass, fields
from string import Template

from gdviz.paths import resource

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours, each ``#rrggbb``. A file in ``resources/themes`` gives every one of them.

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
        path: The path of training on the surface.
        ball: Where training is now.
        good: All is well.
        warning: Worth a look.
        bad: Something is wrong.
        colormap: Name of the surface's perceptual colour map, as pyqtgraph knows it.
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
    path: str
    ball: str
    good: str
    warning: str
    bad: str
    colormap: str


def load_theme(name: str) -> Theme:
    """Reads the theme ``name`` (one of `THEMES`)."""
    with resource(f"themes/{name}.toml").open("rb") as file:
        return Theme(name=name, **tomllib.load(file))


def style_sheet(theme: Theme) -> str:
    """The Qt style sheet of the whole window in ``theme``'s colours."""
    template = Template(resource("themes/style.qss").read_text(encoding="utf-8"))
    icons = resource("icons").as_posix()
    return template.substitute({field.name: getattr(theme, field.name) for field in fields(Theme)}, icons=icons)
