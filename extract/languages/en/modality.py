"""Whether a claim is a plan or denied."""

from extract.languages.en.draft import Draft, Memory
from extract.languages.en.sentence import BREAKS, Sentence
from extract.lexicon import Hit

CLAUSE_ENDS = frozenset(("while", "but", "whereas", "although", "which", "who", ";", ":", "—"))


DONE = frozenset(("have", "has", "were", "was", "had"))


def set_modality(draft: Draft, memory: Memory) -> None:
    """A word of planning, need or denial in the number's own clause."""
    sentence = draft.sentence
    begins = draft.first
    at = sentence.before_bound(draft.first)
    near = sentence.words[max(0, at - 4) : at]
    if near[-1:] == ["not"] or (near[-2:-1] == ["not"] and near[-3:-2] not in ([], ["or"])):  # "has not received 20 …"
        draft.modality = "negated"
        return
    for hit in sentence.cues("denial", "target"):
        gap = begins - hit.last if hit.last <= begins else hit.first - draft.last
        between = sentence.words[hit.last : begins] if hit.last <= begins else sentence.words[draft.last : hit.first]
        end = draft.end
        if hit.code == "denial":
            if 0 <= gap <= 18 and hit.last <= begins and _is_denied(sentence, hit, begins):
                draft.modality = "negated"
                return
            continue
        is_shared = hit.first >= end and sentence.word(end) == "and" and sentence.shares_verb(end, hit.first)
        if gap < 0 or gap > 18 or not (is_shared or _same_clause(between, hit.last <= begins)):
            continue
        if hit.last <= begins and "," in between and sentence.word(end) in DONE:
            continue  # "of the 900 promised last year, 400 have been built"
        if hit.code == "target" and "that" in between and hit.last <= begins and "will" not in sentence.words:
            continue
        if _is_noun(sentence, hit):
            continue
        draft.modality = "target"
        return
    here = memory.here(sentence)
    if here and here[-1].modality == "target" and (draft.kind == "change" or _follows(sentence, here[-1], draft)):
        draft.modality = "target"


def _is_denied(sentence: Sentence, denial: Hit, index: int) -> bool:
    """ "denied that it had revoked the licenses of 23 NGOs"; what another verb of speech tells is not denied."""
    others = (hit for hit in sentence.of("said") if denial.last <= hit.first < index)
    return ";" not in sentence.words[denial.last : index] and next(others, None) is None


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """The "plan" of "under the committee's plan 300 houses were built"; "plans to build" is none."""
    if hit.entry.surface in ("plan", "plans", "aim", "aims", "goal"):
        return sentence.word(hit.last) not in ("to", "for")
    is_led = sentence.word(hit.first - 1) in ("the", "this", "under", "a", "of")
    return hit.entry.surface in ("target", "need", "hope") and is_led and sentence.word(hit.last) != "to"


def _follows(sentence: Sentence, previous: Draft, draft: Draft) -> bool:
    """ "will build 30 houses and 12 schools": the plan goes on over "and"."""
    between = sentence.words[previous.last : draft.first]
    return (
        len(between) <= 8
        and "," not in between
        and not any(word in ("were", "was", "have", "has", "are", "is") or word in BREAKS for word in between)
    )


def _same_clause(between: list[str], is_before: bool) -> bool:
    """No other statement between a word of planning and the number."""
    words = between[2:] if between[:2] in (["of", "which"], ["of", "whom"]) else between
    if any(word in CLAUSE_ENDS for word in words):
        return False
    verbs = ("were", "was", "have", "has", "had", "are", "is", "said", "added")
    if is_before and "now" in between:
        return False
    if is_before:
        return not any(word in verbs for word in between)
    other = ("said", "added", "and", "were", "was", "is", "below", "above")
    return not any(word in other for word in between) or len(between) <= 2
