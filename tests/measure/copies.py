"""Print how well copies of a report are known again: `make copies`.

Copies are made of real articles, where they lie beside this repository, as sites make them: cut, reordered, under
another headline, behind a lead, spelt otherwise. All are joined together with all other articles, and pairs are
counted. Which of the articles themselves are joined is compared with what a person who read the pairs found
(`copies.csv`): a pair that nobody has read yet is listed.
"""

import csv
import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import duckdb
import pyarrow as pa

from load.copies import create, join_copies
from tests.measure.annotated import GOLD
from transform.sketches import sketches

CORPUS = GOLD.parent / "corpus"
READ = Path(__file__).with_name("copies.csv")
FAMILIES = 800
_SHORTEST = 400  # characters of an article that is worth cutting
_SENTENCE = re.compile(r"(?<=[.!؟:؛])\s+")
_HEADLINES = (
    "گزارش تازه از یک نشست",
    "جزئیات بیشتر منتشر شد",
    "تازه‌ترین خبر را اینجا بخوانید",
    "آنچه امروز گفته شد و آنچه ناگفته ماند",
    "در حاشیه یک دیدار؛ از آمار تا واقعیت",
    "خبر فوری برای خوانندگان ما",
)
_SITES = (
    "آفتاب دشت",
    "سپیدار",
    "کوهپایه",
    "نبض شهر",
    "رودبانگ",
    "سرو آنلاین",
    "پیک کویر",
    "خط نو",
    "دیار ما",
    "چشمه خبر",
)
_LEADS = (
    "به گزارش پایگاه خبری {}، این خبر امروز بر روی تارنمای ما قرار گرفت و خوانندگان بسیاری آن را دیدند.",
    "{} - سرویس اجتماعی: در ادامه متن کامل این خبر را می‌خوانید که ساعتی پیش به دست ما رسید.",
    "پیش از این نیز در {} به این موضوع پرداخته بودیم؛ اکنون روایت دیگری از آن پیش روی شماست.",
    "خبرنگار {} از بامداد امروز پیگیر ماجراست و گفت‌وگوهای دیگری نیز در راه است که در روزهای آینده خواهید خواند.",
    "{}: همکاران ما در تحریریه این متن را برای شما برگزیده‌اند و نظر شما درباره آن برای ما مهم است.",
    "آنچه در پی می‌آید گزارشی است که {} با اندکی کوتاه کردن برای مخاطبان خود بازنشر می‌کند.",
)


@dataclass(frozen=True, slots=True)
class Article:
    """An article or a copy of one: `family` is the article's id, `kind` how the copy was made."""

    name: str
    text: str
    family: str
    kind: str = "original"


@dataclass(slots=True)
class Scores:
    """Pairs of documents that should be joined and are: in all, and of a copy and its original by the copy's kind."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    joined: list[tuple[str, str]] = field(default_factory=list)  # of different articles

    @property
    def precision(self) -> float:
        """The share of joined pairs that should be."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of pairs that should be joined that are."""
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def articles() -> list[Article]:
    """All articles of the corpus; none where it is not there."""
    found = []
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found += [Article(one["id"], one["text"], one["id"]) for one in map(json.loads, file)]
    return found


def measured(originals: Sequence[Article], families: int = FAMILIES, seed: int = 7) -> Scores:
    """The scores of copies made of some of the articles, mixed with all."""
    chance = random.Random(seed)
    long = [one for one in originals if len(one.text) >= _SHORTEST]
    copies = [copy for one in chance.sample(long, families) for copy in made_of(one, chance)]
    everything = [*originals, *copies]
    chance.shuffle(everything)
    return scored(everything, reports(everything), reports(originals))


def made_of(article: Article, chance: random.Random) -> Iterator[Article]:
    """One to five copies of an article."""
    for number in range(chance.randint(1, 5)):
        names = chance.sample(sorted(WAYS), chance.choice((1, 1, 2, 3, 5)))
        text = article.text
        for name in sorted(names, key=list(WAYS).index):
            text = WAYS[name](text, chance)
        kind = names[0] if len(names) == 1 else f"{len(names)} of them"
        yield Article(f"{article.name}+{number}", text, article.family, kind)


def cut(text: str, chance: random.Random) -> str:
    """Without 10 to 60 % of the letters below the first line, in whole paragraphs, or sentences where those are few."""
    title, parts, joint = _parts(text)
    left = chance.uniform(0.1, 0.6) * sum(map(len, parts))
    kept = dict(enumerate(parts))
    for place in chance.sample(range(len(parts)), len(parts)):
        if len(parts[place]) <= left:
            left -= len(kept.pop(place))
    return f"{title}\n{joint.join(kept.values())}"


def reorder(text: str, chance: random.Random) -> str:
    """The paragraphs, or the sentences, below the first line in another order."""
    title, parts, joint = _parts(text)
    return f"{title}\n{joint.join(chance.sample(parts, len(parts)))}"


