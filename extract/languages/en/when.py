"""When it was: the time mention in a draft's reach, one that goes on from the claim before, or what the verb tells."""

import re
from itertools import pairwise, zip_longest

from extract.languages.en.draft import Draft, Memory
from extract.languages.en.lists import is_base_value
from extract.languages.en.modality import DONE
from extract.languages.en.sentence import BREAKS, Sentence
from extract.languages.en.subjects import is_content
from extract.languages.en.tenses import verb_of
from extract.languages.en.vocabulary import load_vocabulary
from extract.sentence import PeriodMention

_RECURRING = ("day", "month", "year")
_PAID = frozenset(("budget", "donation", "grant", "loan"))
_THE_ONE_BEFORE = (["the", "year", "before"], ["the", "previous", "year"], ["the", "preceding", "year"])
_ENDS = (["by", "the", "end", "of"], ["at", "the", "end", "of"], ["until", "the", "end", "of"])
_NEAR = 2  # paragraphs over which a time goes on
_END_REACH = 10  # "by the end of the Sixth Development Plan (2017-2021)"
_GOES_ON = frozenset(("they", "their", "its", "it", "this", "these"))  # a sentence that goes on with the one before
_PRONOUNS = frozenset(("we", "they", "he", "she", "it", "i"))
_SUBJECTS = _PRONOUNS | {"the", "another"}
_LED = frozenset(("topped", "led"))
_PAST = frozenset(("was", "were", "went", "came"))
_THE_SUM = (
    ["the", "figures"],
    ["these", "figures"],
    ["the", "figure"],
    ["the", "amount"],
    ["the", "sum"],
    ["the", "number"],
    ["the", "total"],
)
_THEM = ("them", "it", "which", "whom", "these", "those")
_EARLIER = frozenset(("earlier", "before", "previous", "preceding"))


def period_of(draft: Draft, segment: tuple[int, int], memory: Memory) -> str:
    """The time mention of the segment, else the sentence's at its head, else the one that goes on, else by the verb."""
    sentence = draft.sentence
    mentions = [m for m in sentence.periods if not _is_base(draft, m) and not _dates_speech(draft, m)]
    mentions = [_at_end(sentence, mention) for mention in mentions if mention.first >= sentence.start]
    previous = next((d for d in reversed(memory.drafts) if d.sentence is sentence), None)
    if draft.kind == "amount" and draft.carried and previous is not None and _is_equivalent(draft) and previous.period:
        return previous.period
    if previous is not None and is_base_value(sentence, sentence.before_bound(draft.first)):
        return _of_base(draft, previous)
    if previous is not None and departs(previous):  # "from 640 in 2017 to 1,100"
        mentions = [m for m in mentions if not previous.last <= m.first < m.last <= draft.first]
    mention = _behind(draft, mentions, segment) or _before(draft, mentions, segment)
    if departs(draft):
        return _earlier(draft, mention)
    if mention is not None and mention.expression == "same":
        return _same_time(draft, mention, memory)
    if _came_to(draft, previous) or (draft.kind == "share" and _is_of_them(draft) and _is_perfect(draft)):
        return "as_of"
    if _is_of_now(draft, mention):
        return default_period(draft)
    if mention is not None:
        return _said_of(draft, mention)
    if (
        draft.carried
        and draft.kind == "count"
        and previous is not None
        and previous.kind == "count"
        and previous.period
        and not (previous.modality == "target" and draft.sentence.word(draft.last) in DONE)
    ):
        return previous.period  # the next of a list
    return _told_before(draft, segment, previous, memory)


def _same_time(draft: Draft, mention: PeriodMention, memory: Memory) -> str:
    """ "in the period", "in that year": the time told last, for a period or so many months the last range."""
    told = [d.period for d in reversed(memory.drafts) if d.period and is_flow(d)]
    words = draft.sentence.words[mention.first : mention.last]
    ranges = [] if {"year", "month"} & set(words) else [period for period in told if period.startswith("range")]
    return next(iter(ranges or told), "unknown")


