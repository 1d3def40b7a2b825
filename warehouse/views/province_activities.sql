CREATE OR REPLACE VIEW province_activities AS
SELECT
    place AS province,
    place_en AS province_en,
    place_fa AS province_fa,
    locality,
    subject,
    subject_en,
    subject_fa,
    kind,
    field,
    year AS jalali_year,
    value,
    bound,
    low,
    high,
    unit,
    nature,
    period_type,
    period_start,
    period_end,
    period_end - period_start + 1 AS days,
    agreement,
    speaker,
    evidence,
    reports,
    outlets,
    point_id,
    claim_id
FROM yearly
WHERE calendar = 'jalali' AND subject IN ('session', 'training', 'event') AND place LIKE 'IR-%';
COMMENT ON VIEW province_activities IS 'Sessions, training and events of each province by Jalali year: the figure that covers most of the year | جلسه‌ها، آموزش‌ها و رویدادهای هر استان در هر سال خورشیدی: عددی که بیشترِ سال را در بر می‌گیرد';
