"""Whether two documents are one report, and which document of a report the others were copied from.

A copy is cut, reordered, given another headline or a lead: whole passages come and go. Two reports of one form
(this week's and last week's, two provinces) share the words and differ in the numbers between them. So a pair is
judged by how much of the shorter text stands in the longer one, and by what stands in the place of what.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from extract.readers.byline import known_name
from transform.names import name_key
from transform.sketches import WIDTH, Hashes, shingles, squeezed

_FIRST_LOOK = 0.45  # the share of the shorter text's shingles that must be common before more is looked at
_CONTAINED = 0.6  # the share of a copy's letters that must stand in the other text, in passages of WIDTH
_BETWEEN = 0.75  # the same, where all that is shared is how both begin and end
_MOSTLY = 0.9  # the same, where the copy has more of its own than a headline and a lead:
_ADDED = 300  # that many letters in all, or
_AMID = 100  # that many in one passage between two that are shared
_SHORT_GAP = 60  # letters: what is longer is another passage, not another word in the same sentence
_AGREEING = 4  # numbers in common that make up for one that differs (a correction, a misprint)
_REWORDED = 100  # letters in common for each place with other words in it
_FEW_WORDS = 2  # places with other words that any editor leaves

Places: TypeAlias = npt.NDArray[np.intp]

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Shingled:
    """A text made ready for comparison."""

    letters: str  # squeezed
    hashes: Hashes  # of its shingles, in the order of the text

    @cached_property
    def distinct(self) -> Hashes:
        """The hashes, each once, ascending."""
        ordered = np.sort(self.hashes)  # some thirty times as fast as np.unique
        return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered

    @cached_property
    def order(self) -> Places:
        """The places of the hashes, by ascending hash; of equal ones the first comes first."""
        return np.argsort(self.hashes, kind="stable")

    @cached_property
    def rank(self) -> Places:
        """Where each of the hashes stands in `distinct`."""
        ordered = self.hashes[self.order]
        ranks = np.empty(len(ordered), np.intp)
        ranks[self.order] = np.cumsum(np.append(False, ordered[1:] != ordered[:-1]))
        return ranks

    @cached_property
    def first(self) -> Places:
        """Where each of `distinct` stands first in `hashes`."""
        return self.order[np.searchsorted(self.hashes[self.order], self.distinct)]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The runs of digits."""
        return frozenset(_DIGITS.findall(self.letters))


@dataclass(frozen=True, slots=True)
class Passages:
    """Where shingles that two texts share begin, in the order of the first, and last of all where each ends."""

    mine: Places
    its: Places


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common; the measures are shares from 0 to 1."""

    resemblance: float  # of all shingles of both
    containment: float  # of the shingles of the shorter one
    same: bool  # whether they are one report


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a report, as far as it matters for who copied whom."""

    document_id: str
    published: dt.date | None = None
    outlet: str | None = None
    origin: str | None = None  # the agency that the outlet quotes


def shingled(texts: Sequence[str]) -> list[Shingled]:
    """The texts ready for comparison, in the same order."""
    letters = [squeezed(text) for text in texts]
    return [Shingled(*one) for one in zip(letters, shingles(letters), strict=True)]


def similarity(one: str, other: str) -> Likeness:
    """How alike two texts are, and whether they are one report."""
    return likeness(*shingled([one, other]))


def likeness(one: Shingled, other: Shingled) -> Likeness:
    """The same for texts that were made ready; it does not matter which comes first."""
    if one.letters == other.letters:
        return Likeness(1.0, 1.0, bool(one.letters))
    least = min(len(one.distinct), len(other.distinct))
    if not least:
        return Likeness(0.0, 0.0, False)
    both = np.sort(np.concatenate([one.distinct, other.distinct]), kind="stable")  # merges what is in order
    common = int(np.count_nonzero(both[1:] == both[:-1]))
    same = common >= _FIRST_LOOK * least and (_is_copy(one, other) or _is_copy(other, one))
    return Likeness(common / (len(both) - common), common / least, same)


def _is_copy(one: Shingled, other: Shingled) -> bool:
    """Whether one is the other, cut, reordered, and with little of its own."""
    passages = _passages(one, other)
    steps = np.diff(passages.mine)
    covered = int(np.minimum(steps, WIDTH).sum())
    amid = int(steps[:-1].max(initial=0)) - WIDTH  # the longest passage of its own between two that are shared
    share = covered / len(one.letters)
    if len(one.letters) - covered > _ADDED or amid > _AMID:
        enough = share >= _MOSTLY
    else:
        enough = share >= _BETWEEN or (share >= _CONTAINED and not _at_the_ends(one, other, covered))
    return enough and not _another_filling(one, other, passages, covered)


