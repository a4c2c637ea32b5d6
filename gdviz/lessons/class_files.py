"""Small files between a teacher and a class: the pack that opens a course, and the result that a pupil hands back.

Both are zip files of plain text. Each names the SHA-256 of everything in it, so that a file that was damaged on the
way or changed with an editor is known for one. A result also carries a seal made with the pack's key: whoever only
edits the file breaks it. It keeps honest people honest; somebody who programs can forge it.
"""

import hashlib
import hmac
import io
import json
import re
import secrets
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.experiment_json import from_plain, to_plain
from gdviz.core.files import write_atomically
from gdviz.errors import UserError
from gdviz.lessons.marks import Bet
from gdviz.lessons.model import Preset
from gdviz.lessons.parse import Validated

PACK_ENDING, RESULT_ENDING = ".gdvizclass", ".gdvizresult"
"""Endings of the two kinds of file."""

VERSION = 1
"""Of both."""

MANIFEST, CONTENT = "manifest.json", "content.json"
LARGEST = 4 * 2**20
"""Bytes of the longest file, packed or unpacked."""

LONGEST = 500
"""Characters of a title or a reason; what is longer is cut."""

MOST_MEMBERS = 200
"""Files in a pack at most."""

_LESSON = re.compile(r"lessons/[a-z]{2,3}/[\w\-]{1,80}\.toml")
"""What a lesson file in a pack may be called; anything else is refused."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What a teacher chose for a class.

    Attributes:
        title: On screen.
        key: Secret of the class, made with the pack; results are sealed with it.
        lessons: Keys of the lessons in their order; empty for all.
        locked: Settings that are held still while the pack is open.
        presets: Settings worth a look; they may set what is locked.
        language: The language to open in, or empty for the pupil's own.
        projector: Whether everything is enlarged.
        setup: The settings to begin with, at which the locked ones are held; None for those there are.
        files: Lesson files of the teacher's own by ``lessons/<lang>/<name>.toml``.
    """

    title: str
    key: str
    lessons: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    presets: tuple[Preset, ...] = ()
    language: str = ""
    projector: bool = False
    setup: Experiment | None = None
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What a pupil did.

    Attributes:
        name: The pupil's, as typed.
        title: Of the pack, empty without one.
        done: Keys of the steps that are done.
        bets: First answers.
        quiz_best: Most right answers of a quiz, in per cent.
        sealed: Whether it was made with the pack whose key it was read with; None where no key was given.
    """

    name: str
    title: str
    done: tuple[str, ...]
    bets: tuple[Bet, ...]
    quiz_best: int = 0
    sealed: bool | None = None


def new_key() -> str:
    """A key for a new pack."""
    return secrets.token_hex(16)


def write_pack(path: Path, pack: Pack) -> None:
    """Writes a pack.

    Raises:
        UserError: If it cannot be written, is larger than can be read again, or one of its files is called what no
            lesson file may be called.
    """
    for name in pack.files:
        if not _LESSON.fullmatch(name):
            raise UserError(f"A file of the pack is called {name!r}", "lessons/<language>/<name>.toml")
    size, most = sum(len(text.encode()) for text in pack.files.values()), (MOST_MEMBERS // 2, LARGEST // 2)
    if len(pack.files) > most[0] or size > most[1]:
        what = f"There are {len(pack.files)} lesson files of {size:,} bytes"
        raise UserError(what, f"at most {most[0]} files of {most[1]:,} bytes together")
    content = {name: getattr(pack, name) for name in ("title", "key", "lessons", "locked", "language", "projector")}
    content["presets"] = [
        {"title": each.title, "why": each.why, "good": each.good, "setup": to_plain(each.setup)}
        for each in pack.presets
    ]
    content["setup"] = to_plain(pack.setup) if pack.setup else None
    write_atomically(path, _zipped("pack", content, pack.files, ""))


def read_pack(path: Path, validated: Validated) -> Pack:
    """Reads a pack.

    Args:
        path: The file.
        validated: Holds an experiment against what there is, as `gdviz.engine.catalogue.validated` does.

    Raises:
        UserError: If it cannot be read, is none, is damaged, is of a newer version, or sets what is not there.
    """
    content, files, _ = _unzipped(path, "pack")
    try:
        setup = content.get("setup")
        return Pack(
            str(content["title"])[:LONGEST],
            str(content["key"]),
            tuple(map(str, content["lessons"])),
            _settings(path, content["locked"]),
            tuple(_preset(path, plain, place, validated) for place, plain in enumerate(content["presets"], 1)),
            str(content["language"]),
            content.get("projector") is True,
            None if setup is None else _experiment(path, setup, validated),
            files,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged(path) from error


def _settings(path: Path, names: Sequence[Any]) -> tuple[str, ...]:
    unknown = [name for name in names if name not in FIELDS]
    if unknown:
        raise UserError(f"{path.name} locks {str(unknown[0])[:40]!r}", "settings that gdviz has", "Ask for it again")
    return tuple(names)


def _preset(path: Path, plain: Mapping[str, Any], place: int, validated: Validated) -> Preset:
    words = str(plain["title"])[:LONGEST], str(plain["why"])[:LONGEST]
    return Preset(f"pack{place}", *words, plain["good"] is True, _experiment(path, plain["setup"], validated))


def _experiment(path: Path, plain: Any, validated: Validated) -> Experiment:
    try:
        return validated(from_plain(plain))
    except UserError as error:
        raise UserError(f"{path.name} cannot be used here. {error.what}", error.expected, error.hint) from error


def write_result(path: Path, result: Result, key: str) -> None:
    """Writes a pupil's result, sealed with the pack's key; an empty key seals with none.

    Raises:
        UserError: If it cannot be written.
    """
    content = {name: value for name, value in asdict(result).items() if name != "sealed"}
    write_atomically(path, _zipped("result", content, {}, key))


def read_result(path: Path, key: str | None = None) -> Result:
    """Reads a pupil's result.

    Args:
        path: The file.
        key: Of the pack; whether the seal fits is then said in ``sealed``.

    Raises:
        UserError: If it cannot be read, is none, was damaged or changed, or is of a newer version.
    """
    content, _, manifest = _unzipped(path, "result")
    try:
        bets = tuple(
            Bet(str(b["key"]), bool(b["right"]), float(b["confidence"]), str(b["given"])) for b in content["bets"]
        )
        words = str(content["name"])[:200], str(content["title"])[:200]
        done = tuple(map(str, content["done"]))
        sealed = None if key is None else hmac.compare_digest(_seal(manifest["sha256"], key), str(manifest["seal"]))
        return Result(*words, done, bets, int(content["quiz_best"]), sealed)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged(path) from error


def _zipped(kind: str, content: Mapping[str, Any], files: Mapping[str, str], key: str) -> bytes:
    members = {CONTENT: json.dumps(content, ensure_ascii=False, sort_keys=True), **files}
    sums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in members.items()}
    manifest = {"program": "gdviz", "kind": kind, "version": VERSION, "sha256": sums, "seal": _seal(sums, key)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {MANIFEST: json.dumps(manifest), **members}.items():
            # A fixed date, so that the same content is the same file.
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _seal(sums: Mapping[str, str], key: str) -> str:
    return hmac.new(key.encode(), json.dumps(sums, sort_keys=True).encode(), hashlib.sha256).hexdigest()


def _unzipped(path: Path, kind: str) -> tuple[dict[str, Any], dict[str, str], dict[str, Any]]:
    """Content, lesson files and manifest, everything checked before it is believed."""
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(f"{path.name} has {path.stat().st_size:,} bytes", f"at most {LARGEST:,}")
        with zipfile.ZipFile(path) as archive:
            texts = _members(path, archive)
        manifest = json.loads(texts.pop(MANIFEST))
        content = json.loads(texts[CONTENT])
        version = int(manifest["version"])
        of_kind = manifest["program"] == "gdviz" and manifest["kind"] == kind
        sums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
        whole = sums == manifest["sha256"]
    except OSError as error:
        raise UserError(f"{path.name} cannot be read: {error.strerror or error}") from error
    except (
        zipfile.BadZipFile,
        ValueError,
        KeyError,
        TypeError,
        RecursionError,
        NotImplementedError,
        EOFError,
    ) as error:
        raise _damaged(path) from error
    if version > VERSION:
        raise UserError(f"{path.name} is from a newer gdviz", "a file of this version", "Bring this gdviz up to date")
    if not of_kind:
        raise UserError(f"{path.name} is no {kind} of gdviz", PACK_ENDING if kind == "pack" else RESULT_ENDING)
    if not whole:
        raise UserError(f"{path.name} was changed after it was saved", "the file as gdviz wrote it", "Ask for it again")
    return content, {name: text for name, text in texts.items() if name != CONTENT}, manifest


def _members(path: Path, archive: zipfile.ZipFile) -> dict[str, str]:
    """All files in it as text, unless they are too many, too long, or called what nothing in it may be called."""
    entries = archive.infolist()
    strangers = [
        e.filename for e in entries if e.filename not in (MANIFEST, CONTENT) and not _LESSON.fullmatch(e.filename)
    ]
    if strangers or len(entries) > MOST_MEMBERS or len({e.filename for e in entries}) < len(entries):
        raise UserError(f"{path.name} holds what does not belong there: {(strangers or ['too many files'])[0]!r}")
    texts, left = {}, LARGEST
    for entry in entries:
        with archive.open(entry) as member:
            # What an entry says of its length is not to be believed, so no more than that is unpacked.
            content = member.read(left + 1)
        left -= len(content)
        if left < 0:
            raise UserError(f"{path.name} unpacks to more than {LARGEST:,} bytes")
        texts[entry.filename] = content.decode("utf-8")
    return texts


def _damaged(path: Path) -> UserError:
    return UserError(f"{path.name} is damaged", "a file as gdviz wrote it", "Ask for it again")
