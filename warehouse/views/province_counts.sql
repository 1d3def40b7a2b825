CREATE OR REPLACE VIEW province_counts AS
SELECT
    subject,
    subject_en,
    subject_fa,
    place AS province,
    place_en AS province_en,
    place_fa AS province_fa,
    period_type,
    period_start,
    period_end,
    value,
    value_high,
    bound,
    status,
    field,
    modality,
    speaker,
    outlet,
    published,
    url,
    evidence,
    confidence,
    document_id,
    claim_id
FROM claims_readable
WHERE kind = 'count' AND locality IS NULL AND place LIKE 'IR-%';
COMMENT ON VIEW province_counts IS 'Counts by subject, province and period, with bound and source | شمارها به تفکیک موضوع، استان و دوره، با کران و منبع';
