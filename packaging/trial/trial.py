"""Installs, uses, upgrades and removes what ``dev.py build`` made, in systems that have nothing else.

    python3 packaging/dev.py test --packaging [RELEASE ...]

Any line of output that was not expected is a failure. Networking is cut off whenever the program runs.
"""

import os
import subprocess
import sys
from pathlib import Path

import debian
import portable
import recipe
from saying import say
from system import Failed, empty_system, start_screen

RELEASES = ("bookworm", "trixie")
"""Debian 12 and 13."""

FOLDER = recipe.ROOT / "build" / "trial"


def main(releases: list[str]) -> int:
    """Tries everything in every system; the exit status."""
    try:
        tried(releases or list(RELEASES))
    except Failed as failure:
        print(f"trial: {failure}", file=sys.stderr)
        return 1
    say("the packages are as they should be.")
    return 0


def tried(releases: list[str]) -> None:
    """Tries everything, each system after the other."""
    if os.geteuid() != 0:
        raise Failed("making systems in a folder takes root")
    package = built(f"gdviz_{recipe.version()}_*.deb")
    installer = built(f"gdviz-{recipe.version()}-linux-*.run")
    debian.check_package(package)
    own = people_bring()
    screen = start_screen()
    try:
        for release in releases:
            system = empty_system(release, FOLDER)
            debian.try_package(system, package, own)
            portable.try_installer(system, installer)
    finally:
        screen.terminate()
        screen.wait()


def people_bring() -> Path:
    """A folder with models and a table to try the program with."""
    say("making models and a table")
    folder, script = FOLDER / "own", Path(__file__).with_name("own_files.py")
    done = subprocess.run([sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"the models could not be made:\n{done.stderr}")
    return folder


def built(pattern: str) -> Path:
    """What was built."""
    found = sorted((recipe.ROOT / "dist").glob(pattern))
    if not found:
        raise Failed(f"there is no {pattern} in dist; run dev.py build first")
    return found[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
