-- A field as a reviewer corrected it, as text; as it was where nobody did. Corrections are a JSON object of what is
-- corrected; a JSON null empties the field.
CREATE OR REPLACE MACRO corrected(corrections, name, value) AS CASE
    WHEN corrections IS NULL THEN CAST(value AS VARCHAR)
    WHEN json_exists(corrections, '$.' || name) THEN json_extract_string(corrections, '$.' || name)
    ELSE CAST(value AS VARCHAR)
END;
COMMENT ON MACRO corrected IS 'A field as a reviewer corrected it, else as it was | فیلد، چنان که بازبین اصلاح کرد، وگرنه چنان که بود';
