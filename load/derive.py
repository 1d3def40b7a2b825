"""What follows from the statements of all documents: reports, claims, observations, series, contradictions, audits.

Each is a query of `warehouse/derive` over the part that documents or reviews have touched, so that a day's run costs
what the day brought; a rebuild touches everything. Which part it is stands in temporary tables, made here.
"""

import datetime as dt
from itertools import groupby
from operator import itemgetter

import duckdb
import pyarrow as pa

from load.copies import join_copies
from load.versions import Put, put
from transform.copies import Member, copied_from
from warehouse import database

_YEAR = 366  # days before and after within which states are compared
_REPORT_CHECKS = ("parts_of_whole", "share_of_whole", "ratio_to_population", "change_of_counts")
_POINTS = "SELECT DISTINCT point_id FROM observations SEMI JOIN touched_observations USING (observation_id)"
_ENDS = (
    "SELECT point_id, series_id, subject, place, locality, period_type, period_end, observation_id FROM series "
    "SEMI JOIN touched_points USING (point_id)"
)
_BESTS = "SELECT claim_id FROM observations SEMI JOIN touched_observations USING (observation_id)"


def derive(con: duckdb.DuckDBPyConnection, whole: bool = False) -> dict[str, Put]:
    """Bring all derived tables up to the statements, inside the caller's transaction; says what each of them saw.

    `whole`: nothing of what the tables hold stays unless it is made again.
    """
    moment = _moment(con, whole)
    done: dict[str, Put] = {}

    def place(table: str, scope: str) -> None:
        done[table] = put(con, table, "true" if whole else scope, moment)

    _temp(con, "touched", "SELECT DISTINCT document_id FROM build.touched")
    join_copies(con)
    _tell_copies(con)
    _temp(con, "told", database.derivation("told"))
    for name in ("claims", "appearances", "reports"):
        _temp(con, f"staged_{name}", database.derivation(name))
    _touch_what_is_told(con)
    place("reports", "report_id IN (FROM touched_reports)")
    place("claims", "report_id IN (FROM touched_reports)")
    place("appearances", "claim_id IN (FROM touched_claims)")

    _temp(con, "touched_points", _POINTS)
    _temp(con, "touched_bests", _BESTS)
    _temp(con, "staged_observations", database.derivation("observations"))
    place("observations", "observation_id IN (FROM touched_observations)")
    con.execute(f"INSERT INTO touched_bests {_BESTS}")
    con.execute(f"INSERT INTO touched_points {_POINTS} EXCEPT FROM touched_points")

    _temp(con, "touched_ends", _ENDS)
    _look_at_lesser(con, "touched_points")
    _temp(con, "staged_series", database.derivation("series"))
    place("series", "point_id IN (FROM touched_points)")
    con.execute(f"INSERT INTO touched_ends {_ENDS}")

    _look_near(con)
    _temp(con, "states", database.derivation("states"))
    _look_at_lesser(con, "near_points")
    _temp(con, "staged_contradictions", database.derivation("contradictions"))
    near = "(SELECT observation_id FROM observations SEMI JOIN near_points USING (point_id))"
    gone = "(FROM touched_observations)"
    sides = ("observation_a", "observation_b")
    place("contradictions", " OR ".join(f"{side} IN {of}" for side in sides for of in (near, gone)))

    _stage_audits(con)
    place("audits", "row(check_code, claim_id) IN (SELECT row(check_code, claim_id) FROM audit_scope)")
    if any(one.came or one.went for one in done.values()):
        con.execute("INSERT INTO build.derivations VALUES (?)", [moment])
    con.execute("DELETE FROM build.touched")
    _clear(con)
    return done


def _moment(con: duckdb.DuckDBPyConnection, whole: bool) -> dt.datetime:
    """From when on what is derived now is held: since what it follows from was recorded.

    A rebuild of tables that were derived before follows from other rules or words too, and so is of now. Time moves on
    even where a clock does not.
    """
    touched: dt.datetime
    last: dt.datetime | None
    ((touched, last),) = con.execute(
        "SELECT (SELECT max(recorded_at) FROM build.touched), (SELECT max(moment) FROM build.derivations)"
    ).fetchall()
    if whole and last:
        touched = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    return max(touched, last + dt.timedelta(microseconds=1)) if last else touched


def _tell_copies(con: duckdb.DuckDBPyConnection) -> None:
    """Who copied whom in the touched reports of more than one document."""
    rows = con.execute(
        "SELECT report_id, document_id, published, outlet, origin "
        "FROM build.report_of SEMI JOIN touched_reports USING (report_id) INNER JOIN documents USING (document_id) "
        "QUALIFY count(*) OVER (PARTITION BY report_id) > 1 ORDER BY report_id"
    ).fetchall()
    found = [
        pair
        for _, members in groupby(rows, key=itemgetter(0))
        for pair in copied_from([Member(*member) for _, *member in members]).items()
    ]
    text = pa.string()
    columns = [pa.array([pair[place] for pair in found], text) for place in (0, 1)]
    con.register("told_copies", pa.table(columns, names=["document_id", "source_id"]))
    _temp(con, "copied", "FROM told_copies")
    con.unregister("told_copies")


def _touch_what_is_told(con: duckdb.DuckDBPyConnection) -> None:
    """Claims and observations of the touched reports, as they were and as they will be."""
    was = "FROM claims SEMI JOIN touched_reports USING (report_id)"
    _temp(con, "touched_claims", f"SELECT claim_id {was} UNION SELECT claim_id FROM staged_claims")
    _temp(con, "touched_observations", f"SELECT observation_id {was} UNION SELECT observation_id FROM staged_claims")


