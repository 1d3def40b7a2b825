SELECT claim_id, 'the period ends before it starts' AS problem FROM claims WHERE period_end < period_start
UNION ALL
SELECT claim_id, 'a rank without a scope' FROM claims WHERE kind = 'rank' AND scope IS NULL AND place <> 'IR';
