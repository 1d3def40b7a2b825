"""Rules for ratios: persons to one organisation."""

from extract.languages.fa.counts import Outcome
from extract.languages.fa.draft import Candidate, Noun, drafted
from extract.languages.fa.subjects import is_tied, noun_after, nouns_before


def ratio(candidate: Candidate) -> Outcome:
    """«به ازای هر ۴۱۰۰ نفر یک سمن», «یک انجمن برای هر ۴۱۰۰ نفر»: persons to one item."""
    sentence, number = candidate.sentence, candidate.number
    if number.form != "cardinal" or not _are_people(candidate):
        return None
    before = number.first
    bound = sentence.ending("bound_before", before)
    if bound is not None:
        before = bound.first
    cue = sentence.ending("cue", before)
    listed = _listed_ratio(candidate)
    if listed is not None:
        return drafted("fa.ratio.listed", "ratio", candidate, listed, "person_per_item")
    one = _one_of(candidate)
    is_for = sentence.word(before - 1) == "برای" and one is not None and one.last <= before  # «یک سمن برای ۴۵۰۰ نفر»
    if is_for and one is not None and is_tied(sentence, one, candidate.memory):
        return drafted("fa.ratio.per_person", "ratio", candidate, one, "person_per_item", high=number.high)
    if cue is None or cue.code not in ("per", "every", "per_person"):
        return None
    if one is None and cue.code == "every":
        return None
    noun = one or next(iter(nouns_before(sentence, cue.first)), None)
    if noun is None or noun.tie != "own":
        noun = noun_after(candidate, number.last + 1, reach=3)
    if noun is None or not is_tied(sentence, noun, candidate.memory):
        return "no_subject"
    return drafted("fa.ratio.per_person", "ratio", candidate, noun, "person_per_item", high=number.high)


def _are_people(candidate: Candidate) -> bool:
    """«هر ۴۱۰۰ نفر», «هر ۴۱۰۰ شهروند», «هر ۴۱۰۰ کردستانی یک سمن»."""
    word = candidate.sentence.word(candidate.number.last)
    last = candidate.number.last
    demonym = any(candidate.sentence.words[i : i + 1] == ["یک"] for i in (last + 1, last + 2)) and word != "یک"
    return word in ("نفر", "تن", "شهروند", "ایرانی") or demonym


def _listed_ratio(candidate: Candidate) -> Noun | None:
    """«یک سمن برای هر ۵ هزار نفر است و این نسبت در ری و قدس ۳ و ۴ هزار نفر»: a ratio said again for other places."""
    sentence = candidate.sentence
    last = next((draft for draft in reversed(candidate.memory.drafts) if draft.sentence is sentence), None)
    if last is None or last.kind != "ratio" or noun_after(candidate, candidate.number.last + 1, reach=1) is not None:
        return None
    return Noun(
        last.subject, candidate.number.first, candidate.number.last, "own", is_carried=True, surface=last.surface
    )


def _one_of(candidate: Candidate) -> Noun | None:
    """The noun of «یک سمن» beside the «هر … نفر»."""
    sentence, number = candidate.sentence, candidate.number
    for other in sentence.numbers:
        if other.value == 1 and abs(other.first - number.last) <= 8:
            noun = noun_after(Candidate(sentence, other, candidate.memory), other.last, reach=2)
            if noun is not None:
                return noun
    return None
