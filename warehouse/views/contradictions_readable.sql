CREATE OR REPLACE VIEW contradictions_readable AS
SELECT
    x.contradiction_id,
    x.reason,
    r.name_en AS reason_en,
    r.name_fa AS reason_fa,
    x.gap,
    x.reported,
    x.kind,
    x.subject,
    s.name_en AS subject_en,
    s.name_fa AS subject_fa,
    x.place,
    CASE WHEN x.place = 'IR' THEN 'Iran' ELSE coalesce(p.name_en, x.place) END AS place_en,
    CASE WHEN x.place = 'IR' THEN 'ایران' ELSE coalesce(p.name_fa, x.place) END AS place_fa,
    a.unit,
    a.value AS value_a,
    b.value AS value_b,
    a.bound AS bound_a,
    b.bound AS bound_b,
    a.evidence AS evidence_a,
    b.evidence AS evidence_b,
    a.period_type AS period_type_a,
    b.period_type AS period_type_b,
    a.period_end AS period_end_a,
    b.period_end AS period_end_b,
    a.locality AS locality_a,
    b.locality AS locality_b,
    a.status AS status_a,
    b.status AS status_b,
    a.register AS register_a,
    b.register AS register_b,
    a.speaker AS speaker_a,
    b.speaker AS speaker_b,
    a.speaker_role AS speaker_role_a,
    b.speaker_role AS speaker_role_b,
    a.first_reported AS first_reported_a,
    b.first_reported AS first_reported_b,
    da.outlet AS outlet_a,
    db.outlet AS outlet_b,
    a.reports AS reports_a,
    b.reports AS reports_b,
    da.url AS url_a,
    db.url AS url_b,
    a.claim_id AS claim_id_a,
    b.claim_id AS claim_id_b,
    x.observation_a,
    x.observation_b
FROM contradictions AS x
INNER JOIN observations AS a ON a.observation_id = x.observation_a
INNER JOIN observations AS b ON b.observation_id = x.observation_b
LEFT JOIN claims AS ca ON ca.claim_id = a.claim_id
LEFT JOIN claims AS cb ON cb.claim_id = b.claim_id
LEFT JOIN documents AS da ON da.document_id = ca.document_id
LEFT JOIN documents AS db ON db.document_id = cb.document_id
LEFT JOIN contradiction_reasons AS r ON r.reason = x.reason
LEFT JOIN subjects AS s ON s.subject = x.subject
LEFT JOIN provinces AS p ON p.province = x.place;
COMMENT ON VIEW contradictions_readable IS 'Contradictions with both evidences, speakers and outlets side by side | ناسازگاری‌ها با هر دو گواه، گوینده و رسانه در کنار هم';
