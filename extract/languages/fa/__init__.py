"""Persian: reads a document's claims as drafts; found by the engine through its code `fa`."""

from extract.languages.fa.reader import PersianReader as Reader

__all__ = ["Reader"]
