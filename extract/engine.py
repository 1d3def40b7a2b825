"""Documents in, readings out: the cheap look, then the language's reader. Knows no language by name."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from extract import languages
from extract.fold import fold
from extract.model import Document, Reading, Rejection, SaidClaim
from extract.readers.page import describe
from extract.seeds import SEEDS

_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 400


class Reader(Protocol):
    """What a language package offers."""

    def passes(self, folded: str) -> bool:
        """Whether a document is worth a closer look."""

    def read(self, document: Document, folded: str) -> tuple[list[SaidClaim], list[Rejection]]:
        """The claims and rejections of a document that passed."""


def read(documents: Iterable[Document]) -> Iterator[Reading]:
    """The readings of documents, one each, in their order, lazily. Never raises for any text."""
    for document in documents:
        yield read_one(document)


def read_one(document: Document) -> Reading:
    """What a document gives; `dropped` where its language has no reader or the cheap look ends it."""
    said = (document.lang or "").partition("-")[0].lower()  # «fa-IR», «FA»
    reader = languages.reader(said) or languages.reader(language_of(document.text))
    if reader is None:
        return Reading(document, dropped=True)
    folded = fold(document.text)
    if not reader.passes(folded):
        return Reading(document, dropped=True)
    given = document
    if document.title is None:  # what a page says of itself; the title is context for the reader
        document = describe(document)
    claims, rejections = reader.read(document, folded)
    if claims:  # an article that came with its title needs date and outlet only where they say something of a claim
        document = describe(document)
    return Reading(document, tuple(claims), tuple(rejections), given=given)


def language_of(text: str) -> str:
    """`fa` where most letters at the head of a text are of the Arabic script, else `en`."""
    letters = _LETTER.findall(text[:_SAMPLE])
    arabic = sum("\u0600" <= letter <= "\u06ff" or letter >= "\ufb50" for letter in letters)
    return "fa" if arabic * 2 >= len(letters) else "en"


@cache
def fingerprint() -> str:
    """A hash of the rules and words that reading depends on: of this package's code and the tables of its languages."""
    digest = hashlib.blake2b(digest_size=16)
    package = Path(__file__).resolve().parent
    files = [*sorted(package.rglob("*.py")), SEEDS / "outlets.csv", *sorted((SEEDS / "places").glob("*.csv"))]
    for code in languages.codes():
        files += sorted((SEEDS / code).glob("*.csv"))
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
