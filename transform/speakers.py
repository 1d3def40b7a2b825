"""One person, one name and one role, however often an article names them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from extract.model import SaidClaim
from transform.names import name_key

Voice = tuple[str | None, str | None]  # speaker and role, as the article spells them


def joined(claims: Iterable[SaidClaim]) -> dict[Voice, Voice]:
    """For each speaker and role of a document's claims the fullest name and the fullest role of that person.

    «مهدویان فر» is «مسعود مهدویان فر» where no other full name of the document ends so. A role without a name is
    the person's whose role begins like it, where there is one such person. The first full spelling is kept.
    """
    voices: list[Voice] = list(dict.fromkeys((claim.speaker, claim.speaker_role) for claim in claims))
    if len(voices) <= 1:
        return {voice: voice for voice in voices}
    names = _full_names([speaker for speaker, _ in voices if speaker])
    fullest: dict[str, str] = {}
    people: defaultdict[str, set[str]] = defaultdict(set)  # by the keys of their roles
    for speaker, role in voices:
        if speaker and role:
            person = names[speaker]
            fullest[person] = max(fullest.get(person, ""), role, key=lambda said: len(name_key(said)))
            people[name_key(role)].add(person)
    roles = sorted(people)
    result: dict[Voice, Voice] = {}
    for speaker, role in voices:
        named = {names[speaker]} if speaker else _people_of(name_key(role), people, roles) if role else set()
        name = named.pop() if len(named) == 1 else None
        result[speaker, role] = (name, fullest.get(name, role)) if name else (speaker, role)
    return result


def _people_of(role: str, people: dict[str, set[str]], roles: list[str]) -> set[str]:
    """Those with a role that `role` begins with, or that begins with it; no more than is needed to see two."""
    found: set[str] = set()
    for end in range(1, len(role)):
        found |= people.get(role[:end], set())
    for index in range(bisect_left(roles, role), len(roles)):
        if len(found) > 1 or not roles[index].startswith(role):
            break
        found |= people[roles[index]]
    return found


def _full_names(speakers: list[str]) -> dict[str, str]:
    """Each name in full, in its first spelling; a name that ends several full names stays as it is."""
    spelling: dict[str, str] = {}
    for speaker in speakers:
        spelling.setdefault(name_key(speaker), speaker)
    full: dict[str, str] = {}
    by_ending: defaultdict[str, set[str]] = defaultdict(set)
    for own in sorted(spelling, key=len, reverse=True):
        longer = by_ending[own]
        full[own] = next(iter(longer)) if len(longer) == 1 else spelling[own]
        for ending in _endings(spelling[own]):
            by_ending[ending].add(full[own])
    return {speaker: full[name_key(speaker)] for speaker in speakers}


def _endings(name: str) -> set[str]:
    """What a name may be cut down to. Spaces part a name, a ZWNJ does not: «محمدی» is not «گل‌محمدی»."""
    words = name.split()
    return {name_key(" ".join(words[index:])) for index in range(1, len(words))}
