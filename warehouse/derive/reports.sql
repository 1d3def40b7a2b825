-- The touched reports; the document that copies no other stands for one.
SELECT
    r.report_id,
    arg_min(d.document_id, standing) AS document_id,
    arg_min({'it': d.title}, standing).it AS title,
    arg_min({'it': d.outlet}, standing).it AS outlet,
    arg_min({'it': d.origin}, standing).it AS origin,
    min(d.published) AS first_published,
    max(d.published) AS last_published,
    count(*) AS documents,
    count(DISTINCT d.outlet) AS outlets
FROM build.report_of AS r
SEMI JOIN touched_reports USING (report_id)
INNER JOIN (
    SELECT *, row(source_id IS NOT NULL, coalesce(published, DATE '9999-12-31'), origin IS NOT NULL, document_id) AS standing
    FROM documents LEFT JOIN copied USING (document_id)
) AS d USING (document_id)
GROUP BY r.report_id;
