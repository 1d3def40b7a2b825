-- Members per organisation
-- شمار اعضا برای هر سازمان
--
-- How large is an NGO? Where `same_report` is false the two numbers come from two reports, and may be of two meanings.
SELECT
    place_en,
    place_fa,
    members,
    organisations,
    organisation_fa,
    per_organisation,
    members_day,
    organisations_day,
    same_report
FROM members_per_organisation
ORDER BY per_organisation DESC, place
LIMIT 20
