"""The curves: what was recorded, infinities as gaps, and the values in words under the mouse."""

import re
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Signal
from support.landscapes import Announcer

from gdviz.core.diagnosis import Diagnosis, Evidence, diagnose
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.views.loss_view import CURVES, MOST_STEPS, LossView
from gdviz.views.theme import load_theme

LOSS = [1.0, 0.5, 0.25, 0.2, 0.15, 0.12]
VAL_LOSS = [1.1, 0.7, 0.5, 0.6, 0.7, 0.8]
ACCURACY = [0.3, 0.5, 0.7, 0.8, 0.9, 1.0]


class Speaker(Announcer):
    """What the curves see of a session."""

    diagnosis_changed = Signal(object)
    diagnosis: Diagnosis | None = None

    def train(self, trajectory: Trajectory | None) -> None:
        """A batch of steps arrived."""
        self.trajectory = trajectory
        self.trajectory_changed.emit(trajectory)

    def say(self, diagnosis: Diagnosis | None) -> None:
        """The doctor has spoken."""
        self.diagnosis = diagnosis
        self.diagnosis_changed.emit(diagnosis)


def run_with(loss: Any, val_loss: Any = None, accuracy: Any = None, per_epoch: int = 10) -> Trajectory:
    """A run with that history; each step's loss is its epoch's."""
    trajectory = Trajectory(np.zeros(1, np.float32), 1.0)
    unknown = [np.nan] * len(loss)
    mean, accurate, validated = (np.array(each or unknown, np.float32)[:, None] for each in (loss, accuracy, val_loss))
    steps = np.repeat(mean, per_epoch, axis=0)
    rate, ends = np.full_like(steps, 0.1), np.arange(1, len(loss) + 1) * per_epoch
    trajectory.append(Steps(steps[:, :, None], steps, steps, steps, rate, ends, mean, accurate, validated, accurate))
    return trajectory


def seen_at(verdict: str, *epochs: int) -> Diagnosis:
    """A diagnosis whose first piece of evidence spans those epochs."""
    return Diagnosis(verdict, 0.9, "It is so.", (Evidence("what", epochs, 1.0, 0.5, 1.0),), "Do this.", {})


@pytest.fixture
def session() -> Speaker:
    return Speaker()


