"""Takes the texts that explain functions to programmers out of compiled modules: a quarter of what is packed.

Empty texts take their place, not None: some modules put more words behind their own.
"""

import dis
import inspect
import itertools
import sys
from types import CodeType

HAS_ONE = 0x4000000
"""The flag of a function with such a text, from Python 3.13 on; before, its first constant is one or is None."""

USES = [dis.opmap[name] for name in ("LOAD_CONST", "RETURN_CONST") if name in dis.opmap]
"""What a function does with a constant; the same text may be both its explanation and what it returns."""


def without(code: CodeType) -> CodeType:
    """The same code without such texts, in everything that it defines too."""
    constants = [without(each) if isinstance(each, CodeType) else each for each in code.co_consts]
    for at in (0,) if _is_function(code) else _stored(code):
        if constants and isinstance(constants[at], str):
            constants[at] = ""
    return code.replace(co_consts=tuple(constants))


def _is_function(code: CodeType) -> bool:
    """Whether its first constant is the text, if there is one."""
    is_function = bool(code.co_flags & inspect.CO_OPTIMIZED) and not code.co_name.startswith("<")
    used = any(each in USES and at == 0 for each, at in zip(code.co_code[::2], code.co_code[1::2], strict=True))
    return is_function and not used and (sys.version_info < (3, 13) or bool(code.co_flags & HAS_ONE))


def _stored(code: CodeType) -> list[int]:
    """Which constant of a module or class is the text; none where it is used for anything else."""
    if code.co_flags & inspect.CO_OPTIMIZED:
        return []
    lines = [each for each in dis.get_instructions(code) if each.opname in ("LOAD_CONST", "STORE_NAME")]
    loaded = [each.arg for each in lines if each.opname == "LOAD_CONST"]
    pairs = itertools.pairwise(lines)
    found = [one.arg for one, two in pairs if one.opname == "LOAD_CONST" and two.argval == "__doc__"]
    return [at for at in found if at is not None and loaded.count(at) == 1]
