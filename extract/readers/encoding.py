"""Bytes to text: UTF-8, UTF-16 with its mark, or the Windows-1256 of old Persian pages."""

import codecs
import re

_UTF8_MARK = codecs.BOM_UTF8
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LOOK = 65536  # the head of a long file tells its encoding
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")


class Undecodable(Exception):
    """Bytes that are no text; `reason` is `binary` or `bad_encoding`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_utf16(head: bytes) -> bool:
    """Whether bytes begin with a UTF-16 mark."""
    return head.startswith(_UTF16_MARKS)


def decode(raw: bytes) -> str:
    """The text of bytes without its byte order mark; raises `Undecodable`. Line ends stay as they are."""
    if is_utf16(raw):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError:
            raise Undecodable("bad_encoding") from None
        if "\0" in text:
            raise Undecodable("binary")
        return text
    if looks_binary(raw):
        raise Undecodable("binary")
    try:
        return raw.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError:
        return _old_persian(raw)


def looks_binary(raw: bytes) -> bool:
    """A NUL anywhere, or more control characters than a text has."""
    head = raw[:_LOOK]
    return b"\0" in raw or len(_CONTROL.findall(head)) * 50 > len(head)


def _old_persian(raw: bytes) -> str:
    # Windows-1256 gives a character for every byte, so that it decodes says nothing: the result must look like text.
    head = raw[:_LOOK]
    as_utf8 = head.decode("utf-8", "replace")
    broken = as_utf8.count("\ufffd")
    if sum(c > "\x7f" for c in as_utf8) - broken > broken:  # a UTF-8 text with a few damaged bytes
        raise Undecodable("bad_encoding")
    text = raw.decode("cp1256")
    letters = _LETTER.findall(text[:_LOOK])
    arabic = _ARABIC.findall(text[:_LOOK])
    if len(letters) * 2 < len(text[:_LOOK].replace(" ", "")):
        raise Undecodable("binary")
    if len(arabic) * 2 < len(letters):
        raise Undecodable("bad_encoding")
    return text
