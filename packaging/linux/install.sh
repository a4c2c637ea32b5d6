#!/bin/sh
# Installs gdviz for one user, without root. Everything after the last line of this script is the packed program.
set -eu
umask 022
LC_ALL=C
export LC_ALL

VERSION='@VERSION@'
MACHINE='@MACHINE@'
C_LIBRARY='@C_LIBRARY@'
LIBRARIES='@LIBRARIES@'
KILOBYTES='@KILOBYTES@'
# Without zeros in front, which would make it octal.
HEADER=$(expr '@HEADER@' + 0)
PACKED='@PACKED@'
SHA256='@SHA256@'

# What an installation consists of, below its prefix. Each version has a folder; `current` points at the newest.
HOUSE=lib/gdviz

usage() {
    cat <<END
gdviz $VERSION: installs for this user, without administrator.

  sh $(basename "$0") [--prefix FOLDER] [--silent]   into FOLDER, by default ~/.local; an older one is replaced
  sh $(basename "$0") --portable FOLDER [--silent]   into FOLDER/gdviz with its settings beside it, for a memory stick
  sh $(basename "$0") --uninstall [--prefix FOLDER]  removes everything but your own files
  sh $(basename "$0") --check                        only looks whether this file is whole

  --keep-older    leaves older versions where they are, as lib/gdviz/VERSION/gdviz
END
}

say() {
    [ -n "$silent" ] || printf '%s\n' "$*"
}

refuse() {
    printf 'gdviz: %s\n' "$*" >&2
    exit 1
}

read_options() {
    prefix= silent= action=install keep=
    while [ $# -gt 0 ]; do
        case $1 in
        --prefix | --portable)
            [ $# -gt 1 ] || refuse "$1 needs a folder."
            prefix=$2
            [ "$1" = --prefix ] || action=portable
            shift
            ;;
        --silent | --check | --uninstall)
            case $1 in --silent) silent=yes ;; --check) action=check ;; *) action=uninstall ;; esac
            ;;
        --keep-older) keep=yes ;;
        --help) usage && exit 0 ;;
        --version) echo "gdviz $VERSION" && exit 0 ;;
        *) refuse "$1 is not known. See --help." ;;
        esac
        shift
    done
    [ -n "$prefix" ] || prefix=${HOME:?}/.local
    case $prefix in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
    esac
    case $prefix in
    *'
'*) refuse "The name of the folder has a line break in it, which no menu can show." ;;
    esac
}

# Is this file whole, and will the program run here? Nothing has been written yet.

check_whole() {
    [ "$(wc -c <"$0")" -eq $((HEADER + PACKED)) ] || refuse "This file is not whole. Copy or download it again."
    told=$(packed | sha256sum | cut -d' ' -f1)
    [ "$told" = "$SHA256" ] || refuse "This file is damaged (its checksum is wrong). Copy or download it again."
}

packed() {
    tail -c "+$((HEADER + 1))" "$0"
}

check_machine() {
    [ "$(uname -s) $(uname -m)" = "Linux $MACHINE" ] || refuse "This is for Linux on $MACHINE, and here is $(uname -sm)."
    here=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
    older=$(printf '%s\n' "$C_LIBRARY" "${here:-0}" | sort -V | head -n 1)
    [ "$older" = "$C_LIBRARY" ] ||
        refuse "This system is too old: its C library is ${here:-unknown}, and $C_LIBRARY is needed (Debian 12, Ubuntu 22.04 or newer)."
    command -v xz >/dev/null || refuse "The program xz is needed to unpack (package xz-utils)."
    missing=
    for library in $LIBRARIES; do
        # Where there is no ldconfig to ask, the program itself will tell.
        known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
        case $known in *"$library "*) ;; *) missing="$missing $library" ;; esac
    done
    [ -z "$missing" ] || refuse "This system lacks$missing. An administrator can install them; then try again."
}

check_room() {
    folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    [ -w "$folder" ] || refuse "You may not write to $folder. Choose another folder with --prefix."
    free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$KILOBYTES" ] ||
        refuse "There is not enough room in $folder: $((KILOBYTES / 1024)) MB are needed, $((free / 1024)) MB are free."
}

# Unpacks into a folder that is renamed once it is whole, so that an interrupted installation leaves nothing behind.

unpack() {
    house=$1
    for each in "$house"/.unpacking-*; do [ ! -d "$each" ] || rm -rf "$each"; done
    draft=$house/.unpacking-$$
    trap 'rm -rf "$draft"; rmdir_empty "$made" "$house"' EXIT
    trap 'exit 1' HUP INT TERM
    made=$(first_missing "$house")
    mkdir -p "$draft"
    { packed | xz --decompress --stdout | tar -x -C "$draft"; } || refuse "It could not be unpacked. Nothing was installed."
    # A pipe tells only of its last part; the last file to be packed is proof of the others.
    [ -f "$draft/usr/share/mime/packages/gdviz.xml" ] || refuse "It could not be unpacked. Nothing was installed."
    mv "$draft/usr/lib/gdviz" "$draft/program"
    mv "$draft/usr/share" "$draft/share"
    rm -r "$draft/usr" "$draft/share/lintian"
}

unpacked() {
    trap - EXIT HUP INT TERM
}

# The first folder on the way to $1 that is not there yet.
first_missing() {
    each=$1
    while [ ! -e "$(dirname "$each")" ]; do each=$(dirname "$each"); done
    printf '%s' "$each"
}

