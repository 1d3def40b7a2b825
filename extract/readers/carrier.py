"""A file as bytes, gzipped or not, with the names that its documents get from it."""

import gzip
import io
import re
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from extract.model import Quarantined

LIMIT = 64 * 1024 * 1024  # bytes of one document, after unpacking
_GZIP = b"\x1f\x8b"
_CHUNK = 1024 * 1024
_SAMPLE = 120
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

Stream: TypeAlias = "io.BufferedReader[Any]"  # quoted: generic for the type checker only


def printable(name: str) -> str:
    """A path as it can be stored and shown on a line: bytes that are not UTF-8 and control characters become U+FFFD."""
    return _CONTROL.sub("\ufffd", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def sample(raw: bytes | str) -> str:
    """The first characters of what could not be read, on one line."""
    head = raw[: _SAMPLE * 4]
    shown = head.decode("utf-8", "replace") if isinstance(head, bytes) else printable_text(head)
    return "".join(c if c.isprintable() else " " for c in shown).strip()[:_SAMPLE]


def printable_text(text: str) -> str:
    """Text with its lone surrogates replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def unreadable(source: str, error: Exception) -> Quarantined:
    """The item for a file that the system or its packing does not give out."""
    if isinstance(error, EOFError):
        what = "the gzip file ends too early; what stood before is kept; fetch the file again"
    elif isinstance(error, zlib.error | gzip.BadGzipFile):
        # The checksum stands at the file's end: by then the documents behind the damage have been given out.
        what = "the gzip file is damaged; what was read of it is kept and may hold errors; fetch the file again"
    elif isinstance(error, OSError) and error.strerror:
        what = f"cannot be read: {error.strerror}; check the file and its permissions"
    else:
        what = "cannot be read; check the file and its permissions"
    return Quarantined(source, "unreadable", f"{source}: {what}")


class Carrier:
    """An open file: `stream` gives its unpacked bytes, `stem` names its documents where they bear no name."""

    def __init__(self, path: Path, handle: Stream, stream: Stream) -> None:
        name = printable(path.name)
        bare = name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name
        self.source = printable(str(path))
        self.suffix = Path(bare).suffix.lower()
        self.stem = Path(bare).stem
        self.stream = stream
        self._handle = handle

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file; whether it is packed its first bytes say, not its name."""
        handle: Stream = io.BufferedReader(io.FileIO(path), _CHUNK)
        try:
            if handle.peek(2)[:2] == _GZIP:
                return cls(path, handle, io.BufferedReader(_Unpacked(handle), _CHUNK))
        except BaseException:
            handle.close()
            raise
        return cls(path, handle, handle)

    def head(self) -> bytes:
        """The first bytes, which stay unread."""
        return self.stream.peek(_CHUNK)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._handle.close()


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip stream; every fault of the packing is raised as `OSError` or `EOFError`."""

    def __init__(self, handle: Stream) -> None:
        self._gzip = gzip.GzipFile(fileobj=handle, mode="rb")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._gzip.read1(len(buffer))
        except zlib.error as error:
            raise gzip.BadGzipFile(str(error)) from error
        buffer[: len(piece)] = piece
        return len(piece)
