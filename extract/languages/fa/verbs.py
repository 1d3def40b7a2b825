"""Verb forms that tell a deed from a state, and where a statement ends (`seeds/fa/verbs.csv`)."""

from extract.lexicon import words_of
from extract.seeds import SEEDS, read_table


def _verbs(kind: str) -> frozenset[str]:
    rows = read_table(SEEDS / "fa" / "verbs.csv", ("surface", "class", "note"))
    return frozenset(words_of(row["surface"])[0] for row in rows if row["class"] == kind)


PAST = _verbs("past")  # a deed: «برگزار شد»
STATE = _verbs("state")  # a state: «دارند»
FINITE = PAST | _verbs("copula")  # each ends a statement
PRESENT = _verbs("present")  # with «می»: a deed that goes on, or that is planned
HARD_STOPS = frozenset(("؛", ";", ".", "|"))
