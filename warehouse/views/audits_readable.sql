-- The claims of an audit stand in lists of one order, the audited one first, the others by their publication.
CREATE OR REPLACE VIEW audits_readable AS
WITH named AS (
    SELECT *, unnest(claim_ids) AS named_id FROM audits
), told AS (
    SELECT
        a.audit_id,
        a.check_code,
        a.verdict,
        a.claim_id,
        a.subject,
        a.place,
        a.reported,
        any_value(a.expected) AS expected,
        any_value(a.found) AS found,
        any_value(a.tolerance) AS tolerance,
        any_value(a.note) AS note,
        list(
            struct_pack(
                claim_id := c.claim_id,
                evidence := c.evidence,
                value := c.value,
                speaker := coalesce(c.speaker, c.speaker_role),
                outlet := d.outlet,
                url := d.url
            )
            ORDER BY c.claim_id <> a.claim_id, c.published, c.claim_id
        ) AS claims
    FROM named AS a
    INNER JOIN claims AS c ON c.claim_id = a.named_id
    INNER JOIN documents AS d ON d.document_id = c.document_id
    GROUP BY a.audit_id, a.check_code, a.verdict, a.claim_id, a.subject, a.place, a.reported
)
SELECT
    a.audit_id,
    a.check_code,
    k.name_en AS check_en,
    k.name_fa AS check_fa,
    a.verdict,
    CASE a.verdict WHEN 'holds' THEN 'holds' WHEN 'fails' THEN 'does not hold' ELSE 'cannot be told' END AS verdict_en,
    CASE a.verdict WHEN 'holds' THEN 'می‌خواند' WHEN 'fails' THEN 'نمی‌خواند' ELSE 'نمی‌توان گفت' END AS verdict_fa,
    a.subject,
    s.name_en AS subject_en,
    s.name_fa AS subject_fa,
    a.place,
    CASE WHEN a.place = 'IR' THEN 'Iran' ELSE coalesce(p.name_en, a.place) END AS place_en,
    CASE WHEN a.place = 'IR' THEN 'ایران' ELSE coalesce(p.name_fa, a.place) END AS place_fa,
    a.expected,
    a.found,
    a.tolerance,
    a.note,
    a.reported,
    [one.evidence FOR one IN a.claims] AS evidences,
    [one.value FOR one IN a.claims] AS numbers,
    [one.speaker FOR one IN a.claims] AS speakers,
    [one.outlet FOR one IN a.claims] AS outlets,
    [one.url FOR one IN a.claims] AS urls,
    a.claim_id,
    [one.claim_id FOR one IN a.claims] AS claim_ids
FROM told AS a
LEFT JOIN audit_checks AS k ON k.check_code = a.check_code
LEFT JOIN subjects AS s ON s.subject = a.subject
LEFT JOIN provinces AS p ON p.province = a.place;
COMMENT ON VIEW audits_readable IS 'Audits in words, with the evidences of their claims side by side | وارسی‌ها به واژه، با گواه ادعاهایشان در کنار هم';
