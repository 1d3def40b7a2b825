CREATE OR REPLACE VIEW province_sessions AS
SELECT
    place AS province,
    place_en AS province_en,
    place_fa AS province_fa,
    locality,
    subject,
    subject_en,
    subject_fa,
    kind,
    value,
    value_high,
    unit,
    bound,
    period_type,
    period_start,
    period_end,
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
WHERE subject IN ('session', 'training', 'event') AND kind IN ('count', 'measure') AND place LIKE 'IR-%';
COMMENT ON VIEW province_sessions IS 'Sessions, training and events by province | جلسه‌ها، آموزش‌ها و رویدادها به تفکیک استان';
