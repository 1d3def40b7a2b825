"""The Persian reader: from a folded document to claims as said and rejections."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from extract.discourse import settle
from extract.fold import ReadingCopy, fold, reading_copy
from extract.languages.fa.changes import factor
from extract.languages.fa.circumstances import complete
from extract.languages.fa.counts import count_noun_after, count_noun_before
from extract.languages.fa.distractors import distraction
from extract.languages.fa.draft import Candidate, Draft, Memory
from extract.languages.fa.gate import Gate
from extract.languages.fa.inherited import time_parts
from extract.languages.fa.lists import count_each, count_elided
from extract.languages.fa.money import amount, measure
from extract.languages.fa.page import page_lines
from extract.languages.fa.places import Scene
from extract.languages.fa.ranks import ordinal_rank, superlatives, top_ranks_of_fields
from extract.languages.fa.ratios import ratio
from extract.languages.fa.sentence import Sentence, read_sentence
from extract.languages.fa.shares import fraction, percentage
from extract.languages.fa.speakers import Speakers
from extract.languages.fa.subjects import remember
from extract.languages.fa.vocabulary import Vocabulary, load_vocabulary
from extract.languages.fa.when import day_of, last_time
from extract.lines import Line
from extract.model import Document, Mention, Reason, Rejection, SaidClaim
from extract.said import passed_over, rejected, repeated, said
from extract.speakers import Person
from extract.tokens import sentences, tokenize

Rule = Callable[[Candidate], "Draft | list[Draft] | Reason | None"]

_SPEAKS = re.compile(
    "گفت|افزود|اظهار|بیان|تصریح|خاطر|یاداور|ادامه|اضافه|اعلام|ابراز|عنوان|تاکید|اشاره|خبر داد|اذعان|متذکر"
)
_REMEMBERED = 40  # drafts that later sentences can look back to
_LEAD = 240  # characters of a lead that name its place and speaker
_SPEECH = 160  # characters in which a paragraph says who speaks

# The first rule that makes a draft or gives a reason ends the search.
RULES: tuple[Rule, ...] = (
    ratio,
    top_ranks_of_fields,
    percentage,
    fraction,
    factor,
    ordinal_rank,
    amount,
    measure,
    count_each,
    count_noun_after,
    count_noun_before,
    count_elided,
)


class PersianReader:
    """Reads Persian documents by the rules of this package; holds no state between documents."""

    def __init__(self) -> None:
        self._vocabulary: Vocabulary = load_vocabulary()
        self._gate = Gate(self._vocabulary.gate_words, self._vocabulary.gate_starts, self._vocabulary.number_words)

    def passes(self, folded: str) -> bool:
        """The cheap look."""
        return self._gate.passes(folded)

    def read(self, document: Document, folded: str) -> tuple[list[SaidClaim], list[Rejection]]:
        """The claims and the rejected candidates of a document, in the order of the text."""
        copy = reading_copy(folded)
        lines = page_lines(copy.text, document.title, self._vocabulary)
        scene = Scene(document, self._vocabulary)
        memory, speakers = Memory(), Speakers()
        drafts: list[Draft] = []
        people: dict[int, Person | None] = {}
        contexts: dict[int, tuple[Mention, ...]] = {}
        no_claims: list[tuple[Sentence, int, int, Reason]] = []
        parts = self._parts(copy.text, lines, fold(document.title or ""))
        line_sentences = list(self._sentences(lines, parts))
        scene.look(line_sentences, copy)
        for sentence in line_sentences:
            speakers.hear(sentence)
            memory.is_tied, memory.is_about, memory.is_giving = scene.is_tied, scene.is_about, scene.is_giving
            remember(sentence, memory)
            memory.drafts = memory.drafts[-_REMEMBERED:]
            memory.event_day = memory.event_day or day_of(sentence)
            if sentence.is_run:
                no_claims.append((sentence, 0, len(sentence.words), "run"))
                continue
            found, reasons = self._judge(sentence, memory)
            time_parts(found, memory)
            no_claims.extend((sentence, *reason) for reason in reasons)
            for draft in found:
                people[id(draft)] = speakers.of(draft)
                contexts[id(draft)] = context = scene.context(speakers.current, draft)
                draft.place = scene.listed(draft, context)
            drafts.extend(found)
            self._keep(found, memory)
            memory.period = last_time(sentence) or memory.period
        first = speakers.first()  # headline and lead say what he says
        voices = [first if person is None else person for person in (people[id(draft)] for draft in drafts)]
        claims = [
            said(document, copy, draft, draft.place, contexts[id(draft)], voice)
            for draft, voice in zip(drafts, voices, strict=True)
        ]
        headlines = frozenset(
            claim.claim_id for claim, draft in zip(claims, drafts, strict=True) if draft.sentence.is_headline
        )
        rejections = [
            rejected(document, copy, sentence.span(first, last), reason) for sentence, first, last, reason in no_claims
        ]
        rejections += self._passed_over(document, copy, lines, parts)
        kept = settle(claims, headlines)
        rejections += repeated(document, claims, kept)
        return kept, sorted(rejections, key=lambda rejection: rejection.start)

    def _parts(self, text: str, lines: list[Line], title: str) -> list[str]:
        """What of each line is read: all of one that can hold a claim, of the others what may name a speaker."""
        starts = [line.start for line in lines]
        opened_at = {bisect_right(starts, place) - 1 for place in self._gate.places(text)}
        opened = [index in opened_at and line.part != "chrome" for index, line in enumerate(lines)]
        body = [index for index, line in enumerate(lines) if line.part == "body"]
        head = [index for index, line in enumerate(lines) if line.part == "headline"] + body[:2]
        is_theme = bool(self._gate.places(title)) or any(opened[index] for index in head)
        near = [is_theme or opened[number] or (number > 0 and opened[number - 1]) for number in range(len(lines))]
        full = {number for number, line in enumerate(lines) if near[number] and self._gate.holds_number(line.text)}
        last = max(full, default=-1)
        parts = [""] * len(lines)
        for number, line in enumerate(lines[: last + 1]):
            if line.part != "chrome":
                is_lead = number in head
                parts[number] = (
                    line.text if number in full else line.text[:_LEAD] if is_lead else _speech_part(line.text)
                )
        return parts

    def _sentences(self, lines: list[Line], parts: list[str]) -> Iterator[Sentence]:
        for number, (line, part) in enumerate(zip(lines, parts, strict=True)):
            if not part:
                continue
            tokens = tokenize(part)
            for run in sentences(tokens):
                run.start = [start + line.start for start in run.start]
                run.end = [end + line.start for end in run.end]
                yield read_sentence(run, self._vocabulary, number, line.part == "headline")

    def _judge(self, sentence: Sentence, memory: Memory) -> tuple[list[Draft], list[tuple[int, int, Reason]]]:
        """The completed drafts of a sentence and the tokens and reason of each number that is none."""
        found: list[Draft] = []
        reasons: list[tuple[int, int, Reason]] = []
        if sentence.is_headline:  # «ساری پیشتاز، بابل دوم»
            self._add(superlatives(sentence, memory), found, memory)
        for number in sentence.numbers:
            candidate = Candidate(sentence, number, memory)
            outcome: Draft | list[Draft] | Reason | None = distraction(candidate)
            if outcome is None:
                outcome = self._first_outcome(candidate)
            if isinstance(outcome, str):
                reasons.append((number.first, number.last, outcome))
                continue
            drafts = outcome if isinstance(outcome, list) else [outcome]
            if not all(draft.is_possible for draft in drafts):
                reasons.append((number.first, number.last, "out_of_range"))
                continue
            self._add(drafts, found, memory)
        if not sentence.is_headline:
            self._add(superlatives(sentence, memory), found, memory)
        return found, [*reasons, *sentence.unread()]

    def _add(self, drafts: list[Draft], found: list[Draft], memory: Memory) -> None:
        for draft in drafts:
            complete(draft, memory)
            memory.drafts.append(draft)
            found.append(draft)

    def _first_outcome(self, candidate: Candidate) -> "Draft | list[Draft] | Reason":
        for rule in RULES:
            outcome = rule(candidate)
            if outcome is not None:
                return outcome
        return "no_subject"

    def _keep(self, found: list[Draft], memory: Memory) -> None:
        for draft in found:
            if draft.kind in ("count", "amount") and not draft.carried:
                memory.subject, memory.surface = draft.subject, draft.surface

    def _passed_over(
        self, document: Document, copy: ReadingCopy, lines: list[Line], parts: list[str]
    ) -> Iterator[Rejection]:
        """The numbers of the lines that were not read, or not to their end."""
        for line, part in zip(lines, parts, strict=True):
            reason: Reason = "page_chrome" if line.part == "chrome" else "far"
            yield from passed_over(document, copy, line.text[len(part) :], line.start + len(part), reason)


def _speech_part(line: str) -> str:
    """The head of a line that holds no claim, up to the colon behind «… گفت»; empty where «وی» or nobody speaks."""
    head = line[:_SPEECH]
    if not _SPEAKS.search(head) or head.lstrip().startswith(("وی ", "او ")):
        return ""
    return head.partition(":")[0]
