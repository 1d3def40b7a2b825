"""The English reader: from a folded document to claims as said and rejections."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extract.discourse import settle
from extract.fold import ReadingCopy, fold, key, reading_copy
from extract.languages.en.changes import factor
from extract.languages.en.circumstances import complete
from extract.languages.en.counts import Outcome, count_labelled, count_noun_after, count_noun_before
from extract.languages.en.distractors import distraction
from extract.languages.en.draft import Candidate, Draft, Memory
from extract.languages.en.gate import Gate
from extract.languages.en.lists import count_each, count_elided, is_in_passing
from extract.languages.en.money import amount, amount_elided, measure
from extract.languages.en.page import page_lines
from extract.languages.en.places import Scene
from extract.languages.en.ranks import ordinal_rank
from extract.languages.en.reading import read_sentence
from extract.languages.en.sentence import Sentence
from extract.languages.en.shares import fraction, percentage, ratio
from extract.languages.en.speakers import Speakers
from extract.languages.en.splitting import split
from extract.languages.en.subjects import remember
from extract.languages.en.superlatives import superlatives
from extract.languages.en.themes import said_of_part, theme_of
from extract.languages.en.vocabulary import Vocabulary, load_vocabulary
from extract.lines import Line
from extract.model import Document, Mention, Reason, Rejection, SaidClaim
from extract.said import passed_over, rejected, repeated, said
from extract.sentence import PlaceMention
from extract.speakers import NOBODY, Person
from extract.tokens import Tokens, tokenize

_REMEMBERED = 40  # drafts that later sentences can look back to

# The first rule that makes a draft or gives a reason ends the search.
RULES: tuple[Callable[[Candidate], Outcome], ...] = (
    ratio,
    percentage,
    amount,
    amount_elided,
    factor,
    fraction,
    ordinal_rank,
    measure,
    count_each,
    count_labelled,
    count_noun_after,
    count_noun_before,
    count_elided,
)
Judged = tuple[Sentence, int, int, Reason]
Told = tuple[Draft, Person | None, tuple[Mention, ...]]  # a draft, who says it, the places that it inherits


@dataclass(slots=True)
class _Run:
    """What the reading of one document gathers."""

    drafts: list[Told]
    rejected: list[Judged]


class EnglishReader:
    """Reads English documents by the rules of this package; holds no state between documents."""

    def __init__(self) -> None:
        self._vocabulary: Vocabulary = load_vocabulary()
        known = self._vocabulary
        self._gate = Gate(known.gate_words, known.gate_starts, known.number_words)

    def passes(self, folded: str) -> bool:
        """The cheap look."""
        return self._gate.passes(folded)

    def read(self, document: Document, folded: str) -> tuple[list[SaidClaim], list[Rejection]]:
        """The claims and the rejected candidates of a document, in the order of the text."""
        copy = reading_copy(folded)
        lines = page_lines(copy.text, document.title, self._vocabulary.tail_marks, self._vocabulary.chrome_marks)
        near = self._near(lines, document.title)
        sentences = list(self._sentences(lines, near))
        scene = Scene(copy)
        title = self._title(document.title)
        scene.look(sentences, title)
        run, speakers = self._listen(sentences, scene)
        theme = theme_of(sentences, title)
        for draft, _, _ in run.drafts:
            draft.field = draft.field or theme or said_of_part(draft)
        first = speakers.first()  # headline and lead say what he says
        claims = [
            said(
                document,
                copy,
                draft,
                None if draft.place is None or _is_default(draft.place, context) else draft.place,
                context,
                NOBODY if voice is None and speakers.is_of_a_body else voice or first,
            )
            for draft, voice, context in run.drafts
        ]
        claims = _placed(claims, run.drafts)
        headlines = frozenset(
            claim.claim_id
            for claim, (draft, _, _) in zip(claims, run.drafts, strict=True)
            if draft.sentence.is_headline
        )
        kept = settle(_without_equivalents(claims, headlines), headlines)
        rejections = [
            rejected(document, copy, sentence.span(first, last), reason)
            for sentence, first, last, reason in run.rejected
        ]
        rejections += self._passed_over(document, copy, lines, near)
        rejections += repeated(document, claims, kept)
        return kept, sorted(rejections, key=lambda rejection: rejection.start)

    def _listen(self, sentences: list[Sentence], scene: Scene) -> tuple[_Run, Speakers]:
        memory, speakers = Memory(is_tied=scene.is_tied, is_giving=scene.is_giving), Speakers()
        run = _Run([], [])
        for sentence in sentences:
            speakers.hear(sentence)
            remember(sentence, memory)
            memory.drafts = memory.drafts[-_REMEMBERED:]
            found, reasons = _judge(sentence, memory)
            run.rejected += reasons
            voice = speakers.of(sentence)
            context = scene.context(voice)
            run.drafts += ((draft, voice, context) for draft in found)
            _keep(found, sentence, memory)
        return run, speakers

    def _title(self, title: str | None) -> Sentence | None:
        if not title:
            return None
        tokens = next(split(tokenize(reading_copy(fold(title)).text), self._vocabulary.abbreviations), None)
        return read_sentence(tokens, self._vocabulary) if tokens else None

    def _near(self, lines: list[Line], title: str | None) -> list[bool]:
        """Which lines can hold a claim or name a speaker: all of the text where that is the theme."""
        opened = [line.part != "chrome" and self._gate.opens(line.text) for line in lines]
        body = [index for index, line in enumerate(lines) if line.part == "body"]
        head = [index for index, line in enumerate(lines) if line.part == "headline"] + body[:2]
        is_theme = (title is not None and self._gate.opens(title)) or any(opened[index] for index in head)
        return [
            line.part != "chrome" and (is_theme or opened[index] or (index > 0 and opened[index - 1]))
            for index, line in enumerate(lines)
        ]

    def _sentences(self, lines: list[Line], near: list[bool]) -> Iterator[Sentence]:
        for index, line in enumerate(lines):
            if near[index]:
                for run in split(_tokens(line), self._vocabulary.abbreviations):
                    yield read_sentence(run, self._vocabulary, index, line.part == "headline")

    def _passed_over(
        self, document: Document, copy: ReadingCopy, lines: list[Line], near: list[bool]
    ) -> Iterator[Rejection]:
        """The numbers of the lines that were not read."""
        for line, is_near in zip(lines, near, strict=True):
            if not is_near:
                reason: Reason = "page_chrome" if line.part == "chrome" else "far"
                yield from passed_over(document, copy, line.text, line.start, reason)


def _tokens(line: Line) -> Tokens:
    tokens = tokenize(line.text)
    tokens.start = [start + line.start for start in tokens.start]
    tokens.end = [end + line.start for end in tokens.end]
    return tokens


def _placed(said: list[SaidClaim], drafts: list[Told]) -> list[SaidClaim]:
    """Where headline and body tell the same claim, and one of them names no place, it stands where the other does."""
    places: dict[bool, dict[tuple[object, ...], Mention]] = {True: {}, False: {}}
    told = [(claim, draft.sentence.is_headline) for claim, (draft, _, _) in zip(said, drafts, strict=True)]
    for claim, is_headline in told:
        if claim.place is not None:
            places[is_headline].setdefault(_told(claim), claim.place)
    return [replace(c, place=c.place or places[not is_headline].get(_told(c))) for c, is_headline in told]


def _told(claim: SaidClaim) -> tuple[object, ...]:
    return claim.kind, claim.subject, claim.value, claim.unit


def _without_equivalents(said: list[SaidClaim], headlines: frozenset[str]) -> list[SaidClaim]:
    """The claims without a headline's foreign money that the body gives too: there the amount stands in rials."""
    body = {(claim.unit, claim.value) for claim in said if claim.kind == "amount" and claim.claim_id not in headlines}
    return [
        claim
        for claim in said
        if claim.claim_id not in headlines
        or claim.kind != "amount"
        or claim.unit in ("rial", "toman")
        or (claim.unit, claim.value) not in body
    ]