def _told_before(draft: Draft, segment: tuple[int, int], previous: Draft | None, memory: Memory) -> str:
    """The time of what the draft goes on with, else what its verb tells."""
    default = default_period(draft)
    if previous is not None and previous.period and draft.kind == "count" and _is_apposed(draft):
        return previous.period
    new = _period_of_the_new(draft, segment, memory)
    if new is not None:
        return new
    whole = _whole(draft, memory) or _whole_count(draft, default, memory) or _actor(draft, default, memory)
    if whole is not None and whole.period:
        return whole.period
    if default == "unknown" and (previous is None or previous.period == "unknown") and _speaks_of_all(draft.sentence):
        return next((d.period for d in reversed(memory.drafts) if d.period and is_flow(d)), default)
    if previous is not None and previous.period and _goes_on(draft, previous, default):
        return previous.period
    if previous is None and memory.drafts and _refers_back(draft, memory.drafts[-1], default):
        return memory.drafts[-1].period or default
    return default


def _at_end(sentence: Sentence, mention: PeriodMention) -> PeriodMention:
    """ "by the end of the tenth Iranian month": the state then, or a plan's date."""
    kind, _, span = mention.expression.partition(":")
    lead = sentence.words[max(0, mention.first - _END_REACH) : mention.first]
    ends = max((at for at in range(len(lead)) if lead[at : at + 4] in _ENDS), default=None)
    is_end = ends is not None and "," not in lead[ends:]
    if not (is_end and span and kind in ("month", "year", "range")):
        return mention
    return PeriodMention(f"by:{span.rsplit('..')[-1]}", mention.first, mention.last)


def _of_base(draft: Draft, previous: Draft) -> str:
    """The time of an earlier value: "compared with 3,600 in the same period of last year", "against 71 in 2018"."""
    end = draft.end
    mention = next((m for m in draft.sentence.periods if end <= m.first <= end + 8), None)
    words = draft.sentence.words[end : end + 8]
    relative = mention is None or draft.sentence.words[mention.first : mention.last] in _THE_ONE_BEFORE
    if "same" in words or (relative and ("earlier" in words or mention is not None)):
        return re.sub(r"([jg])([+-]\d+|\d{4})", _year_before, previous.period or "unknown")
    if mention is None and any(end <= hit.first <= end + 2 for hit in draft.sentence.cues("country")):
        return previous.period or "unknown"  # "against a quarter nationwide": another place at the same time
    return mention.expression if mention is not None and mention.expression != "same" else "unknown"


def _year_before(match: re.Match[str]) -> str:
    year = int(match[2]) - 1
    return f"{match[1]}{year:+}" if match[2][0] in "+-" else f"{match[1]}{year}"


def _is_equivalent(draft: Draft) -> bool:
    """The "($120 million)" behind an amount."""
    at = draft.sentence.before_bound(draft.first)
    return "(" in draft.sentence.words[max(0, at - 3) : at]


def is_flow(draft: Draft) -> bool:
    """Whether a draft tells what came about within a time that is named."""
    kind, _, span = (draft.period or "").partition(":")
    return (
        draft.modality == "actual" and bool(span) and kind in ("year", "month", "range", "day", "since", "year_to_date")
    )


def _came_to(draft: Draft, previous: Draft | None) -> bool:
    """ "has doubled over the past six years to 300": the state that a change of years has led to."""
    if previous is None or draft.kind != "count" or not _arrives(draft, previous):
        return False
    times = [m.expression for m in draft.sentence.periods] if departs(previous) else [previous.period or ""]
    return any(time.startswith(("range:-", "since:")) for time in times)


def _period_of_the_new(draft: Draft, segment: tuple[int, int], memory: Memory) -> str | None:
    """ "eight of the new firms": the time in which the new ones came about."""
    words = draft.sentence.words[segment[0] : min(segment[1], draft.last + 12)]
    if not any(a in ("the", "these", "those") and b in ("new", "newly") for a, b in pairwise(words)):
        return None
    told = [d for d in reversed(memory.drafts) if d.kind == "count" and is_flow(d)]
    new = (d for d in told if "new" in d.sentence.words[max(0, d.first - 2) : d.last + 2])
    return next(new, told[0]).period if told else None


