"""The developer's one command: run, test, bench, lint, build, lock, translate.

    python3 packaging/dev.py run

does all the set-up on a machine with nothing but Python and its pip, then opens the window. Only the standard
library is used, and nothing here or above `main` is newer than Python 3.6, so that an old Python is told so in words.
This folder must never get an ``__init__.py``: it would hide the package ``packaging`` that pytest needs.
"""

import argparse
import sys

OLDEST, NEWEST = (3, 11), (3, 13)

COMMANDS = {
    "run": "open the window, or draw the demonstration chart where there is no display",
    "test": "run the tests (arguments go to pytest); --packaging: try the packages in empty systems",
    "bench": "measure: one benchmark by name, or all",
    "lint": "check style, types and import directions",
    "build": "build the wheel, the frozen program, the Debian package and the installer (--only ONE) into dist/",
    "lock": "write packaging/requirements.lock anew from pyproject.toml",
    "translate": "bring resources/translations up to date with the source, and pack them",
}


def main(arguments: "list[str]") -> int:
    """Run one command; the exit status is 0 if all went well."""
    complaint = wrong_python(sys.version_info[:2])
    if complaint:
        sys.stderr.write(complaint + "\n")
        return 1
    command, rest = parse(arguments)
    # Imported only now: these modules are written for a Python that is new enough.
    import tasks
    from saying import SetupError

    try:
        return tasks.COMMANDS[command](rest)
    except (SetupError, OSError) as error:
        sys.stderr.write(f"dev.py: {error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("dev.py: interrupted; the next call takes it up again.\n")
    return 1


def wrong_python(version: "tuple[int, int]") -> str:
    """A sentence about a Python that will not do, or an empty text."""
    oldest, newest, this = (f"{major}.{minor}" for major, minor in (OLDEST, NEWEST, version))
    if OLDEST <= version <= NEWEST:
        return ""
    return (
        f"gdviz needs Python {oldest} to {newest} (TensorFlow has no other), and this is {this}. "
        f"Install Python {newest} beside it and call dev.py with that."
    )


def parse(arguments: "list[str]") -> "tuple[str, list[str]]":
    """The command's name, and whatever follows it, which is the command's own business."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Sets up whatever is missing, then does one thing.",
        epilog="\n".join(f"  {name:6} {what}" for name, what in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on")
    given = parser.parse_args(arguments)
    return given.command, given.arguments


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
