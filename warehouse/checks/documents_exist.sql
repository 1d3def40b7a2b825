SELECT claim_id AS id, 'its document is not there' AS problem FROM claims ANTI JOIN documents USING (document_id)
UNION ALL
SELECT rejection_id, 'its document is not there' FROM rejections ANTI JOIN documents USING (document_id);
