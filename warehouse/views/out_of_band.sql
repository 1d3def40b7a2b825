-- Measures beyond their band. Below a hundred rows a measure tells nothing and its band does not bind; a band of a
-- measure that does not exist is a slip of the table and is named. Old news is warned of and holds nothing back.
CREATE OR REPLACE VIEW out_of_band AS
SELECT
    b.measure,
    m.value,
    b.low,
    b.high,
    CASE WHEN b.measure LIKE 'freshness.%' THEN 'warn' ELSE b.effect END AS effect,
    CASE WHEN m.measure IS NULL THEN 'there is no such measure: mend bands.csv' ELSE b.note END AS note
FROM bands AS b
LEFT JOIN measures AS m USING (measure)
WHERE m.measure IS NULL OR (m.base >= 100 AND (m.value < b.low OR m.value > b.high));
COMMENT ON VIEW out_of_band IS 'Measures beyond their bands, and whether that blocks a publication or is warned of | سنجه‌های بیرون از بازه، و اینکه انتشار را نگه می‌دارد یا تنها هشدار است';
