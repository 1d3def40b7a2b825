"""The files of a folder: sorted, with those of its folders, without hidden ones."""

import os
from collections.abc import Iterator
from pathlib import Path

from extract.model import Quarantined
from extract.readers.carrier import printable, unreadable


def files_of(root: Path) -> Iterator[Path | Quarantined]:
    """Every file under a folder by name, lazily; a link that leaves it or leads to a folder seen is left alone."""
    inside = root.resolve()
    seen = {inside}
    waiting = [root]  # a stack: folders may lie deeper than Python recurses
    while waiting:
        path = waiting.pop()
        try:
            if path != root and path.is_symlink() and not path.resolve(strict=True).is_relative_to(inside):
                continue
            if path.is_dir():
                real = path.resolve()
                if path != root and real in seen:
                    continue
                seen.add(real)
                names = sorted(name for name in os.listdir(path) if not name.startswith("."))
                waiting += (path / name for name in reversed(names))
            elif path.is_file():
                yield path
            elif not path.is_symlink():
                name = printable(str(path))
                yield Quarantined(
                    name, "unreadable", f"{name}: not a file but a pipe or device; take it out of the folder"
                )
        except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
            if not path.is_symlink():
                yield unreadable(printable(str(path)), error)
