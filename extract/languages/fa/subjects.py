"""Which thing a number counts: the noun behind it, the noun before it, or one that earlier words left."""

from collections.abc import Iterator
from dataclasses import replace

from extract.languages.fa.draft import Candidate, Memory, Noun
from extract.languages.fa.sentence import Sentence
from extract.languages.fa.vocabulary import load_vocabulary
from extract.lexicon import Hit
from extract.sentence import Number
from extract.subjects import PEOPLE

# Words that may stand between a number and its noun.
_BETWEEN = frozenset(
    word
    for words in (
        "از این ان زمین اراضی همه کل مجموع عنوان نفر مورد عدد باب فقره واحد دستگاه رشته تا تعداد",
        "تن هزار سری قطعه حلقه اصله میلیون فعال غیرفعال جدید تازه دیگر بزرگ کوچک مختلف جمعی عزیز محترم مردمی نفره",
    )
    for word in words.split()
)
_COUNTERS = frozenset(
    ("نفر", "نفرند", "مورد", "عدد", "باب", "فقره", "واحد", "دستگاه", "رشته", "تا", "سری", "قطعه", "حلقه", "تن")
)


def noun_of(hit: Hit) -> Noun:
    """The subject that a vocabulary hit names."""
    return Noun(hit.code, hit.first, hit.last, hit.entry.note, surface=hit.entry.surface)


def noun_after(candidate: Candidate, start: int, reach: int = 4) -> Noun | None:
    """The noun behind a number: over classifiers («نفر», «مورد») and a few adjectives, never over a break."""
    sentence, memory = candidate.sentence, candidate.memory
    index = start
    words = sentence.words
    counter: int | None = None
    if words[index : index + 2] == ["و", "اندی"]:
        index = start = start + 2
    while index < len(words) and index <= start + reach:
        hit = sentence.at("subject", index)
        if hit is not None and (words[index] not in _COUNTERS or hit.last > index + 1):
            if counter is not None and _is_of_another_sort(words[counter], hit):
                return _house(index) if words[counter] == "واحد" else _counted_as(sentence, counter)
            return _narrowed(noun_of(_told_apart(sentence, hit)), sentence, memory)
        if words[index] in _COUNTERS and counter is None:
            counter = index
        elif words[index] not in _BETWEEN:
            break
        index += 1
    return _counted_as(sentence, counter) if counter is not None else None


def _house(index: int) -> Noun:
    return Noun("house", index - 1, index, "general", surface="واحد مسکونی")


_HOUSED = frozenset(("beneficiary", "household", "orphan"))


def _is_of_another_sort(counter: str, hit: Hit) -> bool:
    """«۳۲۰۰ نفر از خدمات …», «۴۱ واحد مددجویان»: the noun behind is not what the counting word counts."""
    return hit.code not in PEOPLE if counter in ("نفر", "تن") else counter == "واحد" and hit.code in _HOUSED


def _told_apart(sentence: Sentence, hit: Hit) -> Hit:
    """«۴۵ بانوی داوطلب», «پزشک و پرستار داوطلب»: the word behind people says what they are."""
    inner = sentence.at("subject", hit.last)
    if inner is None and sentence.word(hit.last) == "و":
        other = sentence.number_at(hit.last + 1)  # «۱۶ پزشک و ۲۱ پرستار داوطلب»
        after = sentence.at("subject", other.last) if other is not None else None
        inner = sentence.at("subject", after.last if after is not None else hit.last + 2)
    is_telling = inner is not None and inner.code in PEOPLE and inner.entry.note == "own"
    return inner if hit.code == "person" and is_telling and inner is not None else hit


def _counted_as(sentence: Sentence, counter: int) -> Noun | None:
    """What a counting word stands for alone; «۵۱ نفر به عنوان داوطلب» are volunteers."""
    named = None
    if sentence.words[counter + 1 : counter + 3] == ["به", "عنوان"]:
        named = sentence.at("subject", counter + 3)
    hit = named or sentence.at("subject", counter)
    return noun_of(hit) if hit is not None else None


