-- A claim stands in its own document, in the very place that its row says. Whether that place holds the number is for
-- span_is_exact to tell.
SELECT claim_id AS id, 'no appearance of it in its own document, where it says that it stands' AS problem
FROM claims
ANTI JOIN appearances USING (claim_id, document_id, span_start, span_end, number_text);
