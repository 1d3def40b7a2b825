-- What the gates before a publication measure. A share or a rate is a part over its base; growth is what there is now
-- over what the last publication held, and is null before the first. The day of the newest run is today.
CREATE OR REPLACE VIEW measures AS
WITH last_held AS (
    SELECT table_name, rows FROM publications WHERE published_at = (SELECT max(published_at) FROM publications)
), held AS (
    SELECT 'documents' AS table_name, count(*) AS rows FROM documents
    UNION ALL
    SELECT 'claims', count(*) FROM claims
    UNION ALL
    SELECT 'observations', count(*) FROM observations
    UNION ALL
    SELECT 'series', count(*) FROM series
), of_claims AS (
    SELECT
        count(*) AS all_of_them,
        count(period_end) AS dated,
        count(*) FILTER (place LIKE 'IR-%') AS placed,
        count(speaker) AS spoken
    FROM claims
), of_documents AS (
    SELECT
        count(*) AS all_of_them,
        count(published) AS dated,
        count(outlet) AS named,
        CAST((SELECT max(started_at) FROM runs) AS DATE) - max(published) AS days
    FROM documents
), telling AS (
    SELECT count(DISTINCT document_id) AS documents FROM appearances
), of_audits AS (
    SELECT count(*) FILTER (verdict <> 'cannot_tell') AS told, count(*) FILTER (verdict = 'fails') AS failed FROM audits
), of_series AS (
    SELECT count(*) AS all_of_them, count(*) FILTER (agreement = 'contested') AS contested FROM series
), parts AS (
    SELECT
        'rows.' || table_name || '.growth' AS measure,
        held.rows AS part,
        last_held.rows AS base,
        concat('Rows of ', table_name, ' over those of the last publication | سطرهای ', table_name, ' نسبت به انتشار پیشین')
            AS description
    FROM held LEFT JOIN last_held USING (table_name)
    UNION ALL
    SELECT 'fill.claims.period_end', dated, all_of_them,
        'Claims with the end of a period | ادعاهای دارای پایان دوره'
    FROM of_claims
    UNION ALL
    SELECT 'fill.claims.province', placed, all_of_them,
        'Claims about a province or less | ادعاهای درباره استان یا کوچک‌تر'
    FROM of_claims
    UNION ALL
    SELECT 'fill.claims.speaker', spoken, all_of_them,
        'Claims with a speaker | ادعاهای دارای گوینده'
    FROM of_claims
    UNION ALL
    SELECT 'fill.documents.published', dated, all_of_them,
        'Documents with their day | سندهای دارای روز انتشار'
    FROM of_documents
    UNION ALL
    SELECT 'fill.documents.outlet', named, all_of_them,
        'Documents with their outlet | سندهای دارای نام رسانه'
    FROM of_documents
    UNION ALL
    SELECT 'share.documents.with_claims', telling.documents, all_of_them,
        'Documents in which a claim stands | سندهای دارای ادعا'
    FROM of_documents, telling
    UNION ALL
    SELECT 'rate.claims.per_document', of_claims.all_of_them, of_documents.all_of_them,
        'Claims a document | ادعاها به ازای هر سند'
    FROM of_claims, of_documents
    UNION ALL
    SELECT 'share.audits.failed', failed, told,
        'Audits that fail, of those that can tell | وارسی‌های ناسازگار از میان آن‌ها که پاسخ دارد'
    FROM of_audits
    UNION ALL
    SELECT 'share.series.contested', contested, all_of_them,
        'Points whose observations do not agree | نقطه‌هایی که مشاهده‌هایشان نمی‌خواند'
    FROM of_series
)
SELECT measure, round(part / nullif(base, 0), 4) AS value, base, description
FROM parts
UNION ALL
SELECT
    'freshness.days',
    CAST(days AS DOUBLE),
    all_of_them,
    'Days from the newest document to the newest run | روزهای میان تازه‌ترین سند و تازه‌ترین اجرا'
FROM of_documents;
COMMENT ON VIEW measures IS 'Measures of the data as a whole, each with the rows that it is measured on | سنجه‌های کل داده، هر یک با سطرهایی که بر پایه آن‌ها سنجیده شد';
