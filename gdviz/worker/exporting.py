"""What can be taken away from a session, in which forms, and the work that writes it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gdviz.core.diagnosis import VERDICTS
from gdviz.core.experiment import Experiment
from gdviz.core.files import check_writable, write_atomically
from gdviz.core.numbers import epochs_csv, everything_npz
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.engine.datasets import title
from gdviz.engine.entries import named
from gdviz.engine.film import film
from gdviz.engine.keras_code import keras_code
from gdviz.engine.pictures import Look, Subject, picture
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.worker.job import Work
from gdviz.worker.session import Session
from gdviz.worker.words import spoken


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to take away.

    Attributes:
        title: Its name on screen.
        sentence: What it is.
        forms: Endings it can have, the best first.
        picture: The picture that shows what it will look like, a kind of `engine.pictures`; empty for texts.
        sizes: Whether it has pixels, in each of its forms.
    """

    title: str
    sentence: str
    forms: tuple[str, ...]
    picture: str = ""
    sizes: tuple[str, ...] = ()


THINGS: Mapping[str, Thing] = {
    "chart": Thing(
        "Loss chart", "The curves, with the doctor's verdict.", (".png", ".svg", ".pdf"), "chart", (".png",)
    ),
    "surface": Thing("Loss surface", "The landscape and the path.", (".png", ".svg", ".pdf"), "surface", (".png",)),
    "map": Thing("Map", "The landscape and the path, from above.", (".png", ".svg", ".pdf"), "map", (".png",)),
    "film": Thing("Film", "The path grows, and the curve beside it.", (".mp4", ".gif"), "surface", (".mp4", ".gif")),
    "map_film": Thing("Film of the map", "The same, from above.", (".mp4", ".gif"), "map", (".mp4", ".gif")),
    "numbers": Thing("Numbers", "A row an epoch (CSV), or all that was recorded (npz).", (".csv", ".npz")),
    "script": Thing("Keras script", "Python that trains the same run, without gdviz.", (".py",)),
}
"""By key; a new one is one entry here and one in `_MAKERS`."""

SIZES: Mapping[str, tuple[int, int]] = {
    "1280 x 720": (1280, 720),
    "1920 x 1080": (1920, 1080),
    "3840 x 2160 (4K)": (3840, 2160),
}
"""Pixels across and up."""

SECONDS = 8.0
"""Length of a film."""


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """One wish.

    Attributes:
        thing: A key of `THINGS`.
        path: Where to; its ending is one of the thing's.
        subject: The run, as it was when it was wished.
        experiment: What it trained.
        look: In which colours.
        size: Pixels across and up, where it has any.
        drawn: Makes the file's content where the picture is drawn already; may be asked from another thread.
    """

    thing: str
    path: Path
    subject: Subject
    experiment: Experiment
    look: Look
    size: tuple[int, int] = SIZES["1920 x 1080"]
    drawn: Callable[[], bytes] | None = None


def subject_of(session: Session, caption: str) -> Subject:
    """What the session shows now.

    Args:
        session: The state.
        caption: What the surface has to say of itself.

    Raises:
        UserError: If there is no run yet.
    """
    run, found, experiment = session.trajectory, session.diagnosis, session.experiment
    if run is None or not run.count:
        raise UserError(Said("There is no run to take away yet"), "", Said("Press Train first"))
    what = title(experiment.data) if experiment.learns_rows else LANDSCAPES[experiment.landscape].title
    verdict = f"{VERDICTS[found.verdict].title}: {found.sentence}" if found else ""
    # The lists are shared with the run, which may go on; what is recorded so far does not change.
    frozen = type(run).of_arrays(run.arrays())
    return Subject(f"{what}: {spoken(named(experiment))}", frozen, session.surface, session.runners, caption, verdict)


def check(export: Export) -> None:
    """Makes sure, before anything is drawn, that it can be written.

    Raises:
        UserError: If the path has another ending than it can have, or is no place to write to.
    """
    forms = THINGS[export.thing].forms
    if export.path.suffix.lower() not in forms:
        raise UserError(
            Said("The file was to be {}", f"{export.path.name!r}"), Said("a name that ends in {}", " or ".join(forms))
        )
    check_writable(export.path)


def work_of(export: Export) -> Work:
    """The work that writes it, for a `Job`; it yields the part that is done."""
    return lambda: _written(export)


def _written(export: Export) -> Iterator[float]:
    check(export)
    if export.thing in ("film", "map_film"):
        yield from film(export.path, export.subject, export.look, THINGS[export.thing].picture, export.size, SECONDS)
        return
    yield 0.0
    content = _MAKERS[export.thing](export)
    yield 0.9
    write_atomically(export.path, content)
    yield 1.0


def _picture(export: Export) -> bytes:
    if export.drawn is not None:
        return export.drawn()
    form = export.path.suffix[1:].lower()
    return picture(export.subject, export.look, THINGS[export.thing].picture, export.size, form)


def _numbers(export: Export) -> bytes:
    if export.path.suffix.lower() == ".csv":
        return epochs_csv(export.subject.trajectory).encode()
    return everything_npz(export.subject.trajectory, export.experiment)


def _script(export: Export) -> bytes:
    return keras_code(export.experiment).encode()


_MAKERS: Mapping[str, Callable[[Export], bytes]] = {
    **dict.fromkeys(("chart", "surface", "map"), _picture),
    "numbers": _numbers,
    "script": _script,
}
