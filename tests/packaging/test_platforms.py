"""What is handed out for Windows and macOS, as far as Linux can tell: it compiles, and every name in it is right."""

import plistlib
import re
import shutil
import struct
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from PIL import Image

import gdviz
from gdviz.cli import FILES

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging" / room) for room in ("", "freeze", "macos", "wheelhouse", "windows")]

import disk_image  # noqa: E402
import info_plist  # noqa: E402
import locked  # noqa: E402
import recipe  # noqa: E402
import setup_program  # noqa: E402
import wheelhouse  # noqa: E402

LOCK = locked.read_lock((ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8"))

PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64", "os_name": "nt"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "platform_machine": "arm64", "os_name": "posix"},
}
PYTHONS = ("3.11", "3.12", "3.13")


def test_the_lock_is_read_whole() -> None:
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    assert sum(each.lines.count("--hash=") for each in LOCK) == text.count("--hash=")
    assert all(each.needed_by for each in LOCK)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_platform_has_everything_once(platform: str, python: str) -> None:
    known = PLATFORMS[platform] | {"python_version": python, "python_full_version": f"{python}.1"}
    known |= {"implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": ""}
    names = [each.name for each in locked.needed_to_run(LOCK) if each.is_for(known)]
    assert len(names) == len(set(names))
    tensorflow = "tensorflow" if platform == "macos" else "tensorflow-cpu"
    assert {name for name in names if name.startswith("tensorflow")} == {tensorflow}
    assert {"numpy", "pyside6-essentials", "keras", "av", "h5py", "scipy", "requests"} < set(names)
    assert not {"pytest", "pyinstaller", "uv", "mypy"} & set(names)


def test_what_the_recipe_names_is_there() -> None:
    assert all((ROOT / source).exists() for source in recipe.DATA)
    for name in recipe.HIDDEN_IMPORTS:
        package = find_spec(name.split(".")[0])
        assert package is not None
        place = Path(str(package.origin)).parent.joinpath(*name.split(".")[1:])
        assert list(place.parent.glob(f"{place.name}.*")), name


def test_there_is_one_version_number() -> None:
    assert recipe.version() == wheelhouse.program_version() == gdviz.__version__
    assert setup_program.numbers("1.2.3") == "1.2.3.0"
    assert setup_program.numbers("1.2.0rc4") == "1.2.0.4"


def test_the_uninstaller_takes_away_what_the_installer_brings() -> None:
    script = setup_program.SCRIPT.read_text(encoding="utf-8").split('Section "Uninstall"')[1]
    files = [name for name in setup_program.UNINSTALLED if name != "_internal"]
    assert re.findall(r'Delete "\$INSTDIR\\(.+)"', script) == [*files, "uninstall.exe"]
    assert "RMDir /r" not in script.replace('RMDir /r "$INSTDIR\\${CONTENTS}.old"', "")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not here (apt-get install nsis)")
def test_the_windows_installer_compiles(tmp_path: Path) -> None:
    source = tmp_path / "Schulraum 数据"
    (source / "_internal").mkdir(parents=True)
    (source / "gdviz.exe").write_bytes(b"MZ")
    (source / "_internal" / "Übung.txt").write_text("x", encoding="utf-8")
    Image.new("RGBA", (32, 32)).save(tmp_path / "gdviz.ico")
    output = tmp_path / "gdviz-setup.exe"
    assert setup_program.compile_setup(source, tmp_path / "gdviz.ico", "0.1.0", output) == ""
    content = output.read_bytes()
    assert content[struct.unpack_from("<I", content, 0x3C)[0] :].startswith(b"PE\0\0")


def test_macos_and_windows_know_our_files() -> None:
    info = plistlib.loads(plistlib.dumps(info_plist.INFO))
    ours = [each["UTTypeTagSpecification"]["public.filename-extension"] for each in info["UTExportedTypeDeclarations"]]
    assert ours == [["gdviz"], ["gdvizclass"]]
    script = setup_program.SCRIPT.read_text(encoding="utf-8")
    assert re.findall(r'FILE_KIND "(.+?)"', script) == [".gdviz", ".gdvizclass"]
    others = re.findall(r'ALSO_OPENS "(.+?)"', script)
    assert others == [f".{each}" for each in info_plist.OTHERS["CFBundleTypeExtensions"]]
    assert {".gdviz", ".gdvizclass", *others} <= set(FILES)


def test_the_disk_image_is_signed_where_there_is_somebody(tmp_path: Path) -> None:
    parts = tmp_path / "gdviz.app", tmp_path, tmp_path / "gdviz.dmg"
    assert [command[0] for command in disk_image.commands(*parts, "")] == ["hdiutil"]
    assert [command[0] for command in disk_image.commands(*parts, "Ada")] == ["codesign", "hdiutil", "codesign"]
    assert plistlib.loads(disk_image.ENTITLEMENTS.read_bytes())


def test_nothing_is_uploaded_before_it_has_tried_itself() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    builders = {name: job for name, job in workflow["jobs"].items() if name != "publish"}
    assert set(builders) == {"linux", "windows", "macos"} == set(workflow["jobs"]["publish"]["needs"])
    for job in builders.values():
        tried = [at for at, step in enumerate(job["steps"]) if " selftest" in step.get("run", "")]
        uploads = [at for at, step in enumerate(job["steps"]) if "upload-artifact" in step.get("uses", "")]
        assert len(tried) >= 2
        assert uploads == [len(job["steps"]) - 1]
