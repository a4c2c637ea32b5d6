#!/bin/sh
# Installs gdviz @VERSION@ from the wheels beside this script, without a network:
#
#     sh install.sh [FOLDER]
#
# FOLDER is where it goes; without one, ~/.local/share/gdviz-program. Removing that folder removes the program.
# PYTHON=/path/to/python3 chooses the Python, which must be @PYTHON@.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=${1:-$HOME/.local/share/gdviz-program}

fail() {
    echo "gdviz: $1" >&2
    exit 2
}

python=
for each in ${PYTHON:+"$PYTHON"} python@PYTHON@ python3 python; do
    if command -v "$each" >/dev/null 2>&1; then
        found=$("$each" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        if [ "$found" = "@PYTHON@" ]; then
            python=$each
            break
        fi
    fi
done
[ -n "$python" ] || fail "these wheels need Python @PYTHON@, which is not here. Name it: PYTHON=/path/to/python3 sh install.sh"

# An earlier version is set aside until the new one is there. Nothing else is ever removed.
if [ -e "$folder/pyvenv.cfg" ] && [ -e "$folder/bin/gdviz" ]; then
    rm -rf "$folder.old"
    mv "$folder" "$folder.old"
elif [ -e "$folder" ] && [ -n "$(ls -A "$folder")" ]; then
    fail "there is something else in $folder. Name another folder"
fi

give_up() {
    rm -rf "$folder"
    [ ! -e "$folder.old" ] || mv "$folder.old" "$folder"
    fail "$1"
}

"$python" -m venv "$folder" >/dev/null 2>&1 ||
    give_up "no virtual environment can be made in $folder. On Debian and Ubuntu, install python@PYTHON@-venv"
wheels=$here/wheels
PIP_CONFIG_FILE=/dev/null "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --no-index --find-links "$wheels" --require-hashes --no-deps -r "$here/requirements.txt" ||
    give_up "the installation failed; everything is as it was before"
rm -rf "$folder.old"
echo "gdviz @VERSION@ is installed. Start it with: $folder/bin/gdviz"
