"""Who speaks in a document; how a sentence names a speaker is each language's own."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Person:
    """A speaker: spans of name and role in the reading copy; either may come later than the other."""

    name: tuple[int, int] | None
    role: tuple[int, int] | None
    words: tuple[str, ...] = ()
    role_head: str = ""


NOBODY = Person(None, None)


@dataclass(slots=True)
class Speakers:
    """The speakers of a document in the order in which they appear, and who speaks now."""

    people: list[Person] = field(default_factory=list)
    current: Person | None = None

    def first(self) -> Person | None:
        """The first speaker that has a name: a lead without a speaker is what he said."""
        return next((person for person in self.people if person.name is not None), None)
