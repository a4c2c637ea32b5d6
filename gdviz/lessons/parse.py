"""From the tables of a lesson file to the values of a course, with everything that is wrong found at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.errors import UserError
from gdviz.lessons.checks import CHECKS, OPTIONAL, Check
from gdviz.lessons.model import SHOWS, TOOLS, Action, Lesson, Stated, Step, experiment_of
from gdviz.lessons.questions import SHAPES, Choice, Number, Order, Pick, Question, Sketch, Slip
from gdviz.lessons.sources import Path_, Problem, Source

Validated = Callable[[Experiment], Experiment]
T = TypeVar("T")

NAMES: Mapping[Any, str] = {
    str: "text in quotes",
    float: "a number",
    int: "a whole number",
    bool: "true or false",
    list: "a list in square brackets",
    dict: "a table in curly brackets",
}
"""What each kind of value is called in a message."""

LOWEST_TOLERANCE = 1e-9
"""A numeric answer must forgive at least rounding."""

MEASURES = ("weight", "loss", "gradient", "curvature", "limit")
"""What a stated number may be."""


@dataclass(frozen=True, slots=True)
class At:
    """A table of a lesson file, and where it stands."""

    source: Source
    problems: list[Problem]
    table: Mapping[str, Any]
    where: Path_ = ()

    def wrong(self, found: str, expected: str, *name: str | int) -> None:
        """Notes a problem, at the value ``name`` of this table."""
        place = self.source.line((*self.where, *name))
        self.problems.append(Problem(self.source.file, place, found, expected))

    def get(self, name: str, kind: type[T], default: T | None = None) -> T:
        """The value of that name; if it is missing without need or of another kind, the default or an empty one."""
        empty: T = kind() if default is None else default
        if name not in self.table:
            if default is None:
                self.wrong(f"no {name!r}", f"{name} = {NAMES[kind]}")
            return empty
        value = self.table[name]
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)  # type: ignore[return-value]  # T is float here
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.wrong(f"{name} = {_short(value)}", NAMES[kind], name)
            return empty
        return value.strip() if isinstance(value, str) else value  # type: ignore[return-value]  # T is str here

    def one_of(self, name: str, choices: Sequence[str], default: str | None = None) -> str:
        """A text that is one of several; the first where it is not."""
        value = self.get(name, str, default)
        if value in choices or value == default:
            return value
        if name in self.table:
            near = get_close_matches(value, choices, 1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            self.wrong(f"{name} = {value!r}", "one of " + ", ".join(choices) + hint, name)
        return choices[0]

    def texts(self, name: str, choices: Sequence[str] = (), default: list[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each one of ``choices`` if there are any."""
        found = self.get(name, list, default)
        for at, value in enumerate(found):
            if not isinstance(value, str):
                self.wrong(f"{_short(value)} in {name}", NAMES[str], name, at)
            elif choices and value not in choices:
                self.wrong(f"{value!r} in {name}", "one of " + ", ".join(choices), name, at)
        return tuple(value for value in found if isinstance(value, str))

    def tables(self, name: str, needed: bool = False) -> list["At"]:
        """A list of tables; where one is needed and there is none, that is a problem."""
        found = self.get(name, list, None if needed else [])
        at = [self._below(value, name, place) for place, value in enumerate(found)]
        if needed and not found and name in self.table:
            self.wrong(f"an empty {name}", "at least one", name)
        return [each for each in at if each is not None]

    def below(self, name: str) -> "At | None":
        """A table, or None where there is none."""
        return self._below(self.table[name], name) if name in self.table else None

    def _below(self, value: Any, *name: str | int) -> "At | None":
        if isinstance(value, Mapping):
            return At(self.source, self.problems, value, (*self.where, *name))
        self.wrong(f"{_short(value)} in {name[0]}", NAMES[dict], *name)
        return None

    def only(self, *names: str) -> None:
        """Notes every key that means nothing."""
        for name in self.table:
            if name not in names:
                near = get_close_matches(name, names, 1)
                expected = f"{near[0]!r}" if near else "one of " + ", ".join(names)
                self.wrong(f"the unknown key {name!r}", expected, name)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def lesson(at: At, key: str, validated: Validated) -> Lesson:
    """A lesson from its file."""
    at.only("title", "goal", "minutes", "step")
    words = at.get("title", str), at.get("goal", str), at.get("minutes", int, 5)
    base = Experiment()
    steps = []
    for number, each in enumerate(at.tables("step", needed=True), start=1):
        steps.append(step(each, f"{key}/{number}", base, validated))
        base = steps[-1].setup or base
    return Lesson(key, *words, tuple(steps))


