"""What is remembered, and what becomes of a file that says nonsense, cannot be read or cannot be written."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, QSize

from gdviz.app.settings import LEAST_ROOM, PACE, Settings, bring_back
from gdviz.app.start import Program, system_theme
from gdviz.core.experiment import Experiment
from gdviz.views.curve_choices import Look
from gdviz.views.theme import PROJECTOR

Make = Callable[[], Program]

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


def written(home: Path, content: bytes | str) -> Path:
    """A settings file with that content."""
    home.mkdir(exist_ok=True)
    path = home / "settings.ini"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def stored(home: Path, **values: Any) -> Settings:
    """Settings read from a file that Qt wrote with those values."""
    store = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    for name, value in values.items():
        store.setValue(name, value)
    store.sync()
    return Settings()


def test_without_a_file_everything_is_as_at_the_first_start(own_home: Path) -> None:
    settings = Settings()
    assert (settings.experiment(), settings.theme()) == (Experiment(), "system")
    assert settings.damaged == ""
    assert not own_home.exists()


def test_what_was_set_is_there_the_next_time(make_program: Make) -> None:
    first = make_program()
    first.session.set_experiment(OTHER)
    first.session.set_pace(15)
    first.choose_theme("contrast")
    first.window.close()
    again = make_program()
    assert again.session.experiment == OTHER
    assert again.session.pace == 15
    assert again.settings.theme() == "contrast"
    assert again.window._menus.theme_actions["contrast"].isChecked()


def test_as_fast_as_it_can_is_remembered_too(own_home: Path, make_program: Make) -> None:
    stored(own_home, view='{"pace": 0}')
    assert make_program().session.pace == 0


def test_settings_of_another_folder_touch_nothing_of_the_users(own_home: Path, tmp_path: Path) -> None:
    path = written(own_home, "[General]\ntheme=dark\n")
    before = path.read_bytes()
    settings = Settings(tmp_path / "other")
    assert settings.theme() == "system"
    settings.set_theme("light")
    settings._store.sync()
    assert path.read_bytes() == before
    assert Settings(tmp_path / "other").theme() == "light"


DAMAGED = {
    "noise": bytes(range(256)) * 8,
    "zeros": b"\0" * 512,
    "a web page": b"<html><body>login</body></html>",
    "cut off": b"[General\npace=3\n",
    "another encoding": "[General]\npace=3\n".encode("utf-16"),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_and_told(own_home: Path, content: bytes, make_program: Make) -> None:
    path = written(own_home, content)
    program = make_program()
    aside = own_home / "settings.damaged"
    assert program.settings.damaged == (
        f"The settings could not be read and start afresh; the damaged file was kept as {aside}."
    )
    assert program.window.notice.label.text() == program.settings.damaged
    assert aside.read_bytes() == content
    assert not path.exists()
    assert (program.session.experiment, program.session.pace) == (Experiment(), PACE)
    program.window.close()
    again = Settings()
    assert again.damaged == ""
    assert again.experiment() == Experiment()


@pytest.mark.parametrize("content", [b"", b"\n\n", b"[General]\n", b"[General]\npace=5\n", b"[Other]\nx=1\n"])
def test_a_file_with_little_in_it_is_not_damaged(own_home: Path, content: bytes) -> None:
    path = written(own_home, content)
    assert Settings().damaged == ""
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_set_aside(own_home: Path) -> None:
    (own_home / "settings.ini").mkdir(parents=True)
    assert "start afresh" in Settings().damaged
    assert (own_home / "settings.damaged").is_dir()


def test_where_nothing_can_be_kept_a_sentence_says_so(
    own_home: Path, make_program: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Settings().unkept() == ""
    real = os.access
    # A read-only disk refuses everybody, also whoever runs these tests.
    monkeypatch.setattr("os.access", lambda path, mode, **more: not mode & os.W_OK and real(path, mode, **more))
    program = make_program()
    told = f"Settings and backups are not kept: {own_home.parent} cannot be written to."
    assert program.window.notice.label.text() == told
    program.voice.speak("de")
    program.session.report(program.settings.unkept())
    assert "nicht aufgehoben" in program.window.notice.label.text()
    program.window.close()


def test_a_full_disk_is_told_at_the_start(own_home: Path, make_program: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(own_home.parent)
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage._replace(free=LEAST_ROOM - 1))
    program = make_program()
    told = f"Settings and backups are not kept: there is no room left on the disk of {own_home.parent}."
    assert program.window.notice.label.text() == told
    program.window.close()


def test_a_file_in_place_of_the_home_is_told_too(own_home: Path) -> None:
    own_home.write_text("")
    assert "cannot be written to" in Settings().unkept()
    assert Settings(own_home / "deeper").unkept() == Settings().unkept()


def test_a_damaged_file_that_cannot_be_set_aside_is_told(own_home: Path) -> None:
    written(own_home, DAMAGED["zeros"])
    (own_home / "settings.damaged").mkdir()
    settings = Settings()
    assert settings.damaged == (
        f"The settings in {own_home / 'settings.ini'} could not be read and start afresh: Is a directory."
    )
    assert settings.experiment() == Experiment()


@pytest.mark.parametrize("theme", ["pink", "", "Dark", "../dark", 3])
def test_a_theme_that_is_none_is_ignored(own_home: Path, theme: Any) -> None:
    assert stored(own_home, theme=theme).theme() == "system"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "3",
        '"adam"',
        "[" * 100_000,
        '{"landscape": "moon"}',
        '{"landscape": []}',
        '{"learning_rate": NaN}',
        '{"learning_rate": -1}',
        '{"epochs": 1e999}',
        '{"epochs": null}',
        '{"units": 5}',
        '{"units": [0]}',
        '{"units": null}',
        '{"colour": "red"}',
        '{"optimizer_parameters": [["beta_1"]]}',
        '{"optimizer_parameters": [["beta_1", "x"]]}',
        '{"optimizer_parameters": [["beta_1", 7]]}',
        '{"optimizer_parameters": {"beta_1": 0.5}}',
        '{"optimizer": "sgd", "optimizer_parameters": [["beta_1", 0.5]]}',
    ],
)
def test_an_experiment_that_cannot_be_is_ignored(own_home: Path, text: str) -> None:
    assert stored(own_home, experiment=text).experiment() == Experiment()


def test_an_experiment_of_an_older_version_keeps_what_it_says(own_home: Path) -> None:
    text = json.dumps({"learning_rate": 0.5, "data": "wine"})
    assert stored(own_home, experiment=text).experiment() == Experiment(learning_rate=0.5, data="wine")


def test_nonsense_about_the_window_does_not_stop_it(own_home: Path, make_program: Make) -> None:
    stored(own_home, geometry="far left", columns=b"\1\2\3")
    program = make_program()
    assert program.settings.damaged == ""
    assert program.window.width() >= program.window.minimumWidth()
    stored(own_home, geometry=b"\1\2\3", columns=7)
    assert make_program().window.width() >= program.window.minimumWidth()


def test_the_projector_is_remembered_and_makes_everything_larger(own_home: Path, make_program: Make) -> None:
    first = make_program()
    usual = first.window.panel.font().pointSizeF()
    first.window._menus.actions_by_name["projector_chosen"].trigger()
    assert first.window.panel.font().pointSizeF() == pytest.approx(PROJECTOR * usual, abs=0.2)
    first.window.close()
    again = make_program()
    assert again.settings.projector()
    assert again.window._menus.actions_by_name["projector_chosen"].isChecked()
    assert again.window.transport.train.font().pointSizeF() == pytest.approx(PROJECTOR * usual, abs=0.2)
    again.choose_projector(False)
    assert again.window.panel.font().pointSizeF() == usual


@pytest.mark.parametrize("text", ["", "maybe", "3", "[]"])
def test_a_projector_that_is_neither_on_nor_off_is_off(own_home: Path, text: str) -> None:
    assert stored(own_home, projector=text).projector() is False


def test_how_the_views_were_is_remembered(own_home: Path, make_program: Make) -> None:
    first = make_program()
    look = Look(("loss", "learning_rate"), "step", "strong", log=True)
    first.window.losses.set_look(look)
    first.window.pictures.prefer("map")
    first.window.pictures.view("map").scale_box.activated.emit(2)
    first.window.close()
    again = make_program()
    assert again.window.losses.look == look
    assert again.window.pictures.preferred == "map"
    assert [again.window.pictures.view(name).scale_chosen for name in ("surface", "map", "curve")] == ["log"] * 3


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"curves": 3, "picture": [], "pace": "fast"}', '{"curves": "{", "scale": 1, "pace": NaN}', "[" * 9999],
)
def test_nonsense_about_the_views_is_ignored(own_home: Path, make_program: Make, text: str) -> None:
    stored(own_home, view=text)
    program = make_program()
    assert program.window.losses.look == Look()
    assert program.window.pictures.preferred in ("surface", "map")
    assert program.window.pictures.view("map").scale_chosen == "auto"
    assert program.session.pace == PACE


def test_a_window_whose_screen_is_gone_comes_back(make_program: Make) -> None:
    window = make_program().window
    room = window.screen().availableGeometry()
    for x, y in ((room.right() + 5000, 40), (-9000, 40), (100, -3000), (100, room.bottom() + 900)):
        window.move(x, y)
        bring_back(window)
        assert room.contains(QRect(window.pos(), QSize(200, 20)))
    window.resize(room.width() + 4000, room.height() + 4000)
    window.move(room.right() + 5000, 0)
    bring_back(window)
    assert window.width() <= max(room.width(), window.minimumWidth())


def test_a_window_that_can_be_taken_hold_of_stays(make_program: Make) -> None:
    window = make_program().window
    window.move(window.screen().availableGeometry().topLeft() + QPoint(30, 40))
    before = window.pos()
    bring_back(window)
    assert window.pos() == before


def test_full_screen_comes_and_goes_by_key(make_program: Make) -> None:
    window = make_program().window
    for on in (True, False):
        window.toggle_full_screen()
        assert window.isFullScreen() is on


def test_the_system_says_which_theme(program: Program) -> None:
    assert system_theme(program._application) in ("light", "dark", "contrast")


def test_a_home_that_cannot_be_written_troubles_nobody(own_home: Path, make_program: Make) -> None:
    own_home.write_text("a file where the folder would be")
    program = make_program()
    assert program.settings.damaged == ""
    program.choose_theme("dark")
    program.session.set_experiment(OTHER)
    program.window.close()
    assert not program.window.isVisible()
    assert own_home.read_text() == "a file where the folder would be"
