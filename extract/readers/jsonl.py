"""JSONL: one document a line. A line that is none is quarantined with its place; the rest goes on."""

import codecs
import datetime as dt
import io
import json
from collections.abc import Iterator

from extract.model import Document, Quarantined
from extract.readers.carrier import LIMIT, Carrier, Stream, sample
from extract.readers.encoding import Undecodable, decode, is_utf16, looks_binary
from extract.readers.text import quarantined

# The C scanner of `json` and orjson differ by a fifth here: no dependency for that.
_parse = json.JSONDecoder().decode
_OPTIONAL = ("title", "outlet", "url", "lang")
_YEARS = range(1800, 2101)


class _BadRecord(Exception):
    """A line that is no document: reason code and what to do, for a person."""

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(what)
        self.reason = reason
        self.what = what


def read(carrier: Carrier) -> Iterator[Document | Quarantined]:
    """The documents of a JSONL file, a line at a time."""
    head = carrier.head()
    stream = carrier.stream
    if is_utf16(head):
        stream = io.BufferedReader(_Recoded(stream))
    elif looks_binary(head) and not begins_with_object(head):
        yield quarantined(carrier.source, "binary", head)
        return
    number = 0
    is_empty = True
    while line := stream.readline(LIMIT + 1):
        number += 1
        if len(line) > LIMIT:
            is_empty = False
            yield quarantined(f"{carrier.source}:{number}", "too_large", line)
            while line and not line.endswith(b"\n"):
                line = stream.readline(LIMIT)
        elif not line.isspace():
            is_empty = False
            yield _read_line(line, f"{carrier.source}:{number}", carrier.stem)
    if is_empty:
        yield quarantined(carrier.source, "empty")


def begins_with_object(head: bytes) -> bool:
    """Whether the first bytes of a file look like JSONL."""
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def _read_line(line: bytes, source: str, stem: str) -> Document | Quarantined:
    try:
        return _document(line, source, stem)
    except _BadRecord as error:
        return Quarantined(source, error.reason, f"{source}: {error.what}", sample(line))
    except Undecodable as error:
        return quarantined(source, error.reason, line)


def _document(line: bytes, source: str, stem: str) -> Document:
    try:
        decoded = line.decode()
    except UnicodeDecodeError:
        decoded = decode(line)
    try:
        record = _parse(decoded.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise _BadRecord("not_json", "the line is not JSON; write one JSON object a line") from None
    if not isinstance(record, dict):
        raise _BadRecord("not_json", "the line is JSON but not an object; write one JSON object a line")
    text = record.get("text")
    if not isinstance(text, str) or not text or text.isspace():
        raise _BadRecord("no_text", "no “text”, or it is not a string or is blank; give the article's text")
    name = _name(record.get("id"))
    title, outlet, url, lang = (_string(record, field) for field in _OPTIONAL)
    if b"\\u" in line:  # only an escape can bring these past the decoder
        _check_characters(text, name, title, outlet, url, lang)
    return Document(
        key=url or name or stem,
        article=name or stem,
        text=text,
        source=source,
        title=title,
        published=_date(record.get("published")),
        outlet=outlet,
        url=url,
        lang=lang,
    )


def _string(record: dict[str, object], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _BadRecord("bad_field", f"“{field}” is not a string; write it as one or leave it out")
    return value.strip() or None


def _name(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string({"id": value}, "id")


def _date(value: object) -> dt.date | None:
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str) and len(value) == 10 and value.isascii() and value[4] == value[7] == "-":
            date = dt.date.fromisoformat(value)
            if date.year in _YEARS:
                return date
    except ValueError:
        pass
    raise _BadRecord("bad_date", "“published” is no Gregorian date of 1800 to 2100; write YYYY-MM-DD or leave it out")


def _check_characters(*values: str | None) -> None:
    for value in values:
        if value and ("\0" in value or any("\ud800" <= c <= "\udfff" for c in value)):
            raise _BadRecord("bad_text", "a NUL or half a surrogate pair in a field; write the text as UTF-8")


class _Recoded(io.RawIOBase):
    """A UTF-16 stream as UTF-8, so that its lines can be split as bytes; a broken pair becomes U+FFFD."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._stream.read1(len(buffer))
            self._ready = self._decoder.decode(piece, final=not piece).encode()
            if not piece:
                break
        given = self._ready[: len(buffer)]
        self._ready = self._ready[len(given) :]
        buffer[: len(given)] = given
        return len(given)
