"""Whether a claim tells a deed or a state, by its verb."""

from extract.languages.en.draft import Draft
from extract.languages.en.sentence import BREAKS, Sentence
from extract.languages.en.vocabulary import load_vocabulary

_SETTLED = frozenset(
    (
        "registered",
        "licensed",
        "established",
        "formed",
        "founded",
        "issued",
        "created",
        "set",
        "signed",
        "passed",
    )
)


def verb_of(draft: Draft) -> str:
    """`deed` or `state`: by the verb nearest behind the noun, else nearest before the number."""
    sentence, words = draft.sentence, load_vocabulary().words
    end = draft.end
    said = {hit.first for hit in sentence.of("said")}
    governed = _governing(sentence, sentence.before_bound(draft.first) - 1)
    if governed is not None:
        return governed
    later = list(range(end, min(len(sentence.words), end + 14)))
    earlier = list(range(draft.first - 1, max(-1, draft.first - 12), -1))
    for indexes in (_until(later, sentence), _until(earlier, sentence)):
        for index in indexes:
            word = sentence.words[index]
            if (
                index in said
                or word in words["participle"]
                or (word in words["adjective"] and sentence.at("subject", index + 1) is not None)
            ):
                continue
            if index == end and _is_present(word):
                return "state"
            if sentence.word(index - 1) == "," and sentence.word(index + 1) == "by":  # ", backed by …"
                continue
            if word in words["deed"] or (word.endswith("ed") and word not in words["adjective"] and word != "needed"):
                return _tense(sentence, index)
            if word in words["state"] and not _is_auxiliary(sentence, index):
                return "state"
    return "state"


def _governing(sentence: Sentence, index: int) -> str | None:
    """What the verb right before the number tells: "has 140 NGOs", "is home to 58", "held 12 sessions"."""
    words = load_vocabulary().words
    if sentence.words[max(0, index - 1) : index + 1] == ["home", "to"] or _is_whole(sentence, index):
        return "state"
    if sentence.word(index) in words["state"]:
        return "state"
    return _tense(sentence, index) if sentence.word(index) in words["deed"] else None


def _is_whole(sentence: Sentence, index: int) -> bool:
    """ "Of the 400 NGOs registered in Golestan, 120 …": a sum that others are parts of."""
    return index <= 2 and sentence.word(index) in ("the", "of", "'s") and sentence.word(0) == "of"


def _is_present(word: str) -> bool:
    """ "455 charities build schools": the plain verb right behind the noun."""
    words = load_vocabulary().words
    plain = word.isalpha() and word not in words["stop"] and word not in words["deed"]
    plain = plain and word not in words["adjective"]
    return plain and not word.endswith(("ed", "ing", "ly"))


def _until(indexes: list[int], sentence: Sentence) -> list[int]:
    """Token indexes up to a sign that ends the clause."""
    for position, index in enumerate(indexes):
        if sentence.words[index] in BREAKS or sentence.words[index] in ("while", "but", "whereas", "who", "which"):
            return indexes[:position]
    return indexes


def _is_auxiliary(sentence: Sentence, index: int) -> bool:
    """The "have been" of "have been distributed", the "are" of "are registered"."""
    words = load_vocabulary().words
    for behind in range(index + 1, min(index + 4, len(sentence.words))):
        word = sentence.words[behind]
        if word in words["deed"] or (word.endswith("ed") and word not in words["adjective"]):
            return True
        if word not in ("been", "being", "so", "also", "already", "far", "not"):
            return False
    return False


def _tense(sentence: Sentence, index: int) -> str:
    """ "have registered", "are registered" are states; "were registered", "distributed" deeds."""
    before = sentence.words[max(0, index - 4) : index]
    if {"are", "is"} & set(before[-2:]):
        return "state"
    is_status = any(hit.first <= index < hit.last for hit in sentence.of("status"))
    settled = is_status or sentence.words[index] in _SETTLED
    settled = settled or (before[-1:] == ["been"] and sentence.words[index] in ("built", "constructed"))
    return "state" if settled and {"have", "has"} & set(before) else "deed"
