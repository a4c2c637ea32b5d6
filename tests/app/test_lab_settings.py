"""The administrator's settings: below the users' own, locked where he says so, told and left out where wrong."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gdviz import cli
from gdviz.app.lab_settings import LabSettings, read_lab_settings
from gdviz.app.settings import Settings
from gdviz.app.start import Program
from gdviz.core.experiment import Experiment

Make = Callable[[], Program]

EVERYTHING = """
language = "de"
theme = "contrast"
projector = true
lessons = ["03-too-fast", "01-downhill"]
locked = ["language", "theme", "projector", "optimizer", "batch_size"]

[experiment]
optimizer = "sgd"
learning_rate = 0.05
"""
SGD = Experiment(optimizer="sgd", learning_rate=0.05)


@pytest.fixture
def lab_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's administrator keeps his settings."""
    file = tmp_path / "lab" / "settings.toml"
    file.parent.mkdir()
    monkeypatch.setenv("GDVIZ_LAB", str(file))
    return file


def test_everything_that_can_be_set_is_read(lab_file: Path) -> None:
    lab_file.write_text(EVERYTHING, encoding="utf-8-sig")
    locked = frozenset({"language", "theme", "projector", "optimizer", "batch_size"})
    lessons = ("03-too-fast", "01-downhill")
    assert read_lab_settings() == LabSettings("de", "contrast", True, lessons, locked, SGD, lab_file)


def test_the_first_file_counts_and_none_is_none(tmp_path: Path) -> None:
    files = [tmp_path / "system.toml", tmp_path / "beside.toml"]
    assert read_lab_settings(files) == LabSettings()
    files[1].write_text('theme = "dark"')
    assert read_lab_settings(files).theme == "dark"
    files[0].write_text('theme = "light"')
    assert read_lab_settings(files).theme == "light"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('theme = "pink"', "Its theme names 'pink'. Expected one of system, light, dark, contrast."),
        ('language = "tlh"', "Its language names 'tlh'. Expected one of en, de."),
        ('lessons = ["99"]', "Its lessons names '99'. Expected one of 01-downhill"),
        ('lessons = "01-downhill"', "Its lessons is '01-downhill'. Expected a list."),
        ('locked = ["gravity"]', "Its locked names 'gravity'. Expected one of language"),
        ("locked = [[]]", "Its locked names '[]'."),
        ('projector = "yes"', "Its projector is 'yes'. Expected true or false."),
        ("colour = 3", "It has the unknown entry 'colour'. Expected one of language, theme"),
        ("[experiment]\nlearning_rate = -3.0", "Learning rate was -3.0. Expected a number from"),
        ("[experiment]\nspeed = 3", "An experiment has the unknown setting 'speed'"),
        ("experiment = 3", "An experiment was no table of settings"),
        ("theme = light", "It is no TOML: Invalid value (at line 1, column 9)"),
        ("theme = 'd\xe4rk'", "It is no TOML: 'utf-8' codec can't decode"),
    ],
)
def test_a_mistake_is_told_and_the_whole_file_left_out(lab_file: Path, text: str, says: str) -> None:
    lab_file.write_text(f"projector = true\n{text}" if "projector" not in text else text, encoding="latin-1")
    found = read_lab_settings()
    assert found.problem.startswith(f"The administrator's settings in {lab_file} are left out. ")
    assert says.replace("line 1", "line 2") in found.problem
    assert found == LabSettings(source=lab_file, problem=found.problem)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything reads it")
def test_a_file_that_users_may_not_read_is_told(lab_file: Path) -> None:
    lab_file.write_text(EVERYTHING)
    lab_file.chmod(0)
    assert "It cannot be read: Permission denied. Expected a file that every user may read." in (
        read_lab_settings().problem
    )


def test_a_folder_in_place_of_the_file_is_told(lab_file: Path) -> None:
    lab_file.mkdir()
    assert "It cannot be read: Is a directory" in read_lab_settings().problem


