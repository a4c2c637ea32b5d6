"""What a process and its children hold, and that nobody else is ever touched."""

import subprocess
import sys

import pytest

from gdviz.worker.family import end_children, memory_of

PARENT = "import subprocess, sys; c = subprocess.Popen([sys.executable, '-c', 'input()']); print(flush=True); c.wait()"


def test_children_are_counted_and_ended() -> None:
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        assert memory_of(parent.pid) > 5_000_000
        end_children(parent.pid)
        assert parent.wait(timeout=60) == 0
        assert memory_of(parent.pid) == 0


@pytest.mark.parametrize("number", [0, -1])
def test_the_system_itself_has_no_family(number: int) -> None:
    assert memory_of(number) == 0
    end_children(number)
