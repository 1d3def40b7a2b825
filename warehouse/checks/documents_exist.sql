SELECT claim_id AS id, 'its document is not there' AS problem FROM claims ANTI JOIN documents USING (document_id)
UNION ALL
SELECT appearance_id, 'its document is not there' FROM appearances ANTI JOIN documents USING (document_id)
UNION ALL
SELECT rejection_id, 'its document is not there' FROM rejections ANTI JOIN documents USING (document_id)
UNION ALL
SELECT report_id, 'its document is not there' FROM reports ANTI JOIN documents USING (document_id);