STEP_KEYS = (
    *("title", "text", "covers", "setup", "open", "ask", "check", "solution", "hints", "after", "show", "tool"),
    "numbers",
)
"""What a step may have."""


def step(at: At, key: str, base: Experiment, validated: Validated) -> Step:
    """One step; ``base`` are the settings it goes on with."""
    at.only(*STEP_KEYS)
    setup = settings(at, "setup", None, validated) if "setup" in at.table else None
    checks = tuple(check(each) for each in at.tables("check"))
    solution = tuple(action(each, setup or base, validated) for each in at.tables("solution"))
    if checks and not solution:
        at.wrong("checks without a solution", "solution = [{ ... }], what passes them", "check")
    hints = at.texts("hints", default=[])
    if len(hints) > 2:
        at.wrong(f"{len(hints)} hints", "at most 2", "hints")
    asked = at.below("ask")
    return Step(
        key,
        at.get("title", str),
        at.get("text", str),
        at.texts("covers", default=[]),
        setup,
        at.texts("open", tuple(FIELDS)) if "open" in at.table else None,
        question(asked) if asked else None,
        checks,
        solution,
        hints,
        at.get("after", str, ""),
        at.texts("show", SHOWS, []),
        at.one_of("tool", TOOLS, ""),
        tuple(stated(each, setup or base, validated) for each in at.tables("numbers")),
    )


def settings(at: At, name: str, base: Experiment | None, validated: Validated) -> Experiment:
    """The experiment that a table of settings describes; the usual one where it is wrong."""
    inner = at.below(name)
    if inner is None:
        return base or Experiment()
    inner.only(*FIELDS)
    plain = {setting: value for setting, value in inner.table.items() if setting in FIELDS}
    try:
        return validated(experiment_of(plain, base))
    except UserError as error:
        at.wrong(error.what, error.expected or "settings that go together", name)
    except (TypeError, ValueError, AttributeError):
        at.wrong(f"{name} = {_short(dict(inner.table))}", "settings as the guide lists them", name)
    return base or Experiment()


def action(at: At, base: Experiment, validated: Validated) -> Action:
    """One action of a solution."""
    at.only("set", "steps")
    if "set" in at.table:
        settings(at, "set", base, validated)
    return Action(at.get("set", dict, {}), at.get("steps", int, 0))


def stated(at: At, base: Experiment, validated: Validated) -> Stated:
    """A number that the texts state."""
    at.only("says", "what", "step", "index", "with")
    if "with" in at.table:
        settings(at, "with", base, validated)
    what = at.one_of("what", MEASURES, "weight")
    return Stated(at.get("says", str), what, at.get("step", int, 0), at.get("index", int, 0), at.get("with", dict, {}))


def check(at: At) -> Check:
    """One check; wrong parameters are left out."""
    kind = at.one_of("kind", tuple(CHECKS))
    known = CHECKS[kind].parameters
    at.only("kind", "say", "where", *known)
    values = {name: _parameter(at, name, kinds) for name, kinds in known.items() if name in at.table}
    for name in known:
        if name not in at.table and not (name in OPTIONAL and kind == "ended"):
            at.wrong(f"no {name!r} in the check {kind!r}", f"{name} = ...")
    where = at.below("where")
    if where:
        where.only(*FIELDS)
    pairs = tuple((name, _frozen(value)) for name, value in (where.table if where else {}).items() if name in FIELDS)
    return Check(kind, values, at.get("say", str), pairs)