def _parts(text: str) -> tuple[str, list[str], str]:
    title, _, body = text.partition("\n")
    lines = body.split("\n")
    return (title, lines, "\n") if len(lines) > 4 else (title, _SENTENCE.split(body), " ")


def retitle(text: str, chance: random.Random) -> str:
    """Another first line."""
    return f"{chance.choice(_HEADLINES)}\n{text.partition(chr(10))[2]}"


def add_lead(text: str, chance: random.Random) -> str:
    """One or two sentences of another site before the text."""
    leads = chance.sample(_LEADS, chance.choice((1, 2)))
    return "\n".join([*(lead.format(chance.choice(_SITES)) for lead in leads), text])


def respell(text: str, chance: random.Random) -> str:
    """Other letters of the same sound, other digits, ZWNJ as nothing or as a space."""
    for pair in (("ی", "ي"), ("ک", "ك")):
        old, new = chance.sample(pair, 2)
        text = text.replace(old, new)
    zero = chance.choice((0x30, 0x660, 0x6F0))
    digits = {ord(digit): zero + place % 10 for place, digit in enumerate("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
    text = text.translate(digits).replace("\u200c", chance.choice(("", " ", "\u200c")))
    return text.replace("ها ", "\u200cها ") if chance.random() < 0.5 else text


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "cut": cut,
    "reordered": reorder,
    "retitled": retitle,
    "lead added": add_lead,
    "respelt": respell,
}


def reports(documents: Sequence[Article]) -> dict[str, str]:
    """The report of each document."""
    names = [one.name for one in documents]
    con = duckdb.connect()
    try:
        create(con)
        arriving = pa.table({"document_id": names, "text": [one.text for one in documents]})
        bands = pa.table({"document_id": names, "bands": pa.array(sketches([one.text for one in documents]))})
        con.register("arriving", arriving)
        con.register("sketched", bands)
        con.execute("CREATE TABLE documents AS SELECT *, NULL::DATE AS published FROM arriving")
        con.execute("CREATE TEMP TABLE touched AS SELECT document_id FROM arriving")
        con.execute("CREATE TEMP TABLE arrived_bands AS SELECT document_id, unnest(bands) AS band FROM sketched")
        join_copies(con)
        return dict(con.execute("SELECT document_id, report_id FROM build.report_of").fetchall())
    finally:
        con.close()


def scored(documents: Sequence[Article], found: dict[str, str], alone: dict[str, str]) -> Scores:
    """The pairs that should be joined beside those that are; articles that are joined without copies are one family."""
    scores = Scores(joined=sorted(_pairs(alone)))
    family = {one.name: alone[one.family] for one in documents}
    scores.right, scores.missed = _within(family, found)
    scores.wrong = _within(found, family)[1]
    for one in documents:
        if one.kind != "original":
            scores.made[one.kind] += 1
            scores.found[one.kind] += found[one.name] == found[one.family]
    return scores


def _within(groups: dict[str, str], others: dict[str, str]) -> tuple[int, int]:
    """How many pairs of one group are in one of the other grouping too, and how many are not."""
    both, all_ = Counter((groups[name], others[name]) for name in groups), Counter(groups.values())
    together = sum(count * (count - 1) // 2 for count in both.values())
    return together, sum(count * (count - 1) // 2 for count in all_.values()) - together


def _pairs(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    members = defaultdict(list)
    for name, report in found.items():
        members[report].append(name)
    for names in members.values():
        yield from combinations(sorted(names), 2)


def read_pairs() -> dict[tuple[str, str], str]:
    """What a person found who read a pair of articles: `same` report, or `apart`."""
    with READ.open(encoding="utf-8", newline="") as file:
        return {(row["one"], row["other"]): row["verdict"] for row in csv.DictReader(file)}


def differing(pairs: Iterable[tuple[str, str]], originals: Sequence[Article]) -> list[tuple[str, str]]:
    """The pairs whose texts are not equal to the letter: those that one has to read."""
    texts = {one.name: one.text for one in originals}
    return [pair for pair in pairs if texts[pair[0]] != texts[pair[1]]]


def main() -> int:
    """Print the figures."""
    originals = articles()
    if not originals:
        print(f"{CORPUS}: not here, nothing measured")
        return 0
    scores = measured(originals)
    print("| copies | made | joined with the original | share |", "| --- | --- | --- | --- |", sep="\n")
    for kind, made in sorted(scores.made.items()):
        print(f"| {kind} | {made} | {scores.found[kind]} | {scores.found[kind] / made:.3f} |")
    print(f"\npairs: precision {scores.precision:.4f}, recall {scores.recall:.4f}, F1 {scores.f1:.4f}")
    verdicts, differ = read_pairs(), differing(scores.joined, originals)
    told = Counter(verdicts.get(pair, "unread") for pair in differ)
    print(f"pairs of articles joined: {len(scores.joined)}, {len(differ)} of texts that differ: {dict(told)}")
    for pair in differ:
        if verdicts.get(pair) != "same":
            print(verdicts.get(pair, "unread"), *pair)
    return 0


if __name__ == "__main__":
    sys.exit(main())
