"""A text file: one document."""

from collections.abc import Iterator

from extract.model import Document, Quarantined
from extract.readers.carrier import LIMIT, Carrier, sample
from extract.readers.encoding import Undecodable, decode

ADVICE = {
    "binary": "not a text but binary data; give text, JSONL or either gzipped",
    "bad_encoding": "neither UTF-8 nor Windows-1256; save it as UTF-8",
    "empty": "holds no text; take it out or fetch it again",
    "too_large": f"one document of more than {LIMIT // 1024 // 1024} MiB; split it",
}


def quarantined(source: str, reason: str, raw: bytes = b"") -> Quarantined:
    """The item for bytes that are no document."""
    return Quarantined(source, reason, f"{source}: {ADVICE[reason]}", sample(raw))


def read(carrier: Carrier) -> Iterator[Document | Quarantined]:
    """The document of a text file. Of a damaged file nothing is kept: half an article would pass for another one."""
    raw = carrier.stream.read(LIMIT + 1)
    if len(raw) > LIMIT:
        yield quarantined(carrier.source, "too_large", raw)
        return
    try:
        text = decode(raw)
    except Undecodable as error:
        yield quarantined(carrier.source, error.reason, raw)
        return
    if not text or text.isspace():
        yield quarantined(carrier.source, "empty")
        return
    yield Document(carrier.stem, carrier.stem, text, carrier.source)