def _parameter(at: At, name: str, kind: Any) -> Any:
    if kind == "setting":
        return at.one_of(name, tuple(FIELDS))
    if kind is tuple:
        return at.texts(name)
    return _frozen(at.table[name]) if kind is object else at.get(name, kind)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def question(at: At) -> Question:
    """A question of any kind."""
    return QUESTIONS[at.one_of("kind", tuple(QUESTIONS))](at)


def _pick(at: At) -> Pick:
    at.only("kind", "text", "choices", "covers")
    choices = []
    for each in at.tables("choices", needed=True):
        each.only("text", "why", "right")
        choices.append(Choice(each.get("text", str), each.get("why", str), each.get("right", bool, False)))
    if not any(choice.right for choice in choices) or len(choices) < 2:
        at.wrong("choices of which none is right", "at least two, one of them with right = true", "choices")
        choices.append(Choice("", "", True))
    return Pick(at.get("text", str), tuple(choices))


def _number(at: At) -> Number:
    at.only("kind", "text", "answer", "tolerance", "unit", "why", "wrong", "slips", "covers")
    slips = []
    for each in at.tables("slips"):
        each.only("value", "why")
        slips.append(Slip(each.get("value", float), each.get("why", str)))
    answer, tolerance = at.get("answer", float), at.get("tolerance", float, 0.0) or LOWEST_TOLERANCE
    if tolerance < 0:
        at.wrong(f"tolerance = {tolerance:g}", "0 or more", "tolerance")
    for place, slip in enumerate(slips):
        if abs(slip.value - answer) <= tolerance:
            at.wrong(f"the slip {slip.value:g}", "a value that is not right", "slips", place)
    words = at.get("why", str), at.get("wrong", str)
    return Number(at.get("text", str), answer, abs(tolerance), at.get("unit", str, ""), *words, tuple(slips))


def _order(at: At) -> Order:
    at.only("kind", "text", "items", "why", "wrong", "covers")
    items = at.texts("items")
    if len(items) < 2 or len(set(items)) < len(items):
        at.wrong(f"{len(items)} items", "two or more, all different", "items")
        items = ("1", "2")
    return Order(at.get("text", str), items, at.get("why", str), at.get("wrong", str))


def _sketch(at: At) -> Sketch:
    at.only("kind", "text", "shape", "covers", *SHAPES)
    return Sketch(at.get("text", str), at.one_of("shape", SHAPES), {shape: at.get(shape, str) for shape in SHAPES})


QUESTIONS: Mapping[str, Callable[[At], Question]] = {
    "pick": _pick,
    "number": _number,
    "order": _order,
    "sketch": _sketch,
}
"""How each kind of question is read; a new kind is one entry here."""

WORDS = (
    *("title", "goal", "text", "why", "wrong", "say", "after", "hints", "front", "back", "deck", "term", "meaning"),
    *("forms", "items", "language_name", *SHAPES),
)
"""Keys whose texts a translation must give."""


def untranslated(base: Any, own: Any, at: Path_ = ()) -> list[Path_]:
    """Where the base has words and the translation has none."""
    if isinstance(base, Mapping):
        found = []
        for key, value in base.items():
            below = own.get(key) if isinstance(own, Mapping) else None
            if key in WORDS and below is None:
                found.append((*at, key))
            elif key not in WORDS:
                found += untranslated(value, below, (*at, key))
        return found
    if isinstance(base, list):
        rows = own if isinstance(own, list) else []
        return [
            place
            for at_row, value in enumerate(base)
            for place in untranslated(value, rows[at_row] if at_row < len(rows) else None, (*at, at_row))
        ]
    return []