def _narrowed(noun: Noun, sentence: Sentence, memory: Memory) -> Noun:
    """A bare «گروه» or «مرکز» is the «گروه جهادی» or «مرکز نیکوکاری» that was named before."""
    head = sentence.words[noun.first]
    if noun.code == "centre" and noun.surface == "خانه" and sentence.of("cue", ("dwelling",)):
        return replace(noun, code="house", tie="general")
    if " " in noun.surface:
        return noun
    known = memory.by_head.get(stem(head))
    told = memory.subject == "ngo" or any(hit.code == "ngo" for hit in sentence.of("subject"))
    if noun.code == "tashakol" and told and known is None:
        return replace(noun, code="ngo")  # «شمار سمن‌های استان به ۵۸ تشکل رسید»
    if known and (noun.tie == "general" or noun.code == "tashakol"):
        return Noun(known[0], noun.first, noun.last, "own", surface=known[1])
    return noun


def bare_head(candidate: Candidate, index: int) -> Noun | None:
    """«گروه», «مؤسسه» alone behind a number, where a fuller name with that head was read before."""
    known = candidate.memory.by_head.get(stem(candidate.sentence.word(index)))
    if known is None:
        return None
    return Noun(known[0], index, index + 1, "own", surface=known[1])


def stem(word: str) -> str:
    """A noun without the plural ending; the singular of a broken plural."""
    singular = load_vocabulary().singulars.get(word)
    if singular is not None:
        return singular
    for ending in ("هایی", "های", "ها"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def nouns_before(sentence: Sentence, index: int, reach: int = 14) -> Iterator[Noun]:
    """The nouns before a token, nearest first, within the clause."""
    first, _ = sentence.clause(index)
    for hit in reversed(sentence.of("subject")):
        if hit.last <= index and hit.first >= max(first, index - reach):
            yield noun_of(hit)


def counted_before(candidate: Candidate) -> Noun | None:
    """«شمار خیران را ۹۰ هزار نفر دانست», «تعداد سمن‌ها به ۳۴۰ مورد رسید»: the noun of a counting word before."""
    sentence, number = candidate.sentence, candidate.number
    words = sentence.words
    beside = _labelled(sentence, number) or _crossed(sentence, number)
    if beside is not None:
        return beside
    for cue in reversed(sentence.of("cue", ("number",))):
        if not number.first - 16 <= cue.first < number.first:
            continue
        between = range(cue.last, number.first)
        if any(words[i] in (":", "؛", ".", "|") for i in between):
            return None
        if any(other.first in between and not _is_time(sentence, other.first) for other in sentence.numbers):
            return None
        for hit in sentence.of("subject"):
            if cue.last <= hit.first <= cue.last + 3 and hit.last <= number.first:
                return _narrowed(noun_of(hit), sentence, candidate.memory)
        if cue.last < number.first and stem(words[cue.last]) in candidate.memory.by_head:
            code, surface = candidate.memory.by_head[stem(words[cue.last])]
            return Noun(code, cue.last, cue.last + 1, "own", surface=surface)
        if (
            cue.last + 1 < number.first
            and words[cue.last] in ("این", "کل")
            and stem(words[cue.last + 1]) in candidate.memory.by_head
        ):
            code, surface = candidate.memory.by_head[stem(words[cue.last + 1])]
            return Noun(code, cue.last + 1, cue.last + 2, "own", surface=surface)
    return None


def _labelled(sentence: Sentence, number: Number) -> Noun | None:
    """«سمن‌ها: ۱۲؛ خیریه‌ها: ۱۳»: a noun as the label of its number."""
    hit = sentence.ending("subject", number.first - 1)
    if hit is None or sentence.word(number.first - 1) != ":" or sentence.of("role"):
        return None
    ends = sentence.word(number.last) in ("", "؛", "،", "|", "و")
    return noun_of(hit) if ends and is_civic(noun_of(hit)) else None


def _crossed(sentence: Sentence, number: Number) -> Noun | None:
    """«سمن‌های استان از مرز ۲۰۰ گذشت»."""
    if sentence.words[max(0, number.first - 2) : number.first] != ["از", "مرز"]:
        return None
    return next((noun for noun in nouns_before(sentence, number.first, reach=8) if is_civic(noun)), None)


def _is_time(sentence: Sentence, index: int) -> bool:
    return any(period.first <= index < period.last for period in sentence.periods)


def is_tied_here(sentence: Sentence, noun: Noun, memory: Memory) -> bool:
    """Whether a noun is civil society by itself, by its sentence, or was counted before: a theme is too little."""
    if noun.tie == "own" or any(draft.subject == noun.code for draft in memory.drafts):
        return is_tied(sentence, noun, memory)
    is_strong_here = any(is_strong(hit) for hit in sentence.of("subject"))
    return is_strong_here or (noun.code != "budget" and bool(sentence.of("tie")))


def is_tied(sentence: Sentence, noun: Noun, memory: Memory) -> bool:
    """Whether a general noun belongs to civil society: the sentence names a body, donors or those it serves."""
    if _is_candidate(sentence, noun.code):
        return False
    if noun.tie == "own":
        return True
    if sentence.of("tie") or (noun.tie != "loose" and (memory.is_tied or memory.is_about)):
        return True
    if noun.code == "member" and sentence.of("cue", ("body",)):
        return True  # «صندوق … با ۴۸ عضو»
    return any(is_strong(hit) and not _is_candidate(sentence, hit.code) for hit in sentence.of("subject"))


def _is_candidate(sentence: Sentence, code: str) -> bool:
    """A «داوطلب» of an election, an exam or a trial is no volunteer."""
    return code == "volunteer" and bool(sentence.of("cue", ("candidacy",)))


# Own subjects that do not tie a general one to civil society: anybody holds sessions and grants licences.
_WEAK = frozenset(
    (
        "session",
        "training",
        "event",
        "licence",
        "application",
        "agreement",
        "visit",
        "house",
        "centre",
        "other",
        "member",
        "party",
    )
)


def is_civic(noun: Noun) -> bool:
    """A subject of civil society, or a doing that civil society shares with others: what may be ranked or changed."""
    return noun.tie == "own" or (noun.code in _WEAK and noun.surface != "دوره")


def is_strong(hit: Hit) -> bool:
    """Whether a subject is civil society by itself and no everyday word."""
    return hit.entry.note == "own" and hit.code not in _WEAK


_JIHADI = ("جهادگر", "جهادی", "نیروی جهادی")


def remember(sentence: Sentence, memory: Memory) -> None:
    """Keep the heads of the sentence's full names, so that «گروه» later is «گروه جهادی»."""
    for hit in sentence.of("subject"):
        if hit.last - hit.first > 1 and hit.entry.note == "own":
            memory.by_head[stem(sentence.words[hit.first])] = (hit.code, hit.entry.surface)
        if hit.entry.surface in _JIHADI:  # whose «گروه» is a «گروه جهادی»
            memory.by_head.setdefault("گروه", ("jihadi_group", "گروه جهادی"))


def carried(candidate: Candidate) -> Noun | None:
    """What was told last, in this sentence or before it."""
    sentence, number, memory = candidate.sentence, candidate.number, candidate.memory
    here = memory.here(sentence)
    last = here[-1] if here else None
    if len(here) > 1 and sentence.word(here[-1].first - 1) == "با":
        last = here[-2]  # «۴۷ تعاونی با ۳۹۰ عضو ثبت شد که ۱۲ درصد کمتر است»
    if last is not None:
        return Noun(last.subject, number.first, number.last, "own", is_carried=True, surface=last.surface)
    if memory.subject:
        return Noun(memory.subject, number.first, number.last, "own", is_carried=True, surface=memory.surface)
    return None
