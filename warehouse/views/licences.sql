CREATE OR REPLACE VIEW licences AS
SELECT
    subject,
    subject_en,
    subject_fa,
    place,
    place_en,
    place_fa,
    locality,
    field,
    field_en,
    field_fa,
    register,
    modality,
    jalali_year,
    period_type,
    period_start,
    period_end,
    value,
    bound,
    low,
    high,
    agreement,
    official,
    speaker,
    evidence,
    reports,
    outlets,
    first_reported,
    point_id,
    claim_id
FROM series_readable
WHERE kind = 'count' AND (subject = 'licence' OR status = 'licensed');
COMMENT ON VIEW licences IS 'Licences given, and organisations that were licensed, by place and period | مجوزهای صادرشده و سازمان‌های مجوزگرفته، به تفکیک جا و دوره';
