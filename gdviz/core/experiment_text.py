"""An experiment as one line of text, to be pasted into a chat or printed on a worksheet.

``gdviz:1:data=wine&learning-rate=0.3&units=32,16:1f0c83a9`` is a version, the settings that are not the usual ones, and
a checksum (CRC-32 of all before it), so that a text that was cut off or mistyped is noticed. Signs that chat programs
take for markup (``_ * ~`` and blanks) are spelt out as in web addresses.
"""

import re
import zlib
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote

from gdviz.core.experiment import FIELDS, Experiment, number
from gdviz.errors import UserError
from gdviz.said import Said

VERSION = 1
"""Another default of any setting needs another number: what is not written means the default."""

LONGEST = 20_000
"""Characters that are looked through for such a text."""

PAIRS = ("landscape_parameters", "optimizer_parameters")
"""Settings that are named parameters."""

_FORM = re.compile(r"gdviz:(\d{1,6}):(\S*):([0-9a-f]{8})")
_YES_NO = {"yes": True, "no": False}


def experiment_text(experiment: Experiment) -> str:
    """The experiment as one line."""
    usual = Experiment()
    changed = {name: getattr(experiment, name) for name in FIELDS if getattr(experiment, name) != getattr(usual, name)}
    settings = "&".join(
        f"{name.replace('_', '-')}={_escaped(_spelt(value))}" for name, value in sorted(changed.items())
    )
    body = f"gdviz:{VERSION}:{settings}"
    return f"{body}:{_checksum(body)}"


def experiment_of(text: str) -> Experiment:
    """The experiment that a text holds, whatever stands around it.

    Its settings are read, but whether its landscape, data set and so on exist is for the catalogue to say.

    Raises:
        UserError: If there is none in it, it was changed on its way, or a newer version wrote it.
    """
    found = _FORM.search(text[:LONGEST]) or _FORM.search("".join(text[:LONGEST].split()))
    if found is None:
        what = Said("There is no experiment in the text") if text.strip() else Said("There is no text to paste")
        raise UserError(what, Said("a text like gdviz:1:\u2026"), Said("Use Edit, Copy experiment to make one"))
    version, settings, checksum = found.groups()
    if int(version) > VERSION:
        raise UserError(
            Said("The experiment was written by a newer gdviz (format {})", version),
            Said("format {} or older", VERSION),
        )
    if checksum != _checksum(f"gdviz:{version}:{settings}"):
        raise UserError(
            Said("The text of the experiment was changed or cut off on its way"),
            Said("all of it"),
            Said("Copy it again"),
        )
    values = dict(_read(*part.partition("=")[::2]) for part in settings.split("&") if part)
    return replace(Experiment(), **values)


def _checksum(body: str) -> str:
    # Half a character, as some clipboards leave behind, is a changed sign like any other.
    return f"{zlib.crc32(body.encode(errors='surrogatepass')):08x}"


def _spelt(value: Any) -> str:
    """A setting's value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(f"{part[0]}:{part[1]!r}" if isinstance(part, tuple) else str(part) for part in value)
    return str(value)


def _escaped(text: str) -> str:
    return quote(text, safe=",:/()+^").replace("_", "%5F").replace("~", "%7E")


def _read(spelt: str, escaped: str) -> tuple[str, Any]:
    """One setting's name and value.

    Raises:
        UserError: If there is no such setting, or it cannot have that value.
    """
    name, text = spelt.replace("-", "_"), unquote(escaped)
    if name not in FIELDS:
        raise UserError(
            Said("The experiment has the unknown setting {}", f"{spelt!r}"), Said("settings that this gdviz knows")
        )
    kind = FIELDS[name].kind
    if kind is bool:
        return name, _YES_NO.get(text, text)
    if kind is tuple:
        parts = text.split(",") if text else []
        return name, tuple(_pair(name, part) if name in PAIRS else number(part, name) for part in parts)
    return name, text if kind is str else number(text, name)


def _pair(name: str, text: str) -> tuple[str, float]:
    """A named parameter."""
    word, _, value = text.partition(":")
    try:
        return word, float(value)
    except ValueError:
        raise UserError(Said("{} {} was {}", FIELDS[name].label, f"{word!r}", f"{value!r}"), Said("a number")) from None
