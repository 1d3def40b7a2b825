-- An id stands twice only where a row came since the last publication, so those ids are looked for.
SELECT document_id AS id, 'document_id stands more than once' AS problem FROM documents
WHERE document_id IN (
    SELECT document_id FROM documents WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY document_id HAVING count(*) > 1
UNION ALL
SELECT rejection_id, 'rejection_id stands more than once' FROM rejections
WHERE rejection_id IN (
    SELECT rejection_id FROM rejections WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY rejection_id HAVING count(*) > 1
UNION ALL
SELECT report_id, 'report_id stands more than once' FROM reports
WHERE report_id IN (
    SELECT report_id FROM reports WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY report_id HAVING count(*) > 1
UNION ALL
SELECT claim_id, 'claim_id stands more than once' FROM claims
WHERE claim_id IN (
    SELECT claim_id FROM claims WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY claim_id HAVING count(*) > 1
UNION ALL
SELECT appearance_id, 'appearance_id stands more than once' FROM appearances
WHERE appearance_id IN (
    SELECT appearance_id FROM appearances WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY appearance_id HAVING count(*) > 1
UNION ALL
SELECT observation_id, 'observation_id stands more than once' FROM observations
WHERE observation_id IN (
    SELECT observation_id FROM observations WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY observation_id HAVING count(*) > 1
UNION ALL
SELECT point_id, 'point_id stands more than once' FROM series
WHERE point_id IN (
    SELECT point_id FROM series WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY point_id HAVING count(*) > 1
UNION ALL
SELECT contradiction_id, 'contradiction_id stands more than once' FROM contradictions
WHERE contradiction_id IN (
    SELECT contradiction_id FROM contradictions WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY contradiction_id HAVING count(*) > 1
UNION ALL
SELECT audit_id, 'audit_id stands more than once' FROM audits
WHERE audit_id IN (
    SELECT audit_id FROM audits WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
)
GROUP BY audit_id HAVING count(*) > 1
UNION ALL
SELECT quarantine_id, 'quarantine_id stands more than once' FROM quarantine GROUP BY quarantine_id HAVING count(*) > 1
UNION ALL
SELECT batch_id, 'batch_id stands more than once' FROM batches GROUP BY batch_id HAVING count(*) > 1
UNION ALL
SELECT run_id, 'run_id stands more than once' FROM runs GROUP BY run_id HAVING count(*) > 1
UNION ALL
SELECT review_id, 'review_id stands more than once' FROM reviews GROUP BY review_id HAVING count(*) > 1;