def _look_at_lesser(con: duckdb.DuckDBPyConnection, points: str) -> None:
    """Which observations of some points are only a part of what their report tells."""
    _temp(con, "looked_at", f"FROM {points}")
    _temp(con, "lesser", database.derivation("lesser"))


def _look_near(con: duckdb.DuckDBPyConnection) -> None:
    """What stands beside the touched points: the states before and after each, and months of their subjects."""
    _temp(
        con,
        "near_series",
        # a state beside a touched one may itself be compared with one that is a year further off
        f"SELECT series_id, min(period_end) - {2 * _YEAR} AS since, max(period_end) + {2 * _YEAR} AS until "
        "FROM touched_ends WHERE period_end IS NOT NULL GROUP BY series_id",
    )
    _temp(
        con,
        "near_points",
        "WITH line AS ("
        "SELECT series_id, point_id, period_end FROM series INNER JOIN near_series USING (series_id) "
        f"WHERE period_type = 'as_of' AND period_end BETWEEN since + {_YEAR} AND until - {_YEAR} "
        "UNION SELECT series_id, point_id, period_end FROM touched_ends WHERE period_type = 'as_of'"
        "), beside AS ("
        "SELECT point_id, lag(point_id) OVER neighbours AS before, lead(point_id) OVER neighbours AS after FROM line "
        "WINDOW neighbours AS (PARTITION BY series_id ORDER BY period_end, point_id)) "
        "SELECT point_id FROM touched_points UNION "
        "SELECT unnest([before, after]) FROM beside SEMI JOIN touched_points USING (point_id)",
    )
    _temp(
        con,
        "near_months",
        "SELECT DISTINCT subject, year(period_end) * 12 + month(period_end) + unnest(range(-12, 13)) AS month "
        "FROM touched_ends WHERE period_end IS NOT NULL AND place LIKE 'IR%' AND locality IS NULL",
    )


def _stage_audits(con: duckdb.DuckDBPyConnection) -> None:
    _temp(con, "told_claims", "FROM claims SEMI JOIN touched_reports USING (report_id)")
    _scope_audits(con)
    checks = [
        f"SELECT '{name}' AS check_code, found.* FROM ({query.rstrip().rstrip(';')}) AS found"
        for name, query in database.audits()
    ]
    _temp(
        con,
        "staged_audits",
        "SELECT md5(concat_ws('|', a.check_code, array_to_string(a.claim_ids, '|'))) AS audit_id, a.check_code, "
        "a.verdict, a.claim_id, a.claim_ids, c.subject, c.place, c.published AS reported, "
        # of a slip, such as 10^29 after a thousandth, what is to be expected may be more than a column holds
        "TRY_CAST(a.expected AS DECIMAL(38, 6)) AS expected, CAST(a.found AS DECIMAL(38, 6)) AS found, "
        "TRY_CAST(a.tolerance AS DECIMAL(38, 6)) AS tolerance, a.note "
        f"FROM ({' UNION ALL '.join(checks)}) AS a INNER JOIN claims AS c USING (claim_id) "
        # of two wholes that one sum fits, or a point whose claim stands for two series, each is told once
        "QUALIFY row_number() OVER (PARTITION BY audit_id ORDER BY a.verdict, a.expected, a.note) = 1",
    )


def _scope_audits(con: duckdb.DuckDBPyConnection) -> None:
    """Which claims which check looks at anew: of the touched reports, near the touched points, in the near months."""
    months = "row({0}, year(period_end) * 12 + month(period_end)) IN (SELECT row(subject, month) FROM near_months)"
    _temp(
        con,
        "national_scope",
        "SELECT observation_id FROM series WHERE place = 'IR' AND locality IS NULL AND " + months.format("subject"),
    )
    _temp(
        con,
        "target_scope",
        "SELECT observation_id FROM observations SEMI JOIN touched_points USING (point_id) WHERE modality = 'target' "
        "UNION SELECT t.observation_id FROM observations AS t INNER JOIN touched_ends AS e ON e.series_id = "
        "series_key(t.kind, t.subject, t.unit, t.field, t.status, t.scope, t.rank_by, t.place, t.locality, 'actual') "
        f"AND e.period_end BETWEEN t.period_end AND t.period_end + {_YEAR} WHERE t.modality = 'target'",
    )
    near = "SELECT observation_id FROM series SEMI JOIN near_points USING (point_id)"
    ends = "SELECT observation_id FROM touched_ends"
    points = {"jump": f"{near} UNION {ends}", "national_sum": f"FROM national_scope UNION {ends}"}
    points["target_reached"] = "FROM target_scope"
    scopes = [f"SELECT unnest({list(_REPORT_CHECKS)}) AS check_code, claim_id FROM touched_claims"]
    for check, observations in points.items():
        scopes.append(f"SELECT '{check}', claim_id FROM observations WHERE observation_id IN ({observations})")
        scopes.append(f"SELECT '{check}', claim_id FROM touched_bests")
    scopes.append("SELECT 'rank_among_provinces', claim_id FROM touched_claims")
    scopes.append(
        f"SELECT 'rank_among_provinces', claim_id FROM claims WHERE kind = 'rank' AND {months.format('rank_by')}"
    )
    _temp(con, "audit_scope", " UNION ".join(scopes))


def _temp(con: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query.rstrip().rstrip(';')}")


def _clear(con: duckdb.DuckDBPyConnection) -> None:
    for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall():
        con.execute(f"DROP TABLE temp.{name}")
