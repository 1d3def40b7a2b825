-- Where a claim stands: each statement under the claim that told it first, and whom its document copies.
SELECT
    t.claim_id AS appearance_id,
    t.first_id AS claim_id,
    t.document_id,
    t.outlet,
    t.published,
    coalesce(source.outlet, t.origin) AS copied_from,
    t.number_text,
    t.span_start,
    t.span_end
FROM told AS t
LEFT JOIN copied AS o USING (document_id)
LEFT JOIN documents AS source ON source.document_id = o.source_id;
