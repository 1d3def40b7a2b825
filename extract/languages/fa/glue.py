"""Words that were written as one: «یکهزار», «هزارو», «چهارهزارمورد»."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate

from extract.lexicon import Lexicon
from extract.tokens import Tokens

_SCALES = ("هزار", "میلیون", "میلیارد", "صد")
_ENDINGS = frozenset(("و", "نفر", "مورد", "نفری", "تن", "تومان", "ریال", "درصد"))
_LONGEST = 24
_REMEMBERED = 100_000


class GlueSplitter:
    """Splits tokens that are number words without a space; remembers what it has seen."""

    def __init__(self, numbers: Mapping[str, tuple[str, Decimal]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers = sorted((word for word in numbers if len(word) > 1), key=len, reverse=True)
        self._known = numbers
        self._plain: set[str] = set()  # words seen that are whole
        self._glued: dict[str, tuple[str, ...]] = {}

    def split(self, tokens: Tokens) -> Tokens:
        """The tokens with glued number words apart; the same object where there is nothing to split."""
        unknown = set(tokens.text) - self._plain
        if not unknown:
            return tokens
        glued = {word for word in unknown if self._pieces(word)}
        if not glued:
            return tokens
        text, start, end = tokens.text[:], tokens.start[:], tokens.end[:]
        for index in range(len(text) - 1, -1, -1):
            if text[index] not in glued:
                continue
            pieces = self._pieces(text[index])
            ends = list(accumulate((len(piece) for piece in pieces), initial=start[index]))
            text[index : index + 1] = pieces
            end[index : index + 1] = ends[1:]
            start[index : index + 1] = ends[:-1]
        return Tokens(text, start, end)

    def _pieces(self, word: str) -> tuple[str, ...]:
        """The number words in a token; empty for a word that is whole."""
        known = self._glued.get(word)
        if known is not None:
            return known
        pieces = self._peel(word) if len(word) > 3 else None
        if len(self._plain) + len(self._glued) > _REMEMBERED:  # article text must not fill the memory
            self._plain.clear()
            self._glued.clear()
        if pieces is None:
            self._plain.add(word)
            return ()
        self._glued[word] = pieces
        return pieces

    def _peel(self, word: str) -> tuple[str, ...] | None:
        if (
            len(word) > _LONGEST
            or word in self._known
            or word in self._lexicon
            or not any(s in word for s in (*_SCALES, "یک", "دو", "سه", "چهار"))
        ):
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
