"""When it was: the time mention in a draft's reach, one that goes on from the claim before, or what the verb tells."""

import re

from extract.languages.en.draft import Draft, Memory
from extract.languages.en.lists import is_base_value
from extract.languages.en.sentence import BREAKS, Sentence
from extract.languages.en.tenses import verb_of
from extract.languages.en.vocabulary import BODIES, load_vocabulary
from extract.sentence import PeriodMention

_PAID = frozenset(("budget", "donation", "grant", "loan"))
_THE_ONE_BEFORE = (["the", "year", "before"], ["the", "previous", "year"], ["the", "preceding", "year"])
_ENDS = (["by", "the", "end", "of"], ["at", "the", "end", "of"], ["until", "the", "end", "of"])
_GOES_ON = frozenset(("they", "their", "its", "it", "this", "these"))  # a sentence that goes on with the one before
_EARLIER = frozenset(("earlier", "before", "previous", "preceding"))


def period_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time mention of the segment, else the sentence's at its head, else the one that goes on, else by the verb."""
    sentence = draft.sentence
    mentions = [m for m in sentence.periods if not _is_base(sentence, m) and not _dates_speech(draft, m)]
    mentions = [_at_end(sentence, mention) for mention in mentions if mention.first >= sentence.start]
    previous = next((d for d in reversed(memory.drafts) if d.sentence is sentence), None)
    if draft.kind == "amount" and draft.carried and previous is not None and _is_equivalent(draft) and previous.period:
        return previous.period
    if previous is not None and is_base_value(sentence, sentence.before_bound(draft.first)):
        return _of_base(draft, previous)
    mention = _behind(draft, mentions, segment) or _before(draft, mentions, segment)
    if departs(draft):
        return _earlier(draft, mention)
    if mention is not None and mention.expression == "same":
        return next((d.period for d in reversed(memory.drafts) if d.period and ":" in d.period), "unknown")
    if mention is not None:
        return _said_of(draft, mention)
    if (
        draft.carried
        and draft.kind == "count"
        and previous is not None
        and previous.kind == "count"
        and previous.period
    ):
        return previous.period  # the next of a list
    default = default_period(draft)
    if previous is not None and previous.period and _goes_on(draft, previous, default):
        return previous.period
    if previous is None and memory.drafts and _refers_back(draft, memory.drafts[-1], default):
        return memory.drafts[-1].period or default
    return _period_of_the_new(draft, memory) or default if default == "unknown" else default


def _at_end(sentence: Sentence, mention: PeriodMention) -> PeriodMention:
    """ "by the end of the tenth Iranian month": the state then, or a plan's date."""
    kind, _, span = mention.expression.partition(":")
    is_end = sentence.words[max(0, mention.first - 4) : mention.first][-4:] in _ENDS
    if not (is_end and span and kind in ("month", "year", "range")):
        return mention
    return PeriodMention(f"by:{span}", mention.first, mention.last)


def _of_base(draft: Draft, previous: Draft) -> str:
    """The time of an earlier value: "compared with 3,600 in the same period of last year", "against 71 in 2018"."""
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    mention = next((m for m in draft.sentence.periods if end <= m.first <= end + 8), None)
    words = draft.sentence.words[end : end + 8]
    relative = mention is None or draft.sentence.words[mention.first : mention.last] in _THE_ONE_BEFORE
    if "same" in words or (relative and ("earlier" in words or mention is not None)):
        return re.sub(r"([jg])([+-]\d+|\d{4})", _year_before, previous.period or "unknown")
    return mention.expression if mention is not None else "unknown"


def _year_before(match: re.Match[str]) -> str:
    year = int(match[2]) - 1
    return f"{match[1]}{year:+}" if match[2][0] in "+-" else f"{match[1]}{year}"


def _is_equivalent(draft: Draft) -> bool:
    """The "($120 million)" behind an amount."""
    at = draft.sentence.before_bound(draft.first)
    return "(" in draft.sentence.words[max(0, at - 3) : at]


def _period_of_the_new(draft: Draft, memory: Memory) -> str | None:
    """ "eight of the new firms": the time in which the new ones came about."""
    words = draft.sentence.words[draft.first : draft.last + 8]
    if not any(
        words[i] in ("the", "these", "those") and words[i + 1] in ("new", "newly") for i in range(len(words) - 1)
    ):
        return None
    dated = (
        d
        for d in reversed(memory.drafts)
        if d.subject in BODIES and d.period not in (None, "as_of", "unknown") and d.modality == "actual"
    )
    return next((d.period for d in dated), None)


