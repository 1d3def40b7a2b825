"""The sentences of a line."""

from collections.abc import Iterator

from extract.tokens import Tokens

_LONGEST = 140  # tokens: a run without an end is cut, so that no sentence costs more than a fixed amount
_ENDS = frozenset(".!?\n")
_QUOTES = frozenset('"“”«»„‟`‘')
_APOSTROPHES = frozenset("'’")


def split(tokens: Tokens, abbreviations: frozenset[str]) -> Iterator[Tokens]:
    """The sentences of a line; dots of abbreviations and quotation marks are left out, "'s" is one token."""
    kept = Tokens([], [], [])
    for index, token in enumerate(tokens.text):
        if token in _QUOTES or (token == "." and _is_abbreviation(tokens, index, abbreviations)):
            continue
        if token in _ENDS or len(kept) >= _LONGEST:
            if len(kept):
                yield kept
            kept = Tokens([], [], [])
        if token not in _ENDS:
            _keep(kept, tokens, index)
    if len(kept):
        yield kept


def _keep(kept: Tokens, tokens: Tokens, index: int) -> None:
    """Add a token; an apostrophe joins the letters behind it, ends a plural ("the donors'"), or is a quotation mark."""
    text, start, end = tokens.text, tokens.start, tokens.end
    token = text[index]
    if _follows_apostrophe(tokens, index) and kept.text and kept.text[-1] in _APOSTROPHES:
        kept.text[-1], kept.end[-1] = "'" + token, end[index]
        return
    if token in _APOSTROPHES and not (index + 1 < len(text) and _follows_apostrophe(tokens, index + 1)):
        if index == 0 or text[index - 1][-1:] != "s" or end[index - 1] != start[index]:
            return
        token = "'s"
    kept.text.append("—" if token == "-" and _is_dash(tokens, index) else token)
    kept.start.append(start[index])
    kept.end.append(end[index])


def _is_dash(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen with spaces around it parts statements; "30 - 40" and a dateline's keep theirs."""
    if not 0 < index < len(tokens) - 1:
        return False
    spaced = tokens.end[index - 1] < tokens.start[index] and tokens.end[index] < tokens.start[index + 1]
    return spaced and not (tokens.text[index - 1][-1].isdecimal() and tokens.text[index + 1][0].isdecimal())


def _follows_apostrophe(tokens: Tokens, index: int) -> bool:
    """The "s" of "Iran's": an apostrophe between letters without a space."""
    text = tokens.text
    return (
        index > 1
        and text[index - 1] in _APOSTROPHES
        and text[index][0].isalpha()
        and text[index - 2][-1].isalnum()
        and tokens.end[index - 2] == tokens.start[index - 1]
        and tokens.end[index - 1] == tokens.start[index]
    )


def _is_abbreviation(tokens: Tokens, index: int, abbreviations: frozenset[str]) -> bool:
    """Whether a dot stands behind "Dr", "Sept", an initial, or before a small letter without a space."""
    text = tokens.text
    if index == 0 or tokens.end[index - 1] != tokens.start[index]:
        return False
    before, after = text[index - 1], text[index + 1] if index + 1 < len(text) else ""
    if before.lower() == "no":
        return after[:1].isdecimal()
    if before.lower() in abbreviations:
        return True
    return (
        len(before) == 1 and before.isalpha() and (before.isupper() or after[:1].islower()) and after not in ("", "\n")
    )