def _whole(draft: Draft, memory: Memory) -> Draft | None:
    """What a part without a verb of its own is a part of: "- Ahar: 31", "half of them", "followed by Qom (17)"."""
    last = memory.drafts[-1] if memory.drafts else None
    if last is None or not (draft.carried or draft.kind in ("share", "rank", "amount")):
        return None
    if draft.kind == "share" and (_is_of_them(draft) or _was(draft)):
        is_told = last.period == "unknown" or is_flow(last)
        if is_told and 0 <= draft.sentence.line - last.sentence.line <= 1:
            return last
        return _told_of(draft, memory) if _was(draft) else None
    if draft.kind == "amount" and not draft.sentence.cues("top", "followed"):
        return None
    if draft.kind == "share" or _speaks_of_now(draft.sentence):
        return None
    if draft.kind == "rank" and not (load_vocabulary().words["deed"] | _LED) & set(draft.sentence.words):
        return None
    return _told_of(draft, memory)


def _whole_count(draft: Draft, default: str, memory: Memory) -> Draft | None:
    """The larger count, told with its time, that this is a part of: "5,200 packages were delivered in Khoy"."""
    sentence = draft.sentence
    is_part = default == "unknown" or _points_back(draft) or bool(sentence.cues("top", "most"))
    if draft.kind != "count" or not is_part or {"are", "is", "now", "currently"} & set(sentence.words):
        return None
    alike = (d for d in reversed(memory.drafts) if d.kind == "count" and d.subject == draft.subject)
    whole = next((d for d in alike if not _is_of_them(d)), None)
    return (
        whole
        if whole is not None and whole.sentence is not sentence and whole.value > draft.value and is_flow(whole)
        else None
    )


def _is_deed(draft: Draft) -> bool:
    """Whether what was told came about then: no state of a past year ("the number was 118 in 2020")."""
    return draft.kind != "count" or default_period(draft) == "unknown"


def _actor(draft: Draft, default: str, memory: Memory) -> Draft | None:
    """Whom a deed is of that were told with their time: "The women took part in 48 courses"."""
    sentence = draft.sentence
    start = _opening(sentence)
    hit = sentence.at("subject", start + 1)
    if default != "unknown" or hit is None or hit.first >= draft.first or _is_perfect(draft):
        return None
    if sentence.word(start) not in ("the", "these", "those"):
        return None
    told = next((d for d in reversed(memory.drafts) if d.kind == "count" and d.subject == hit.code), None)
    return told if told is not None and is_flow(told) and _is_deed(told) else None


def _points_back(draft: Draft) -> bool:
    """ "310 of the units", "Khoy has 740 units": the noun stands for what was told."""
    if draft.noun is None:
        return False
    noun = draft.sentence.at("subject", draft.noun[0])
    is_short = noun is not None and noun.entry.note == "anaphor"
    return is_short or draft.sentence.word(draft.noun[0] - 1) in ("the", "these", "those")


def _told_of(draft: Draft, memory: Memory) -> Draft | None:
    """What was told last of the same subject, where that came about within a time."""
    told = (d for d in reversed(memory.drafts) if d.kind not in ("change", "rank"))
    same = next((d for d in told if d.subject == draft.subject), None)
    return same if same is not None and is_flow(same) else None


def _is_of_them(draft: Draft) -> bool:
    """ "a third of them", "half of it", "of which 12 percent"."""
    sentence = draft.sentence
    at = sentence.before_bound(draft.first)
    ahead, behind = sentence.words[max(0, at - 3) : at], sentence.words[draft.last : draft.last + 3]
    of_sum = behind[:2] == ["of", "the"] and behind[-1] in load_vocabulary().words["sum"]
    return of_sum or any(["of", one] in (ahead[:2], ahead[1:], behind[:2], behind[1:]) for one in _THEM)


def _was(draft: Draft) -> bool:
    """ "One in six donors was a student", "Qom accounted for 12 percent": the share of what was told before."""
    words = draft.sentence.words
    return "accounted" in words[max(0, draft.first - 8) : draft.first] or bool(
        _PAST & set(words[draft.last : draft.last + 5])
    )


