-- Where a claim stands: each statement under the claim that told it first.
SELECT
    claim_id AS appearance_id,
    first_id AS claim_id,
    document_id,
    outlet,
    published,
    CASE WHEN turn > 1 THEN coalesce(origin, first_outlet) END AS copied_from,
    number_text,
    span_start,
    span_end
FROM told;
