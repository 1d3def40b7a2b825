"""Documents into reports: copies of one text are one report, found anew only where documents came, changed or went.

A document is compared with those that share bands of its sketch. A band that thousands share (a page's footer, a set
phrase) must not make millions of pairs: in each band the `HUBS` smallest ids are compared with all, the others with
those only. Copies share most of their bands and so the same hubs; a set phrase shares one band and is not looked at.
Candidates are those that share `SHARED` bands in this way and were published within `DAYS` days; where a day is not
known, all are. So which pairs are looked at depends on the documents that are there and not on how they came. Two that
others already join are not compared, for it would change no report.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import duckdb
import pyarrow as pa

from load.shapes import schema
from load.sql import registered
from transform.copies import likeness, shingled

HUBS = 4
SHARED = 4
DAYS = 30
_PAIRS_AT_ONCE = 500
_LETTERS_AT_ONCE = 10_000_000
_ROWS_AT_ONCE = 2_048
_CLUSTERED = 8  # bands in common that make it likely that a pair is one report

NEEDED = schema(document_id=pa.string(), part=pa.int32())
FOUND = schema(document_a=pa.string(), document_b=pa.string(), similarity=pa.float64())
REPORTS = schema(document_id=pa.string(), report_id=pa.string())
Pair = tuple[str, str]

_TABLES = """
CREATE SCHEMA IF NOT EXISTS build;
CREATE TABLE build.bands (document_id VARCHAR NOT NULL, band BIGINT NOT NULL);
CREATE TABLE build.days (document_id VARCHAR NOT NULL, day DATE);
CREATE TABLE build.pairs (document_a VARCHAR NOT NULL, document_b VARCHAR NOT NULL, similarity DOUBLE NOT NULL);
CREATE TABLE build.report_of (document_id VARCHAR NOT NULL, report_id VARCHAR NOT NULL);
"""
# Two that are at most DAYS apart share one of two rows of periods of twice that length, half a period apart. What has
# no day is compared in the period -1, where everything is.
_NUMBER_OF_DAY = "(day - DATE '0001-01-01')"
_PERIODS = f"""unnest(CASE
    WHEN day IS NULL THEN [-1]
    ELSE [-1, {_NUMBER_OF_DAY} // {2 * DAYS} * 2, ({_NUMBER_OF_DAY} + {DAYS}) // {2 * DAYS} * 2 + 1]
END)::INTEGER AS period"""
# Who is in the bands and periods of the table of bands and days, in the order of the numbers, which is that of the ids.
_RANKED = f"""
    WITH shared AS (
        SELECT band FROM build.bands SEMI JOIN {{table}} USING (band) GROUP BY 1 HAVING count(*) > 1
    ),
    members AS (
        SELECT number, band, day FROM build.bands SEMI JOIN shared USING (band)
        JOIN build.days USING (document_id) JOIN numbers USING (document_id)
    ),
    looked_at AS (SELECT DISTINCT band, {_PERIODS} FROM {{table}} SEMI JOIN shared USING (band)),
    placed AS (
        SELECT * FROM (SELECT number, band, day, {_PERIODS} FROM members) SEMI JOIN looked_at USING (band, period)
        WHERE period >= 0 OR band IN (SELECT band FROM members WHERE day IS NULL)
    )
    SELECT number, band, day, period, row_number() OVER (PARTITION BY band, period ORDER BY number)::INTEGER AS place
    FROM placed
"""


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Create the tables that `join_copies` keeps; they are not of the contract and not published."""
    con.execute(_TABLES)


def join_copies(con: duckdb.DuckDBPyConnection) -> None:
    """Bring the reports up to date with `documents`.

    Takes the temporary tables `touched(document_id)`, the documents that came, changed or vanished, and
    `arrived_bands(document_id, band)`, the sketches of those that are there. Leaves `touched_reports(report_id)`: every
    report that lost or gained a document or holds a touched one, by its old and its new id.
    """
    _number(con)
    _replace_bands(con)
    _find_candidates(con)
    if _break_reports(con):
        _find_candidates(con)
    _stage(con, "found", FOUND, list(_verified(con)))
    _replace_pairs(con)
    _replace_reports(con)
    for name in ("numbers", "arrived", "active", "candidates", "broken", "found", "regrouped", "grouped"):
        con.execute(f"DROP TABLE temp.{name}")


def _number(con: duckdb.DuckDBPyConnection) -> None:
    """Number all documents in the order of their ids: numbers are quicker to compare and to hold."""
    con.execute("""
        CREATE OR REPLACE TEMP TABLE arrived AS
        SELECT DISTINCT document_id, published AS day FROM documents SEMI JOIN touched USING (document_id);
        CREATE OR REPLACE TEMP TABLE numbers AS
        SELECT document_id, row_number() OVER (ORDER BY document_id)::INTEGER AS number
        FROM (SELECT document_id FROM build.days UNION SELECT document_id FROM arrived);
    """)


def _replace_bands(con: duckdb.DuckDBPyConnection) -> None:
    """Replace the bands of the touched; `active` are those whose comparisons change with it: they and changed hubs."""
    con.execute("""
        CREATE OR REPLACE TEMP TABLE known AS FROM touched SEMI JOIN build.days USING (document_id);
        CREATE OR REPLACE TEMP TABLE stirred AS
        WITH moving AS (
            SELECT band, day FROM build.bands SEMI JOIN known USING (document_id) JOIN build.days USING (document_id)
            UNION SELECT band, day FROM arrived_bands JOIN arrived USING (document_id)
        )
        SELECT * FROM moving SEMI JOIN (
            SELECT band FROM build.bands SEMI JOIN moving USING (band) WHERE document_id NOT IN (FROM known)
        ) USING (band);
    """)
    hubs = f"SELECT number, band, period FROM ({_RANKED.format(table='stirred')}) WHERE place <= {HUBS}"
    con.execute(f"CREATE OR REPLACE TEMP TABLE hubs_before AS {hubs}")
    con.execute("""
        DELETE FROM build.bands WHERE document_id IN (FROM known);
        DELETE FROM build.days WHERE document_id IN (FROM known);
        INSERT INTO build.bands
        SELECT DISTINCT document_id, band FROM arrived_bands SEMI JOIN arrived USING (document_id)
        ORDER BY document_id, band;
        INSERT INTO build.days FROM arrived ORDER BY document_id;
    """)
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE active AS
        WITH hubs_after AS ({hubs})
        SELECT document_id FROM arrived
        UNION SELECT document_id FROM (
            (FROM hubs_after EXCEPT FROM hubs_before) UNION ALL (FROM hubs_before EXCEPT FROM hubs_after)
        ) JOIN numbers USING (number) SEMI JOIN build.days USING (document_id);
        DROP TABLE known;
        DROP TABLE stirred;
        DROP TABLE hubs_before;
    """)


def _find_candidates(con: duckdb.DuckDBPyConnection) -> None:
    """The pairs of which one is active: both ids, the bands in common, and whether the whole folded texts are equal."""
    ranked = _RANKED.format(table="of_active")
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE of_active AS
        SELECT band, day FROM arrived_bands JOIN arrived USING (document_id)
        UNION SELECT band, day FROM build.bands JOIN build.days USING (document_id)
        SEMI JOIN (FROM active ANTI JOIN arrived USING (document_id)) AS others USING (document_id);
        CREATE OR REPLACE TEMP TABLE ranked AS
        SELECT ranked.*, active.document_id IS NOT NULL AS active
        FROM ({ranked}) AS ranked JOIN numbers USING (number) LEFT JOIN active USING (document_id);
        CREATE OR REPLACE TEMP TABLE candidates AS
        WITH met AS (
            SELECT hub.number AS a, other.number AS b, count(DISTINCT band) AS shared, bool_or(band < 0) AS equal
            FROM ranked AS hub JOIN ranked AS other USING (band, period)
            WHERE hub.place <= {HUBS} AND hub.place < other.place AND (hub.active OR other.active) AND CASE
                WHEN period < 0 THEN hub.day IS NULL OR other.day IS NULL
                ELSE abs(hub.day - other.day) <= {DAYS}
            END
            GROUP BY ALL HAVING shared >= {SHARED}
        )
        SELECT one.document_id AS document_a, other.document_id AS document_b, shared, equal
        FROM met JOIN numbers AS one ON one.number = a JOIN numbers AS other ON other.number = b;
        DROP TABLE of_active;
        DROP TABLE ranked;
    """)