def _is_of_now(draft: Draft, mention: PeriodMention | None) -> bool:
    """A new statement, of now, behind another's time: "…, while another 380 are half-finished", "but 900 have been"."""
    sentence, end = draft.sentence, draft.end
    lead = set(sentence.words[max(0, draft.first - 3) : draft.first])
    if draft.kind != "count" or _is_of_them(draft):
        return False
    if _is_of_a_body(draft):
        return True
    if mention is not None and not sentence.start + 3 < mention.first < draft.first:
        return False
    if sentence.word(end) == "have":
        return mention is not None and bool({"but", "while", "whereas"} & lead)
    is_kind = sentence.at("subject", end + 1) is not None  # "some 600 are doctors" tells of those told
    return sentence.word(end) == "are" and not is_kind and bool({"while", "and", "that", "but", "where", "as"} & lead)


def _is_apposed(draft: Draft) -> bool:
    """ "7,400 pupils attended, 4,100 of them girls": a part without a verb of its own."""
    words, at = draft.sentence.words, draft.sentence.before_bound(draft.first)
    return words[at - 1] in (",", "and") and _is_of_them(draft) and not _has_verb(words[draft.last : draft.last + 6])


def _is_of_a_body(draft: Draft) -> bool:
    """The 3,100 of "the society's 3,100 volunteers carried out 74 operations last year": a body has them now."""
    at = draft.sentence.before_bound(draft.first)
    is_owned = draft.sentence.word(at - 1) in ("'s", "its", "their")
    return is_owned and draft.subject in ("member", "volunteer", "employee", "centre")


def _is_perfect(draft: Draft) -> bool:
    """ "of which 83% has been paid", "we have opened six" tell of no time of their own."""
    words = draft.sentence.words
    return bool(
        {"has", "have", "now"} & set(words[max(0, draft.first - 6) : draft.first] + words[draft.last : draft.last + 6])
    )


def _speaks_of_now(sentence: Sentence) -> bool:
    state = load_vocabulary().words["state"] - {"number"}
    return any(word in state for word in sentence.words)


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
    sentence = draft.sentence
    noun_end = draft.noun[1] if draft.noun and draft.kind != "rank" else 0  # "third last year in terms of NGOs"
    end = _behind_aside(sentence, max(draft.last, noun_end))
    for mention, following in zip_longest(mentions, mentions[1:]):
        between = sentence.outside(end, mention.first)
        is_rate = draft.kind == "change" and mention.expression in _RECURRING and following is not None
        if mention.first < end or is_rate:  # "8 percent annually between 2018 and 2023"
            continue
        if _is_of_the_next(sentence, between, mention):
            return None  # "40 live in Rey, and two years ago we opened …"
        is_another = any(end <= number.first < mention.first for number in sentence.numbers)
        if mention.expression in _RECURRING and (is_another or _is_adjective(sentence, mention)):
            return None
        if mention.first >= segment[1] and any(end <= number.first < mention.first for number in sentence.numbers):
            start = _behind_predicate(sentence, end)
            is_shared = sentence.shares_verb(start, mention.first) and "from" not in between
            is_shared = is_shared or _is_one_deed(sentence, between) or _goes_on_with_deeds(draft, between)
            return mention if is_shared else None
        return None if any(word in BREAKS or word in ("while", "but", "whereas") for word in between) else mention
    return None


def _is_of_the_next(sentence: Sentence, between: list[str], mention: PeriodMention) -> bool:
    """ "treated 90 patients, and they now own 30 clinics", "…, and two years ago we opened"."""
    if between[-1:] == ["and"] and sentence.word(mention.last) in _SUBJECTS:
        return True
    end = mention.first - len(between)
    plans = (hit for hit in sentence.cues("target") if end <= hit.first < mention.first)
    if mention.expression.startswith("future") and any(sentence.word(hit.first - 1) == "and" for hit in plans):
        return True  # "runs three clinics and plans to open a fourth next year"
    return any(first == "and" and second in _PRONOUNS for first, second in pairwise(between))


