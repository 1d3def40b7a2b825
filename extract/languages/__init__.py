"""Language packages, found by their code: a folder `xx` here with a `Reader` is a language."""

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.engine import Reader


@cache
def codes() -> tuple[str, ...]:
    """The codes of the languages that can be read."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg))


@cache
def reader(code: str) -> "Reader | None":
    """The reader of a language, built once; None where there is no such package."""
    if code not in codes():
        return None
    module = importlib.import_module(f"{__name__}.{code}")
    built: Reader = module.Reader()
    return built
