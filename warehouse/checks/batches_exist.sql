-- Every row can be traced to the batch that brought it.
SELECT claim_id AS id, 'its batch is not there' AS problem FROM claims ANTI JOIN batches USING (batch_id, run_id)
UNION ALL
SELECT document_id, 'its batch is not there' FROM documents ANTI JOIN batches USING (batch_id, run_id)
UNION ALL
SELECT rejection_id, 'its batch is not there' FROM rejections ANTI JOIN batches USING (batch_id, run_id)
UNION ALL
SELECT quarantine_id, 'its batch is not there' FROM quarantine ANTI JOIN batches USING (batch_id, run_id);
