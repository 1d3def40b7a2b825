"""Which place a mention means, with the article's other places as company."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from extract.model import Mention, PlaceType
from transform.names import name_key
from transform.references import COUNTRY, Locality, References

WORLD = "XW"  # ISO 3166-1 has no code for the world; XA to XZ are left to its users
_SMALL = frozenset(("county", "city", "district", "village"))
_SMALLER_THAN_LISTED = frozenset(("district", "village"))


class Place(NamedTuple):
    """A code of the claim model (`IR`, ISO 3166-2, ISO 3166-1) and the mention that names a part of it, if one does."""

    code: str
    locality: Mention | None


class _Meaning(NamedTuple):
    whole: str | None  # the code, where the name is that of a province or country
    parts: tuple[Locality, ...]  # where it is that of a county or city


def resolve(place: Mention | None, context: tuple[Mention, ...], references: References) -> Place:
    """The place of a claim: what is named, else the nearest of the context that is known, else the country.

    A name that a province and its city share is the province's unless the text says county or city. A name of several
    provinces is that of the province which the context names, else of the most populous county. A part that no table
    knows belongs to the province of the context. A county or city of the context passes on its province, and itself
    only where the text calls it so («شهرستان گرگان»): the city of a dateline is where the reporter sits.
    """
    if place is not None:
        found = _named(place, context, references) or _joint(place, context, references)
        return found or _unknown(place, context, references)
    for index, mention in enumerate(context):
        others = context[:index] + context[index + 1 :]
        found = _named(mention, others, references)
        if found is None and mention.type in _SMALL and others:
            found = _unknown(mention, others, references)
        if found is not None:
            return Place(found.code, found.locality if mention.type in _SMALL else None)
    return Place(COUNTRY, None)


def _named(mention: Mention, context: tuple[Mention, ...], references: References) -> Place | None:
    """The place of a mention that the tables know."""
    whole, parts = _meaning(mention.surface, mention.type, references)
    if whole is not None:
        # «البرز» in Qazvin's company is Qazvin's county, though a province has that name too.
        counties = tuple(part for part in parts if part.people and part.place != whole)
        near = _in_company(mention, counties, context, references) if counties else ()
        return Place(near[0].place, mention) if near else Place(whole, None)
    if not parts:
        return None
    near = _in_company(mention, parts, context, references)
    if not near and mention.type in _SMALLER_THAN_LISTED:  # villages of one name are more than the tables know
        return _unknown(mention, context, references, parts[0].place)
    return Place((near or parts)[0].place, mention)


def _joint(mention: Mention, context: tuple[Mention, ...], references: References) -> Place | None:
    """Two counties of one number («بانه و مریوان»): of their province, and of the country where they are of two."""
    parts = mention.surface.replace("، ", " و ").split(" و ")
    found = [_named(replace(mention, surface=part), context, references) for part in parts]
    codes = {place.code for place in found if place is not None}
    if len(parts) < 2 or None in found or not codes:
        return None
    return Place(codes.pop(), mention) if len(codes) == 1 else Place(COUNTRY, None)


def _unknown(mention: Mention, context: tuple[Mention, ...], references: References, otherwise: str = COUNTRY) -> Place:
    """The nearest province or foreign country of the context, with the mention as its part."""
    locality = mention if mention.type in _SMALL or mention.type is None else None
    for other in context:
        whole, parts = _meaning(other.surface, other.type, references)
        code = whole or (parts[0].place if parts else None)
        if code not in (None, COUNTRY, WORLD) and name_key(other.surface) != name_key(mention.surface):
            return Place(str(code), locality)
    return Place(otherwise, locality)


def _in_company(
    mention: Mention, parts: tuple[Locality, ...], context: tuple[Mention, ...], references: References
) -> tuple[Locality, ...]:
    """The parts that lie in the provinces of the context, nearer company first; none where it does not tell."""
    found: tuple[Locality, ...] = ()
    for other in context:
        if name_key(other.surface) == name_key(mention.surface):
            continue
        whole, others = _meaning(other.surface, other.type, references)
        named = {whole} if whole is not None else {part.place for part in others}
        found = tuple(part for part in found or parts if part.place in named) or found
    return found


@lru_cache(maxsize=16384)
def _meaning(surface: str, place_type: PlaceType | None, references: References) -> _Meaning:
    name = name_key(surface)
    if place_type == "world":
        return _Meaning(WORLD, ())
    if place_type == "country":
        return _Meaning(references.countries.get(name), ())
    province, parts = references.provinces.get(name), references.localities.get(name, ())
    if place_type == "province":
        return _Meaning(province or (parts[0].place if parts else None), ())
    if place_type is None:
        return _Meaning(province or references.countries.get(name), parts)
    if parts or place_type in _SMALLER_THAN_LISTED:
        return _Meaning(None, parts)
    return _Meaning(province or references.countries.get(name), ())
