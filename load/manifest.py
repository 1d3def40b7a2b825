"""manifest.json: what was published, when and from what, with the hash of every file."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from load import folders
from load.published import NAME

FILE = "manifest.json"
LAYOUT = 1  # raise it where the files of unchanged rows change


@dataclass(frozen=True, slots=True)
class File:
    """A file: its size, its hash, and its rows where it is one of Parquet."""

    bytes: int
    sha256: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a published folder holds. `publication` is kept in the database that it was written from, too."""

    publication: str
    published_at: str  # UTC, ISO 8601
    run_id: str | None  # the last run that the database knows
    layout: str
    schema: str  # hash of the names, types and meanings of all columns
    license: str
    rows: dict[str, int]
    files: dict[str, File]

    @property
    def moment(self) -> dt.datetime:
        """The time of publication, UTC, without a zone."""
        return dt.datetime.fromisoformat(self.published_at).replace(tzinfo=None)


def write(folder: Path, manifest: Manifest) -> None:
    """Write it into a folder, flushed to the disk."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
    (folder / FILE).write_text(text, encoding="utf-8")
    folders.flush(folder / FILE)


def read(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none that can be read."""
    try:
        said = json.loads((folder / FILE).read_bytes())
        return Manifest(**{**said, "files": {path: File(**one) for path, one in said["files"].items()}})
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return None


def published_at(folder: Path) -> dt.datetime:
    """When what a folder holds was published, UTC; without a manifest, since when its database stands there."""
    said = read(folder)
    if said:
        return said.moment
    return dt.datetime.fromtimestamp((folder / NAME).stat().st_mtime, dt.UTC).replace(tzinfo=None)


def listed(folder: Path, rows: Mapping[str, int], known: Mapping[str, File]) -> dict[str, File]:
    """The files of a folder; those that are known are not read again. Paths are given with slashes."""
    return {path: known.get(path) or _file(folder / path, rows.get(path)) for path in _paths(folder)}


def verify(folder: Path) -> list[str]:
    """What does not agree with the manifest of a folder, a line each; empty where all does."""
    manifest = read(folder)
    if manifest is None:
        return [f"{folder / FILE}: there is no manifest, or none that can be read; publish again with `shomar rebuild`"]
    there = set(_paths(folder))
    problems = [f"{folder / path}: is missing" for path in sorted(manifest.files.keys() - there)]
    problems += [f"{folder / path}: is not listed" for path in sorted(there - manifest.files.keys())]
    for path in sorted(there & manifest.files.keys()):
        said = manifest.files[path]
        if _file(folder / path, said.rows) != said:
            problems.append(f"{folder / path}: is not the file that was published")
    return problems


def _paths(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != FILE:
            yield path.relative_to(folder).as_posix()


def _file(path: Path, rows: int | None) -> File:
    with path.open("rb") as file:
        return File(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest(), rows)
