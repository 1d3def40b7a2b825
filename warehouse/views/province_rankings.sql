CREATE OR REPLACE VIEW province_rankings AS
SELECT
    place AS province,
    place_en AS province_en,
    place_fa AS province_fa,
    locality,
    value AS position,
    value_high AS position_high,
    scope,
    rank_by,
    subject,
    subject_en,
    subject_fa,
    field,
    period_type,
    period_start,
    period_end,
    speaker,
    outlet,
    published,
    url,
    evidence,
    confidence,
    document_id,
    claim_id
FROM claims_readable
WHERE kind = 'rank' AND place LIKE 'IR-%';
COMMENT ON VIEW province_rankings IS 'Ranks that were claimed for provinces or places in them | رتبه‌هایی که برای استان‌ها یا جاهای درون آن‌ها گفته شد';
