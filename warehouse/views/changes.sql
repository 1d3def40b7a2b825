-- Every version of every row of statistics, the ones that are held and the ones that were.
CREATE OR REPLACE VIEW versions AS
SELECT 'claims' AS table_name, claim_id AS id, kind, subject, place, value, evidence AS said, recorded_at, superseded_at
FROM (FROM main.claims UNION ALL BY NAME FROM history.claims)
UNION ALL
SELECT 'observations', observation_id, kind, subject, place, value, evidence, recorded_at, superseded_at
FROM (FROM main.observations UNION ALL BY NAME FROM history.observations)
UNION ALL
SELECT 'series', point_id, kind, subject, place, value, agreement, recorded_at, superseded_at
FROM (FROM main.series UNION ALL BY NAME FROM history.series)
UNION ALL
SELECT 'contradictions', contradiction_id, kind, subject, place, NULL, reason, recorded_at, superseded_at
FROM (FROM main.contradictions UNION ALL BY NAME FROM history.contradictions)
UNION ALL
SELECT 'audits', audit_id, NULL, subject, place, found, check_code || ' ' || verdict, recorded_at, superseded_at
FROM (FROM main.audits UNION ALL BY NAME FROM history.audits);
COMMENT ON VIEW versions IS 'Every version of every row of statistics, held or held no more | هر نسخه از هر سطر آمار، چه برقرار و چه پیشین';

-- A row that came, became another or went, and the run that made it so: the last that had started by then.
CREATE OR REPLACE VIEW changes AS
WITH moments AS (
    SELECT
        coalesce(b.table_name, a.table_name) AS table_name,
        coalesce(b.id, a.id) AS id,
        CASE WHEN a.id IS NULL THEN 'added' WHEN b.id IS NULL THEN 'removed' ELSE 'changed' END AS change,
        coalesce(b.recorded_at, a.superseded_at) AS changed_at,
        coalesce(b.kind, a.kind) AS kind,
        coalesce(b.subject, a.subject) AS subject,
        coalesce(b.place, a.place) AS place,
        a.value AS value_before,
        b.value AS value_after,
        a.said AS said_before,
        b.said AS said_after
    FROM versions AS b
    FULL JOIN (FROM versions WHERE superseded_at IS NOT NULL) AS a
        ON a.table_name = b.table_name AND a.id = b.id AND a.superseded_at = b.recorded_at
)
SELECT r.run_id, m.*
FROM moments AS m
ASOF LEFT JOIN runs AS r ON m.changed_at >= r.started_at;
COMMENT ON VIEW changes IS 'What came, changed or went, run by run; changes(run_a, run_b) for the difference of two | آنچه آمد، دگرگون شد یا رفت، به تفکیک اجرا؛ changes(run_a, run_b) برای تفاوت دو اجرا';

-- What differs between what was known when two runs had ended, the earlier first: FROM changes('RUN', 'RUN').
CREATE OR REPLACE MACRO changes(run_a, run_b) AS TABLE
WITH ends AS (
    SELECT
        (SELECT max(coalesce(ended_at, started_at)) FROM runs WHERE run_id = run_a) AS since,
        (SELECT max(coalesce(ended_at, started_at)) FROM runs WHERE run_id = run_b) AS until
), before AS (
    SELECT v.* FROM versions AS v, ends WHERE recorded_at <= since AND coalesce(superseded_at > since, true)
), after AS (
    SELECT v.* FROM versions AS v, ends WHERE recorded_at <= until AND coalesce(superseded_at > until, true)
)
SELECT
    coalesce(b.table_name, a.table_name) AS table_name,
    coalesce(b.id, a.id) AS id,
    CASE WHEN a.id IS NULL THEN 'added' WHEN b.id IS NULL THEN 'removed' ELSE 'changed' END AS change,
    coalesce(b.kind, a.kind) AS kind,
    coalesce(b.subject, a.subject) AS subject,
    coalesce(b.place, a.place) AS place,
    a.value AS value_before,
    b.value AS value_after,
    a.said AS said_before,
    b.said AS said_after
FROM before AS a
FULL JOIN after AS b ON b.table_name = a.table_name AND b.id = a.id
WHERE a.recorded_at IS DISTINCT FROM b.recorded_at;
COMMENT ON MACRO TABLE changes IS 'What differs between what was known when two runs had ended, the earlier first | تفاوت آنچه در پایان دو اجرا دانسته بود، نخست اجرای پیشین';