def _behind_aside(sentence: Sentence, index: int) -> int:
    """Behind what is said in passing: "55 endowments, valued at 90 billion rials, were registered in 2019"."""
    part = next((n for n in sentence.numbers if n.first == index + 1), None)  # "90 centers, 40 of them in mosques,"
    is_part = part is not None and sentence.word(part.last) == "of"
    is_aside = is_part or sentence.word(index + 1) in ("valued", "worth", "estimated", "including")
    if sentence.word(index) != "," or not is_aside:
        return index
    depth = 0
    for at in range(index + 1, min(index + 20, len(sentence.words))):
        depth += (sentence.words[at] == "(") - (sentence.words[at] == ")")
        if sentence.words[at] == "," and not depth:
            return at + 1
    return index


def _is_adjective(sentence: Sentence, mention: PeriodMention) -> bool:
    """The "monthly" of "90 families get a monthly allowance", the "daily" of "provide daily services"."""
    return mention.expression in _RECURRING and is_content(sentence.word(mention.last))


def _goes_on_with_deeds(draft: Draft, between: list[str]) -> bool:
    """ "built three clinics and handed out 200 packages last week": deeds of one hand have one time."""
    if default_period(draft) != "unknown" or between[:1] not in (["and"], [","]) or BREAKS & set(between):
        return False
    return len(between) > 1 and between[1] in load_vocabulary().words["deed"]


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
    before = [mention for mention in mentions if mention.last <= draft.first and not _is_inserted(draft, mention)]
    before = [m for m in before if draft.kind == "amount" or not _is_adjective(draft.sentence, m)]
    first = draft.sentence.word(draft.sentence.start)
    if not before or first in ("established", "founded", "set", "launched", "created", "formed"):
        return None  # "Founded in 1969, the charity has …"
    nearest = before[-1]
    if "where" in draft.sentence.words[nearest.last : draft.first] and default_period(draft) == "as_of":
        return None  # "last year we opened a branch in Ahar, where 90 children are taught"
    if nearest.first >= segment[0]:
        return nearest
    start = draft.sentence.start
    return before[0] if before[0].first <= start + 3 and nearest is before[0] else None


def _is_inserted(draft: Draft, mention: PeriodMention) -> bool:
    """A time of ", which stood at 210 in 2018," or of "of the 900 promised last year,": of another number."""
    sentence = draft.sentence
    if sentence.word(mention.last) != ",":
        return False
    opens = sentence.start if sentence.word(sentence.start) == "of" else None
    for at in range(mention.first - 1, sentence.start, -1):
        if sentence.words[at] == ",":
            opens = at if sentence.word(at + 1) in ("which", "who") else None
            break
    return opens is not None and any(opens < number.first < mention.first for number in sentence.numbers)


def _is_base(draft: Draft, mention: PeriodMention) -> bool:
    """The time that a change is measured from: "compared with last year", "than in 2018", "from a year earlier"."""
    sentence = draft.sentence
    near = sentence.words[max(0, mention.first - 7) : mention.first]
    for cue in sentence.cues("base"):
        is_than = sentence.words[cue.first] == "than" or not draft.last <= cue.first
        if is_than and any(cue.last <= number.first < mention.first for number in sentence.numbers):
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
        words = sentence.words[mention.first : mention.last]
        return words[0] not in ("the", "past") or words in _THE_ONE_BEFORE
    if near[-1:] == ["as"] or (draft.kind == "change" and sentence.word(mention.last) == "'s"):
        return True  # "twice as many as the year before", "twice last year's figure"
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
    end = draft.end
    if "current" in draft.sentence.words[max(0, draft.first - 2) : draft.first]:
        return "as_of"
    beside = mention is not None and end <= mention.first <= end + 1
    return mention.expression if mention is not None and beside and mention.expression != "same" else "unknown"


def departs(draft: Draft) -> bool:
    """Whether a count is the earlier point of a change: "rose from 48 to 93"."""
    sentence = draft.sentence
    at = sentence.before_bound(draft.first)
    if "from" not in sentence.words[max(0, at - 3) : at] or draft.kind not in ("count", "amount", "rank"):
        return False
    end = draft.last if draft.kind == "rank" else draft.end
    return "to" in sentence.words[end : end + 8]