def _passages(one: Shingled, other: Shingled) -> Passages:
    place = np.minimum(np.searchsorted(other.distinct, one.distinct), len(other.distinct) - 1)
    its = np.where(other.distinct[place] == one.distinct, other.first[place], -1)[one.rank]
    known = np.flatnonzero(its >= 0)
    return Passages(np.append(known, len(one.letters)), np.append(its[known], len(other.letters)))


def _at_the_ends(one: Shingled, other: Shingled, covered: int) -> bool:
    """Whether all that two texts share is how they begin and how they end: a site's own words around another report."""
    head = _alike_from_the_start(one.letters, other.letters)
    tail = _alike_from_the_start(one.letters[:head:-1], other.letters[:head:-1])
    return covered < head + tail + WIDTH


def _alike_from_the_start(one: str, other: str) -> int:
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)


def _another_filling(one: Shingled, other: Shingled, passages: Passages, covered: int) -> bool:
    """Whether the same form was filled with other numbers or names."""
    gaps = _short_gaps(one, other, passages)
    numbers = sum(_DIGITS.findall(mine) != _DIGITS.findall(its) for mine, its in gaps)
    if numbers * _AGREEING > len(one.numbers & other.numbers):
        return True
    return len(gaps) > _FEW_WORDS and len(gaps) * _REWORDED > covered


def _short_gaps(one: Shingled, other: Shingled, passages: Passages) -> list[tuple[str, str]]:
    """What stands in the place of what: other words between the same ones, short in both; also at the end."""
    lefts, its_lefts = passages.mine[:-1], passages.its[:-1]
    steps, its_steps = np.diff(passages.mine), np.diff(passages.its)
    longest = WIDTH + _SHORT_GAP
    short = (its_steps > 0) & (steps <= longest) & (its_steps <= longest) & ((steps != 1) | (its_steps != 1))
    gaps = []
    for index in np.flatnonzero(short):
        overlap = max(0, WIDTH - int(steps[index]), WIDTH - int(its_steps[index]))
        mine, theirs = (
            _between(text.letters, int(left[index]) + WIDTH - overlap, int(left[index]) + int(step[index]))
            for text, left, step in ((one, lefts, steps), (other, its_lefts, its_steps))
        )
        if mine and theirs and mine != theirs:
            gaps.append((mine, theirs))
    return gaps


def _between(letters: str, start: int, end: int) -> str:
    """The letters from start to end, with the whole of a number that is cut there."""
    while start > 0 and letters[start - 1].isdecimal():
        start -= 1
    while end < len(letters) and letters[end].isdecimal():
        end += 1
    return letters[start:end]


def copied_from(members: Sequence[Member]) -> Mapping[str, str | None]:
    """For each document of a report the one it was copied from; None for the original.

    Who quotes an outlet that is in the report copied that outlet's first document. Of the others the first to be
    published is the original (on one day the one that quotes nobody, then the smaller id), and the rest copied it.
    """
    ordered = sorted(members, key=_standing)
    source = {member.document_id: _quoted(member, ordered) for member in ordered}
    for member in ordered:
        if _turns_back(member.document_id, source):
            source[member.document_id] = None
    roots = [member.document_id for member in ordered if source[member.document_id] is None]
    return {**source, **dict.fromkeys(roots[1:], roots[0])}


def _standing(member: Member) -> tuple[dt.date, bool, str]:
    return member.published or dt.date.max, member.origin is not None, member.document_id


def _quoted(member: Member, ordered: Sequence[Member]) -> str | None:
    if member.origin is None or _outlet(member.origin) == _outlet(member.outlet):
        return None
    named = _outlet(member.origin)
    return next((one.document_id for one in ordered if one is not member and _outlet(one.outlet) == named), None)


def _outlet(name: str | None) -> str | None:
    return name and name_key(known_name(name) or name)


def _turns_back(start: str, source: Mapping[str, str | None]) -> bool:
    """Whether the way from a document to its sources comes back to it."""
    met, at = {start}, source[start]
    while at is not None and at not in met:
        met.add(at)
        at = source[at]
    return at == start