@pytest.fixture
def view(session: Speaker, qtbot: Any) -> LossView:
    view = LossView(session)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(500, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def drawn(view: LossView, name: str) -> tuple[list[float], list[float]]:
    """What one curve was given, however much of it is on the screen."""
    x, y = view.curves[name].getOriginalDataset()
    return ([], []) if x is None else (list(x), [float(value) for value in y])


def words(view: LossView) -> str:
    """The read-out without its colours."""
    return re.sub("<[^>]*>|&nbsp;", "", view.readout.text().replace("<br>", "\n"))


def hover(view: LossView, plot: str, epoch: float) -> None:
    """The mouse goes to an epoch in the middle of a plot, as it is once it has been painted."""
    view.grab()
    box = view.plots[plot].vb
    height = sum(box.viewRange()[1]) / 2
    view._plots.scene().sigMouseMoved.emit(box.mapViewToScene(QPointF(epoch, height)))


def test_before_the_first_epoch_it_says_what_to_do(view: LossView, session: Speaker) -> None:
    for trajectory in (None, Trajectory(np.zeros(1, np.float32), 1.0)):
        session.train(trajectory)
        assert words(view) == "Press Train: the curves grow here."
        assert view.heading.text() == "Loss curves"
        assert all(drawn(view, name) == ([], []) for name in CURVES)


def test_the_history_is_drawn_epoch_by_epoch(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    for name, values in (("loss", LOSS), ("val_loss", VAL_LOSS), ("accuracy", ACCURACY), ("val_accuracy", ACCURACY)):
        x, y = drawn(view, name)
        assert x == [1, 2, 3, 4, 5, 6]
        assert y == pytest.approx(values)


def test_a_run_that_is_there_already_is_drawn_at_once(session: Speaker, qtbot: Any) -> None:
    session.trajectory = run_with(LOSS)
    view = LossView(session)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    assert drawn(view, "loss")[1] == pytest.approx(LOSS)


def test_the_newest_of_many_batches_is_drawn_in_the_end(view: LossView, session: Speaker, qtbot: Any) -> None:
    for count in range(1, 7):
        session.train(run_with(LOSS[:count]))
    qtbot.waitUntil(lambda: len(drawn(view, "loss")[0]) == 6)
    assert "loss: ━ training 0.12" in words(view)


def test_another_run_takes_the_place_of_the_one_before(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    session.train(run_with([5.0, 4.0]))
    qtbot.waitUntil(lambda: drawn(view, "loss")[1] == [5, 4])
    assert drawn(view, "val_loss") == drawn(view, "accuracy") == ([], [])


def test_what_is_no_number_is_a_gap(view: LossView, session: Speaker) -> None:
    session.train(run_with([1.0, np.inf, 3.0, np.nan, -np.inf, 4.0]))
    y = drawn(view, "loss")[1]
    assert [value for value in y if np.isfinite(value)] == [1, 3, 4]
    assert len(y) == 6
    assert not np.isinf(view.steps.getOriginalDataset()[1]).any()
    view.grab()


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "loss", [[np.nan] * 4, [np.inf, 1.0], [0.0] * 5, [-1.0, -2.0, 3.0], [1e-30, 1e30], [2.0]], ids=str
)
def test_no_curve_stops_it(view: LossView, session: Speaker, loss: list[float], log: bool) -> None:
    view.log.setChecked(log)
    session.train(run_with(loss, loss))
    view.grab()
    hover(view, "loss", 1)
    view.grab()


def test_the_log_button_draws_powers_of_ten(view: LossView, session: Speaker) -> None:
    session.train(run_with([1.0, 0.1, 0.01]))
    view.grab()
    linear, log = (-0.2, 1.2), (-2.2, 0.2)
    low, high = view.plots["loss"].viewRange()[1]
    assert linear[0] < low <= 0.01
    assert 1 <= high < linear[1]
    view.log.click()
    assert view.log.isChecked()
    assert view.plots["loss"].getAxis("left").logMode
    assert not view.plots["accuracy"].getAxis("left").logMode
    view.grab()
    low, high = view.plots["loss"].viewRange()[1]
    assert log[0] < low <= -2
    assert 0 <= high < log[1]
    assert view.curves["loss"].getData()[1] == pytest.approx([0, -1, -2])
    assert "training 0.01" in words(view)
    view.log.click()
    assert view.curves["loss"].getData()[1] == pytest.approx([1, 0.1, 0.01])


def test_the_newest_values_are_in_words_and_in_the_colours_of_their_lines(view: LossView, session: Speaker) -> None:
    theme = load_theme("light")
    view.set_theme(theme)
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    assert view.heading.text() == "Loss curves \u00b7 epoch 6"
    assert words(view).splitlines() == [
        "loss: \u2501 training 0.12  \u254d validation 0.8",
        "accuracy: \u2501 training 100.0%  \u254d validation 100.0%",
    ]
    for name in CURVES:
        assert getattr(theme, name) in view.readout.text()


def test_under_the_mouse_are_the_values_of_that_epoch(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    for plot in view.plots:
        hover(view, plot, 3.2)
        assert view.heading.text() == "Loss curves \u00b7 epoch 3"
        assert "training 0.25" in words(view)
        assert "validation 0.5" in words(view)
        assert "training 70.0%" in words(view)
        assert all(line.isVisible() and line.value() == 3 for line in view._cross)


def test_the_mouse_outside_shows_the_newest_again(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS))
    hover(view, "loss", 2)
    view._plots.scene().sigMouseMoved.emit(QPointF(-50, -50))
    assert "training 0.12" in words(view)
    assert not any(line.isVisible() for line in view._cross)


def test_the_mouse_over_empty_plots_is_harmless(view: LossView) -> None:
    hover(view, "loss", 3)
    assert words(view) == "Press Train: the curves grow here."
    assert not any(line.isVisible() for line in view._cross)


def test_without_accuracy_the_loss_has_all_the_room(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    assert not view.plots["accuracy"].isVisible()
    assert "accuracy" not in words(view)
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    qtbot.waitUntil(view.plots["accuracy"].isVisible)


def test_each_steps_own_loss_is_behind_its_epoch(view: LossView, session: Speaker) -> None:
    session.train(run_with([3.0, 2.0], per_epoch=4))
    x, y = view.steps.getOriginalDataset()
    assert list(x) == [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]
    assert list(y) == [3, 3, 3, 3, 2, 2, 2, 2]


def test_a_long_run_has_no_more_points_than_can_be_seen(view: LossView, session: Speaker) -> None:
    session.train(run_with([1.0] * 30, per_epoch=1000))
    assert len(view.steps.getOriginalDataset()[0]) <= MOST_STEPS


def test_where_an_epoch_is_a_step_nothing_is_drawn_twice(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, per_epoch=1))
    x, _ = view.steps.getOriginalDataset()
    assert x is None or not len(x)
    assert len(drawn(view, "loss")[0]) == 6


@pytest.mark.parametrize(
    ("verdict", "marked"),
    [
        ("overfitting", True),
        ("diverging", True),
        ("lr_too_high", True),
        ("lr_too_low", True),
        ("converged", False),
        ("still_improving", False),
        ("unclear", False),
    ],
)
def test_what_is_wrong_is_marked_where_it_was_seen(
    view: LossView, session: Speaker, verdict: str, marked: bool
) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    session.say(seen_at(verdict, 3, 6))
    assert view._seen.isVisible() == marked
    if marked:
        assert view._seen.getRegion() == (2.5, 6.5)


def test_a_mark_goes_when_the_run_does_or_when_it_would_be_the_whole_curve(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    session.say(seen_at("overfitting", 3, 6))
    session.say(None)
    assert not view._seen.isVisible()
    session.say(seen_at("lr_too_low", 1, 6))
    assert not view._seen.isVisible()


def test_what_is_wrong_is_marked_also_when_the_doctor_speaks_before_the_curve(
    view: LossView, session: Speaker, qtbot: Any
) -> None:
    """So the session has it: a batch of epochs arrives, the doctor reads it, then everybody is told of the batch."""
    session.trajectory = run_with(LOSS, VAL_LOSS)
    session.say(seen_at("overfitting", 3, 6))
    session.trajectory_changed.emit(session.trajectory)
    assert len(drawn(view, "loss")[0]) == 6
    assert view._seen.isVisible()


def test_a_real_diagnosis_is_marked_within_the_curve(view: LossView, session: Speaker) -> None:
    loss = [1.0 * 0.9**epoch for epoch in range(40)]
    val_loss = [1.0 - 0.05 * min(epoch, 12) + 0.04 * max(0, epoch - 12) for epoch in range(40)]
    session.train(run_with(loss, val_loss))
    session.say(diagnose({"loss": loss, "val_loss": val_loss}))
    assert session.diagnosis is not None
    assert session.diagnosis.verdict == "overfitting"
    assert view._seen.isVisible()
    first, last = view._seen.getRegion()
    assert 1 <= first < last <= 40.5


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_theme_colours_the_curves(view: LossView, session: Speaker, name: str) -> None:
    theme = load_theme(name)
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    view.set_theme(theme)
    for curve, (_, _, style) in CURVES.items():
        pen = view.curves[curve].opts["pen"]
        assert pen.color().name() == getattr(theme, curve)
        assert pen.style() == style
    assert view._plots.backgroundBrush().color().name() == theme.panel


def test_it_and_its_button_have_names_for_a_screen_reader(view: LossView) -> None:
    assert view.accessibleName() == "Loss curves"
    assert view.log.accessibleName() == "Log scale"
