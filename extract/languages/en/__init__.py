"""English: reads a document's claims as drafts; found by the engine through its code `en`."""

from extract.languages.en.reader import EnglishReader as Reader

__all__ = ["Reader"]
