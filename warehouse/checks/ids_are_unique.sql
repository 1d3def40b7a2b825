SELECT claim_id AS id, 'claim_id stands more than once' AS problem FROM claims GROUP BY claim_id HAVING count(*) > 1
UNION ALL
SELECT document_id, 'document_id stands more than once' FROM documents GROUP BY document_id HAVING count(*) > 1
UNION ALL
SELECT rejection_id, 'rejection_id stands more than once' FROM rejections GROUP BY rejection_id HAVING count(*) > 1
UNION ALL
SELECT quarantine_id, 'quarantine_id stands more than once' FROM quarantine GROUP BY quarantine_id HAVING count(*) > 1
UNION ALL
SELECT batch_id, 'batch_id stands more than once' FROM batches GROUP BY batch_id HAVING count(*) > 1
UNION ALL
SELECT run_id, 'run_id stands more than once' FROM runs GROUP BY run_id HAVING count(*) > 1;
