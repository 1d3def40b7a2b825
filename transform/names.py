"""When two spellings are one name."""

from functools import lru_cache

from extract.fold import key

_SIGNS = str.maketrans("", "", "-'’`")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The form in which the spellings of a name are equal: folded, without spaces, ZWNJ, hyphens and apostrophes."""
    return key(name).translate(_SIGNS)
