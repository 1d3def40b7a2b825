"""Drafts of English sentences, and what their reader remembers."""

from dataclasses import dataclass, field

from extract import draft
from extract.draft import Noun, drafted
from extract.languages.en.sentence import Sentence
from extract.sentence import PlaceMention

__all__ = ["Candidate", "Draft", "Memory", "Noun", "drafted"]

Draft = draft.Draft[Sentence]


@dataclass(slots=True)
class Memory(draft.Memory[Sentence]):
    """What earlier sentences left for later ones."""

    body: str = ""  # the kind of organisation that was named last: "the firms", "these groups"
    people: str = ""  # the kind of people that was named last: "a third of them are women"
    heads: dict[str, str] = field(default_factory=dict)  # what a head noun stands for: "groups" are jihadi groups
    offices: set[str] = field(default_factory=set)  # "the organization" is one that ties a number to civil society
    giver: str = ""  # the subject that the last sentence began with: "they paid 9 billion"
    place: tuple[int, PlaceMention] | None = None  # the line and the one place that its last sentences are about
    province: PlaceMention | None = None  # the province named last: "in the province"


@dataclass(frozen=True, slots=True)
class Candidate(draft.Candidate[Sentence, Memory]):
    """A number in its English sentence with what went before: what every rule looks at."""
