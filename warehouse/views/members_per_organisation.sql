-- The latest number of members (or volunteers) of a place and field over the number of organisations that goes with it:
-- one of the same report, else the NGOs nearest in time, a year away at most. What is from two reports may be of two days
-- and of two meanings.
CREATE OR REPLACE VIEW members_per_organisation AS
WITH members AS (
    SELECT n.*, c.report_id
    FROM latest_numbers AS n
    INNER JOIN claims AS c USING (claim_id)
    WHERE n.subject IN ('member', 'volunteer') AND n.locality IS NULL
), organisations AS (
    SELECT s.*, c.report_id
    FROM series_readable AS s
    INNER JOIN claims AS c USING (claim_id)
    WHERE
        s.nature = 'stock'
        AND s.kind = 'count'
        AND s.subject_group = 'organisation'
        AND s.locality IS NULL
        AND s.value > 0
        AND coalesce(s.status, 'active') IN ('active', 'registered', 'licensed')
        AND s.place IN (SELECT place FROM members)
)
SELECT
    m.place,
    m.place_en,
    m.place_fa,
    m.subject,
    m.subject_en,
    m.subject_fa,
    m.field,
    o.subject AS organisation,
    o.subject_en AS organisation_en,
    o.subject_fa AS organisation_fa,
    o.status,
    m.value AS members,
    m.bound AS members_bound,
    m.period_end AS members_day,
    o.value AS organisations,
    o.bound AS organisations_bound,
    o.period_end AS organisations_day,
    round(CAST(m.value / o.value AS DOUBLE), 1) AS per_organisation,
    m.report_id = o.report_id AS same_report,
    m.evidence AS members_evidence,
    o.evidence AS organisations_evidence,
    m.claim_id AS members_claim_id,
    o.claim_id AS organisations_claim_id
FROM members AS m
INNER JOIN organisations AS o
    ON o.place = m.place
    AND o.field IS NOT DISTINCT FROM m.field
    AND (o.report_id = m.report_id OR (o.subject = 'ngo' AND abs(o.period_end - m.period_end) <= 366))
QUALIFY row_number() OVER (
    PARTITION BY m.point_id
    ORDER BY o.report_id = m.report_id DESC, abs(o.period_end - m.period_end), o.value DESC, o.point_id
) = 1;
COMMENT ON VIEW members_per_organisation IS 'Members and volunteers per organisation, by place | شمار اعضا و داوطلبان برای هر سازمان در هر جا';