def _said_of(draft: Draft, mention: PeriodMention) -> str:
    """The mention's expression; "today" of a state is the publication day, "the year before" the one before another."""
    sentence = draft.sentence
    if mention.expression == "day:d+0" and draft.kind != "amount" and default_period(draft) == "as_of":
        return "as_of"
    if sentence.words[mention.first : mention.last] in _THE_ONE_BEFORE:
        for other in sentence.periods:
            year = re.fullmatch(r"(year:[jg])([+-]\d+|\d{4})", other.expression)
            if year is not None and other is not mention:
                return re.sub(r"([jg])([+-]\d+|\d{4})", _year_before, other.expression)
    return mention.expression


def _behind(draft: Draft, mentions: list[PeriodMention], segment: tuple[int, int]) -> PeriodMention | None:
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    for mention in mentions:
        between = draft.sentence.outside(end, mention.first)
        if mention.first < end:
            continue
        if mention.first >= segment[1]:
            start = _behind_predicate(draft.sentence, end)
            is_shared = draft.sentence.shares_verb(start, mention.first) and "from" not in between
            return mention if is_shared or _is_one_deed(draft.sentence, between) else None
        return None if any(word in BREAKS or word in ("while", "but", "whereas") for word in between) else mention
    return None


def _is_one_deed(sentence: Sentence, between: list[str]) -> bool:
    """ "2,500 volunteers from 85 NGOs collected 30 tons on Friday": one verb and its time."""
    words = load_vocabulary().words
    verbs = sum(word in words["deed"] or (word.endswith("ed") and word not in words["adjective"]) for word in between)
    parts = BREAKS | words["parting"] | {",", "and", "said"}
    return verbs == 1 and not any(word in parts for word in between)


def _behind_predicate(sentence: Sentence, index: int) -> int:
    """Behind the verb of a passive: "160,000 addicts were treated in 8,500 centres last year" has one time."""
    start = index
    while sentence.word(index) in ("have", "has", "had", "were", "was", "been"):
        index += 1
    word = sentence.word(index)
    is_verb = word in load_vocabulary().words["deed"] or word.endswith("ed")
    return index + 1 if index > start and is_verb else start


def _before(draft: Draft, mentions: list[PeriodMention], segment: tuple[int, int]) -> PeriodMention | None:
    """The nearest time before in the segment; one at the sentence's head holds for all of it."""
    before = [mention for mention in mentions if mention.last <= draft.first]
    first = draft.sentence.word(draft.sentence.start)
    if not before or first in ("established", "founded", "set", "launched", "created", "formed"):
        return None  # "Founded in 1969, the charity has …"
    nearest = before[-1]
    if nearest.first >= segment[0]:
        return nearest
    start = draft.sentence.start
    return before[0] if before[0].first <= start + 3 and nearest is before[0] else None


def _is_base(sentence: Sentence, mention: PeriodMention) -> bool:
    """The time that a change is measured from: "compared with last year", "than in 2018", "from a year earlier"."""
    near = sentence.words[max(0, mention.first - 7) : mention.first]
    for cue in sentence.cues("base"):
        if any(cue.last <= number.first < mention.first for number in sentence.numbers):
            continue  # "more than doubled since 2015"
        if 0 <= mention.first - cue.last <= 7 and not any(
            word in (",", ";") for word in sentence.words[cue.last : mention.first]
        ):
            return True
    if (
        near[-1:] in (["from"], ["over"])
        and mention.expression.startswith("year:")
        and sentence.cues("growth", "decline")
    ):
        return sentence.words[mention.first : mention.last][0] not in ("the", "past")
    if sentence.word(mention.first) == "on" and mention.expression.startswith("year:"):
        return True  # "a rise of a third on 2020"
    on_before = near[-1:] == ["on"] and sentence.words[mention.first : mention.last] in _THE_ONE_BEFORE
    return on_before or sentence.word(mention.last) in _EARLIER


