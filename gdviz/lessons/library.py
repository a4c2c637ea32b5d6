"""The lesson files there are, and the courses that they make."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from gdviz.core.experiment import Experiment
from gdviz.errors import UserError
from gdviz.lessons.model import Card, Case, Cause, Course, Lesson, Preset, QuizQuestion, Term
from gdviz.lessons.parse import At, Validated, lesson, question, settings, untranslated
from gdviz.lessons.sources import Problem, Source, read
from gdviz.paths import resource, user_dir

FIRST = "en"
"""The language that the course was written in; files in others need only words."""

TRANSLATION = "its translation"
"""What is expected where a file has not been translated."""

PARTS = ("course", "quiz", "cards", "glossary", "presets", "clinic")
"""Names of files that are no lessons."""

COURSE, QUIZ, CARDS, GLOSSARY, PRESETS, CLINIC = PARTS


def own_folder() -> Path:
    """Where a teacher's own lesson files are looked for, in a folder for each language."""
    return user_dir() / "lessons"


def own_texts(keys: Collection[str]) -> dict[str, str]:
    """Those of the teacher's own lesson files that have these keys, by their names in a class pack.

    Raises:
        UserError: If one cannot be read.
    """
    texts = {}
    for file in sorted(own_folder().glob("*/*.toml")):
        if file.stem in keys:
            try:
                texts[f"lessons/{file.parent.name}/{file.name}"] = file.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise UserError(f"{file} cannot be read: {error}", "a text file saved as UTF-8") from error
    return texts


class Library:
    """All lesson files in some folders, each with a folder for each language in it.

    Args:
        validated: Holds an experiment against what there is, as `gdviz.engine.catalogue.validated` does.
        folders: The program's own and the user's by default; of two files of one name the later folder's counts.
        texts: Lesson files of a class pack by ``lessons/<lang>/<name>.toml``.
    """

    def __init__(
        self, validated: Validated, folders: Sequence[Path] | None = None, texts: Mapping[str, str] | None = None
    ) -> None:
        """Reads nothing yet."""
        self._validated = validated
        self._folders = tuple(folders) if folders is not None else (resource("lessons"), own_folder())
        self._texts = {Path(name): text.encode() for name, text in (texts or {}).items()}

    def with_texts(self, texts: Mapping[str, str]) -> "Library":
        """The same folders, and the lesson files of one class pack, which count before all others."""
        return Library(self._validated, self._folders, texts)

    def problems_of_texts(self) -> list[Problem]:
        """Everything that is wrong with the files of the class pack; none of them must be translated."""
        languages = {path.parent.name for path in self._texts}
        found = {each for language in languages for each in self.course(language)[1] if each.file in self._texts}
        return sorted((each for each in found if each.expected != TRANSLATION), key=_in_order)

    def languages(self) -> tuple[str, ...]:
        """Every language there is a course in, English first."""
        found = {file.parent.name for folder in self._folders for file in folder.glob(f"*/{COURSE}.toml")}
        found |= {path.parent.name for path in self._texts if path.stem == COURSE}
        return tuple(sorted(found, key=lambda language: (language != FIRST, language)))

    def language_name(self, language: str) -> str:
        """What the language calls itself; only the head of its course is read."""
        file = self.files(language)[COURSE]
        head = read(file, None, [], self._texts.get(file))
        return str(head.table.get("language_name", language)) if head is not None else language

    def files(self, language: str) -> dict[str, Path]:
        """The files of a language by name."""
        found = [file for folder in self._folders for file in sorted(folder.glob(f"{language}/*.toml"))]
        found += [path for path in self._texts if path.parent.name == language]
        return {name: file for name, file in sorted({file.stem: file for file in found}.items())}

    def stamp(self) -> frozenset[tuple[str, int, int]]:
        """Another value whenever a file has come, gone or changed."""
        files = [file for folder in self._folders for file in folder.glob("*/*.toml")]
        return frozenset((str(file), each.st_mtime_ns, each.st_size) for file in files if (each := file.stat()))

    def course(self, language: str) -> tuple[Course, list[Problem]]:
        """The course in a language, without what is wrong, and everything that is wrong."""
        problems: list[Problem] = []
        own, base = self.files(language), self.files(FIRST) if language != FIRST else {}
        sources: dict[str, Source] = {}
        for name, file in (base | own).items():
            source = self._source(file, base.get(name) if name in own else None, problems)
            if source is not None:
                sources[name] = source
        problems += [
            Problem(file, 1, f"no {language}/{file.name}", TRANSLATION)
            for name, file in base.items()
            if name not in own
        ]
        course = _course(language, sources, problems, self._validated)
        return course, sorted(set(problems), key=_in_order)

    def _source(self, file: Path, base: Path | None, problems: list[Problem]) -> Source | None:
        """A file, over the one it translates."""
        first = read(base, None, [], self._texts.get(base)) if base is not None else None
        source = read(file, first, problems, self._texts.get(file))
        if source is not None and first is not None:
            for where in untranslated(first.table, source.own):
                name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in where)
                problems.append(Problem(file, source.line(where), f"no {name}", "its words in this language"))
        return source


