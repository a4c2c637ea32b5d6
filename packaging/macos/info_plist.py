"""What macOS is told of the program: its kinds of files, and on which computers it runs."""

from typing import Any

IDENTIFIER = "io.github.gdviz"

LEAST_SYSTEM = "12.0"
"""TensorFlow's wheels for Apple's processors ask for it."""


def _own_kind(name: str, ending: str, role: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A kind of file that is ours: how it is recognised, and what the program does with it."""
    identifier = f"{IDENTIFIER}.{ending}"
    exported = {
        "UTTypeIdentifier": identifier,
        "UTTypeDescription": name,
        "UTTypeConformsTo": ["public.data"],
        "UTTypeTagSpecification": {"public.filename-extension": [ending]},
        "UTTypeIconFile": "gdviz.icns",
    }
    opened = {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": role,
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [identifier],
        "CFBundleTypeIconFile": "gdviz.icns",
    }
    return exported, opened


OWN_KINDS = (_own_kind("gdviz session", "gdviz", "Editor"), _own_kind("gdviz class pack", "gdvizclass", "Viewer"))

OTHERS = {
    "CFBundleTypeName": "Table, model or training log",
    "CFBundleTypeRole": "Viewer",
    "LSHandlerRank": "Alternate",
    "CFBundleTypeExtensions": ["csv", "tsv", "keras", "log"],
}
"""Kinds of files that belong to others; the program stands in "Open with"."""

INFO: dict[str, Any] = {
    "CFBundleDisplayName": "gdviz",
    "CFBundleDocumentTypes": [*(opened for _, opened in OWN_KINDS), OTHERS],
    "CFBundleLocalizations": ["en", "de"],
    "LSApplicationCategoryType": "public.app-category.education",
    "LSMinimumSystemVersion": LEAST_SYSTEM,
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "The gdviz authors, MIT licence",
    "UTExportedTypeDeclarations": [exported for exported, _ in OWN_KINDS],
}
"""What goes into ``Info.plist`` besides name and version."""
