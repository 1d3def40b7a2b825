"""Folders that come and go as a whole: written beside, flushed to the disk, put in place by a rename."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def settle(folder: Path) -> None:
    """Flush a folder with all that is in it to the disk."""
    for place, _, names in os.walk(folder):
        for name in names:
            flush(Path(place, name))
        flush(Path(place))


def put(new: Path, place: Path) -> None:
    """Rename a settled folder or file to a place where no folder stands, and make the rename last."""
    os.replace(new, place)
    flush(place.parent)


def swap(new: Path, place: Path) -> None:
    """Put a settled folder where another may stand. Between its two renames `heal` finds the old one again."""
    heal(place)
    old = _old(place)
    if place.exists():
        os.rename(place, old)
    try:
        put(new, place)
    finally:
        heal(place)


def heal(place: Path) -> None:
    """Undo a swap that was cut off: the old folder comes back, or goes if the new one is there."""
    old = _old(place)
    if not old.exists():
        return
    if place.exists():
        shutil.rmtree(old)
    else:
        os.rename(old, place)


@contextmanager
def making(path: Path, folder: bool = True) -> Iterator[Path]:
    """An empty folder, or the name of a file, to write something new in and to rename it away from.

    What is left there goes: after an error at once, after a kill at the next call.
    """
    _clear(path)
    try:
        (path if folder else path.parent).mkdir(parents=True, exist_ok=not folder)
        yield path
    finally:
        _clear(path)


def _clear(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.shomar-old")


def flush(path: Path) -> None:
    """Flush one file, or the names in one folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
