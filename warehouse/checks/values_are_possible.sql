SELECT claim_id, 'a ' || kind || ' of ' || value AS problem
FROM claims
WHERE (kind IN ('count', 'amount', 'measure', 'ratio') AND value < 0)
    OR (kind = 'rank' AND (value < 1 OR value <> trunc(value)))
    OR (kind = 'share' AND value < 0)
    OR (value_high IS NOT NULL AND value_high < value AND kind <> 'change');
