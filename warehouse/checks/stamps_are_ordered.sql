-- What is held now has no end; what is held no more has one, after its beginning.
SELECT document_id AS id, 'it is held and has an end' AS problem FROM documents WHERE superseded_at IS NOT NULL
UNION ALL
SELECT rejection_id, 'it is held and has an end' FROM rejections WHERE superseded_at IS NOT NULL
UNION ALL
SELECT report_id, 'it is held and has an end' FROM reports WHERE superseded_at IS NOT NULL
UNION ALL
SELECT claim_id, 'it is held and has an end' FROM claims WHERE superseded_at IS NOT NULL
UNION ALL
SELECT appearance_id, 'it is held and has an end' FROM appearances WHERE superseded_at IS NOT NULL
UNION ALL
SELECT observation_id, 'it is held and has an end' FROM observations WHERE superseded_at IS NOT NULL
UNION ALL
SELECT point_id, 'it is held and has an end' FROM series WHERE superseded_at IS NOT NULL
UNION ALL
SELECT contradiction_id, 'it is held and has an end' FROM contradictions WHERE superseded_at IS NOT NULL
UNION ALL
SELECT audit_id, 'it is held and has an end' FROM audits WHERE superseded_at IS NOT NULL
UNION ALL
SELECT document_id, 'it has no end after its beginning' FROM history.documents
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT rejection_id, 'it has no end after its beginning' FROM history.rejections
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT report_id, 'it has no end after its beginning' FROM history.reports
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT claim_id, 'it has no end after its beginning' FROM history.claims
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT appearance_id, 'it has no end after its beginning' FROM history.appearances
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT observation_id, 'it has no end after its beginning' FROM history.observations
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT point_id, 'it has no end after its beginning' FROM history.series
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT contradiction_id, 'it has no end after its beginning' FROM history.contradictions
WHERE superseded_at IS NULL OR superseded_at <= recorded_at
UNION ALL
SELECT audit_id, 'it has no end after its beginning' FROM history.audits
WHERE superseded_at IS NULL OR superseded_at <= recorded_at;
