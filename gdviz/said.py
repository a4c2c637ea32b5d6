"""Sentences that can be said in another language although their numbers are in them already."""

from collections.abc import Sequence
from typing import Any


class Said(str):
    """A text in English that remembers what it was made of.

    Below the views nobody knows which language is spoken, so all is said in English there. A view that wants to say it
    in another language translates ``template``, and fills in ``values`` anew (`gdviz.worker.words.spoken`).

    Args:
        template: The text with ``{}`` for each value, as `str.format` has it.
        values: What to fill in; texts among them may be `Said` themselves.
    """

    __slots__ = ("template", "values")

    template: str
    values: tuple[Any, ...]

    def __new__(cls, template: str, *values: Any) -> "Said":
        """Fills in."""
        text = super().__new__(cls, template.format(*values))
        text.template, text.values = template, values
        return text

    def __str__(self) -> str:
        """Itself: ``str(error)`` must not forget what the text was made of."""
        return self

    def __getnewargs__(self) -> tuple[Any, ...]:
        """How copies are made."""
        return self.template, *self.values


def together(*parts: str, between: str = " ") -> Said:
    """Parts one after the other; those that are empty are left out."""
    said = [part for part in parts if part]
    return Said(between.join(["{}"] * len(said)), *said)


def listed(names: Sequence[str]) -> str:
    """Names as one says them: a, b and c."""
    if len(names) < 2:
        return names[0] if names else ""
    return Said("{} and {}", together(*names[:-1], between=", "), names[-1])