def _break_reports(con: duckdb.DuckDBPyConnection) -> bool:
    """Break the reports that lose a pair; whether that made more documents active.

    Of their documents some may have been left uncompared because others joined them.
    """
    con.execute("""
        CREATE OR REPLACE TEMP TABLE broken AS
        WITH lost AS (
            SELECT document_a, document_b FROM build.pairs
            WHERE document_a IN (FROM active UNION ALL FROM touched)
            OR document_b IN (FROM active UNION ALL FROM touched)
        ),
        losing AS (
            SELECT unnest([document_a, document_b]) AS document_id
            FROM lost ANTI JOIN candidates USING (document_a, document_b)
            UNION SELECT document_id FROM touched
        )
        SELECT DISTINCT report_id FROM build.report_of SEMI JOIN losing USING (document_id);
        CREATE OR REPLACE TEMP TABLE more AS
        SELECT document_id FROM build.report_of SEMI JOIN broken USING (report_id)
        SEMI JOIN build.days USING (document_id) ANTI JOIN active USING (document_id);
        INSERT INTO active FROM more;
    """)
    (more,) = con.execute("SELECT count(*) FROM more").fetchone() or (0,)
    con.execute("DROP TABLE more")
    return bool(more)


def _verified(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, float]]:
    """Candidates that are one report, as far as they join what was not joined; texts are read for candidates alone."""
    groups = Groups(
        con.execute("""
            SELECT document_a, document_b FROM candidates SEMI JOIN build.pairs USING (document_a, document_b)
            UNION ALL SELECT document_a, document_b FROM candidates WHERE equal
            UNION ALL SELECT document_id, report_id FROM build.report_of ANTI JOIN broken USING (report_id)
            WHERE document_id IN (SELECT document_a FROM candidates UNION ALL SELECT document_b FROM candidates)
        """).fetchall()
    )
    wanted = con.execute(
        "SELECT document_a, document_b, shared FROM candidates WHERE NOT equal ORDER BY ALL"
    ).fetchall()
    parts = list(_parts([one for one in wanted if groups.find(one[0]) != groups.find(one[1])]))
    needs = [(one, part) for part, pairs in enumerate(parts) for one in sorted({one for pair in pairs for one in pair})]
    _stage(con, "needed", NEEDED, needs)
    texts = con.execute("SELECT part, document_id, text FROM documents JOIN needed USING (document_id) ORDER BY part")
    for part, known in _by_part(texts):
        for some in _bounded(parts[part], known):
            yield from _alike(some, known, groups)
    con.execute("DROP TABLE needed")


