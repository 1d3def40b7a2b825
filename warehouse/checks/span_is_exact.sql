-- The number stands in the text where its row says, in code points, which is what substring counts. A length below
-- zero would make it read backwards. Of rows that a publication has held it was looked at then, and the text of a
-- document_id never changes; that a claim stands where one of its appearances stands is for claims_appear to tell.
-- Texts are long: by their rowid only those that are wanted are read.
WITH spans AS MATERIALIZED (
    SELECT appearance_id AS id, document_id, span_start, span_end, number_text
    FROM appearances
    WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
    UNION ALL
    SELECT rejection_id, document_id, span_start, span_end, number_text
    FROM rejections
    WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
), texts AS (
    SELECT document_id, text
    FROM documents
    WHERE rowid IN (SELECT rowid FROM documents SEMI JOIN spans USING (document_id))
)
SELECT s.id, 'text[span_start:span_end] is not number_text' AS problem
FROM spans AS s
LEFT JOIN texts AS t USING (document_id)
WHERE s.span_start < 0
    OR s.span_end <= s.span_start
    OR substring(t.text, s.span_start + 1, s.span_end - s.span_start) IS DISTINCT FROM s.number_text;
