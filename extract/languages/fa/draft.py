"""Drafts of Persian sentences, and what their reader remembers."""

from dataclasses import dataclass, field

from extract import draft
from extract.draft import Noun, drafted
from extract.languages.fa.sentence import Sentence

__all__ = ["Candidate", "Draft", "Memory", "Noun", "drafted"]

Draft = draft.Draft[Sentence]


@dataclass(slots=True)
class Memory(draft.Memory[Sentence]):
    """What earlier sentences left for later ones."""

    surface: str = ""  # how what was counted last was named
    by_head: dict[str, tuple[str, str]] = field(default_factory=dict)  # «گروه» → (jihadi_group, گروه جهادی)
    period: str = ""
    event_day: str = ""  # the first day that the text names: of the event that it reports
    is_about: bool = False  # the headline is about civil society itself


@dataclass(frozen=True, slots=True)
class Candidate(draft.Candidate[Sentence, Memory]):
    """A number in its Persian sentence with what went before: what every rule looks at."""