def _parts(wanted: Sequence[tuple[str, str, int]]) -> Iterator[list[Pair]]:
    """The pairs in parts of about a size: those of one cluster together, so that few texts are read twice, and of
    those the most alike first, so that few have to be compared.
    """
    root = Groups((one, other) for one, other, shared in wanted if shared >= _CLUSTERED)
    ordered = sorted((root.find(one), -shared, one, other) for one, other, shared in wanted)
    for start in range(0, len(ordered), _PAIRS_AT_ONCE):
        yield [pair[2:] for pair in ordered[start : start + _PAIRS_AT_ONCE]]


def _by_part(rows: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, dict[str, str]]]:
    part, known = -1, dict[str, str]()
    while some := rows.fetchmany(_ROWS_AT_ONCE):
        for here, document_id, text in some:
            if here != part and known:
                yield part, known
                known = {}
            part = here
            known[document_id] = text
    if known:
        yield part, known


def _alike(pairs: Sequence[Pair], texts: Mapping[str, str], groups: "Groups") -> Iterator[tuple[str, str, float]]:
    ids = sorted({one for pair in pairs for one in pair})
    ready = dict(zip(ids, shingled([texts[one] for one in ids]), strict=True))
    for one, other in pairs:
        if groups.find(one) != groups.find(other):
            found = likeness(ready[one], ready[other])
            if found.same:
                groups.join(one, other)
                yield one, other, found.containment