def _judge(sentence: Sentence, memory: Memory) -> tuple[list[Draft], list[Judged]]:
    """The completed drafts of a sentence and the tokens and reason of each number that is none."""
    found: list[Draft] = []
    reasons: list[Judged] = []
    if sentence.is_run:
        return found, [(sentence, 0, len(sentence.words), "run")]
    for number in sentence.numbers:
        outcome = _outcome(Candidate(sentence, number, memory))
        if isinstance(outcome, str):
            reasons.append((sentence, number.first, number.last, outcome))
            continue
        for draft in outcome:
            complete(draft, memory)
            memory.drafts.append(draft)
            found.append(draft)
    for draft in superlatives(sentence, memory):
        complete(draft, memory)
        memory.drafts.append(draft)
        found.append(draft)
    reasons += ((sentence, *unread) for unread in sentence.unread())
    return found, reasons


def _outcome(candidate: Candidate) -> list[Draft] | Reason:
    outcome: Outcome = distraction(candidate)
    for rule in RULES:
        if outcome is not None:
            break
        outcome = rule(candidate)
    if outcome is None:
        return "no_subject"
    if isinstance(outcome, str):
        return outcome
    drafts = outcome if isinstance(outcome, list) else [outcome]
    return drafts if all(draft.is_possible for draft in drafts) else "out_of_range"


def _keep(found: list[Draft], sentence: Sentence, memory: Memory) -> None:
    """What the sentence leaves for later ones: what it counted, and the one place that it was about."""
    first = next(iter(sentence.of("subject")), None)
    memory.giver = first.code if first is not None and first.first <= sentence.start + 2 else ""
    for draft in found:
        is_aside = sentence.word(sentence.before_bound(draft.first) - 1) == "(" or is_in_passing(sentence, draft.first)
        if draft.noun is not None and draft.noun[1] <= draft.first:  # "with a combined membership of 4,700"
            is_aside = is_aside or "with" in sentence.words[max(0, draft.noun[0] - 3) : draft.noun[0]]
        if draft.kind == "count" and not draft.carried and not is_aside:
            memory.subject = draft.subject
    provinces = [
        place for place in sentence.places if place.known_as == "province" and place.type in (None, "province")
    ]
    memory.province = provinces[-1] if provinces else memory.province
    places = {draft.place.span: draft.place for draft in found if draft.place is not None}
    if len(places) == 1:
        memory.place = (sentence.line, next(iter(places.values())))
    elif places:
        memory.place = None


def _is_default(place: PlaceMention, context: tuple[Mention, ...]) -> bool:
    """A place that the claim inherits anyhow: then a headline that leaves it out says the same."""
    if not context:
        return place.known_as == "country"
    same = key(place.name) == key(context[0].surface) and place.type in (None, "province")
    return same and place.known_as == "province" and context[0].type in (None, "province")
