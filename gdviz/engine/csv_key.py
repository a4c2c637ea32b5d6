"""A CSV file as the key of a data set: where it is, and how to read it, in one line of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlencode

_PREFIX = "csv:"
_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class CsvKey:
    """What the key of a data set from a file says: where it is, and how to read it."""

    path: str
    target: str
    header: bool | None = None
    without: tuple[str, ...] = ()


def key(path: str | Path, target: str, header: bool | None = None, without: Sequence[str] = ()) -> str:
    """The file as the key of a data set, for example ``csv:/data/ada/plants.csv?target=height``.

    Args:
        path: The file.
        target: The column to predict.
        header: Whether the first row holds names; None to find out.
        without: Columns to leave out.
    """
    options = [("target", target), *(("header", word) for word, value in _YES_NO.items() if value is header)]
    options += [("without", name) for name in without]
    return f"{_PREFIX}{quote(str(path), safe='/:')}?{urlencode(options, quote_via=quote)}"


def is_key(text: str) -> bool:
    """Whether ``text`` is such a key; whether there is such a file is another matter."""
    return text.startswith(_PREFIX) and "target" in parse_qs(text.partition("?")[2])


def options_of(text: str) -> CsvKey:
    """What a key says."""
    path, _, query = text.removeprefix(_PREFIX).partition("?")
    options = parse_qs(query)
    header = _YES_NO.get(options.get("header", [""])[0])
    return CsvKey(unquote(path), options["target"][0], header, tuple(options.get("without", ())))


def stamp(path: str | Path) -> tuple[int, int] | None:
    """When the file was last written and how long it is; None if it is not there."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
