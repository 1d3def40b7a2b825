-- Every row can be traced to the batch that brought it. Of rows that a publication has held, it was looked at then.
SELECT claim_id AS id, 'its batch is not there' AS problem
FROM claims ANTI JOIN batches USING (batch_id, run_id)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT document_id, 'its batch is not there'
FROM documents ANTI JOIN batches USING (batch_id, run_id)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT rejection_id, 'its batch is not there'
FROM rejections ANTI JOIN batches USING (batch_id, run_id)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT quarantine_id, 'its batch is not there' FROM quarantine ANTI JOIN batches USING (batch_id, run_id);
