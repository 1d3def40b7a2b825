-- The number for each indicator, place and period, with names in both languages and the sentence that it rests on.
-- Counts, amounts and measures that are facts and have a date bear a nature: a stock says how many there are on a day,
-- a flow how many came, were held or were paid in a time. A state of a day is a stock, and so is what is said of
-- organisations or people of a year («۱۶ سمن در سال ۱۳۹۲»), unless they were licensed, registered or the like in it.
CREATE OR REPLACE VIEW series_readable AS
SELECT
    s.point_id,
    s.series_id,
    s.kind,
    s.subject,
    n.name_en AS subject_en,
    n.name_fa AS subject_fa,
    n.subject_group,
    s.value,
    s.bound,
    s.low,
    s.high,
    s.unit,
    s.agreement,
    s.place,
    CASE WHEN s.place = 'IR' THEN 'Iran' ELSE coalesce(p.name_en, s.place) END AS place_en,
    CASE WHEN s.place = 'IR' THEN 'ایران' ELSE coalesce(p.name_fa, s.place) END AS place_fa,
    s.locality,
    s.period_type,
    s.period_start,
    s.period_end,
    period_from.jalali AS period_start_jalali,
    period_to.jalali AS period_end_jalali,
    period_from.jalali_year AS start_jalali_year,
    period_to.jalali_year AS jalali_year,
    CASE
        WHEN s.kind NOT IN ('count', 'amount', 'measure') OR s.modality <> 'actual' OR s.period_end IS NULL THEN NULL
        WHEN s.period_type = 'as_of' THEN 'stock'
        WHEN s.period_type NOT IN ('year', 'month', 'day', 'year_to_date', 'range') OR s.period_start IS NULL THEN NULL
        WHEN
            s.period_type IN ('year', 'month', 'day')
            AND n.subject_group IN ('organisation', 'people')
            AND coalesce(s.status, 'active') IN ('active', 'inactive', 'covered') THEN 'stock'
        ELSE 'flow'
    END AS nature,
    s.status,
    s.field,
    f.name_en AS field_en,
    f.name_fa AS field_fa,
    f.icnpo_group,
    f.icnpo_name,
    s.scope,
    s.rank_by,
    s.modality,
    s.register,
    s.official,
    o.speaker,
    o.speaker_role,
    o.evidence,
    s.observations,
    s.reports,
    s.outlets,
    s.first_reported,
    s.last_reported,
    s.observation_id,
    o.claim_id
FROM series AS s
LEFT JOIN observations AS o ON o.observation_id = s.observation_id
LEFT JOIN subjects AS n ON n.subject = s.subject
LEFT JOIN fields AS f ON f.field = s.field
LEFT JOIN provinces AS p ON p.province = s.place
LEFT JOIN calendar AS period_from ON period_from.day = s.period_start
LEFT JOIN calendar AS period_to ON period_to.day = s.period_end;
COMMENT ON VIEW series_readable IS 'The number for each indicator, place and period, with names in both languages and its evidence | عدد هر شاخص، جا و دوره، با نام‌ها به دو زبان و گواه';
