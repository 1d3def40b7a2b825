SELECT appearance_id AS id, 'its claim is not there' AS problem FROM appearances ANTI JOIN claims USING (claim_id)
UNION ALL
SELECT observation_id, 'its claim is not there, or is part of another observation'
FROM observations ANTI JOIN claims USING (claim_id, observation_id)
UNION ALL
SELECT DISTINCT audit_id, 'a claim that it looks at is not there'
FROM (SELECT audit_id, unnest(claim_ids) AS claim_id FROM audits) ANTI JOIN claims USING (claim_id);
