"""How dev.py talks: plain lines about progress, one sentence about failure."""

import sys


class SetupError(Exception):
    """The set-up cannot go on; the text is one sentence that says what is wrong and what to do."""


def say(line: str) -> None:
    """Tell the developer what happens now; on standard error, so that a command's own output stays clean."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)