def _goes_on(draft: Draft, previous: Draft, default: str) -> bool:
    """Whether the time of the claim before in the same sentence holds on: for deeds, parts, ranks and changes."""
    between = draft.sentence.words[previous.last : draft.first]
    if draft.kind == previous.kind and set(between) <= {",", "and"}:
        return True  # "210 and 180 saplings respectively"
    behind = draft.sentence.words[draft.last : draft.last + 5]
    if draft.kind == previous.kind == "share" and not (_has_verb(between) and _has_verb(behind)):
        return True  # "55% was spent on health and a fifth on schooling"
    if previous.period in ("as_of", "unknown", None):
        return previous.period == "unknown" and default == "unknown"
    said = {hit.first for hit in draft.sentence.of("said")}
    for index, word in enumerate(between, previous.last):
        if word in ("now", "currently"):
            return False
        is_relative = word == "which" or (word == "that" and index - 1 not in said)
        if is_relative and not (default == "unknown" or (word == "which" and draft.kind == "change")):
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


def _opening(sentence: Sentence) -> int:
    """Where what is said begins: behind "he said that" at the head of a sentence, else its first word."""
    leading = [hit for hit in sentence.of("said") if sentence.word(hit.last) not in ("", ".", ",", ";")]
    start = next((hit.last for hit in reversed(leading) if hit.last <= 20), 0)
    if start and "that" in sentence.words[start : start + 4]:
        return sentence.words.index("that", start) + 1
    return start


def _speaks_of_all(sentence: Sentence) -> bool:
    """ "each family received", "total spending reached", "volunteers joined the campaign"."""
    words = sentence.words
    start = _opening(sentence)
    if words[start : start + 1] in (["each"], ["total"]) or words[start : start + 2] == ["the", "total"]:
        return True
    occasions = load_vocabulary().words["occasion"]
    return any(word in occasions and words[index - 1] in ("the", "this") for index, word in enumerate(words) if index)


def _has_verb(words: list[str]) -> bool:
    known = load_vocabulary().words
    return any(word in known["state"] or word in known["deed"] or word in known["parting"] for word in words)


def _arrives(draft: Draft, previous: Draft) -> bool:
    """ "rose 22% to 1,115": what a change led to is of the change's time."""
    sentence = draft.sentence
    is_change = previous.kind == "change" or departs(previous)
    return is_change and sentence.word(sentence.before_bound(draft.first) - 1) == "to"


def _refers_back(draft: Draft, last: Draft, default: str) -> bool:
    """ "Their membership rose …", "of the new firms": words that go on with what the sentence before counted."""
    sentence = draft.sentence
    words = sentence.words[: draft.last + 8]
    if not last.period or last.period in ("as_of", "unknown") or last.modality != "actual":
        return False
    if sentence.line - last.sentence.line > 6 or any(word in ("are", "is", "now", "currently") for word in words):
        return False
    near = 0 <= sentence.line - last.sentence.line <= _NEAR
    start = _opening(sentence)
    opens = sentence.word(0) in _GOES_ON or any(sentence.words[at : at + 2] in _THE_SUM for at in (0, start))
    these = any(hit.first <= 2 for hit in sentence.cues("these"))
    if (draft.kind == "change" and opens) or (
        default == "unknown" and near and (opens or these or not _is_perfect(draft))
    ):
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
    at = draft.sentence.before_bound(draft.first)
    if {"exceed", "exceeds"} & set(draft.sentence.words[at : draft.first]):
        return "as_of"
    link = draft.sentence.word(at - 1)
    is_before = draft.carried or (draft.noun is not None and draft.noun[1] <= draft.first)
    if is_before and link in ("to", "reached", "reaches", "at", "is"):
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


def unplanned(period: str, draft: Draft) -> str:
    """ "by March 2024" of what has come about: the state on that day, of money given what came until then."""
    kind, _, span = period.partition(":")
    if kind != "by":
        return period
    return f"since:..{span}" if draft.kind == "amount" and default_period(draft) == "unknown" else f"as_of:{span}"
