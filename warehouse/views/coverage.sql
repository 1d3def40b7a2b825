-- Every province and kind of organisation: the day of its latest number, its age on the newest day of publication that
-- the database holds (not today: an old database is not all gaps), and whether that is recent, a year at most.
CREATE OR REPLACE VIEW coverage AS
WITH newest AS (
    SELECT max(published) AS day FROM documents
), latest AS (
    SELECT subject, place, max(period_end) AS day, count(*) AS figures
    FROM series_readable
    WHERE nature = 'stock' AND kind = 'count' AND subject_group = 'organisation' AND locality IS NULL AND field IS NULL
    GROUP BY subject, place
)
SELECT
    p.province,
    p.name_en AS province_en,
    p.name_fa AS province_fa,
    s.subject,
    s.name_en AS subject_en,
    s.name_fa AS subject_fa,
    coalesce(l.figures, 0) AS figures,
    l.day AS latest_day,
    c.jalali AS latest_day_jalali,
    n.day - l.day AS days_old,
    coalesce(n.day - l.day <= 365, false) AS recent
FROM provinces AS p
CROSS JOIN subjects AS s
CROSS JOIN newest AS n
LEFT JOIN latest AS l ON l.place = p.province AND l.subject = s.subject
LEFT JOIN calendar AS c ON c.day = l.day
WHERE s.subject_group = 'organisation';
COMMENT ON VIEW coverage IS 'Which provinces have a recent figure for which kind of organisation | کدام استان برای کدام گونه سازمان عدد تازه دارد';
