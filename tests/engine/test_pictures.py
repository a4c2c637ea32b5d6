import io
import os
import re
from pathlib import Path

import numpy as np
import pytest
from support.landscapes import bowl, line_of, run_down, run_of, slice_of, surface_of

from gdviz.core.experiment import Experiment
from gdviz.core.files import UserError
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.engine.film import FRAMES_PER_SECOND, REST, film
from gdviz.engine.pictures import DRAWN, Look, Subject, path_points, picture
from gdviz.engine.solid import Solid

LOOK = Look(
    background="#101010",
    text="#eeeeee",
    muted="#aaaaaa",
    border="#444444",
    loss="#ff0000",
    val_loss="#00ff00",
    accuracy="#0000ff",
    val_accuracy="#ffff00",
    path="#ffffff",
    ball="#ff00ff",
    runner_colors=("#00ffff",),
    colormap="viridis",
)
POINTS = [(2.5, 2.0), (1.5, 0.5), (1.2, -0.2), (1.0, -0.5)]


def with_epochs(trajectory: Trajectory, losses: list[float], accuracy: float = np.nan) -> Trajectory:
    """The run with one more step that ends as many epochs."""
    count = len(losses)
    weights = np.repeat(trajectory.last_weights[None, None], count, axis=0)
    column = np.array(losses, np.float32)[:, None]
    ends = trajectory.count + 1 + np.arange(count)
    hits = np.full((count, 1), accuracy, np.float32)
    trajectory.append(Steps(weights, column, column, column, column, ends, column, hits, column * 2, hits))
    return trajectory


def on_bowl(accuracy: float = 0.5) -> Subject:
    trajectory = with_epochs(run_down(bowl, POINTS), [3.0, 2.0, np.nan, 1.0], accuracy)
    other = with_epochs(run_down(bowl, POINTS[::-1]), [5.0, 4.0])
    runners = (Runner("other $1$ & <2>", Experiment(), other), Runner("hidden", Experiment(), other, 1, shown=False))
    return Subject("50 % $x$ <b>", trajectory, surface_of(bowl), runners, "caption $", "verdict_^")


SUBJECTS = {
    "bowl": on_bowl(),
    "no accuracy": on_bowl(np.nan),
    "slice": Subject("s", run_of(np.eye(3), np.arange(3)), slice_of(surface_of(bowl), 0.9, 0.1)),
    "curve": Subject("c", run_of([[0.0], [1.0], [2.0]], [9.0, 4.0, 1.0]), line_of(lambda w: (w - 3) ** 2, -2, 8)),
    "no surface": Subject("n", run_of(np.eye(3), np.arange(3))),
    "another surface": Subject("a", run_of(np.eye(3), np.arange(3)), surface_of(bowl)),
    "infinite": Subject("i", run_of([[0, 0], [1e9, 1e9]], [1, np.inf]), surface_of(np.full((5, 5), np.inf))),
}


def pixels(content: bytes) -> np.ndarray:
    from PIL import Image

    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


def has(image: np.ndarray, color: str) -> bool:
    wanted = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])
    return bool((np.abs(image.astype(int) - wanted).max(axis=-1) < 12).any())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *(("infinite", kind) for kind in DRAWN),
        *(("no surface", kind) for kind in DRAWN),
        ("another surface", "map"),
        ("slice", "surface"),
        ("curve", "surface"),
        ("curve", "chart"),
    ],
)
def test_every_picture_of_everything_can_be_drawn(name: str, kind: str) -> None:
    image = pixels(picture(SUBJECTS[name], LOOK, kind, (480, 270)))
    assert image.shape == (270, 480, 3)
    assert has(image, LOOK.background)


@pytest.mark.parametrize(
    ("kind", "colors"), [("chart", ["loss", "val_loss"]), ("surface", ["ball"]), ("map", ["ball"])]
)
def test_what_should_be_seen_is_there(kind: str, colors: list[str]) -> None:
    image = pixels(picture(SUBJECTS["bowl"], LOOK, kind, (960, 540)))
    assert all(has(image, getattr(LOOK, color)) for color in colors)
    assert has(image, LOOK.runner_colors[0])