def test_the_window_begins_as_he_says_and_what_he_locked_stays(lab_file: Path, make_program: Make) -> None:
    lab_file.write_text(EVERYTHING)
    program = make_program()
    window, panel, session = program.window, program.window.panel, program.session
    assert (session.experiment, program.learning.language) == (SGD, "de")
    assert [lesson.key for lesson in program.learning.shown_course.lessons] == ["03-too-fast", "01-downhill"]
    assert (program.settings.theme(), program.settings.projector()) == ("contrast", True)
    menus = window._menus
    for action in (menus.colours.menuAction(), menus.actions_by_name["projector_chosen"]):
        assert not action.isEnabled()
        assert action.text().endswith("(gesperrt durch die Administration)")
    (languages,) = [each for each in program.learn_menu.menu.actions() if each.menu() and not each.isEnabled()]
    assert "(" in languages.text()
    assert [name for name, row in panel.rows.items() if not row.isEnabled()] == ["optimizer", "batch_size"]
    assert panel.why_locked.text().startswith("Gesperrt durch die Administration dieses Rechners: Optimier")
    assert not panel.why_locked.isHidden()
    assert not session.set_experiment(Experiment(optimizer="adam", learning_rate=0.3))
    assert session.experiment == SGD
    assert "die Administration dieses Rechners" in window.notice.label.text()
    session.choose_landscape("himmelblau")
    assert (session.experiment.landscape, session.experiment.optimizer) == ("himmelblau", "sgd")
    session.set_up(Experiment(optimizer="adam"))
    assert session.experiment.optimizer == "adam"


def test_what_is_not_locked_is_the_users_own(lab_file: Path, make_program: Make) -> None:
    lab_file.write_text(EVERYTHING.replace("locked = [", "locked = [] #"))
    program = make_program()
    assert program.window.panel.why_locked.isHidden()
    program.choose_theme("dark")
    program.choose_projector(False)
    program.learning.set_language("en")
    program.session.set_experiment(Experiment(learning_rate=0.3))
    program.window.close()
    again = make_program()
    assert (again.settings.theme(), again.settings.projector(), again.learning.language) == ("dark", False, "en")
    assert again.session.experiment == Experiment(learning_rate=0.3)


def test_what_a_user_had_before_it_was_locked_gives_way(lab_file: Path) -> None:
    before = Settings()
    before.set_theme("dark")
    before._store.setValue(
        "experiment", '{"optimizer": "adam", "optimizer_parameters": [["beta_1", 0.5]], "epochs": 9}'
    )
    before._store.sync()
    lab_file.write_text(EVERYTHING)
    settings = Settings(lab=read_lab_settings())
    assert (settings.theme(), settings.experiment()) == ("contrast", Experiment(optimizer="sgd", epochs=9))


def test_a_wrong_file_is_said_in_the_window(lab_file: Path, make_program: Make) -> None:
    lab_file.write_text("theme = 3")
    program = make_program()
    assert "are left out. Its theme names '3'" in program.window.notice.label.text()
    assert program.session.locks.settings == frozenset()


def test_a_technician_checks_it_without_the_window(lab_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lab_file.write_text(EVERYTHING)
    assert cli.main(["settings"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1:] == [
        f"The administrator's settings: {lab_file}",
        "  language: de",
        "  theme: contrast",
        "  projector: True",
        "  lessons: 03-too-fast, 01-downhill",
        "  locked: batch_size, language, optimizer, projector, theme",
        "  experiment: optimizer sgd, learning_rate 0.05",
    ]
    lab_file.write_text("theme = 3")
    assert cli.main(["settings", str(lab_file)]) == 2
    assert "are left out. Its theme names '3'" in capsys.readouterr().err
    assert cli.main(["settings", str(lab_file.parent / "none.toml")]) == 2
    assert "There is no file" in capsys.readouterr().err
