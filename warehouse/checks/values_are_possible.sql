-- Only what cannot be: a share above 100 is odd, but articles state such figures (of a target, say).
SELECT claim_id AS id, 'a ' || kind || ' of ' || value AS problem
FROM claims
WHERE (kind IN ('count', 'amount', 'measure', 'ratio') AND value < 0)
    OR (kind = 'rank' AND (value < 1 OR value <> trunc(value)))
    OR (kind = 'share' AND value < 0)
    OR (value_high IS NOT NULL AND value_high < value AND kind <> 'change');
