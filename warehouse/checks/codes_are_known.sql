SELECT claim_id AS id, 'unknown subject ' || subject AS problem
FROM claims ANTI JOIN subjects USING (subject)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT claim_id, 'unknown field ' || field
FROM claims ANTI JOIN fields USING (field)
WHERE field IS NOT NULL AND recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT claim_id, 'unknown province ' || place
FROM claims
WHERE place LIKE 'IR-%'
    AND place NOT IN (SELECT province FROM provinces)
    AND recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT claim_id, 'unknown province ' || scope || ' as the scope of a rank'
FROM claims
WHERE kind = 'rank'
    AND scope LIKE 'IR-%'
    AND scope NOT IN (SELECT province FROM provinces)
    AND recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT rejection_id, 'unknown reason ' || reason
FROM rejections ANTI JOIN rejection_reasons USING (reason)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT contradiction_id, 'unknown reason ' || reason
FROM contradictions ANTI JOIN contradiction_reasons USING (reason)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity')
UNION ALL
SELECT audit_id, 'unknown check ' || check_code
FROM audits ANTI JOIN audit_checks USING (check_code)
WHERE recorded_at >= ifnull(getvariable('checked'), TIMESTAMP '-infinity');
