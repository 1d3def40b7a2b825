"""What a person can cause and mend: each message says what happened, where, and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa


class LoadError(Exception):
    """The base of all errors of this package that a person can mend."""


class DataFolderUnusable(LoadError):
    """The data folder, or a folder to export to, cannot be written: read-only, full, or a file stands in its place."""


class DatabaseInUse(LoadError):
    """Another process holds the database open."""


class DatabaseUnreadable(LoadError):
    """A file that should be a database of ours is none, or was written by a newer DuckDB."""


class NothingPublished(LoadError):
    """There is no published snapshot yet."""


class NotOurFolder(LoadError):
    """An export would replace files that Shomar did not write."""


_CAUSES = {
    errno.ENOSPC: ("the disk is full", "free some space and run again"),
    errno.EDQUOT: ("the disk quota is used up", "free some space and run again"),
    errno.EFBIG: ("a file may not grow that large here", "raise the limit on file sizes (ulimit -f) and run again"),
    errno.EROFS: ("the file system is read-only", "choose another folder, or mount it for writing"),
    errno.EACCES: ("permission is denied", "choose another folder, or allow writing to this one"),
    errno.EPERM: ("permission is denied", "choose another folder, or allow writing to this one"),
    errno.ENOTDIR: ("a file stands where a folder is needed", "move the file away or choose another folder"),
    errno.EEXIST: ("a file stands where a folder is needed", "move the file away or choose another folder"),
}
_UNKNOWN = "check the folder, then run again"


@contextmanager
def explained(where: Path) -> Iterator[None]:
    """Turn what the system and DuckDB say about files in `where` into a LoadError; other errors pass unchanged."""
    try:
        yield
    except LoadError:
        raise
    except duckdb.Error as error:
        explanation = _of_duckdb(error, where)
        if explanation is None:
            raise
        raise explanation from error
    except (OSError, pa.ArrowInvalid) as error:
        raise DataFolderUnusable(_of_system(error, where)) from error


def _of_system(error: Exception, where: Path) -> str:
    number = getattr(error, "errno", None)
    if number not in _CAUSES:
        number = next((code for code in _CAUSES if f"[errno {code}]" in str(error).lower()), None)
    cause, remedy = _CAUSES[number] if number else (_one_line(error), _UNKNOWN)
    filename = getattr(error, "filename", None) or where
    return f"{filename}: {cause}; {remedy}"


def _of_duckdb(error: duckdb.Error, where: Path) -> LoadError | None:
    said = str(error)
    if "Could not set lock" in said:
        return DatabaseInUse(f"{where}: another process has the database open; close it, then run again")
    if isinstance(error, duckdb.IOException) and ("not a valid DuckDB" in said or "newer version" in said):
        return DatabaseUnreadable(f"{where}: {_one_line(error)}; move the file away, then `shomar rebuild`")
    written = isinstance(error, duckdb.IOException) or "file" in said.lower() or "WAL" in said
    if written and isinstance(error, duckdb.IOException | duckdb.FatalException | duckdb.TransactionException):
        cause, remedy = next(
            ((cause, remedy) for trace, cause, remedy in _TRACES if trace in said), (_one_line(error), _UNKNOWN)
        )
        return DataFolderUnusable(f"{where}: {cause}; {remedy}")
    return None


_TRACES = [
    ("No space left", *_CAUSES[errno.ENOSPC]),
    ("File too large", *_CAUSES[errno.EFBIG]),
    ("Read-only file system", *_CAUSES[errno.EROFS]),
    ("Permission denied", *_CAUSES[errno.EACCES]),
    ("Not a directory", *_CAUSES[errno.ENOTDIR]),
    ("out of disk space", *_CAUSES[errno.ENOSPC]),
]


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
