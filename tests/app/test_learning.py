"""What is learnt in the window, apart from the lessons' own ways: kept, locked, answered, printed, handed in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPdfWriter, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QWhatsThis
from support.waiting import PATIENCE, until_state

from gdviz.app.learning import Learning
from gdviz.app.start import Program
from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import validated
from gdviz.lessons.checks import Facts, Past
from gdviz.lessons.class_files import Pack, read_pack, read_result, write_pack
from gdviz.lessons.library import own_folder
from gdviz.lessons.model import Preset
from gdviz.lessons.questions import EXAMPLES, Number, Order, Pick, Question, Sketch
from gdviz.views.card_sheets import paint_cards, write_pdf

LESSON = 'title = "{}"\ngoal = "g"\n[[step]]\ntitle = "s"\ntext = "t"\n'

PACK = Pack(
    "10b",
    "0123",
    ("02-floor", "ours"),
    ("learning_rate",),
    (Preset("pack1", "Asleep", "Too low.", False, Experiment("square", optimizer="sgd", learning_rate=0.01)),),
    projector=True,
    setup=Experiment("square", optimizer="sgd", learning_rate=0.1),
    files={"lessons/en/ours.toml": LESSON.format("Ours")},
)


def wrong_answer(question: Question) -> Any:
    """An answer that is not right."""
    tries: list[Any] = [0, 1] if isinstance(question, Pick) else ["123456"] if isinstance(question, Number) else []
    tries += [list(reversed(question.accepted()))] if isinstance(question, Order) else []
    tries += [EXAMPLES["flat"], EXAMPLES["rises"]] if isinstance(question, Sketch) else []
    return next(each for each in tries if not question.judged(each).right)


@pytest.fixture
def learning(program: Program) -> Learning:
    """Without TensorFlow: nothing here trains."""
    return program.learning


def test_a_lesson_is_taken_up_where_it_was_left(make_program: Callable[[], Program]) -> None:
    learning = make_program().learning
    lesson = learning.course.lessons[2]
    learning.open_lesson(lesson, 1)
    answer_wrongly(learning)
    again = make_program().learning
    again.open_lesson(again.course.lessons[2])
    assert again.player.number == 1
    assert not again.progress.bets["03-too-fast/2"].right
    again._on_reset(again.course.lessons[2])
    assert "03-too-fast/2" not in again.progress.bets
    assert "03-too-fast" not in again.progress.at


def answer_wrongly(learning: Learning) -> str:
    """Gives a wrong answer; returns what should be said to it."""
    player = learning.player
    ask = player.step.ask
    assert ask is not None
    wrong = wrong_answer(ask)
    player.question.give(wrong)
    player.question.buttons[0].click()
    return ask.judged(wrong).why


def test_a_wrong_answer_gets_its_sentence_and_another_try(learning: Learning) -> None:
    learning.open_lesson(learning.course.lessons[3], 1)
    player = learning.player
    assert not player.step.predicts
    why = answer_wrongly(learning)
    assert why in QTextDocumentFragment.fromHtml(player.outcome_text.text()).toPlainText()
    assert player.phase == "ask"
    assert not player.next.isEnabled()
    player.question.give(player.step.ask.accepted())
    player.question.buttons[0].click()
    assert player.phase == "done"
    assert player.next.isEnabled()


def test_nothing_runs_before_the_bet_and_hints_come_one_by_one(learning: Learning) -> None:
    learning.open_lesson(learning.course.lessons[2])
    player, transport = learning.player, learning.window.transport
    assert not transport.isEnabled()
    assert not player.question.buttons[0].isEnabled()
    answer_wrongly(learning)
    assert transport.isEnabled()
    assert player.hint_text.text() == ""
    player.hint.click()
    assert player.hint_text.text() == player.step.hints[0]
    player.hint.click()
    assert player.hint_text.text() == "\n".join(player.step.hints)
    assert player.hint.isHidden()


def test_a_lesson_locks_and_hides_and_gives_back(learning: Learning) -> None:
    rows = learning.window.panel.rows
    learning.open_lesson(learning.course.lessons[2], 2)
    assert rows["learning_rate"].isEnabled()
    assert not rows["optimizer"].isEnabled()
    assert not rows["optimizer"].isHidden()
    assert rows["epochs"].isHidden()
    learning.dock.close()
    assert all(row.isEnabled() for row in rows.values())
    assert not rows["epochs"].isHidden()
    assert learning.window.transport.isEnabled()


def test_checks_are_ticked_one_by_one(learning: Learning) -> None:
    learning.open_lesson(learning.course.lessons[2], 2)
    player = learning.player
    setup = learning.session.experiment
    runs = [Past(replace(setup, learning_rate=rate), (9.0, 8.0)) for rate in (1.2, 1.1, 0.9)]
    player.watcher.facts_changed.emit(Facts(setup, tuple(runs)))
    assert player.tasks.text().count("\u2714") == 1
    assert player.phase == "do"
    good = Past(replace(setup, learning_rate=0.8), (9.0, 0.001))
    player.watcher.facts_changed.emit(Facts(setup, (*runs, good)))
    assert player.phase == "done"


def test_the_language_changes_at_run_time_and_the_place_stays(learning: Learning) -> None:
    learning.open_lesson(learning.course.lessons[1], 1)
    assert learning.player.next.text() == "Next"
    learning.set_language("de")
    assert learning.player.number == 1
    assert learning.player.title.text() == "Die Schleife kennt die Antwort nicht"
    assert learning.player.next.text() == "Weiter"
    titles = [action.text() for action in learning.window.menuBar().actions()]
    assert titles[-2:] == ["&Lernen", "&Hilfe"]
    learning.set_language("en")
    assert learning.player.next.text() == "Next"


def test_links_open_the_card_of_a_term_over_the_lesson(learning: Learning) -> None:
    learning.open_lesson(learning.course.lessons[0])
    assert "term:landscape" in learning.player.text.text()
    learning.player.text.linkActivated.emit("term:landscape")
    assert any(each.isVisible() for each in QApplication.topLevelWidgets())
    QWhatsThis.hideText()
    assert learning.dock.stack.currentWidget() is learning.player


def test_the_glossary_is_searched(learning: Learning) -> None:
    learning.open_glossary("gradient")
    assert learning.dock.stack.currentWidget() is learning.glossary
    learning.glossary.search.setText("hopeless")
    assert all(card.isHidden() for card in learning.glossary.cards.values())
    learning.glossary.search.setText("uphill")
    assert not learning.glossary.cards["gradient"].isHidden()


def test_a_quiz_to_its_score(learning: Learning) -> None:
    learning.open_quiz()
    page = learning.quiz
    for at in range(10):
        asked = page.quiz.current.question
        page.question.give(asked.accepted() if at else wrong_answer(asked))
        page.question.buttons[-1].click()
        page.next.click()
    assert page.quiz.current is None
    assert f"<b>{page.quiz.marks.right} of 10</b>" in page.score.text()
    assert learning.progress.quiz_best == 10 * page.quiz.marks.right
    first = [each.key for each in page.quiz.questions]
    page.next.click()
    assert [each.key for each in page.quiz.questions] != first


def test_flashcards_by_key(learning: Learning, qtbot: Any) -> None:
    learning.open_cards()
    page = learning.cards
    first = page.current
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert page.current is first, "only a card that was turned can be known"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.words.text() == first.back
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    second = page.current
    qtbot.keyClick(page, Qt.Key.Key_K)
    assert learning.progress.boxes == {first.key: 0, second.key: 1}
    assert page._left[-1] is first


@pytest.mark.parametrize(("per_page", "pages"), [(1, 20), (8, 4)])
def test_cards_are_printed_on_both_sides(learning: Learning, tmp_path: Path, per_page: int, pages: int) -> None:
    counted = [1]

    class Counting(QPdfWriter):
        def newPage(self) -> bool:
            counted[0] += 1
            return super().newPage()

    cards = learning.course.cards[:10]
    writer = Counting(str(tmp_path / "counted.pdf"))
    paint_cards(writer, cards, per_page)
    assert counted == [pages]
    write_pdf(tmp_path / "cards.pdf", cards, per_page)
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")


def test_the_keys_go_to_the_page_that_was_opened(learning: Learning, qtbot: Any) -> None:
    with qtbot.waitActive(learning.window):
        learning.window.show()
        learning.window.activateWindow()
    for open_page, page in ((learning.open_presets, learning.presets), (learning.open_quiz, learning.quiz)):
        learning.window.transport.train.setFocus()
        open_page()
        assert page.isAncestorOf(QApplication.focusWidget())
        assert QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text()


def test_presets_are_set_up(learning: Learning) -> None:
    learning.open_presets()
    learning.presets.buttons[6].click()
    assert learning.session.experiment.landscape == "square"
    assert learning.session.experiment.learning_rate == 1.0


def test_a_class_from_pack_to_table(program: Program, tmp_path: Path) -> None:
    learning, room = program.learning, program.learn_menu.room
    pack = Pack("10b", "0123", ("02-floor", "01-downhill"), ("data",), language="de")
    write_pack(tmp_path / "10b.gdvizclass", pack)
    program.window.files.open_path(tmp_path / "10b.gdvizclass")
    assert list(learning.page.rows) == ["02-floor", "01-downhill"]
    assert learning.course.language == "de"
    assert not learning.window.panel.rows["data"].isEnabled()
    room.save_result(tmp_path / "ana.gdvizresult", "Ana")
    assert read_result(tmp_path / "ana.gdvizresult", "0123").sealed
    room.write_table(tmp_path)
    assert "Ana" in (tmp_path / "class.html").read_text(encoding="utf-8")
    (tmp_path / "10b.gdvizclass").write_bytes(b"?")
    room.open_pack(tmp_path / "10b.gdvizclass")
    assert "10b.gdvizclass is damaged" in learning.window.notice.label.text()


def test_a_class_pack_is_undone_wholly(program: Program, tmp_path: Path) -> None:
    learning, session, window = program.learning, program.session, program.window
    own, lessons = session.experiment, len(learning.course.lessons)
    slow = Experiment("square", optimizer="sgd", learning_rate=0.01)
    write_pack(tmp_path / "a.gdvizclass", PACK)
    window.files.open_path(tmp_path / "a.gdvizclass")
    assert list(learning.page.rows) == ["02-floor", "ours"]
    assert "Ours" in " ".join(each.text() for each in learning.page.card.findChildren(QLabel))
    assert session.experiment == PACK.setup
    assert program.enlarged
    assert not session.set_experiment(replace(session.experiment, learning_rate=0.5))
    assert "Learning rate is locked by the class pack \u201c10b\u201d" in window.notice.label.text()
    learning.presets.buttons[0].click()
    assert session.experiment == slow, "whoever locks a setting may set it in a preset"
    learning.presets.buttons[2].click()
    assert session.experiment == slow
    learning.page.card.leave.click()
    assert session.experiment == own
    assert not session.locks.settings
    assert not program.enlarged
    assert len(learning.page.rows) == len(learning.course.lessons) == lessons
    session.undo()
    assert session.experiment == own


def test_a_class_pack_is_made_and_changed(program: Program, tmp_path: Path, own_home: Path) -> None:
    own_folder().joinpath("en").mkdir(parents=True)
    (own_folder() / "en" / "50-mine.toml").write_text(LESSON.format("Mine"), encoding="utf-8")
    learning, room = program.learning, program.learn_menu.room
    learning.reload()
    room.make_pack()
    dialog = room.dialog
    dialog.name.setText("10b")
    for row in range(1, 14):
        dialog.lessons.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.locks.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.add.click()
    assert "reason" in dialog.told.text()
    dialog.title.setText("Usual")
    dialog.why.setText("It works.")
    dialog.add.click()
    dialog.chosen.emit(tmp_path / "a.gdvizclass", dialog.pack())
    assert room.dialog is None
    pack = read_pack(tmp_path / "a.gdvizclass", validated)
    assert (pack.title, pack.lessons, pack.locked) == ("10b", ("01-downhill", "50-mine"), ("landscape",))
    assert pack.presets[0].setup == pack.setup == program.session.experiment
    assert list(pack.files) == ["lessons/en/50-mine.toml"]
    room.open_pack(tmp_path / "a.gdvizclass")
    room.make_pack()
    assert replace(room.dialog.pack(), files=pack.files) == pack
    (own_folder() / "en" / "50-mine.toml").write_text("title = 1\ncolour = 2", encoding="utf-8")
    room.dialog.chosen.emit(tmp_path / "b.gdvizclass", room.dialog.pack())
    assert room.dialog.told.text().count("50-mine.toml:") == 4
    assert not (tmp_path / "b.gdvizclass").exists()


def test_a_pack_with_wrong_lessons_is_not_opened(program: Program, tmp_path: Path) -> None:
    write_pack(tmp_path / "a.gdvizclass", replace(PACK, files={"lessons/en/ours.toml": "title = 1\ncolour = 2"}))
    program.learn_menu.room.open_pack(tmp_path / "a.gdvizclass")
    assert program.learning.pack is None
    told = program.window.notice.label.text()
    assert "mistakes (4)" in told
    assert told.count("ours.toml:") == 4


def test_a_saved_lesson_file_is_seen_at_once(make_program: Callable[[], Program], own_home: Path, qtbot: Any) -> None:
    folder = own_folder() / "en"
    folder.mkdir(parents=True)
    (folder / "50-mine.toml").write_text(LESSON.format("Mine"), encoding="utf-8")
    learning = make_program().learning
    assert learning.course.lesson("50-mine").title == "Mine"
    (folder / "50-mine.toml").write_text(LESSON.format("Better"), encoding="utf-8")
    qtbot.waitUntil(lambda: learning.course.lesson("50-mine").title == "Better", timeout=PATIENCE)


def test_a_wrong_lesson_file_is_told_and_left_out(make_program: Callable[[], Program], own_home: Path) -> None:
    folder = own_folder() / "en"
    folder.mkdir(parents=True)
    (folder / "50-mine.toml").write_text("title = ", encoding="utf-8")
    program = make_program()
    assert program.learning.course.lesson("50-mine") is None
    assert "50-mine.toml:1: no TOML" in program.window.notice.label.text()


def test_damaged_progress_is_told(make_program: Callable[[], Program], own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "progress.json").write_bytes(b"{")
    assert "progress could not be read" in make_program().window.notice.label.text()


def test_the_dock_fits_the_smallest_window(program: Program) -> None:
    program.window.resize(1024, 700)
    program.learning.open_course()
    assert program.window.size() == QSize(1024, 700)
    assert program.window.minimumSizeHint().width() <= 1024


@pytest.mark.slow
def test_the_hand_in_is_one_page_and_its_pdf(program: Program, tmp_path: Path, qtbot: Any) -> None:
    program.window.show()
    until_state(qtbot, program.session, "ready")
    rooms = program.learn_menu.rooms
    rooms.open_hand_in()
    room = rooms.hand_in
    room.name.setText("Ana <b>")
    room.sentences[0].setText("It crawls.")
    room.rates[1].setText("0,02")
    with qtbot.waitSignal(room.written, timeout=PATIENCE):
        room.write(tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Ana &lt;b&gt;" in page
    assert "It crawls." in page
    assert "0.0001, 0.02, 1" in page
    assert page.count("The doctor says") == 3
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    room.rates[1].setText("1")
    room.write(tmp_path / "report.html")
    assert "same" in room.told.text()
    qtbot.waitUntil(lambda: room._thread is None, timeout=PATIENCE)
    room.close()


@pytest.mark.slow
def test_the_challenge_shows_the_curves_it_got_wrong(program: Program, qtbot: Any) -> None:
    program.window.show()
    rooms = program.learn_menu.rooms
    rooms.open_challenge()
    room = rooms.challenge
    with qtbot.waitSignal(room.process.done, timeout=PATIENCE):
        room.go.click()
    assert "of 22 right" in room.score.text()
    assert room.list.count() == 22 - int(room.score.text().split()[0])
    assert room.plot.getPlotItem().listDataItems()
    program.window.close()
    assert not room.isVisible()
