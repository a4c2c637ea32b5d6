"""Lesson texts as simple HTML: paragraphs, bold words, and links to the glossary. Everything else stays text."""

import html
import re
from collections.abc import Mapping

from gdviz.lessons.model import Term

TERM = "term:"
"""What links to the glossary begin with."""

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def marked_up(text: str, glossary: Mapping[str, Term] | None = None) -> str:
    """A text as HTML.

    Args:
        text: Paragraphs with empty lines between them; ``**bold**`` words.
        glossary: Terms to be linked at their first appearance, as ``term:<key>``.
    """
    linked = _linked(html.escape(text, quote=False), glossary or {})
    bold = _BOLD.sub(r"<b>\1</b>", linked)
    return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in bold.split("\n\n") if part.strip())


def _linked(text: str, glossary: Mapping[str, Term]) -> str:
    """The text with the first appearance of each term linked, longer forms before shorter ones."""
    keys = {html.escape(form).casefold(): key for key, term in glossary.items() for form in (term.term, *term.forms)}
    if not keys:
        return text
    names = "|".join(re.escape(form) for form in sorted(keys, key=len, reverse=True))
    seen: set[str] = set()

    def link(found: re.Match[str]) -> str:
        key = keys[found[0].casefold()]
        if key in seen:
            return found[0]
        seen.add(key)
        return f'<a href="{TERM}{key}">{found[0]}</a>'

    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", link, text, flags=re.IGNORECASE)