# Removes empty folders from $2 upwards as far as $1.
rmdir_empty() {
    each=$2
    while rmdir "$each" 2>/dev/null && [ "$each" != "$1" ]; do each=$(dirname "$each"); done
}

install() {
    house=$prefix/$HOUSE
    say "gdviz $VERSION: looking whether this file is whole"
    check_machine
    check_whole
    check_room "$house"
    say "unpacking into $house/$VERSION"
    unpack "$house"
    if [ -d "$house/$VERSION" ]; then mv "$house/$VERSION" "$house/.replaced-$$"; fi
    mv "$draft" "$house/$VERSION"
    unpacked
    # From here on the new version is the one that is started; what runs goes on with its own folder.
    ln -s "$VERSION" "$house/.current-$$" && mv -T "$house/.current-$$" "$house/current"
    write_remover
    add_to_desktop
    remove_older
    say "Done. Look for gdviz in the menu, or start $prefix/bin/gdviz"
}

# The part of this file that is a script, kept for --uninstall.
write_remover() {
    head -c "$HEADER" "$0" >"$house/.uninstall-$$"
    mv "$house/.uninstall-$$" "$house/uninstall.sh"
}

add_to_desktop() {
    mkdir -p "$prefix/bin"
    ln -s "../$HOUSE/current/program/gdviz" "$prefix/bin/.gdviz-$$" && mv -T "$prefix/bin/.gdviz-$$" "$prefix/bin/gdviz"
    (cd "$house/current/share" && find . -type f | sort) | while read -r file; do
        mkdir -p "$(dirname "$prefix/share/$file")"
        case $file in
        *.desktop) desktop_entry <"$house/current/share/$file" >"$prefix/share/$file" ;;
        *) cp "$house/current/share/$file" "$prefix/share/$file" ;;
        esac
    done
    tell_desktop
}

# The menu entry with the program's full name, quoted as menu entries want it.
desktop_entry() {
    quoted=$(printf '%s' "$prefix/bin/gdviz" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec="%s" %%f\n' "$quoted" ;;
        TryExec=*) printf 'TryExec=%s\n' "$prefix/bin/gdviz" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done
}

tell_desktop() {
    for tool in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime"; do
        name=${tool%% *} folder=${tool#* }
        if [ -d "$folder" ] && command -v "$name" >/dev/null; then "$name" "$folder" >/dev/null 2>&1 || true; fi
    done
}

# Removes versions that are no longer used by anybody; what still runs is left for the next time.
remove_older() {
    for each in "$house"/*/ "$house"/.replaced-*/; do
        each=${each%/}
        case $each in
        "$house/current" | "$house/$VERSION" | "$house/*" | "$house/.replaced-*") continue ;;
        "$house"/.replaced-*) ;;
        *) [ -z "$keep" ] || continue ;;
        esac
        in_use "$each" || rm -rf "$each"
    done
}

in_use() {
    # The system tells of programs by the folders that links lead to; homes are often behind one.
    real=$(readlink -f "$1")
    for program in /proc/[0-9]*/exe; do
        case $(readlink "$program" 2>/dev/null) in "$real"/*) return 0 ;; esac
    done
    return 1
}

portable() {
    check_machine
    check_whole
    [ ! -e "$prefix/gdviz" ] || refuse "$prefix/gdviz is there already. Remove it, or choose another folder."
    check_room "$prefix/gdviz"
    say "unpacking into $prefix/gdviz"
    unpack "$prefix"
    echo "While this file is here, gdviz keeps its settings in the folder data beside it." >"$draft/program/portable.txt"
    mv "$draft/program" "$prefix/gdviz"
    unpacked
    rm -rf "$draft"
    say "Done. Start $prefix/gdviz/gdviz"
}

uninstall() {
    house=$prefix/$HOUSE
    [ -d "$house" ] || refuse "gdviz is not installed in $prefix."
    in_use "$house" && refuse "gdviz is running. Close it, then try again."
    for version in "$house"/*/share; do
        [ ! -d "$version" ] || (cd "$version" && find . -type f | sort -r) | while read -r file; do
            rm -f "$prefix/share/$file"
        done
    done
    [ "$(readlink "$prefix/bin/gdviz" || true)" != "../$HOUSE/current/program/gdviz" ] || rm "$prefix/bin/gdviz"
    rm -rf "$house"
    tell_desktop
    remove_empty
    say "gdviz is gone from $prefix. Your own files and settings are where they were."
}

# Folders that only gdviz used; what tools made out of our files goes with the last of them.
remove_empty() {
    mime=$prefix/share/mime
    if [ -d "$mime" ] && [ -z "$(find "$mime/packages" -type f 2>/dev/null)" ]; then rm -rf "$mime"; fi
    menu=$prefix/share/applications
    [ "$(ls -A "$menu" 2>/dev/null)" != mimeinfo.cache ] || rm "$menu/mimeinfo.cache"
    for folder in share/icons share/man share/metainfo share/doc share/applications; do
        [ ! -d "$prefix/$folder" ] || find "$prefix/$folder" -depth -type d -exec rmdir {} \; 2>/dev/null
    done
    for folder in share bin lib; do rmdir "$prefix/$folder" 2>/dev/null || true; done
    rmdir "$prefix" 2>/dev/null || true
}

check() {
    check_whole
    say "This file is whole."
}

read_options "$@"
"$action"
exit 0
