"""A file that a person names to write to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click


@contextmanager
def staged(path: Path) -> Iterator[Path]:
    """Where to write what shall stand at `path`: beside it, renamed in the end, so that nobody sees half of it.

    An error of the system becomes one line for a person. A pipe or device is written to as it is.
    """
    special = path.exists() and not path.is_file() and not path.is_dir()
    new = path if special else path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield new
        if not special:
            os.replace(new, path)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(
            f"{path}: cannot be written: {_why(error)}; make room or choose another file"
        ) from error
    finally:
        if not special and new.is_file():
            new.unlink()


@contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """A text file that takes the place of `path` when it is complete."""
    with staged(path) as new, new.open("w", encoding="utf-8", errors="replace", newline="\n") as handle:
        yield handle


def _why(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file stands where a folder is needed"
    return error.strerror or str(error)
