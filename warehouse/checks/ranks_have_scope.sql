-- Among whom a rank holds is unsaid only where it is not known which province it is in.
SELECT claim_id AS id, 'a rank without a scope' AS problem
FROM claims
WHERE kind = 'rank' AND scope IS NULL AND place <> 'IR';
