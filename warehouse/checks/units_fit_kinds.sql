SELECT claim_id AS id, 'a ' || kind || ' in ' || unit AS problem
FROM claims
WHERE (kind = 'count' AND unit <> 'item')
    OR (kind = 'rank' AND unit <> 'position')
    OR (kind = 'share' AND unit <> 'percent')
    OR (kind = 'ratio' AND unit <> 'person_per_item')
    OR (kind = 'change' AND unit NOT IN ('percent', 'factor'))
    OR (kind = 'amount' AND NOT regexp_full_match(unit, '[A-Z]{3}'));