def test_what_a_ridge_hides_is_known_and_what_lies_before_it_is_seen() -> None:
    ridge = surface_of(lambda w: -np.abs(w[1]) + 0 * w[0])
    heights = 1.0 - np.abs(ridge.y)[:, None] / 3 + 0 * ridge.x
    solid = Solid(ridge, heights, (0.0, 10.0))
    before, behind, above, nowhere = [0, -1.5, 0.5], [0, 1.5, 0.5], [0, 1.5, 3.0], [np.nan, 0, 0]
    assert solid.hidden(np.array([before, behind, above, nowhere], float)).tolist() == [False, True, False, False]


def test_a_picture_may_be_as_large_as_4k() -> None:
    assert pixels(picture(SUBJECTS["no accuracy"], LOOK, "chart", (3840, 2160))).shape == (2160, 3840, 3)


@pytest.mark.parametrize(("form", "begin"), [("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_vectors_too(form: str, begin: bytes) -> None:
    content = picture(SUBJECTS["bowl"], LOOK, "map", (960, 540), form)
    assert content.startswith(begin)
    assert not re.search(rb"CreationDate|<dc:date>", content)


def test_the_path_ends_where_it_is_asked_to_and_stays_inside() -> None:
    subject = SUBJECTS["bowl"]
    np.testing.assert_allclose(path_points(subject, subject.trajectory, 2)[:, :2], POINTS[:3], atol=1e-5)
    far = run_of([[0.0, 0.0], [50.0, 0.0]], [1.0, 1.0])
    assert np.isnan(path_points(Subject("f", far, surface_of(bowl)), far)[1]).all()


@pytest.mark.parametrize("ending", [".mp4", ".gif"])
@pytest.mark.parametrize("kind", ["surface", "map"])
@pytest.mark.parametrize("name", ["bowl", "curve"])
def test_a_film_shows_the_path_growing(tmp_path: Path, name: str, kind: str, ending: str) -> None:
    if ending == ".mp4":
        pytest.importorskip("av")
    path = tmp_path / f"läufe & films{ending}"
    parts = list(film(path, SUBJECTS[name], LOOK, kind, (320, 180), seconds=0.4))
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    first, last, seconds = ends_of(path)
    assert first.shape == last.shape == (180, 320, 3)
    assert np.abs(first.astype(int) - last).max() > 100
    assert seconds == pytest.approx(0.4 + REST, abs=3 / FRAMES_PER_SECOND)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def ends_of(path: Path) -> tuple[np.ndarray, np.ndarray, float]:
    """First and last frame of a film, and its length."""
    if path.suffix == ".gif":
        from PIL import Image

        with Image.open(path) as image:
            first, seconds = np.asarray(image.convert("RGB")), 0.0
            for number in range(image.n_frames):
                image.seek(number)
                seconds += image.info["duration"] / 1000
            return first, np.asarray(image.convert("RGB")), seconds
    import av

    with av.open(str(path)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    return frames[0], frames[-1], len(frames) / FRAMES_PER_SECOND


@pytest.mark.parametrize("ending", [".mp4", ".gif"])
def test_a_film_that_is_stopped_leaves_nothing_and_the_old_one_stays(tmp_path: Path, ending: str) -> None:
    if ending == ".mp4":
        pytest.importorskip("av")
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"the old film")
    parts = film(path, SUBJECTS["curve"], LOOK, "map", (320, 180), seconds=1.0)
    next(parts)
    next(parts)
    parts.close()
    assert path.read_bytes() == b"the old film"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", [".mp4", ".gif"])
def test_a_full_disk_is_said_and_the_old_film_stays(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ending == ".mp4":
        pytest.importorskip("av")
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"the old film")
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device that is always full")

    def on_the_full_disk(**how: str) -> tuple[int, str]:
        link = tmp_path / "on the full disk"
        link.symlink_to(full)
        return os.open(os.devnull, os.O_RDONLY), str(link)

    monkeypatch.setattr("tempfile.mkstemp", on_the_full_disk)
    with pytest.raises(UserError, match=r"could not be written: No space left on device"):
        list(film(path, SUBJECTS["curve"], LOOK, "map", (320, 180), seconds=0.2))
    assert path.read_bytes() == b"the old film"
    assert list(tmp_path.iterdir()) == [path]
