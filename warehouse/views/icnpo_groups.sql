-- Latest numbers of organisations whose field is known, summed by group of the International Classification of
-- Nonprofit Organizations. What two fields of a group share is counted in each, so a sum may be high; fields without a
-- number are not in it, so it may be low.
CREATE OR REPLACE VIEW icnpo_groups AS
SELECT
    icnpo_group,
    icnpo_name,
    place,
    place_en,
    place_fa,
    subject,
    subject_en,
    subject_fa,
    sum(value) AS organisations,
    count(*) AS fields,
    string_agg(field_en, ', ' ORDER BY field) AS fields_en,
    string_agg(field_fa, '، ' ORDER BY field) AS fields_fa,
    min(period_end) AS oldest_day,
    max(period_end) AS newest_day,
    list(claim_id ORDER BY field) AS claim_ids
FROM latest_numbers
WHERE subject_group = 'organisation' AND locality IS NULL AND field IS NOT NULL
GROUP BY ALL;
COMMENT ON VIEW icnpo_groups IS 'Latest numbers of organisations by ICNPO group and place | آخرین شمار سازمان‌ها به تفکیک گروه ICNPO و جا';
