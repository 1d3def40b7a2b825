-- A speaker who is not named has his office.
CREATE OR REPLACE VIEW who_said_what AS
SELECT
    o.speaker,
    o.speaker_role,
    o.official,
    o.kind,
    o.subject,
    s.name_en AS subject_en,
    s.name_fa AS subject_fa,
    o.value,
    o.bound,
    o.unit,
    o.place,
    CASE WHEN o.place = 'IR' THEN 'Iran' ELSE coalesce(p.name_en, o.place) END AS place_en,
    CASE WHEN o.place = 'IR' THEN 'ایران' ELSE coalesce(p.name_fa, o.place) END AS place_fa,
    o.locality,
    o.period_type,
    o.period_start,
    o.period_end,
    o.modality,
    o.evidence,
    o.first_reported,
    reported.jalali AS first_reported_jalali,
    d.outlet AS first_outlet,
    o.outlets,
    o.reports,
    d.title,
    d.url,
    c.report_id,
    o.claim_id,
    o.observation_id
FROM observations AS o
INNER JOIN claims AS c ON c.claim_id = o.claim_id
INNER JOIN documents AS d ON d.document_id = c.document_id
LEFT JOIN subjects AS s ON s.subject = o.subject
LEFT JOIN provinces AS p ON p.province = o.place
LEFT JOIN calendar AS reported ON reported.day = o.first_reported
WHERE coalesce(o.speaker, o.speaker_role) IS NOT NULL;
COMMENT ON VIEW who_said_what IS 'Who said which number, when and where | چه کسی کدام عدد را، کی و کجا گفت';
