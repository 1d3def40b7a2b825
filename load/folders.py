"""Folders that come and go as a whole: written beside, flushed to the disk, put in place by a rename."""

import os
import shutil
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
    put(new, place)
    shutil.rmtree(old, ignore_errors=True)


def heal(place: Path) -> None:
    """Undo a swap that was cut off: the old folder comes back, or goes if the new one is there."""
    old = _old(place)
    if not old.exists():
        return
    if place.exists():
        shutil.rmtree(old)
    else:
        os.rename(old, place)


def fresh(folder: Path) -> Path:
    """An empty folder, whatever a cut-off run left in it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.shomar-old")


def flush(path: Path) -> None:
    """Flush one file, or the names in one folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
