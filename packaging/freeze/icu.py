"""Linux: Qt's copy of the Unicode data, without languages and encodings that the program does not speak.

The library holds nothing but one ICU data package: a header, a table of contents sorted by name, and the items. A
smaller package is put in its place, and the file made shorter by the rest. Asked for what is missing, ICU gives what
is the same in all languages (its root).

Reference: ICU's ``icu4c/source/common/ucmndata.h``.
"""

import re
import struct
from pathlib import Path

import numpy as np
from shorten import PAGE, PT_LOAD, opened, without_range

SIGN = b"CmnD"
"""At the twelfth byte of a package."""

ALIGN = 16
"""Items begin at multiples of it."""

WANTED = re.compile(
    r"[^/]*/(?:"
    r"[^/]*\.(?:icu|nrm|spp|cfu)"
    r"|coll/[^/]*\.(?:res|icu)"
    r"|(?:lang|region|curr|zone|unit)/(?:pool|res_index|root|en|de)\.res"
    r"|(?:pool|res_index|root|en|en_US|en_GB|de|de_DE)\.res"
    r"|(?:zoneinfo64|timezoneTypes|windowsZones|metaZones|keyTypeData|supplementalData|likelySubtags|numberingSystems"
    r"|plurals|pluralRanges|dayPeriods|genderList|currencyNumericCodes|icustd|icuver|tzdbNames|grammaticalFeatures|units"
    r"|langInfo)\.res"
    r")"
)
"""What stays: case, order and normal forms of all letters, and English and German names of things."""


def trim(path: Path) -> int:
    """Makes a library of Unicode data smaller; the bytes that were saved."""
    file = opened(path)
    start = file.data.index(SIGN) - 12
    inside = file.headers["type"] == PT_LOAD
    inside &= (file.headers["offset"] <= start) & (start < file.headers["offset"] + file.headers["in_file"])
    segment = file.headers[np.flatnonzero(inside)[0] :][:1]
    first, end = int(segment["offset"][0]), int(segment["offset"][0] + segment["in_file"][0])
    package = without(bytes(file.data[start:end]))
    gone = range(-(-(start + len(package)) // PAGE) * PAGE, end // PAGE * PAGE)
    if not gone:
        return 0
    file.data[start : gone.start] = package.ljust(gone.start - start, b"\0")
    segment["in_file"] = segment["in_memory"] = gone.start - first
    file.sections["size"][file.sections["offset"] == start] = len(package)
    path.write_bytes(without_range(file, gone))
    return len(gone)


def without(package: bytes) -> bytes:
    """The package with what is wanted of it."""
    (header,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, header)
    places = [struct.unpack_from("<II", package, header + 4 + 8 * each) for each in range(count)]
    ends = [item for _, item in places[1:]] + [len(package) - header]
    names = [package[header + name : package.index(b"\0", header + name)] for name, _ in places]
    kept = [
        (name, package[header + item : header + end])
        for name, (_, item), end in zip(names, places, ends, strict=True)
        if WANTED.fullmatch(name.decode("ascii"))
    ]
    return package[:header] + _packed(kept)


def _packed(items: list[tuple[bytes, bytes]]) -> bytes:
    """A table of contents, and the items behind it."""
    texts = 4 + 8 * len(items)
    content = _up(texts + sum(len(name) + 1 for name, _ in items))
    table, names, body = struct.pack("<I", len(items)), b"", b""
    for name, item in items:
        table += struct.pack("<II", texts + len(names), content + len(body))
        names += name + b"\0"
        body += item.ljust(_up(len(item)), b"\0")
    return (table + names).ljust(content, b"\0") + body


def _up(size: int) -> int:
    return -(-size // ALIGN) * ALIGN
