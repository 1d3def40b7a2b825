-- At no moment is more than one version of a row held: each begins when the one before has ended, or later. A version can
-- only reach into one that ended after it began, so the rows looked at are those that ended since the last publication.
WITH past AS (
    SELECT 'documents' AS table_name, document_id AS id, recorded_at, superseded_at FROM history.documents
    UNION ALL
    SELECT 'rejections', rejection_id, recorded_at, superseded_at FROM history.rejections
    UNION ALL
    SELECT 'reports', report_id, recorded_at, superseded_at FROM history.reports
    UNION ALL
    SELECT 'claims', claim_id, recorded_at, superseded_at FROM history.claims
    UNION ALL
    SELECT 'appearances', appearance_id, recorded_at, superseded_at FROM history.appearances
    UNION ALL
    SELECT 'observations', observation_id, recorded_at, superseded_at FROM history.observations
    UNION ALL
    SELECT 'series', point_id, recorded_at, superseded_at FROM history.series
    UNION ALL
    SELECT 'contradictions', contradiction_id, recorded_at, superseded_at FROM history.contradictions
    UNION ALL
    SELECT 'audits', audit_id, recorded_at, superseded_at FROM history.audits
), present AS (
    SELECT 'documents' AS table_name, document_id AS id, recorded_at, superseded_at FROM documents
    UNION ALL
    SELECT 'rejections', rejection_id, recorded_at, superseded_at FROM rejections
    UNION ALL
    SELECT 'reports', report_id, recorded_at, superseded_at FROM reports
    UNION ALL
    SELECT 'claims', claim_id, recorded_at, superseded_at FROM claims
    UNION ALL
    SELECT 'appearances', appearance_id, recorded_at, superseded_at FROM appearances
    UNION ALL
    SELECT 'observations', observation_id, recorded_at, superseded_at FROM observations
    UNION ALL
    SELECT 'series', point_id, recorded_at, superseded_at FROM series
    UNION ALL
    SELECT 'contradictions', contradiction_id, recorded_at, superseded_at FROM contradictions
    UNION ALL
    SELECT 'audits', audit_id, recorded_at, superseded_at FROM audits
), touched AS (
    SELECT DISTINCT table_name, id FROM past WHERE superseded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
), versions AS (
    FROM past SEMI JOIN touched USING (table_name, id)
    UNION ALL
    FROM present SEMI JOIN touched USING (table_name, id)
)
SELECT id, 'two versions of its row in ' || table_name || ' are held at once' AS problem
FROM versions
QUALIFY lag(coalesce(superseded_at, 'infinity')) OVER (PARTITION BY table_name, id ORDER BY recorded_at) > recorded_at;
