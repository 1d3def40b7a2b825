-- A claim's confidence: its rule and its subject each shift the odds of the whole; see transform/calibration.py, which
-- does the same sum.
CREATE OR REPLACE VIEW claims_readable AS
WITH learned AS (
    SELECT rule, kind, subject, confidence / (1 - confidence) AS odds FROM calibration
)
SELECT
    c.claim_id,
    c.kind,
    c.subject,
    s.name_en AS subject_en,
    s.name_fa AS subject_fa,
    c.value,
    c.value_high,
    c.unit,
    c.bound,
    c.place,
    CASE WHEN c.place = 'IR' THEN 'Iran' ELSE coalesce(p.name_en, c.place) END AS place_en,
    CASE WHEN c.place = 'IR' THEN 'ایران' ELSE coalesce(p.name_fa, c.place) END AS place_fa,
    c.locality,
    c.period_type,
    c.period_start,
    c.period_end,
    period_from.jalali AS period_start_jalali,
    period_to.jalali AS period_end_jalali,
    c.status,
    c.field,
    f.name_en AS field_en,
    f.name_fa AS field_fa,
    c.scope,
    c.rank_by,
    c.modality,
    c.speaker,
    c.speaker_role,
    c.register,
    c.evidence,
    c.number_text,
    d.title,
    d.outlet,
    d.origin,
    d.published,
    publication.jalali AS published_jalali,
    d.url,
    c.rule,
    round(1 - 1 / (1 + coalesce(r.odds, w.odds) * coalesce(t.odds, w.odds) / w.odds), 3) AS confidence,
    c.document_id
FROM claims AS c
INNER JOIN documents AS d USING (document_id)
LEFT JOIN subjects AS s ON s.subject = c.subject
LEFT JOIN learned AS r ON r.rule = c.rule AND r.kind = c.kind AND r.subject = '*'
LEFT JOIN learned AS t ON t.rule = '*' AND t.subject = c.subject
LEFT JOIN learned AS w ON w.rule = '*' AND w.subject = '*'
LEFT JOIN fields AS f ON f.field = c.field
LEFT JOIN provinces AS p ON p.province = c.place
LEFT JOIN calendar AS period_from ON period_from.day = c.period_start
LEFT JOIN calendar AS period_to ON period_to.day = c.period_end
LEFT JOIN calendar AS publication ON publication.day = d.published;
COMMENT ON VIEW claims_readable IS 'One row a claim, with names in both languages, evidence and source | هر ادعا یک سطر، با نام‌ها به دو زبان، گواه و منبع';
