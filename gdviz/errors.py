"""The one exception that is meant for people to read."""

from gdviz.said import Said, together


class UserError(Exception):
    """Something a person asked for cannot be done, said so that they can mend it.

    Args:
        what: What happened, with the offending value, as a clause without a full stop.
        expected: What would have been accepted.
        hint: What to do next.

    ``str(error)`` joins the three into one line; the command line prints it and exits with status 2, the window
    shows it in its message bar.
    """

    def __init__(self, what: str, expected: str = "", hint: str = "") -> None:
        """Keep the three parts, so that a dialog may lay them out."""
        self.what, self.expected, self.hint = what, expected, hint
        wish = Said("Expected {}", expected) if expected else ""
        super().__init__(together(*(_ended(sentence) for sentence in (what, wish, hint))))


def _ended(sentence: str) -> str:
    """With a full stop, where there is anything."""
    return sentence if not sentence or sentence.endswith(".") else Said("{}.", sentence)
