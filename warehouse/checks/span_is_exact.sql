-- The number stands in the text where the claim says, in code points, which is what substring counts.
SELECT c.claim_id, 'text[span_start:span_end] is not number_text' AS problem
FROM claims AS c
LEFT JOIN documents AS d USING (document_id)
WHERE substring(d.text, c.span_start + 1, c.span_end - c.span_start) IS DISTINCT FROM c.number_text;