def _bounded(pairs: Iterable[Pair], texts: Mapping[str, str]) -> Iterator[list[Pair]]:
    """The pairs in their order, as many at once as have few letters enough: some forty bytes a letter are held."""
    some: list[Pair] = []
    held: set[str] = set()
    letters = 0
    for pair in pairs:
        some.append(pair)
        letters += sum(len(texts[one]) for one in {*pair} - held)
        held.update(pair)
        if letters > _LETTERS_AT_ONCE:
            yield some
            some, held, letters = [], set(), 0
    if some:
        yield some


def _replace_pairs(con: duckdb.DuckDBPyConnection) -> None:
    """Keep the pairs that are still candidates: what was verified once holds, for an id stands for its text."""
    con.execute("""
        INSERT INTO found SELECT document_a, document_b, 1.0 FROM candidates WHERE equal;
        DELETE FROM build.pairs WHERE (
            document_a IN (FROM active UNION ALL FROM touched) OR document_b IN (FROM active UNION ALL FROM touched)
        ) AND (document_a, document_b) NOT IN (SELECT (document_a, document_b) FROM candidates);
        INSERT INTO build.pairs FROM found ANTI JOIN build.pairs USING (document_a, document_b) ORDER BY ALL;
    """)


def _replace_reports(con: duckdb.DuckDBPyConnection) -> None:
    """Find the reports again that were broken or joined."""
    con.execute("""
        CREATE OR REPLACE TEMP TABLE regrouped AS
        WITH near AS (SELECT document_a AS document_id FROM found UNION SELECT document_b FROM found)
        SELECT document_id, report_id FROM build.report_of WHERE report_id IN (
            FROM broken UNION SELECT report_id FROM build.report_of SEMI JOIN near USING (document_id)
        )
        UNION ALL SELECT document_id, NULL FROM arrived ANTI JOIN build.report_of USING (document_id);
    """)
    pairs = con.execute("""
        SELECT document_a, document_b FROM build.pairs WHERE document_a IN (SELECT document_id FROM regrouped)
    """).fetchall()
    _stage(con, "grouped", REPORTS, list(Groups(pairs).roots()))
    con.execute("""
        CREATE OR REPLACE TEMP TABLE moved AS
        SELECT document_id, old.report_id AS before, coalesce(grouped.report_id, document_id) AS after
        FROM regrouped AS old SEMI JOIN build.days USING (document_id) LEFT JOIN grouped USING (document_id);
        CREATE OR REPLACE TEMP TABLE touched_reports AS
        SELECT report_id FROM regrouped SEMI JOIN touched USING (document_id) WHERE report_id IS NOT NULL
        UNION SELECT unnest([before, after]) FROM moved
        WHERE before IS DISTINCT FROM after OR document_id IN (FROM touched);
        DELETE FROM touched_reports WHERE report_id IS NULL;
        DELETE FROM build.report_of WHERE document_id IN (
            SELECT document_id FROM regrouped ANTI JOIN (FROM moved WHERE before = after) USING (document_id)
        );
        INSERT INTO build.report_of
        SELECT document_id, after FROM moved WHERE before IS DISTINCT FROM after ORDER BY document_id;
        DROP TABLE moved;
    """)


class Groups:
    """What pairs join, directly or by others; each group is known by its smallest member (union-find)."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self._above: dict[str, str] = {}
        for pair in pairs:
            self.join(*pair)

    def find(self, one: str) -> str:
        """The smallest member of its group."""
        above = self._above
        top = one
        while (higher := above.get(top, top)) != top:
            top = higher
        while one != top:
            above[one], one = top, above[one]
        return top

    def join(self, one: str, other: str) -> None:
        """Make one group of two."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = self._above[low] = low

    def roots(self) -> Iterator[Pair]:
        """Each member that was ever joined, and the smallest of its group."""
        return ((one, self.find(one)) for one in sorted(self._above))


def _stage(con: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, rows: Sequence[tuple[object, ...]]) -> None:
    """A temporary table of rows."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = {field.name: pa.array(list(values), field.type) for values, field in zip(columns, schema, strict=True)}
    with registered(con, pa.table(arrays, schema)):
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM arriving")
