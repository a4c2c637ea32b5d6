"""The whole program, put together but not yet on a screen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gdviz.app.start import Program, make_application


@pytest.fixture
def make_program(qtbot: Any) -> Iterator[Callable[[], Program]]:
    """Starts the program as often as asked; TensorFlow is not loaded until its window is shown."""
    made: list[Program] = []

    def make() -> Program:
        made.append(Program(make_application()))
        return made[-1]

    yield make
    for program in made:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def program(make_program: Callable[[], Program]) -> Program:
    """One program."""
    return make_program()
