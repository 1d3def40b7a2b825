SELECT claim_id AS id, 'its report is not there' AS problem FROM claims ANTI JOIN reports USING (report_id);