def _dates_speech(draft: Draft, mention: PeriodMention) -> bool:
    """The "Tuesday" of "said on Tuesday" dates the speech, not what is counted."""
    if not mention.expression.startswith("day:"):
        return False
    said = draft.sentence.of("said")
    if any(mention.last <= hit.first and hit.last <= draft.first for hit in said):
        return True  # "Speaking on Thursday, X said 300 …"
    return any(0 <= mention.first - hit.last <= 9 for hit in said)


def _earlier(draft: Draft, mention: PeriodMention | None) -> str:
    """The time of the earlier point of a change: unknown unless it is said at the number itself."""
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    if "current" in draft.sentence.words[max(0, draft.first - 2) : draft.first]:
        return "as_of"
    beside = mention is not None and end <= mention.first <= end + 1
    return mention.expression if mention is not None and beside else "unknown"


def departs(draft: Draft) -> bool:
    """Whether a count is the earlier point of a change: "rose from 48 to 93"."""
    sentence = draft.sentence
    at = sentence.before_bound(draft.first)
    if "from" not in sentence.words[max(0, at - 3) : at] or draft.kind not in ("count", "amount"):
        return False
    end = max(draft.last, draft.noun[1] if draft.noun else 0)
    return "to" in sentence.words[end : end + 8]


def _goes_on(draft: Draft, previous: Draft, default: str) -> bool:
    """Whether the time of the claim before in the same sentence holds on: for deeds, parts, ranks and changes."""
    between = draft.sentence.words[previous.last : draft.first]
    if previous.period in ("as_of", "unknown", None):
        return previous.period == "unknown" and default == "unknown"
    if any(word in ("now", "currently", "which", "that") for word in between):
        return False
    if previous.modality == "target":
        return draft.kind == "change" or "and" in between
    if departs(previous):
        return False
    return (
        default == "unknown"
        or draft.carried
        or draft.kind in ("change", "measure", "amount")
        or _arrives(draft, previous)
    )


def _arrives(draft: Draft, previous: Draft) -> bool:
    """ "rose 22% to 1,115": what a change led to is of the change's time."""
    sentence = draft.sentence
    return previous.kind == "change" and sentence.word(sentence.before_bound(draft.first) - 1) == "to"


def _refers_back(draft: Draft, last: Draft, default: str) -> bool:
    """ "Their membership rose …", "of the new firms": words that go on with what the sentence before counted."""
    sentence = draft.sentence
    words = sentence.words[: draft.last + 8]
    if not last.period or last.period in ("as_of", "unknown") or last.modality != "actual":
        return False
    if sentence.line - last.sentence.line > 6 or any(word in ("are", "is", "now", "currently") for word in words):
        return False
    near = sentence.line == last.sentence.line or sentence.line == last.sentence.line + 1
    opens = sentence.word(0) in _GOES_ON or sentence.words[:2] == ["the", "figure"]
    these = any(hit.first <= 2 for hit in sentence.cues("these"))
    if (draft.kind == "change" and opens) or (default == "unknown" and near and (opens or these)):
        return True
    return (
        default == "unknown"
        and sentence.line == last.sentence.line
        and sentence.word(0) in ("they", "these", "of", "the")
    )


def default_period(draft: Draft) -> str:
    """A state is as of publication, a deed without a time is unknown."""
    if draft.kind in ("rank", "share", "ratio", "change"):
        return "as_of"
    if draft.kind == "amount" and draft.subject in _PAID:
        return "unknown"
    link = draft.sentence.word(draft.sentence.before_bound(draft.first) - 1)
    if draft.noun is not None and draft.noun[1] <= draft.first and link in ("to", "reached", "reaches", "at", "is"):
        return "as_of"
    verb = verb_of(draft)
    return "unknown" if verb == "deed" else "as_of"


def planned(period: str) -> str:
    """A plan's time is `future` up to its date; a pledge made in a named past year keeps that year."""
    kind, _, span = period.partition(":")
    if kind == "by":
        return f"future:..{span}"
    if kind in ("as_of", "unknown", "since", "day", "month") and not span:
        return "future"
    if kind == "future" or (kind == "year" and re.match(r"[jg]-", span)):
        return period
    return f"future:{span}" if span else "future"


def unplanned(period: str) -> str:
    """ "by March 2024" of what has come about: the state on that day."""
    kind, _, span = period.partition(":")
    return f"as_of:{span}" if kind == "by" else period
