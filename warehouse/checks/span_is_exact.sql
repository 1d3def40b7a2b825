-- The number stands in the text where its row says, in code points, which is what substring counts.
-- A length below zero would make it read backwards; a claim's span is held to its order by the table.
SELECT c.claim_id AS id, 'text[span_start:span_end] is not number_text' AS problem
FROM claims AS c
LEFT JOIN documents AS d USING (document_id)
WHERE substring(d.text, c.span_start + 1, c.span_end - c.span_start) IS DISTINCT FROM c.number_text
UNION ALL
SELECT r.rejection_id, 'text[span_start:span_end] is not number_text'
FROM rejections AS r
LEFT JOIN documents AS d USING (document_id)
WHERE r.span_start < 0
    OR r.span_end <= r.span_start
    OR substring(d.text, r.span_start + 1, r.span_end - r.span_start) IS DISTINCT FROM r.number_text;
