"""The hand-in of a learning-rate experiment: one page that a pupil gives to the teacher."""

import base64
import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from gdviz.core.diagnosis import VERDICTS
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.report import Run


@dataclass(frozen=True, slots=True, eq=False)
class HandIn:
    """What goes into the page.

    Attributes:
        name: The pupil's.
        experiment: What all runs share; its rate is not told.
        runs: A run for each rate, with the doctor's diagnosis.
        sentences: The pupil's own, one for each run; empty ones leave room to write by hand.
        chart: The labelled chart of all runs, as PNG.
    """

    name: str
    experiment: Experiment
    runs: tuple[Run, ...]
    sentences: tuple[str, ...]
    chart: bytes


def settings_told(experiment: Experiment) -> list[tuple[str, str]]:
    """Every setting that it takes to repeat the runs, but the rate: those that always count, and whatever differs."""
    usual, always = Experiment(), ("landscape", "data", "units", "optimizer", "epochs", "batch_size", "seed")
    names = [each.name for each in fields(Experiment) if each.name != "learning_rate"]
    told = [n for n in names if n in always or getattr(experiment, n) != getattr(usual, n)]
    return [(FIELDS[name].label, _text(getattr(experiment, name))) for name in told]


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"{v[0]} {v[1]:g}" if isinstance(v, tuple) else f"{v:g}" for v in value)
    return str(value)


LINE = "_" * 62
"""Room to write a sentence by hand."""


def as_html(hand_in: HandIn, words: Sequence[str], say: Callable[[str], str] = str) -> str:
    """One page that needs no other file; simple enough for Qt to print it.

    Args:
        hand_in: What goes in.
        words: Title, "Name", "What I did", "What I saw", "Doctor", "My sentence", "To repeat it": in the pupil's
            language.
        say: Says what the doctor found, and the names of the settings, in that language.
    """
    title, name, did, saw, doctor, own, repeat = map(html.escape, words)
    picture = base64.b64encode(hand_in.chart).decode()
    settings = ", ".join(f"{say(label)}: {value}" for label, value in settings_told(hand_in.experiment))
    parts = [
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head>",
        "<body style='font-family: sans-serif; max-width: 46em; margin: 2em auto'>",
        f"<h1>{title}</h1><p><b>{name}:</b> {html.escape(hand_in.name) or LINE}</p>",
        f"<h2>{did}</h2><p>{html.escape(', '.join(run.label for run in hand_in.runs))}</p>",
        f"<h2>{saw}</h2><p><img width='640' src='data:image/png;base64,{picture}'></p>",
    ]
    for run, sentence in zip(hand_in.runs, hand_in.sentences, strict=True):
        found = run.diagnosis
        verdict = say(VERDICTS[found.verdict].title)
        parts.append(
            f"<h3>{html.escape(run.label)}</h3>"
            f"<p><b>{doctor}:</b> {html.escape(verdict)}. {html.escape(say(found.sentence))}</p>"
            f"<p><b>{own}:</b> {html.escape(sentence) or f'{LINE}<br>{LINE}'}</p>"
        )
    parts.append(f"<h2>{repeat}</h2><p>{html.escape(settings)}</p></body></html>")
    return "\n".join(parts)
