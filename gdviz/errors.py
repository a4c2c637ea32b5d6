"""The one exception that is meant for people to read."""


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
        sentences = [what, f"Expected {expected}" if expected else "", hint]
        super().__init__(" ".join(f"{sentence.rstrip('.')}." for sentence in sentences if sentence))
