"""One person, one name and one role, however often an article names them."""

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
    roles: dict[str, list[str]] = {}
    for speaker, role in voices:
        if speaker and role:
            roles.setdefault(names[speaker], []).append(role)
    fullest = {name: max(said, key=lambda role: len(name_key(role))) for name, said in roles.items()}
    return {voice: _voice(voice, names, roles, fullest) for voice in voices}


def _voice(voice: Voice, names: dict[str, str], roles: dict[str, list[str]], fullest: dict[str, str]) -> Voice:
    speaker, role = voice
    if speaker:
        name = names[speaker]
        return name, fullest.get(name, role)
    if role:
        people = [name for name, said in roles.items() if any(_begins_alike(role, other) for other in said)]
        if len(people) == 1:
            return people[0], fullest[people[0]]
    return voice


def _begins_alike(role: str, other: str) -> bool:
    one, two = name_key(role), name_key(other)
    return one.startswith(two) or two.startswith(one)


def _full_names(speakers: list[str]) -> dict[str, str]:
    """Each name in full, in its first spelling; a name that ends several full names stays as it is."""
    spelling: dict[str, str] = {}
    for speaker in speakers:
        spelling.setdefault(name_key(speaker), speaker)
    full: dict[str, str] = {}
    for own in sorted(spelling, key=len, reverse=True):
        longer = {full[name] for name in full if own in _endings(spelling[name])}
        full[own] = longer.pop() if len(longer) == 1 else spelling[own]
    return {speaker: full[name_key(speaker)] for speaker in speakers}


def _endings(name: str) -> set[str]:
    """What a name may be cut down to. Spaces part a name, a ZWNJ does not: «محمدی» is not «گل‌محمدی»."""
    words = name.split()
    return {name_key(" ".join(words[index:])) for index in range(1, len(words))}
