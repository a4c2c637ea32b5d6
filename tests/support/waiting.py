"""Waiting for a session in the event loop, never by sleeping."""

from typing import Any

from gdviz.worker.session import Session

PATIENCE = 60_000
"""Milliseconds after which a test gives up; TensorFlow's import on a busy machine is in it."""


def until_state(qtbot: Any, session: Session, *states: str) -> None:
    """Waits until the session is in one of ``states``."""
    qtbot.waitUntil(lambda: session.state in states, timeout=PATIENCE)


def until_steps(qtbot: Any, session: Session, count: int) -> None:
    """Waits until the run has taken at least ``count`` steps."""
    qtbot.waitUntil(lambda: session.trajectory is not None and session.trajectory.count >= count, timeout=PATIENCE)


def until_surface(qtbot: Any, session: Session, steps: int | None = None) -> None:
    """Waits until there is a surface and none is being computed."""
    qtbot.waitUntil(lambda: session.surface is not None and session.idle, timeout=PATIENCE)
