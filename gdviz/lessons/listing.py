"""What the command line says about lessons and classes."""

from gdviz.errors import UserError
from gdviz.lessons.class_table import ClassTable, misconceptions, rows
from gdviz.lessons.library import Library
from gdviz.lessons.model import Course
from gdviz.lessons.sources import Problem


def course_in(library: Library, language: str) -> Course:
    """The course in a language.

    Raises:
        UserError: If there is none.
    """
    languages = library.languages()
    if language not in languages:
        raise UserError(f"There are no lessons in {language!r}", "one of " + ", ".join(languages))
    return library.course(language)[0]


def listed(library: Library, language: str) -> list[str]:
    """A line for each lesson."""
    lessons = course_in(library, language).lessons
    return [
        f"{each.key:<18} {each.minutes:>3} min  {len(each.steps)} steps  {each.title}: {each.goal}" for each in lessons
    ]


def check(library: Library) -> tuple[list[Problem], list[str]]:
    """Everything that is wrong in any language, and a line of counts for each language."""
    problems, counts = [], []
    for language in library.languages():
        course, wrong = library.course(language)
        problems += wrong
        counts.append(_counted(course, len(wrong)))
    if not counts:
        raise UserError("There is no course.toml", "lesson files in a folder for each language")
    return problems, counts


def _counted(course: Course, wrong: int) -> str:
    steps = [step for lesson in course.lessons for step in lesson.steps]
    covered = course.covered()
    parts = {
        "lessons": len(course.lessons),
        "steps": len(steps),
        "questions in them": sum(step.ask is not None for step in steps),
        "checks": sum(len(step.checks) for step in steps),
        "stated numbers": sum(len(step.numbers) for step in steps),
        "quiz questions": len(course.quiz),
        "cards": len(course.cards),
        "terms": len(course.glossary),
        "presets": len(course.presets),
        "clinic cases": len(course.cases),
    }
    goals = f"{sum(bool(covered[goal]) for goal in course.goals)} of {len(course.goals)} goals covered"
    return (
        f"{course.language}: " + ", ".join(f"{n} {what}" for what, n in parts.items()) + f"; {goals}; {wrong} problems"
    )


def told(table: ClassTable, course: Course) -> list[str]:
    """The table of a class for a terminal: a line a pupil, then the most frequent wrong answers."""
    lines = [" | ".join(row[:9]) for row in rows(table, course)]
    wrong = [f"{count} x {title}: {given}" for count, title, given in misconceptions(table, course)]
    return [*lines, "", "Most frequent wrong answers:", *(wrong or ["none"])]
