"""The field of activity that an article is about: its headline or lead names it and the text comes back to it."""

from collections import Counter

from extract.languages.en.draft import Draft
from extract.languages.en.sentence import Sentence
from extract.languages.en.vocabulary import load_vocabulary

# Fields of which an article as a whole can be; women or culture are said of single figures.
_THEMES = frozenset(("environment", "health", "education", "disability", "relief", "addiction", "heritage", "sport"))
_RETURNS = 2  # sentences behind headline and lead that name the field again
_PARTS = ("women", "rural")  # classes of words that say of what a part is
_PREDICATES = frozenset(("are", "is", "was", "were", "by", "in"))
_GIVERS = ("donor", "donation", "charity")


def theme_of(sentences: list[Sentence], title: Sentence | None) -> str | None:
    """The field of the whole article; None where none stands out."""
    body = [sentence for sentence in sentences if not sentence.is_headline]
    lead = [sentence for sentence in body if sentence.line == body[0].line] if body else []
    head = [sentence for sentence in sentences if sentence.is_headline] + ([title] if title else []) + lead[:1]
    named = [code for sentence in head for code in _fields(sentence)]
    builds = any(sentence.of("subject", _GIVERS) and sentence.of("subject", ("school",)) for sentence in head)
    if builds:
        named.append("education")
    titled = [code for sentence in head[: len(head) - len(lead[:1])] for code in _fields(sentence)]
    later = body if titled else body[1:]
    returns = Counter(code for sentence in later for code in {*_fields(sentence), *_schools(sentence, builds)})
    if "relief" in named:
        returns["relief"] += sum(bool(load_vocabulary().words["helped"] & set(sentence.words)) for sentence in body[1:])
    return next((code for code in dict.fromkeys(named) if returns[code] >= _RETURNS), None)


def said_of_part(draft: Draft) -> str | None:
    """The women of "60% of them are headed by women", the villages in which half of the houses are."""
    if draft.kind not in ("share", "count") or (draft.kind == "count" and not draft.carried):
        return None
    sentence = draft.sentence
    behind = sentence.words[draft.last : draft.last + 10]
    for field in _PARTS:
        words = load_vocabulary().words[field]
        at = next((index for index, word in enumerate(behind) if word in words), None)
        if at is not None and _PREDICATES & set(behind[:at]) and not {",", "and", ";"} & set(behind[:at]):
            return field
    makers = sentence.words[max(0, draft.first - 4) : draft.first]
    return "women" if draft.kind == "share" and "women" in makers and "make" in makers else None


def _schools(sentence: Sentence, builds: bool) -> list[str]:
    """A school is the field of those who build it."""
    return ["education"] if builds and sentence.of("subject", ("school",)) else []


def _fields(sentence: Sentence) -> list[str]:
    """The fields that a sentence names, but for those within the name of an authority."""
    ties = sentence.of("tie")
    hits = [hit for hit in sentence.of("field") if not any(t.first <= hit.first < t.last for t in ties)]
    codes = [hit.code for hit in hits if hit.code in _THEMES]
    if load_vocabulary().words["disaster"] & set(sentence.words):
        codes.append("relief")
    return codes
