"""Words that were written as one: «یکهزار», «هزارو», «چهارهزارمورد»."""

from collections.abc import Mapping
from decimal import Decimal

from extract.lexicon import Lexicon
from extract.tokens import Tokens

_SCALES = ("هزار", "میلیون", "میلیارد", "صد")
_ENDINGS = frozenset(("و", "نفر", "مورد", "نفری", "تن", "تومان", "ریال", "درصد"))
_LONGEST = 24


class GlueSplitter:
    """Splits tokens that are number words without a space; remembers what it has seen."""

    def __init__(self, numbers: Mapping[str, tuple[str, Decimal]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers = sorted((word for word in numbers if len(word) > 1), key=len, reverse=True)
        self._known = numbers
        self._memory: dict[str, tuple[str, ...] | None] = {}

    def split(self, tokens: Tokens) -> Tokens:
        """The tokens with glued number words apart; the same object where there is nothing to split."""
        glued = [index for index, word in enumerate(tokens.text) if len(word) > 3 and self._pieces(word)]
        if not glued:
            return tokens
        text, start, end = tokens.text[:], tokens.start[:], tokens.end[:]
        for index in reversed(glued):
            pieces = self._pieces(text[index]) or ()
            ends, position = [], start[index]
            for piece in pieces:
                position += len(piece)
                ends.append(position)
            text[index : index + 1] = pieces
            start[index : index + 1] = [start[index], *ends[:-1]]
            end[index : index + 1] = ends
        return Tokens(text, start, end)

    def _pieces(self, word: str) -> tuple[str, ...] | None:
        if word in self._memory:
            return self._memory[word]
        pieces = self._peel(word)
        if len(self._memory) < 100_000:  # article text must not fill the memory
            self._memory[word] = pieces
        return pieces

    def _peel(self, word: str) -> tuple[str, ...] | None:
        if len(word) > _LONGEST or word in self._known or word in self._lexicon or not any(s in word for s in _SCALES + ("یک", "دو", "سه", "چهار")):
            return None
        pieces: list[str] = []
        rest = word
        while rest and rest not in _ENDINGS:
            piece = next((number for number in self._numbers if rest.startswith(number)), None)
            if piece is None and rest.startswith("و") and pieces:
                piece = "و"
            if piece is None:
                break
            pieces.append(piece)
            rest = rest[len(piece) :]
        has_scale = any(piece in _SCALES or piece.endswith("صد") for piece in pieces)
        is_fraction = len(pieces) == 2 and self._known.get(pieces[1], ("",))[0] == "ordinal"
        if not pieces or not (has_scale or is_fraction or (rest in _ENDINGS and rest != "و")):
            return None
        if rest and rest not in _ENDINGS and not (has_scale and rest in self._lexicon and len(rest) > 2):
            return None
        result = (*pieces, rest) if rest else tuple(pieces)
        return result if len(result) > 1 else None
