"""A journal as years of reading would have left it: made up, the same for the same seed, as large as one asks for.

What is true stands in `generated_world`, what is said of it in `generated_claims`, in the words of `generated_words`.
"""

import datetime as dt
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from math import log
from pathlib import Path

from extract.model import Document, Mention, Reading, Rejection, SaidClaim, digest
from extract.seeds import SEEDS, read_table
from load.journal import Batch, Journal, Run
from tests.measure import generated_words as words
from tests.measure.generated_claims import Scene, Sentence, parsed, scene_of, sentence, some, spelt_year
from tests.measure.generated_world import EPOCH, Dice, Place, World
from transform.references import OUTLETS

YEARS = 8
LAST = EPOCH + dt.timedelta(365 * YEARS)
BATCH = 2_000  # documents
DAY = 3_000  # documents of a day that bring some 10,000 claims
FINGERPRINT = "generated"
_GROWING = 0.65  # the more below one, the more of the articles are of late years
_WITHOUT = 0.08  # of the articles, those that claim nothing
_CLAIMS = 3.1  # claims beyond an article's first
_COPIED = 0.145  # of the articles, those that others copy
_COPIES = 1.85  # copies of a copied one beyond its first
_SPELLINGS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("ی", "ي"), ("ک", "ك")),
    (("\u200c", " "),),
    (("\u200c", ""),),
    tuple(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the table, and what others call it."""

    code: str
    domain: str
    name: str


@dataclass(frozen=True, slots=True)
class Story:
    """An article before it is set: its paragraphs in sentences."""

    scene: Scene
    outlet: Outlet
    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    origin: str | None = None
    respelt: tuple[tuple[str, str], ...] = ()


def write(home: Path, documents: int, seed: int = 1) -> None:
    """A journal of so many documents over eight years, more of them in the later ones, some 3.3 claims each."""
    days = [EPOCH + dt.timedelta(int(365 * YEARS * (place / documents) ** _GROWING)) for place in range(documents)]
    _append(Journal(home), readings(days, seed), seed)


def write_day(home: Path, documents: int | None = None, seed: int = 2) -> None:
    """One more day's documents in that journal, after all others; `DAY` where it is not said how many."""
    documents = DAY if documents is None else documents
    _append(Journal(home), readings([LAST + dt.timedelta(1)] * documents, seed), seed)


def readings(days: list[dt.date], seed: int) -> Iterator[Reading]:
    """The readings of that many documents: articles of these days, and copies of them within days."""
    dice, world = Dice(seed), World(SEEDS)
    outlets = [
        Outlet(row["outlet"], row["domain"] or f"{row['outlet']}.ir", row["name_fa"].split(" (")[0])
        for row in read_table(SEEDS / "outlets.csv", OUTLETS)
    ]
    waiting: deque[Story] = deque()
    for serial, day in enumerate(days):
        if waiting and dice.chance(0.6):
            story = waiting.popleft()
        else:
            story = _story(world, dice, day, dice.pick(outlets))
            waiting.extend(_copies(dice, story, outlets))
        yield _set(dice, story, f"{seed}{serial:07}")


def _append(journal: Journal, items: Iterator[Reading], seed: int) -> None:
    """Write batch by batch; the batches of a year are one run."""
    runs: dict[str, list[Batch]] = {}
    while batch := list(islice(items, BATCH)):
        latest = max(reading.document.published or EPOCH for reading in batch)
        moment = dt.datetime.combine(latest, dt.time(20))
        run_id = digest("generated", seed, latest.year)[:12]
        written = journal.append(batch, [], fingerprint=FINGERPRINT, run_id=run_id, recorded_at=moment)
        runs.setdefault(run_id, []).append(written)
    for run_id, batches in runs.items():
        journal.record(_run(run_id, batches))


def _run(run_id: str, batches: list[Batch]) -> Run:
    documents, claims, rejections = (
        sum(getattr(batch, name) for batch in batches) for name in ("documents", "claims", "rejections")
    )
    return Run(
        run_id,
        batches[0].recorded_at - dt.timedelta(hours=1),
        batches[-1].recorded_at,
        "done",
        documents=documents,
        claims=claims,
        rejections=rejections,
    )


def _story(world: World, dice: Dice, day: dt.date, outlet: Outlet) -> Story:
    scene = scene_of(world, dice, day)
    told: list[Sentence] = []
    wanted = 0 if dice.chance(_WITHOUT) else 1 + int(-_CLAIMS * log(1 - dice.unit()))
    while len(told) < wanted:
        told += some(world, dice, scene)
    length = 800 + int(1700 * dice.unit() ** 2)
    size = sum(len(piece) for one in told for piece in one.pieces)
    paragraphs: list[tuple[Sentence, ...]] = [(_lead(dice, scene, outlet),)]
    while told or size < length:
        paragraph = []
        for _ in range(2 + dice.below(3)):
            own = told.pop(0) if told and dice.chance(0.6) else _filler(dice)
            size += 0 if own.claim else len(own.pieces[0])
            paragraph.append(own)
        paragraphs.append(tuple(paragraph))
    if dice.chance(0.4):
        paragraphs.append((_clock(dice),))
    return Story(scene, outlet, _title(dice, scene), tuple(paragraphs))


def _copies(dice: Dice, story: Story, outlets: list[Outlet]) -> Iterator[Story]:
    """A story as others print it: under another title, cut, respelt, days later."""
    if not dice.chance(_COPIED):
        return
    for _ in range(1 + int(-_COPIES * log(1 - dice.unit()))):
        outlet = dice.pick(outlets)
        lead = dice.pick(words.REPRINTS).format(outlet=outlet.name, origin=story.outlet.name)
        first = (Sentence((lead,), {}), *story.paragraphs[0])
        rest = tuple(one for one in story.paragraphs[1:] if dice.chance(0.85))
        yield Story(
            replace(story.scene, day=story.scene.day + dt.timedelta(dice.below(4))),
            outlet,
            _title(dice, story.scene),
            (first, *rest),
            story.outlet.name,
            dice.pick(_SPELLINGS) if dice.chance(0.5) else (),
        )


def _lead(dice: Dice, scene: Scene, outlet: Outlet) -> Sentence:
    fills = {"outlet": outlet.name, "speaker": scene.speaker, "role": scene.role, "place": scene.place.written}
    return Sentence((dice.pick(words.LEADS).format(**fills),), {})


def _title(dice: Dice, scene: Scene) -> str:
    return dice.pick(words.TITLES).format(
        noun=dice.pick(words.STOCKS).noun,
        place=scene.place.written,
        speaker=scene.speaker,
        quality=dice.pick(words.THINGS),
        other=dice.pick(words.THINGS),
    )


_FILLS: Mapping[str, tuple[str, ...]] = {
    "actor": words.ACTORS,
    "quality": words.QUALITIES,
    "thing": words.THINGS,
    "manner": words.MANNERS,
    "verb": words.VERBS,
}


def _filler(dice: Dice) -> Sentence:
    parts = (dice.pick(_FILLS[gap]) + text if gap else text for gap, text in parsed(dice.pick(words.FILLERS)))
    return Sentence(("".join(parts),), {})


def _clock(dice: Dice) -> Sentence:
    """A number that is no claim."""
    fills = {"number": spelt_year(8 + dice.below(12)), "hall": dice.pick(words.HALLS)}
    return sentence(dice, words.CLOCKS, fills, {}, None)


def _set(dice: Dice, story: Story, serial: str) -> Reading:
    """A story as a document, with what it claims."""
    pieces: list[str] = []
    placed: list[tuple[Sentence, list[int]]] = []
    length = 0
    for paragraph in story.paragraphs:
        for one in paragraph:
            starts = []
            for piece in one.pieces:
                own = _respelt(piece, story.respelt)
                starts.append(length)
                pieces.append(own)
                length += len(own)
            starts.append(length)
            if one.gaps:
                placed.append((one, starts))
            pieces.append(" ")
            length += 1
        pieces[-1] = "\n"
    url = f"https://{story.outlet.domain}/news/{serial}"
    document = Document(
        key=url,
        article=serial,
        text="".join(pieces).strip(),
        source=f"inbox/{story.outlet.code}.jsonl:{serial}",
        title=_respelt(story.title, story.respelt),
        published=story.scene.day,
        outlet=story.outlet.code,
        origin=story.origin,
        url=url,
        lang="fa",
    )
    context = (Mention(story.scene.place.surface, 0, 0, story.scene.place.type),)
    claims = tuple(_said(document, story, one, starts, context) for one, starts in placed if one.claim)
    rejections = tuple(_rejected(document, one, starts) for one, starts in placed if not one.claim)
    return Reading(document, claims, rejections)


def _said(
    document: Document, story: Story, one: Sentence, starts: list[int], context: tuple[Mention, ...]
) -> SaidClaim:
    number, noun = one.gaps["number"], one.gaps["noun"]
    start, end = starts[number], starts[number + 1]
    first, last = starts[min(number, noun)], starts[max(number, noun) + 1]
    return SaidClaim(
        claim_id=digest(document.document_id, start, end, one.claim["kind"], one.claim.get("rank_by")),
        document_id=document.document_id,
        number_text=document.text[start:end],
        start=start,
        end=end,
        evidence=document.text[first:last],
        evidence_start=first,
        place=_mention(one.about, starts, one.gaps["place"]),
        context=context,
        speaker=_respelt(story.scene.speaker, story.respelt),
        speaker_role=_respelt(story.scene.role, story.respelt),
        **one.claim,
    )


def _mention(place: Place | None, starts: list[int], gap: int) -> Mention | None:
    return place and Mention(place.surface, starts[gap], starts[gap + 1], place.type)


def _rejected(document: Document, one: Sentence, starts: list[int]) -> Rejection:
    start, end = starts[one.gaps["number"]], starts[one.gaps["number"] + 1]
    own = digest(document.document_id, start, end)
    return Rejection(own, document.document_id, document.text[start:end], start, end, "clock")


def _respelt(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        text = text.replace(old, new)
    return text