def _in_order(problem: Problem) -> tuple[str, int, str]:
    return str(problem.file), problem.line, problem.found


def _course(language: str, sources: Mapping[str, Source], problems: list[Problem], validated: Validated) -> Course:
    at = {name: At(source, problems, source.table) for name, source in sources.items()}
    head = at.get(COURSE)
    clinic = at.get(CLINIC)
    return Course(
        language,
        head.get("language_name", str) if head else language,
        _texts(head, "goals"),
        tuple(lesson(each, name, validated) for name, each in at.items() if name not in PARTS),
        _rows(at, QUIZ, "question", _quiz_question, validated),
        _rows(at, CARDS, "card", _card, validated),
        {term.key: term for term in _rows(at, GLOSSARY, "term", _term, validated)},
        _rows(at, PRESETS, "preset", _preset, validated),
        _causes(clinic),
        tuple(_case(each, number, validated) for number, each in enumerate(clinic.tables("case"), 1)) if clinic else (),
    )


def _texts(at: At | None, name: str) -> dict[str, str]:
    """A list of ``{ key, text }`` as a mapping."""
    return {each.get("key", str): each.get("text", str) for each in at.tables(name, needed=True)} if at else {}


def _causes(at: At | None) -> dict[str, Cause]:
    rows = at.tables("causes", needed=True) if at else []
    return {each.get("key", str): Cause(each.get("text", str), each.get("why", str)) for each in rows}


def _rows(
    at: Mapping[str, At], part: str, name: str, make: Callable[..., Any], validated: Validated
) -> tuple[Any, ...]:
    """All members of a part of the course."""
    if part not in at:
        return ()
    at[part].only(name)
    return tuple(make(each, number, validated) for number, each in enumerate(at[part].tables(name, needed=True), 1))


def _quiz_question(at: At, number: int, validated: Validated) -> QuizQuestion:
    return QuizQuestion(f"q{number}", question(at), at.texts("covers", default=[]))


def _card(at: At, number: int, validated: Validated) -> Card:
    at.only("deck", "front", "back", "covers")
    words = at.get("deck", str), at.get("front", str), at.get("back", str)
    return Card(f"card{number}", *words, at.texts("covers", default=[]))


def _term(at: At, number: int, validated: Validated) -> Term:
    at.only("key", "term", "meaning", "forms", "covers")
    words = at.get("key", str), at.get("term", str), at.get("meaning", str)
    return Term(*words, at.texts("forms", default=[]), at.texts("covers", default=[]))


def _preset(at: At, number: int, validated: Validated) -> Preset:
    at.only("title", "why", "good", "setup", "covers")
    words = at.get("title", str), at.get("why", str), at.get("good", bool)
    return Preset(f"preset{number}", *words, settings(at, "setup", None, validated), at.texts("covers", default=[]))


def _case(at: At, number: int, validated: Validated) -> Case:
    at.only("setup", "cause", "why")
    setup = settings(at, "setup", Experiment(), validated)
    return Case(f"c{number}", setup, at.get("cause", str), at.get("why", str))


def lessons_of(course: Course, keys: Sequence[str]) -> tuple[Lesson, ...]:
    """The lessons of these keys in this order; all of them where none is named."""
    return tuple(found for key in keys if (found := course.lesson(key))) if keys else course.lessons
