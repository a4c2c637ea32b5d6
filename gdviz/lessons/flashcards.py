"""Flashcards in Leitner's boxes: what was known waits longer, what was not comes back at once.

Leitner, So lernt man lernen, 1972.
"""

from collections.abc import Mapping, Sequence

from gdviz.lessons.model import Card

BOXES = 5
"""A card moves up a box when it was known, and back to the first when it was not."""


def moved(boxes: Mapping[str, int], card: Card, known: bool) -> dict[str, int]:
    """The boxes (from 0) of all cards by key, after one of them was turned."""
    return {**boxes, card.key: min(boxes.get(card.key, 0) + 1, BOXES - 1) if known else 0}


def due(cards: Sequence[Card], boxes: Mapping[str, int], round_number: int) -> list[Card]:
    """The cards of a round, those of the lowest box first: box b comes up in every 2**b-th round."""
    found = [card for card in cards if round_number % 2 ** _box(boxes, card) == 0]
    return sorted(found, key=lambda card: _box(boxes, card))


def _box(boxes: Mapping[str, int], card: Card) -> int:
    return min(max(boxes.get(card.key, 0), 0), BOXES - 1)


def sheets(cards: Sequence[Card], per_page: int) -> list[tuple[list[Card | None], list[Card | None]]]:
    """Pages for printing on both sides: the places of the fronts row by row, and of their backs.

    Backs are mirrored left to right, so that turned over along the long edge each lies behind its front.

    Args:
        cards: What is printed.
        per_page: 1, or 8 in two columns.
    """
    columns = 2 if per_page > 1 else 1
    found: list[tuple[list[Card | None], list[Card | None]]] = []
    for first in range(0, len(cards), per_page):
        fronts: list[Card | None] = [*cards[first : first + per_page]]
        fronts += [None] * (per_page - len(fronts))
        rows = [fronts[at : at + columns] for at in range(0, per_page, columns)]
        found.append((fronts, [card for row in rows for card in reversed(row)]))
    return found
