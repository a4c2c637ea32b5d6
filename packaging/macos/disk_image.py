"""The disk image for macOS: the program beside a link to the Applications folder.

    python disk_image.py

writes ``dist/gdviz-VERSION-MACHINE.dmg`` from ``build/frozen/gdviz.app``. Where ``GDVIZ_SIGN_AS`` names an identity of
the keychain, program and image are signed with it, as Apple's notary asks; else they are handed out unsigned, and
macOS wants a right-click and "Open" the first time.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import recipe

ENTITLEMENTS = Path(__file__).with_name("entitlements.plist")


def main() -> int:
    """Builds the image; the exit status."""
    app, stage = recipe.FOLDER.parent / "gdviz.app", recipe.ROOT / "build" / "dmg"
    image = recipe.ROOT / "dist" / f"gdviz-{recipe.version()}-macos-{platform.machine()}.dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    image.parent.mkdir(exist_ok=True)
    shutil.copytree(app, stage / app.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    shutil.copy(recipe.FOLDER / "NOTICES.txt", stage)
    for command in commands(stage / app.name, stage, image, os.environ.get("GDVIZ_SIGN_AS", "")):
        subprocess.run(command, check=True)
    print(f"The disk image is {image}, {image.stat().st_size / 1e6:.0f} MB")
    return 0


def commands(app: Path, stage: Path, image: Path, identity: str) -> list[list[str]]:
    """What is run, in this order.

    Args:
        app: The program.
        stage: What is to be seen in the image.
        image: The file to write.
        identity: Who signs; empty for nobody.
    """
    make = ["hdiutil", "create", "-volname", "gdviz", "-srcfolder", str(stage), "-fs", "HFS+", "-format", "ULMO"]
    pack = [*make, "-ov", str(image)]
    if not identity:
        return [pack]
    sign = ["codesign", "--force", "--timestamp", "--sign", identity]
    hardened = [*sign, "--deep", "--options", "runtime", "--entitlements", str(ENTITLEMENTS), str(app)]
    return [hardened, pack, [*sign, str(image)]]


if __name__ == "__main__":
    sys.exit(main())
