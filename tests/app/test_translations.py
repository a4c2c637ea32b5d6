"""What the program itself says in other languages: nothing is missing, and what is shipped is what was written."""

import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from PySide6.QtCore import QTranslator

from gdviz.paths import resource

FILES = sorted(resource("translations").glob("*.ts"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_is_translated_and_shipped(file: Any, qapp: Any) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source, told = message.findtext("source", ""), message.findtext("translation", "")
            assert told, f"{name}: {source!r} is not translated"
            assert translator.translate(name, source) == told
            assert source.count("{}") == told.count("{}")


def test_there_is_german() -> None:
    assert [file.stem for file in FILES] == ["gdviz_de"]
