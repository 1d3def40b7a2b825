"""Shingles and sketches of documents: by which a text is known again though it was cut, reordered or respelt.

A text is seen as the set of its shingles, here every run of `WIDTH` letters and digits. Runs of letters and not of
words, because a joint that is written as ZWNJ, as a space or not at all makes one, two or no words of the same
letters. The resemblance of two texts is |A ∩ B| / |A ∪ B| of their shingles, the containment of one in another
|A ∩ B| / |A| (A. Broder, On the resemblance and containment of documents, 1997). The smallest of all shingles under
a random order is the same for two texts with the probability of their resemblance (the same paper); a sketch keeps
the smallest under each of `ORDERS` orders.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import rensa  # type: ignore[import-untyped]

from extract.fold import fold, reading_copy

WIDTH = 20  # letters and digits a shingle: some five words
ORDERS = 32
SHORTEST = 40  # letters and digits; a shorter text says too little to be known again
_LONGEST = 200_000  # letters and digits that are looked at
_TOGETHER = 256  # documents that are hashed at once: enough to be quick, few enough for little memory
_SEED = 42
_MIXERS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # of splitmix64 (Steele, Lea, Flood 2014)
_BASE = 0x9E3779B97F4A7C15
_WHOLE = np.uint64(1 << 63)
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")  # letters of presentation, which only the reading copy folds
_DROPPED = re.compile(r"[\W_\u0640]+")

Hashes: TypeAlias = npt.NDArray[np.uint64]


def squeezed(text: str) -> str:
    """The letters and digits of a text, folded as the extractor folds them: without spaces, marks and signs."""
    folded = fold(text)
    if _SHAPES.search(folded):
        folded = reading_copy(folded).text
    return _DROPPED.sub("", folded)[:_LONGEST].lower()


def shingles(letters: Sequence[str]) -> list[Hashes]:
    """For each squeezed text the hashes of its shingles, in the order of the text: `len - WIDTH + 1`, or none."""
    lengths = [len(one) for one in letters]
    if sum(lengths) < WIDTH:
        return [np.empty(0, np.uint64) for _ in letters]
    points = np.frombuffer("".join(letters).encode("utf-32-le", "surrogatepass"), np.uint32)
    hashes = _rolled(points)
    ends = np.cumsum(lengths)
    return [
        hashes[end - length : max(end - WIDTH + 1, end - length)] for end, length in zip(ends, lengths, strict=True)
    ]


def sketches(texts: Sequence[str]) -> list[list[int]]:
    """The bands of each text as signed 64-bit integers: two texts that share several may be copies of each other.

    The first is negative and stands for the whole folded text; `ORDERS` others, positive, are the smallest shingles.
    A text of fewer than `SHORTEST` letters and digits has none.
    """
    return [bands for start in range(0, len(texts), _TOGETHER) for bands in _sketched(texts[start : start + _TOGETHER])]


def _sketched(texts: Sequence[str]) -> Iterator[list[int]]:
    letters = [squeezed(text) for text in texts]
    letters = [one if len(one) >= SHORTEST else "" for one in letters]
    hashes = [one for one in shingles(letters) if len(one)]
    if not hashes:
        yield from ([] for _ in texts)
        return
    offsets = np.cumsum([0, *map(len, hashes)]).astype(np.uint64)
    smallest = rensa.RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(hashes), offsets, ORDERS, _SEED)
    orders = np.arange(ORDERS, dtype=np.int64) << 32
    bands = (np.array(smallest.to_rows(), np.int64) | orders).tolist()
    rows = iter([_whole(one), *row] for one, row in zip(hashes, bands, strict=True))
    yield from (next(rows) if one else [] for one in letters)


def _whole(hashes: Hashes) -> int:
    """A hash of all shingles in their order, as a negative number."""
    places = np.arange(1, len(hashes) + 1, dtype=np.uint64)
    total = _mixed(hashes + places * np.uint64(_BASE)).sum(dtype=np.uint64)
    return int((total | _WHOLE).astype(np.int64))


def _rolled(points: npt.NDArray[np.uint32]) -> Hashes:
    """The hash of every run of WIDTH code points: a polynomial in `_BASE` modulo 2^64 (Rabin, Karp 1987), mixed."""
    power, done = _mixed(points.astype(np.uint64)), 1
    result: Hashes = np.empty(0, np.uint64)
    covered, left, count = 0, WIDTH, len(points)
    while left:  # runs of 1, 2, 4 … points, put together as the binary digits of WIDTH say
        if left & 1:
            size = count - covered - done + 1
            result = result[:size] * _raised(done) + power[covered : covered + size] if covered else power
            covered += done
        left >>= 1
        if left:
            size = count - 2 * done + 1
            power = power[:size] * _raised(done) + power[done : done + size]
            done *= 2
    return _mixed(result)


def _raised(exponent: int) -> np.uint64:
    return np.uint64(pow(_BASE, exponent, 1 << 64))


def _mixed(values: Hashes) -> Hashes:
    for shift, factor in zip((30, 27), _MIXERS, strict=True):
        values = (values ^ (values >> np.uint64(shift))) * np.uint64(factor)
    return values ^ (values >> np.uint64(31))
