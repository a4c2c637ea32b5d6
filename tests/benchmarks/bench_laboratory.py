"""What the laboratory takes: a sweep and a map to their last curve, and each thing that can be taken away."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gdviz.core.experiment import Experiment
from gdviz.core.kept_run import KeptRun
from gdviz.core.session_file import SavedSession, read_session, write_session
from gdviz.core.trajectory import Trajectory
from gdviz.engine.descent import Command, descent
from gdviz.engine.keras_code import keras_code
from gdviz.engine.pictures import Subject
from gdviz.engine.runtime import prepare
from gdviz.engine.surface import surfaces
from gdviz.engine.sweep import sweep, variants
from gdviz.engine.trainer import CHUNK
from gdviz.views.export_dialog import look_of
from gdviz.worker.exporting import SIZES, Export, work_of

EXPERIMENT = Experiment()
FORMS = {
    "chart_png": ("chart", ".png", "1920 x 1080"),
    "chart_4k_png": ("chart", ".png", "3840 x 2160 (4K)"),
    "chart_svg": ("chart", ".svg", "1920 x 1080"),
    "surface_png": ("surface", ".png", "1920 x 1080"),
    "surface_4k_png": ("surface", ".png", "3840 x 2160 (4K)"),
    "surface_pdf": ("surface", ".pdf", "1920 x 1080"),
    "map_svg": ("map", ".svg", "1920 x 1080"),
    "film_mp4": ("film", ".mp4", "1280 x 720"),
    "film_gif": ("film", ".gif", "1280 x 720"),
    "numbers_csv": ("numbers", ".csv", "1280 x 720"),
    "numbers_npz": ("numbers", ".npz", "1280 x 720"),
}
"""Thing, ending and size of each export that is measured."""


def seconds(work: Callable[[], object]) -> dict[str, float]:
    """Seconds on the clock and of processor time."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return {"s": time.perf_counter() - clock, "cpu_s": time.process_time() - processor}


def done(steps: Iterator[Any]) -> Any:
    """The last thing that comes."""
    *_, last = steps
    return last


def trained() -> Trajectory:
    """The run that is taken away: iris, 900 steps."""
    generator = descent(EXPERIMENT)
    start: Any = next(generator)
    run = Trajectory(start.weights[0], float(start.loss[0]), float(start.val_loss[0]))
    try:
        while True:
            steps: Any = generator.send(Command(CHUNK, EXPERIMENT))
            run.append(steps)
    except StopIteration:
        return run


def measured() -> dict[str, dict[str, float]]:
    """Everything, in seconds."""
    prepare()
    rates = variants(EXPERIMENT, learning_rate=[10 ** (-4 + 0.125 * step) for step in range(32)])
    squares = variants(EXPERIMENT, batch_size=[8, 16, 32, 64], learning_rate=[10 ** (-4 + 0.5 * n) for n in range(8)])
    found = {"sweep_32_first": seconds(lambda: done(sweep(rates))), "sweep_32": seconds(lambda: done(sweep(rates)))}
    found["map_8_x_4_first"] = seconds(lambda: done(sweep(squares)))
    found["map_8_x_4"] = seconds(lambda: done(sweep(squares)))
    run = trained()
    _, weights, losses = run.thinned(300)
    subject = Subject("Iris flowers: Adam, 0.01", run, done(surfaces(EXPERIMENT, weights, losses, None)))
    with tempfile.TemporaryDirectory() as folder:
        for name, (thing, ending, size) in FORMS.items():
            wish = Export(thing, Path(folder) / f"a{ending}", subject, EXPERIMENT, look_of("dark"), SIZES[size])
            found[name] = seconds(lambda wish=wish: done(work_of(wish)()))  # type: ignore[misc]
        path = Path(folder) / "a.gdviz"
        saved = SavedSession(EXPERIMENT, tuple(KeptRun(str(n), EXPERIMENT, run) for n in range(10)))
        found["save_10_runs"] = seconds(lambda: write_session(path, saved))
        found["open_10_runs"] = seconds(lambda: read_session(path))
    found["script"] = seconds(lambda: keras_code(EXPERIMENT))
    return found


def main(json_path: str | None = None) -> None:
    """Prints what was measured, and writes it to ``json_path`` if one is given."""
    found = measured()
    for name, times in found.items():
        print(f"{name:18} {times['s']:7.2f} s  {times['cpu_s']:7.2f} s of processor time")
    if json_path is not None:
        with open(json_path, "w", encoding="utf-8") as file:
            json.dump(found, file, indent=2)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
