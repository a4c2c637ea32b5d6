"""The window's words: whatever is said anew must be translated too."""

import shutil
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import translating

FILES = sorted(translating.FILES.glob("*.ts"))


def sources(file: Path) -> set[tuple[str, str]]:
    """Context and text of every message."""
    contexts = ElementTree.parse(file).getroot().iter("context")
    return {(each.findtext("name", ""), text.text or "") for each in contexts for text in each.iter("source")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_files_hold_what_the_source_says(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translating, "venv_program", lambda name: Path(sys.executable).parent / name)
    fresh = Path(shutil.copy(file, tmp_path))
    translating.update(fresh)
    assert sources(fresh) == sources(file), "run dev.py translate, then translate what is new"
    assert not translating.missing(fresh)


def test_words_are_told_from_keys_and_formulas() -> None:
    found = set(translating.words())
    assert {"Learning rate", "learning rate too high", "{} was {}", "&Take away \u2026", "Sweep of rates"} <= found
    assert not found & {"Ctrl+O", "learning_rate", "w + step", "v_old + (1 - beta_2) * (g**2 - v_old)"}
