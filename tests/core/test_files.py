"""Writing files: the whole new one, or the old one untouched, and nothing beside it."""

import os
import stat
from pathlib import Path

import pytest

from gdviz.core.files import check_writable, write_atomically
from gdviz.errors import UserError

FULL = Path("/dev/full")
NULL = Path("/dev/null")


def names_in(folder: Path) -> set[str]:
    """What a folder holds; the tests' own home is not made unless somebody writes there."""
    return {path.name for path in folder.iterdir()}


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    for content in (b"first", b"", b"\0\xff" * 100_000):
        write_atomically(path, content)
        assert path.read_bytes() == content
    assert names_in(tmp_path) == {"result.json"}


def test_a_name_without_folder_is_in_the_present_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("result.json"), b"here")
    assert (tmp_path / "result.json").read_bytes() == b"here"


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_permissions_follow_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_atomically(tmp_path / "a", b"")
        left = os.umask(umask)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o666 & ~umask
    assert left == umask


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(b"old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match=r"result.json could not be written: No space left on device\."):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == {"result.json"}


def test_an_interrupt_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Path, mode: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "result.json", b"new")
    assert names_in(tmp_path) == set()


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_device_is_told_and_stays_a_device() -> None:
    with pytest.raises(UserError, match="No space left on device"):
        write_atomically(FULL, b"x")
    assert FULL.is_char_device()


@pytest.mark.skipif(not NULL.exists(), reason="no such device")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    check_writable(NULL)
    write_atomically(NULL, b"x")
    assert NULL.is_char_device()


def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def refused(path: Path) -> str:
    """What is said by both functions alike of a path that cannot be written."""
    with pytest.raises(UserError) as checked:
        check_writable(path)
    with pytest.raises(UserError) as written:
        write_atomically(path, b"new")
    assert str(checked.value) == str(written.value)
    return str(checked.value)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    assert refused(missing / "result.json") == (
        f"The folder {missing} is not there. Expected a folder that exists. Make it first, or name another."
    )
    assert not missing.exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    assert "is not there" in refused(tmp_path / "file" / "result.json")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert refused(tmp_path / "folder") == f"{tmp_path / 'folder'} is a folder. Expected the name of a file."
    assert names_in(tmp_path) == {"folder"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "a place you may write to" in refused(tmp_path / "result.json")
    finally:
        tmp_path.chmod(0o700)


def test_a_name_too_long_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        write_atomically(tmp_path / ("n" * 300), b"new")
    assert names_in(tmp_path) == set()


def test_the_longest_name_there_can_be_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("n" * 255), b"new")
    assert names_in(tmp_path) == {"n" * 255}


def test_checking_writes_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "result.json")
    assert names_in(tmp_path) == set()
