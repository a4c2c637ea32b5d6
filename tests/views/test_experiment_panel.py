"""The form: shows what the session has, changes it, and answers what cannot be."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QCheckBox, QComboBox, QLineEdit, QScrollBar, QWidget
from support.sessions import quiet_session

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.catalogue import CHOICES, LANDSCAPES
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.views.experiment_panel import MODEL_TOO, MORE, NETWORK_ONLY, ExperimentPanel
from gdviz.views.theme import load_theme
from gdviz.worker.session import Session

OTHER = Experiment(
    data="wine",
    units=(8, 4),
    optimizer="rmsprop",
    learning_rate=0.003,
    optimizer_parameters=(("momentum", 0.5), ("rho", 0.8)),
    epochs=33,
    batch_size=5,
    seed=9,
)


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with quiet_session() as session:
        yield session


@pytest.fixture
def panel(session: Session, qtbot: Any) -> ExperimentPanel:
    panel = ExperimentPanel(session)
    panel.set_theme(load_theme("light"))
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def problems(session: Session) -> list[str]:
    """What the person was told."""
    said: list[str] = []
    session.problem.connect(said.append)
    return said


def choose(box: QComboBox, key: str) -> None:
    """What a click on an entry does."""
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def type_in(qtbot: Any, box: QLineEdit, text: str) -> None:
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def shown(panel: ExperimentPanel) -> dict[str, Any]:
    """Every setting as the form shows it."""
    values: dict[str, Any] = {name: box.currentData() for name, box in panel.choices.items()}
    values.update({name: float(slider.box.text()) for name, slider in panel.sliders.items()})
    values["units"] = tuple(int(part) for part in panel.texts["units"].text().split(",") if part.strip())
    values["seed"] = int(panel.texts["seed"].text())
    values.update({name: panel.texts[name].text() for name in ("formula", "model")})
    values["formula"] = panel.texts["formula"].text()
    values["start"] = tuple(float(part) for part in panel.texts["start"].text().split(",") if part.strip())
    values.update({name: switch.isChecked() for name, switch in panel.switches.items()})
    return values


def settings_of(experiment: Experiment) -> dict[str, Any]:
    names = set(FIELDS) - {"optimizer_parameters", "landscape_parameters"}
    return {name: getattr(experiment, name) for name in names}


def test_there_is_a_row_for_every_setting_in_the_tables_order(panel: ExperimentPanel) -> None:
    assert list(panel.rows) == list(FIELDS)


def test_it_shows_what_the_session_has(panel: ExperimentPanel, session: Session) -> None:
    assert shown(panel) == settings_of(Experiment())
    session.set_experiment(OTHER)
    assert shown(panel) == settings_of(OTHER)
    assert {name: slider.value for name, slider in panel.groups["optimizer_parameters"].sliders.items()} == {
        "rho": 0.8,
        "momentum": 0.5,
        "epsilon": 1e-7,
        "weight_decay": 0.0,
    }
    session.undo()
    assert shown(panel) == settings_of(Experiment())


def test_showing_changes_nothing(panel: ExperimentPanel, session: Session) -> None:
    changes: list[Experiment] = []
    session.experiment_changed.connect(changes.append)
    panel.show_experiment(OTHER)
    panel.show_experiment(session.experiment)
    assert changes == []


@pytest.mark.parametrize(("name", "key"), [("data", "wine"), ("optimizer", "momentum")])
def test_a_choice_reaches_the_session(panel: ExperimentPanel, session: Session, name: str, key: str) -> None:
    choose(panel.choices[name], key)
    assert session.experiment == replace(Experiment(), **{name: key})


@pytest.mark.parametrize("key", [key for key in LANDSCAPES if key != "network"])
def test_a_landscape_comes_with_what_it_suggests(panel: ExperimentPanel, session: Session, key: str) -> None:
    choose(panel.choices["landscape"], key)
    assert session.experiment.landscape == key
    for name, value in LANDSCAPES[key].suggests.items():
        assert getattr(session.experiment, name) == value
    assert shown(panel) == settings_of(session.experiment)
    assert LANDSCAPES[key].sentence == panel._sentences["landscape"].text()
    unknown = set(NETWORK_ONLY) - set(MODEL_TOO if key == "model" else ())
    assert {name for name, row in panel.rows.items() if row.isHidden()} & set(NETWORK_ONLY) >= unknown
    assert panel.rows["model"].isHidden() == (key != "model")
    choose(panel.choices["landscape"], "network")
    assert not any(panel.rows[name].isHidden() for name in set(NETWORK_ONLY) - set(MORE))
    panel.more.click()
    assert not any(panel.rows[name].isHidden() for name in NETWORK_ONLY)


def test_choosing_what_is_chosen_keeps_everything(panel: ExperimentPanel, session: Session) -> None:
    session.set_experiment(OTHER)
    for name, box in panel.choices.items():
        choose(box, getattr(OTHER, name))
    assert session.experiment == OTHER


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("learning_rate", "0,44", 0.44),
        ("learning_rate", "1e-6", 1e-6),
        ("epochs", "5000", 5000),
        ("batch_size", "120", 120),
    ],
)
def test_a_typed_number_reaches_the_session(
    panel: ExperimentPanel, session: Session, qtbot: Any, name: str, text: str, value: float
) -> None:
    type_in(qtbot, panel.sliders[name].box, text)
    assert session.experiment == replace(Experiment(), **{name: value})
    assert type(getattr(session.experiment, name)) is FIELDS[name].kind


def test_a_dragged_slider_reaches_the_session_and_is_undone_at_once(panel: ExperimentPanel, session: Session) -> None:
    for notch in (600, 700, 833):
        panel.sliders["learning_rate"].slider.setValue(notch)
    assert session.experiment.learning_rate == pytest.approx(1.0, rel=0.01)
    session.undo()
    assert session.experiment == Experiment()
    assert panel.sliders["learning_rate"].slider.value() == 500


@pytest.mark.parametrize(
    ("text", "units"),
    [("32, 16", (32, 16)), ("8", (8,)), ("8 4", (8, 4)), ("8;4", (8, 4)), ("", ()), (" 5 ,, 6 ", (5, 6))],
)
def test_layers_are_read_in_every_spelling(
    panel: ExperimentPanel, session: Session, qtbot: Any, text: str, units: tuple[int, ...]
) -> None:
    type_in(qtbot, panel.texts["units"], text)
    assert session.experiment.units == units


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("units", "0", "Hidden layers was 0"),
        ("units", "16, wide", "Hidden layers was 'wide'"),
        ("units", "1 1 1 1 1 1 1 1 1", "Hidden layers were 9"),
        ("seed", "-1", "Seed was -1"),
        ("seed", "", "Seed was ''"),
        ("seed", "1.5", "Seed was 1.5"),
    ],
)
def test_what_cannot_be_is_answered_and_taken_back(
    panel: ExperimentPanel, session: Session, problems: list[str], qtbot: Any, name: str, text: str, says: str
) -> None:
    type_in(qtbot, panel.texts[name], text)
    assert session.experiment == Experiment()
    assert shown(panel) == settings_of(Experiment())
    assert len(problems) == 1
    assert says in problems[0]
    assert "Expected" in problems[0]


@pytest.mark.parametrize(("name", "text"), [("learning_rate", "0"), ("epochs", "2.5"), ("batch_size", "many")])
def test_a_refused_number_is_answered_and_taken_back(
    panel: ExperimentPanel, session: Session, problems: list[str], qtbot: Any, name: str, text: str
) -> None:
    type_in(qtbot, panel.sliders[name].box, text)
    assert session.experiment == Experiment()
    assert shown(panel) == settings_of(Experiment())
    assert len(problems) == 1
    assert problems[0].startswith(f"{FIELDS[name].label} was ")


def test_the_dice_throws_another_seed(panel: ExperimentPanel, session: Session) -> None:
    seeds = set()
    for _ in range(5):
        panel._dice.click()
        seeds.add(session.experiment.seed)
        assert panel.texts["seed"].text() == str(session.experiment.seed)
    assert len(seeds) > 1
    assert session.experiment == replace(Experiment(), seed=session.experiment.seed)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_an_optimiser_brings_its_own_parameters(panel: ExperimentPanel, session: Session, optimizer: str) -> None:
    session.set_experiment(OTHER)
    choose(panel.choices["optimizer"], optimizer)
    known = OPTIMIZERS[optimizer].parameters
    group = panel.groups["optimizer_parameters"]
    assert {*group.sliders, *group.switches} == set(known)
    assert panel.rows["optimizer_parameters"].isHidden() == (not known)
    if optimizer != OTHER.optimizer:
        assert session.experiment.optimizer_parameters == ()
        values = {name: slider.value for name, slider in group.sliders.items()}
        values |= {name: float(switch.isChecked()) for name, switch in group.switches.items()}
        assert values == {name: each.default for name, each in known.items()}
    names = [part.accessibleName() for part in group.findChildren(QLineEdit) + group.findChildren(QCheckBox)]
    assert set(names) >= {each.label for each in known.values()}


def test_a_parameter_reaches_the_session_and_back(panel: ExperimentPanel, session: Session, qtbot: Any) -> None:
    before = panel.groups["optimizer_parameters"].sliders["beta_1"]
    type_in(qtbot, before.box, "0,5")
    type_in(qtbot, panel.groups["optimizer_parameters"].sliders["epsilon"].box, "1e-3")
    assert session.experiment == replace(Experiment(), optimizer_parameters=(("beta_1", 0.5), ("epsilon", 1e-3)))
    # Only another optimiser has other sliders: these are still the ones somebody may be dragging.
    assert panel.groups["optimizer_parameters"].sliders["beta_1"] is before
    type_in(qtbot, before.box, "0.9")
    assert session.experiment.optimizer_parameters == (("epsilon", 1e-3),)


@pytest.mark.parametrize("text", ["1", "-0.1", "nan", "much", ""])
def test_a_parameter_out_of_range_is_answered(
    panel: ExperimentPanel, session: Session, problems: list[str], qtbot: Any, text: str
) -> None:
    type_in(qtbot, panel.groups["optimizer_parameters"].sliders["beta_1"].box, text)
    assert session.experiment == Experiment()
    assert panel.groups["optimizer_parameters"].sliders["beta_1"].box.text() == "0.9"
    (said,) = problems
    assert said.startswith("beta 1 was ")
    assert "Expected a number from 0 to 0.999." in said


def named(widget: QWidget) -> list[QWidget]:
    """Everything in a widget that a person can use."""
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    return [
        each for each in widget.findChildren(QWidget) if isinstance(each, kinds) and not isinstance(each, QScrollBar)
    ]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_everything_that_can_be_used_has_a_name_for_a_screen_reader(
    panel: ExperimentPanel, session: Session, optimizer: str
) -> None:
    session.set_experiment(replace(Experiment(), optimizer=optimizer))
    parts = named(panel)
    assert len(parts) >= 3 + 2 * 3 + 3 + 2 * len(OPTIMIZERS[optimizer].parameters)
    assert [part for part in parts if not part.accessibleName()] == []
    assert [part.accessibleName() for part in parts if not part.toolTip() and not part.parentWidget().toolTip()] == []
    assert panel.accessibleName() == "Experiment"


def test_every_entry_of_a_list_explains_itself(panel: ExperimentPanel) -> None:
    for name, box in panel.choices.items():
        for index in range(box.count()):
            entry = CHOICES[name][box.itemData(index)]
            assert box.itemText(index) == entry.title
            assert box.itemData(index, Qt.ItemDataRole.ToolTipRole) == entry.sentence
