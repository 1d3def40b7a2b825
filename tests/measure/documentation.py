"""The pages of docs/ that are made: `make docs` writes them, tests hold them to what is made."""

import sys
from collections.abc import Callable
from pathlib import Path

from load import dictionary
from tests.measure.annotated import ROOT
from tests.warehouse import recipes
from warehouse import database


def _dictionary() -> str:
    with database.connect(":memory:") as con:
        database.create_schema(con)
        database.create_macros(con)
        database.create_views(con)
        return dictionary.page(con)


PAGES: dict[str, Callable[[], str]] = {
    "docs/dictionary.md": _dictionary,
    "docs/recipes.md": recipes.document,
}


def write(root: Path = ROOT) -> list[str]:
    """Write every page that is not as it is made; returns their names."""
    made = {name: page() for name, page in PAGES.items()}
    stale = [name for name, text in made.items() if not _is(root / name, text)]
    for name in stale:
        (root / name).write_text(made[name], encoding="utf-8")
    return stale


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    for written in write():
        print(f"{written} written", file=sys.stderr)
