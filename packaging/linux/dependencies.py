"""Which Debian packages the frozen program needs, from what its libraries ask of the system."""

from pathlib import Path

import libraries
from system_libraries import QT_LIBRARIES

PACKAGES = {
    **QT_LIBRARIES,
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libXext.so.6": "libxext6",
    "libgthread-2.0.so.0": "libglib2.0-0t64|libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libdrm.so.2": "libdrm2",
    "libexpat.so.1": "libexpat1",
    "libssl.so.3": "libssl3t64|libssl3",
    "libcrypto.so.3": "libssl3t64|libssl3",
}
"""The package of each library that may be left to the system."""

LOADED_LATER = ("libgl1", "libgl1-mesa-dri", "fontconfig-config", "fonts-dejavu-core | fonts-freefont-ttf", "xkb-data")
"""What no library names: drivers, fonts and keyboards."""

C_LIBRARY = (
    "libc.so.",
    "libm.so.",
    "libdl.so.",
    "libpthread.so.",
    "librt.so.",
    "libutil.so.",
    "ld-linux",
    "libmvec.so.",
)

OPTIONAL = {"libcups.so.2"}
"""Libraries of plug-ins that Qt does without if they are missing: printers."""


def wanted_libraries(folder: Path) -> list[str]:
    """The libraries, besides the C library, that the system has to bring."""
    wanted = libraries.from_the_host(folder)
    return [name for name in wanted if name not in OPTIONAL and not name.startswith(C_LIBRARY)]


def dependencies(folder: Path) -> list[str]:
    """The ``Depends`` of a Debian package with the frozen program in a folder.

    Raises:
        KeyError: If a library is needed that is neither in the folder nor in `PACKAGES`.
    """
    found = {PACKAGES[name].replace("|", " | ") for name in wanted_libraries(folder)} | set(LOADED_LATER)
    return sorted({f"libc6 (>= {c_library(folder)})", *found})


def c_library(folder: Path) -> str:
    """The oldest GNU C library that will do."""
    return ".".join(map(str, libraries.newest_symbols(folder, "GLIBC")))
