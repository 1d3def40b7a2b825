-- A table as it was known at a moment (UTC): FROM as_of(TIMESTAMP '2026-01-31 12:00', of := 'observations').
-- Of every table that keeps its past: what is held now, and what was held before.
CREATE OR REPLACE MACRO as_of(moment, of := 'claims') AS TABLE
SELECT *
FROM (
    FROM query_table('main.' || of)
    UNION ALL BY NAME
    FROM query_table('history.' || of)
)
WHERE recorded_at <= CAST(moment AS TIMESTAMP) AND (superseded_at IS NULL OR superseded_at > CAST(moment AS TIMESTAMP));
COMMENT ON MACRO TABLE as_of IS 'A table that keeps its past, as it was known at a moment (UTC): as_of(moment, of := table) | جدولی که گذشته‌اش را نگه می‌دارد، چنان که در لحظه‌ای (UTC) دانسته بود';
