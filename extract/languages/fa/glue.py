"""Number words that were written as one: «یکهزار», «سیصدوچهل», «وپنج» behind a number, «چهارهزارمورد»."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from extract.lexicon import Lexicon
from extract.tokens import Tokens

_AND = "و"
_ENDINGS = frozenset(("نفر", "نفره", "نفری", "مورد", "تن", "تومان", "تومانی", "ریال", "ریالی", "درصد"))
_THEIRS = "شان"
_LONGEST = 48
_REMEMBERED = 100_000
_COUNTED = frozenset(("unit", "teen", "ten", "hundred", "scale"))
_JOINED = _COUNTED | {"half", "ordinal"}
# What may stand behind a number word of each class within a glued word; «+» marks a class with «و» behind it.
_BEHIND = {
    "": _COUNTED | {"half"},
    "unit": frozenset(("scale", "ordinal")),
    "unit+": frozenset(("half",)),
    "teen": frozenset(("scale",)),
    "teen+": frozenset(("half",)),
    "ten": frozenset(("scale",)),
    "ten+": frozenset(("unit", "half", "ordinal")),
    "hundred": frozenset(("scale",)),
    "hundred+": frozenset(("unit", "teen", "ten", "half", "ordinal")),
    "scale": frozenset(("unit", "teen", "ten", "hundred", "scale")),
    "scale+": _JOINED,
    "half": frozenset(("scale",)),
}
_CLOSED = frozenset(("unit+", "teen+"))


class GlueSplitter:
    """Splits tokens that are number words without a space; remembers what it has seen."""

    def __init__(self, numbers: Mapping[str, tuple[str, Decimal]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._numbers = numbers
        self._longest = max(map(len, numbers), default=0)
        self._heads = frozenset(word[:2] for word, (kind, _) in numbers.items() if kind in _JOINED)
        self._plain: set[str] = set()  # words seen that are whole
        self._glued: dict[str, tuple[str, ...]] = {}

    def split(self, tokens: Tokens) -> Tokens:
        """The tokens with glued number words apart; the same object where there is nothing to split."""
        unknown = set(tokens.text) - self._plain
        if not unknown or not {word for word in unknown if self._pieces(word)}:
            return tokens
        split = Tokens([], [], [])
        for index, (word, start, end) in enumerate(zip(tokens.text, tokens.start, tokens.end, strict=True)):
            pieces = self._glued.get(word, ())
            if not pieces or not self._holds(pieces, split.text, tokens.text, index):
                pieces = (word,)
            ends = [end]
            if len(pieces) > 1:
                ends = list(accumulate((len(piece) for piece in pieces), initial=start))[1:]
            split.text.extend(pieces)
            split.start.extend((start, *ends[:-1]))
            split.end.extend(ends)
        return split

    def _holds(self, pieces: Sequence[str], before: Sequence[str], words: Sequence[str], index: int) -> bool:
        """Whether a «و» at an end of a glued word is that: beside a number, else a name or word may begin so."""
        if pieces[-1] == _AND and not (index + 1 < len(words) and self._follows(words[index + 1], pieces[-2])):
            return False
        if pieces[0] != _AND or (before and (before[-1][0].isdecimal() or self._class(before[-1]) in _BEHIND)):
            return True
        is_clear = len(pieces) > 2 or len(pieces[1]) > 2  # not «ونه», «وسی»
        return is_clear and self._class(pieces[1]) in _COUNTED | {"vague"}

    def _follows(self, word: str, piece: str) -> bool:
        """Whether a word may stand behind a number word and «و»: «هزارو ۲۰۰», «ششو نیم»."""
        if f"{self._class(piece)}+" in _CLOSED:
            return self._class(word) == "half"
        return word[0].isdecimal() or self._class(word) in _JOINED or bool(self._pieces(word))

    def _class(self, word: str) -> str:
        """The class of a number word: «ده» is no ten, for nothing stands behind it with «و»."""
        kind, value = self._numbers.get(word, ("-", Decimal(0)))
        return "teen" if value == 10 and kind == "ten" else kind

    def _pieces(self, word: str) -> tuple[str, ...]:
        """The number words in a token; empty for a word that is whole."""
        known = self._glued.get(word)
        if known is not None:
            return known
        pieces = self._peel(word) if 3 <= len(word) <= _LONGEST else ()
        if len(self._plain) + len(self._glued) > _REMEMBERED:  # article text must not fill the memory
            self._plain.clear()
            self._glued.clear()
        if pieces:
            self._glued[word] = pieces
        else:
            self._plain.add(word)
        return pieces

    def _peel(self, word: str) -> tuple[str, ...]:
        if word.endswith(_THEIRS) and self._is_owned(word[: -len(_THEIRS)]):
            return (word[: -len(_THEIRS)], _THEIRS)
        is_joined = word[0] == _AND
        body = word[1:] if is_joined else word
        if body[:2] not in self._heads or word in self._numbers or word in self._lexicon:
            return ()
        if is_joined and self._class(body) in _JOINED | {"vague"}:
            return (_AND, body)
        pieces = self._walk(body, "") or ()
        if is_joined:
            return (_AND, *pieces) if pieces else ()
        return pieces if len(pieces) > 1 else ()

    def _is_owned(self, stem: str) -> bool:
        """«۴۵ درصدشان», «دو سومشان», «۱۹ نفرشان»."""
        return stem in _ENDINGS or stem == "تا" or self._class(stem) in ("ordinal", "fraction")

    def _walk(self, rest: str, before: str) -> tuple[str, ...] | None:
        """The pieces of the rest of a word behind a piece of the class `before`; None where they are no number."""
        joined = f"{before}+"
        if not rest or self._is_noun(rest, before):
            return (rest,) if rest else ()
        if rest == _AND:
            return (_AND,) if joined in _BEHIND else None
        if rest[0] == _AND and joined in _BEHIND:
            behind = self._number(rest[1:], joined)
            return (_AND, *behind) if behind else None
        return self._number(rest, before)

    def _number(self, rest: str, before: str) -> tuple[str, ...] | None:
        """The pieces of a rest that begins with a number word, the longest that can be read to its end."""
        allowed = _BEHIND.get(before, frozenset())
        for length in range(min(len(rest), self._longest), 1, -1):
            kind = self._class(rest[:length])
            behind = self._walk(rest[length:], kind) if kind in allowed else None
            if behind is not None:
                return (rest[:length], *behind)
        return None

    def _is_noun(self, rest: str, before: str) -> bool:
        """Whether the end of a word is the noun that it counts: behind a scale word any, else a counter or unit."""
        is_any = before == "scale" and (rest == "تا" or (len(rest) > 2 and rest in self._lexicon))
        return is_any or (before in _COUNTED and rest in _ENDINGS)
