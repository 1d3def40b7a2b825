"""Sources in, documents out: files and folders, plain or gzipped, one item for each document that they hold.

Nothing here raises for what a source holds: what cannot be read becomes `Quarantined`, what is not there `Missing`.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.model import Document, Quarantined
from extract.readers import jsonl, text
from extract.readers.carrier import Carrier, printable, unreadable
from extract.readers.folders import files_of

__all__ = ["Missing", "read_sources"]

Read = Callable[[Carrier], Iterator[Document | Quarantined]]
_BY_SUFFIX: dict[str, Read] = {
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines", ".json"), jsonl.read),
    **dict.fromkeys((".txt", ".text", ".md"), text.read),
}
_ABSENT = (FileNotFoundError, NotADirectoryError, ValueError)  # ValueError: a name with a NUL


@dataclass(frozen=True, slots=True)
class Missing:
    """A source that does not exist, and one line for a person about it."""

    source: str
    detail: str


def read_sources(sources: Iterable[str | Path]) -> Iterator[Document | Quarantined | Missing]:
    """One item a document, in the order of the sources, lazily; a folder gives its files sorted by name."""
    for source in sources:
        path = Path(source)
        name = printable(str(source))
        try:
            mode = os.stat(path).st_mode
        except _ABSENT:
            is_address = name.startswith(("http://", "https://"))
            remedy = "addresses are not read yet: fetch the page and give the file" if is_address else "check the path"
            yield Missing(name, f"{name}: no such file or folder; {remedy}")
            continue
        except OSError as error:
            is_absent = error.errno == errno.ENAMETOOLONG
            yield Missing(name, f"{name}: no name of a file; check the path") if is_absent else unreadable(name, error)
            continue
        if not stat.S_ISDIR(mode):
            yield from _read_file(path)
            continue
        for found in files_of(path):
            if isinstance(found, Quarantined):
                yield found
            else:
                yield from _read_file(found)


def _read_file(path: Path) -> Iterator[Document | Quarantined]:
    name = printable(str(path))
    try:
        with Carrier.open(path) as carrier:
            yield from _reader(carrier)(carrier)
    except (OSError, EOFError) as error:
        yield unreadable(name, error)


def _reader(carrier: Carrier) -> Read:
    """The reader that the name tells, else the content: JSONL begins with an object, anything else is text."""
    by_name = _BY_SUFFIX.get(carrier.suffix)
    if by_name:
        return by_name
    return jsonl.read if jsonl.begins_with_object(carrier.head()) else text.read
