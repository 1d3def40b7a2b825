-- From a number back to its sentence and its articles
-- از عدد تا جمله و خبرهایش
--
-- Where does the number stand? Every appearance of the claims behind the latest number of NGOs in Isfahan, with the
-- text around it: 40 characters before and after.
SELECT
    a.outlet,
    a.published,
    a.copied_from,
    a.number_text,
    trim(replace(
        substring(d.text, greatest(1, a.span_start - 39), a.span_end - greatest(0, a.span_start - 40) + 40),
        chr(10),
        ' '
    )) AS around,
    d.url
FROM province_latest AS l
INNER JOIN claims AS c USING (observation_id)
INNER JOIN appearances AS a ON a.claim_id = c.claim_id
INNER JOIN documents AS d ON d.document_id = a.document_id
WHERE l.subject = 'ngo' AND l.province = 'IR-10' AND l.field IS NULL
ORDER BY a.published, a.outlet
