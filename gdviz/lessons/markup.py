"""Lesson texts as simple HTML: paragraphs, bold words, and links to the glossary. Everything else stays text."""

import html
import re
from collections.abc import Mapping

from gdviz.lessons.model import Term

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def marked_up(text: str, glossary: Mapping[str, Term] | None = None, color: str = "") -> str:
    """A text as HTML.

    Args:
        text: Paragraphs with empty lines between them; ``**bold**`` words.
        glossary: Terms to be linked at their first appearance, as ``term:<key>``.
        color: Of the links, ``#rrggbb``.
    """
    linked = _linked(html.escape(text, quote=False), glossary or {}, color)
    bold = _BOLD.sub(r"<b>\1</b>", linked)
    return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in bold.split("\n\n") if part.strip())


def _linked(text: str, glossary: Mapping[str, Term], color: str) -> str:
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
        style = f' style="color: {color}"' if color else ""
        return f'<a href="term:{key}"{style}>{found[0]}</a>'

    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", link, text, flags=re.IGNORECASE)
